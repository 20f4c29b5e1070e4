import { Field, Input, Radio, RadioGroup, makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { FieldProblems } from '../../../shared/drafts';
import { t } from '../../../shared/messages';
import { problemWords } from '../form/problem-words';
import { focusFirst } from '../sheet/Sheet';
import type { PlainDraft } from './plain-draft';

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', gap: '16px', paddingTop: '12px', paddingBottom: '4px' },
  kinds: { marginLeft: '-8px' },
});

interface PresetFieldsProps {
  readonly draft: PlainDraft;
  readonly problems: FieldProblems<PlainDraft>;
  readonly onChange: (part: Partial<PlainDraft>) => void;
  readonly onLeave: (field: keyof PlainDraft) => void;
}

export function PresetFields({ draft, problems, onChange, onLeave }: PresetFieldsProps): ReactNode {
  const styles = useStyles();
  const { accessKind } = draft;
  const plain = { spellCheck: false, autoComplete: 'off' } as const;
  return (
    <div className={styles.fields}>
      <Field label={t('preset-form.name')} {...problemWords(problems.name)}>
        <Input
          {...plain}
          {...focusFirst}
          name="name"
          value={draft.name}
          placeholder={t('preset-form.name.example')}
          onChange={(_event, { value }) => onChange({ name: value })}
          onBlur={() => onLeave('name')}
        />
      </Field>
      <Field label={t('preset-form.kind')}>
        <RadioGroup
          className={styles.kinds}
          layout="horizontal"
          name="accessKind"
          value={accessKind}
          onChange={(_event, { value }) =>
            onChange({ accessKind: value === 'scopes' ? 'scopes' : 'resource' })
          }
        >
          <Radio value="resource" label={t('preset-form.kind.resource')} />
          <Radio value="scopes" label={t('preset-form.kind.scopes')} />
        </RadioGroup>
      </Field>
      <Field
        label={t(`preset-form.${accessKind}`)}
        hint={t(`preset-form.${accessKind}.help`)}
        {...problemWords(problems.access)}
      >
        <Input
          {...plain}
          name="access"
          value={draft.access}
          placeholder={t(`preset-form.${accessKind}.example`)}
          onChange={(_event, { value }) => onChange({ access: value })}
          onBlur={() => onLeave('access')}
        />
      </Field>
      <Field
        label={t('preset-form.sample-url')}
        hint={t('preset-form.sample-url.help')}
        {...problemWords(problems.sampleUrl)}
      >
        <Input
          {...plain}
          name="sampleUrl"
          type="url"
          value={draft.sampleUrl}
          placeholder={t('preset-form.sample-url.example')}
          onChange={(_event, { value }) => onChange({ sampleUrl: value })}
          onBlur={() => onLeave('sampleUrl')}
        />
      </Field>
    </div>
  );
}
