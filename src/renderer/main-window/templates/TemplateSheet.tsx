import { Button, makeStyles, mergeClasses } from '@fluentui/react-components';
import { useId, useState, type ReactNode, type SyntheticEvent } from 'react';
import { t } from '../../../shared/messages';
import type { OwnTemplate } from '../../../shared/own-template';
import { checkTemplate } from '../../../shared/template-draft';
import { useSnapshot } from '../../bridge/use-snapshot';
import { DiscardQuestion } from '../form/DiscardQuestion';
import { focusField } from '../form/focus-field';
import { useDiscardGuard } from '../form/use-discard-guard';
import { useDraftForm } from '../form/use-draft-form';
import { runCommand } from '../run-command';
import { Sheet } from '../sheet/Sheet';
import { useSheetTextStyles } from '../sheet/sheet-text-styles';
import { templatePreview } from '../snippets/preview-text';
import { SnippetPreview } from '../snippets/SnippetPreview';
import { usePending } from '../use-pending';
import { useShownPreset } from '../use-shown-preset';
import { exampleSource } from './example-source';
import { TemplateFields } from './TemplateFields';

const useStyles = makeStyles({ wrong: { marginTop: '12px' } });

interface TemplateSheetProps {
  /** The one to edit; absent: a new one. */
  readonly template?: OwnTemplate;
  readonly onClose: () => void;
}

/** Adds or edits a template, with a preview. What was typed is not lost by a stray Esc: it asks first. */
export function TemplateSheet({ template, onClose }: TemplateSheetProps): ReactNode {
  const styles = useStyles();
  const text = useSheetTextStyles();
  const formId = useId();
  const shell = useSnapshot((snapshot) => snapshot.shell);
  const preset = useSnapshot(({ presets }) => presets.find(({ hasRequests }) => hasRequests));
  const request = useShownPreset(preset?.id)?.requests[0];
  const [openedOn] = useState(() => Date.now());
  const { draft, changed, problems, set, leave, submit } = useDraftForm(
    { name: template?.name ?? '', text: template?.text ?? '' },
    checkTemplate,
  );
  const { form, asking, keep, closeOrAsk, onFocus } = useDiscardGuard(changed, onClose);
  const saving = usePending<'save'>();
  const preview = templatePreview(draft.text, exampleSource(preset, request, shell, openedOn));

  const save = async (): Promise<void> => {
    const wrong = submit();
    if (wrong !== undefined) {
      focusField(form.current, wrong);
      return;
    }
    const { outcome } =
      template === undefined
        ? await runCommand('addTemplate', draft)
        : await runCommand('editTemplate', { templateId: template.id, draft });
    if (outcome === 'done') onClose();
  };
  const send = (event: SyntheticEvent): void => {
    event.preventDefault();
    saving.start('save', save);
  };
  return (
    <Sheet
      title={t(template === undefined ? 'template-form.add.title' : 'template-form.edit.title')}
      onClose={closeOrAsk}
      actions={
        asking ? (
          <DiscardQuestion onDiscard={onClose} onKeep={keep} />
        ) : (
          <>
            <Button appearance="primary" type="submit" form={formId}>
              {t(template === undefined ? 'template-form.add' : 'template-form.save')}
            </Button>
            <Button onClick={closeOrAsk}>{t('template-form.cancel')}</Button>
          </>
        )
      }
    >
      <form ref={form} id={formId} noValidate onSubmit={send} onFocus={onFocus}>
        <TemplateFields draft={draft} problems={problems} onChange={set} onLeave={leave} />
      </form>
      {preview === undefined ? (
        <p className={mergeClasses(text.quiet, styles.wrong)}>{t('template-form.preview.wrong')}</p>
      ) : (
        draft.text !== '' && (
          <SnippetPreview
            label={
              preset === undefined
                ? t('template-form.preview.example')
                : t('template-form.preview', { name: preset.name })
            }
            text={preview}
          />
        )
      )}
    </Sheet>
  );
}
