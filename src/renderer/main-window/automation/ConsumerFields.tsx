import {
  Checkbox,
  Field,
  Input,
  Radio,
  RadioGroup,
  Select,
  Textarea,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import type { FieldProblem, FieldProblems } from '../../../shared/drafts';
import type { ConsumerDraft } from '../../../shared/endpoint/consumer';
import { t } from '../../../shared/messages';
import { dateOnly } from '../../time/full-date';
import { problemWords } from '../form/problem-words';
import { DraftIdentityFields } from '../identity/DraftIdentityFields';
import { focusFirst } from '../sheet/Sheet';
import { ApiChips } from './ApiChips';
import { toggleResource } from './api-names';
import { endAfter, lifetimes, type Lifetime } from './consumer-form';
import { useApis } from './use-apis';

const useStyles = makeStyles({
  fields: {
    display: 'flex',
    flexDirection: 'column',
    gap: '16px',
    paddingTop: '12px',
    // A list of choices is as wide as its longest one, else.
    '& .fui-Field': { gridTemplateColumns: 'minmax(0, 1fr)' },
    '& select': { minWidth: 0, maxWidth: '100%', textOverflow: 'ellipsis' },
  },
  apis: { display: 'flex', flexDirection: 'column', gap: '8px' },
  heading: { lineHeight: '20px' },
  text: { fontFamily: tokens.fontFamilyMonospace, fontSize: '12px', lineHeight: '18px' },
  radios: { marginLeft: '-8px' },
  containers: { marginLeft: '-8px' },
  hint: {
    display: 'block',
    marginLeft: '36px',
    fontSize: '12px',
    lineHeight: '16px',
    color: tokens.colorNeutralForeground3,
  },
});

interface ConsumerFieldsProps {
  readonly draft: ConsumerDraft;
  /** When its secret ends as it is now; absent for a new one. */
  readonly endsNow?: number | null;
  readonly problems: FieldProblems<ConsumerDraft>;
  readonly onChange: (part: Partial<ConsumerDraft>) => void;
  readonly onLeave: (field: keyof ConsumerDraft) => void;
}

/** Everything about a program but its secret. */
export function ConsumerFields({
  draft,
  endsNow,
  problems,
  onChange,
  onLeave,
}: ConsumerFieldsProps): ReactNode {
  const styles = useStyles();
  const apis = useApis();
  const plain = { spellCheck: false, autoComplete: 'off' } as const;
  return (
    <div className={styles.fields}>
      <Field label={t('consumer-form.name')} {...problemWords(problems.name)}>
        <Input
          {...plain}
          {...focusFirst}
          name="name"
          value={draft.name}
          placeholder={t('consumer-form.name.example')}
          onChange={(_event, { value }) => onChange({ name: value })}
          onBlur={() => onLeave('name')}
        />
      </Field>
      <div className={styles.apis}>
        <span className={styles.heading} aria-hidden>
          {t('consumer-form.apis')}
        </span>
        <ApiChips
          apis={apis}
          resources={draft.resources}
          onToggle={(resource) => onChange({ resources: toggleResource(draft.resources, resource) })}
        />
        <Field label={t('consumer-form.resources')} {...resourceProblem(problems.resources)}>
          <Textarea
            {...plain}
            name="resources"
            textarea={{ className: styles.text }}
            rows={2}
            resize="vertical"
            value={draft.resources}
            placeholder="https://vault.azure.net"
            onChange={(_event, { value }) => onChange({ resources: value })}
            onBlur={() => onLeave('resources')}
          />
        </Field>
      </div>
      <Field label={t('consumer-form.others')}>
        <RadioGroup
          className={styles.radios}
          name="asksForOthers"
          value={draft.asksForOthers ? 'ask' : 'refuse'}
          onChange={(_event, { value }) => onChange({ asksForOthers: value === 'ask' })}
        >
          <Radio value="refuse" label={t('consumer-form.others.refuse')} />
          <Radio value="ask" label={t('consumer-form.others.ask')} />
        </RadioGroup>
      </Field>
      <DraftIdentityFields identity={draft.identity} onChange={(identity) => onChange({ identity })} />
      <EndField endsNow={endsNow} problems={problems} onChange={onChange} />
      <div className={styles.containers}>
        <Checkbox
          label={t('consumer-form.containers')}
          aria-describedby="consumer-containers-hint"
          checked={draft.fromContainers}
          onChange={(_event, { checked }) => onChange({ fromContainers: checked === true })}
        />
        <span id="consumer-containers-hint" className={styles.hint}>
          {t('consumer-form.containers.hint')}
        </span>
      </div>
    </div>
  );
}

/** Here an API can be chosen, too. */
const resourceProblem = (problem: FieldProblem | undefined): { validationMessage?: string } =>
  problem === 'resource-missing'
    ? { validationMessage: t('consumer-form.apis.missing') }
    : problemWords(problem);

type EndChoice = Lifetime | 'unchanged';

function EndField({
  endsNow,
  problems,
  onChange,
}: Pick<ConsumerFieldsProps, 'problems' | 'onChange'> & {
  readonly endsNow: number | null | undefined;
}): ReactNode {
  // "Unchanged" says more than "never" where both are the same.
  const hasEnd = endsNow !== undefined && endsNow !== null;
  const [choice, setChoice] = useState<EndChoice>(hasEnd ? 'unchanged' : endsNow === null ? 'never' : '30');
  const choose = (chosen: EndChoice): void => {
    setChoice(chosen);
    onChange({ expiresOn: chosen === 'unchanged' ? (endsNow ?? null) : endAfter(chosen, Date.now()) });
  };
  return (
    <Field label={t('consumer-form.ends')} {...problemWords(problems.expiresOn)}>
      <Select
        name="expiresOn"
        value={choice}
        onChange={(_event, { value }) =>
          choose(lifetimes.find((each) => each === value) ?? (hasEnd ? 'unchanged' : 'never'))
        }
      >
        {hasEnd && (
          <option value="unchanged">{t('consumer-form.ends.unchanged', { date: dateOnly(endsNow) })}</option>
        )}
        {lifetimes.map((each) => (
          <option key={each} value={each}>
            {t(`consumer-form.ends.${each}`)}
          </option>
        ))}
      </Select>
    </Field>
  );
}
