import { Field, Select, makeStyles } from '@fluentui/react-components';
import { useDeferredValue, useState, type ReactNode } from 'react';
import type { BuiltInFormat } from '../../../shared/copy-format';
import { t } from '../../../shared/messages';
import { useFormatOffer } from '../../use-format-offer';
import { SnippetPreview } from '../snippets/SnippetPreview';
import { targetIn } from './draft-changes';
import { useEditorStyles } from './editor-styles';
import { formatsOf, previewOf } from './preview';
import type { PresetForm } from './use-preset-form';

const useStyles = makeStyles({
  whole: { '& select': { minWidth: 0, maxWidth: '100%', textOverflow: 'ellipsis' } },
});

interface PreviewSectionProps {
  readonly form: PresetForm;
  readonly cloudId: string;
  /** Which of the requests. */
  readonly request: number;
}

/** What a copy would be, as it is being typed, with the token masked. */
export function PreviewSection({ form: { draft }, cloudId, request }: PreviewSectionProps): ReactNode {
  const styles = useStyles();
  const common = useEditorStyles();
  const offer = useFormatOffer();
  const [wanted, setWanted] = useState<BuiltInFormat>('curl');
  const [now] = useState(() => Date.now());
  // Typing comes first.
  const shown = useDeferredValue(draft);
  const formats = formatsOf(shown, cloudId, offer);
  const format = formats.includes(wanted) ? wanted : formats[0];
  if (format === undefined) return null;
  const { requests } = targetIn(shown, cloudId);
  const text = previewOf(shown, {
    cloudId,
    request: requests[request] ?? requests[0],
    format,
    shell: offer.shell,
    now,
  });
  return (
    <div className={styles.whole}>
      <Field label={t('editor.preview.format')}>
        <Select
          value={format}
          onChange={(_event, { value }) => {
            const chosen = formats.find((each) => each === value);
            if (chosen !== undefined) setWanted(chosen);
          }}
        >
          {formats.map((each) => (
            <option key={each} value={each}>
              {t(`format.${each}`)}
            </option>
          ))}
        </Select>
      </Field>
      {text === '' ? (
        <p className={common.quiet}>{t('editor.preview.none')}</p>
      ) : (
        <SnippetPreview label={t('editor.preview.text')} text={text} />
      )}
    </div>
  );
}
