import { Field, Input, Radio, RadioGroup, Textarea, makeStyles, tokens } from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';
import { t } from '../../../shared/messages';
import type { TargetDraft } from '../../../shared/preset-draft';
import { problemWords } from '../form/problem-words';
import { accessAdvice } from './access-advice';
import { AccessOfferLine } from './AccessOfferLine';
import { targetIn, withTarget } from './draft-changes';
import { plainText, useEditorStyles } from './editor-styles';
import type { PresetForm } from './use-preset-form';

const useStyles = makeStyles({
  kinds: { marginLeft: '-8px', marginTop: '-8px', marginBottom: '-8px' },
  advice: { display: 'flex', flexDirection: 'column', gap: '4px' },
  asked: {
    display: 'block',
    padding: '8px 12px',
    borderRadius: '6px',
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground2,
    userSelect: 'text',
    whiteSpace: 'pre-line',
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
  known: { fontWeight: 600, color: tokens.colorNeutralForeground2 },
});

interface AccessSectionProps {
  readonly form: PresetForm;
  readonly cloudId: string;
  /** Makes presets of what is left when scopes of several resources are parted. */
  readonly onSplit: (others: readonly string[]) => void;
}

/** What the token is for, with what will be asked for to the letter. */
export function AccessSection({ form, cloudId, onSplit }: AccessSectionProps): ReactNode {
  const styles = useStyles();
  const common = useEditorStyles();
  const id = useId();
  const { draft, change, leave, problemOf } = form;
  const target = targetIn(draft, cloudId);
  const { accessKind, access } = target;
  const path = `targets.${cloudId}.access` as const;
  const set = (part: Partial<TargetDraft>): void =>
    change((before) => withTarget(before, cloudId, { ...targetIn(before, cloudId), ...part }));
  const { scopes, names, keepsSlash, isOwnGuid, isOwnUri, offer } = accessAdvice(cloudId, target);
  const field = {
    ...plainText,
    name: path,
    value: access,
    placeholder: t(`preset-form.${accessKind}.example`),
    onBlur: () => leave(path),
  };
  return (
    <>
      <RadioGroup
        className={styles.kinds}
        layout="horizontal"
        aria-label={t('preset-form.kind')}
        value={accessKind}
        onChange={(_event, { value }) => set({ accessKind: value === 'scopes' ? 'scopes' : 'resource' })}
      >
        <Radio value="resource" label={t('preset-form.kind.resource')} />
        <Radio value="scopes" label={t('preset-form.kind.scopes')} />
      </RadioGroup>
      <Field
        label={t(`preset-form.${accessKind}`)}
        hint={t(`preset-form.${accessKind}.help`)}
        {...problemWords(problemOf(path))}
      >
        {accessKind === 'resource' ? (
          <Input {...field} onChange={(_event, { value }) => set({ access: value })} />
        ) : (
          <Textarea
            {...field}
            rows={2}
            resize="vertical"
            onChange={(_event, { value }) => set({ access: value })}
          />
        )}
      </Field>
      {offer !== undefined && (
        <AccessOfferLine
          offer={offer}
          onTake={() => {
            // The button goes away with what it does.
            document.getElementsByName(path)[0]?.focus();
            if (offer.kind === 'as-scopes') return set({ accessKind: 'scopes' });
            if (offer.kind === 'split') onSplit(offer.others);
            const requests =
              offer.kind === 'resource-of-url' ? withFirstUrl(target.requests, offer.url) : target.requests;
            set({ access: offer.access, requests });
          }}
        />
      )}
      {scopes !== undefined && (
        <div className={styles.advice}>
          <span id={`${id}asked`} className={common.quiet}>
            {names.length > 0 && <span className={styles.known}>{names.join(' · ')}. </span>}
            {t('editor.access.asked')}
          </span>
          <code className={`${common.code} ${styles.asked}`} aria-labelledby={`${id}asked`}>
            {scopes.join('\n')}
          </code>
          {keepsSlash && <p className={common.quiet}>{t('editor.access.slash')}</p>}
          {isOwnGuid && <p className={common.quiet}>{t('editor.access.guid')}</p>}
          {isOwnUri && <p className={common.quiet}>{t('editor.access.own')}</p>}
        </div>
      )}
    </>
  );
}

/** The address that was pasted for a resource is that of a request, unless there is one already. */
function withFirstUrl(requests: TargetDraft['requests'], url: string): TargetDraft['requests'] {
  const [first, ...others] = requests;
  if (first?.url.trim() !== '') return requests;
  return [{ ...first, url }, ...others];
}
