import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { useId, useState, type ReactNode } from 'react';
import { t } from '../../../shared/messages';
import type { OwnTemplate } from '../../../shared/own-template';
import { checkTemplate } from '../../../shared/template-draft';
import { useSnapshot } from '../../bridge/use-snapshot';
import { FormButtons } from '../form/FormButtons';
import { useDraftSheet } from '../form/use-draft-sheet';
import { runCommand } from '../run-command';
import { Sheet } from '../sheet/Sheet';
import { useSheetTextStyles } from '../sheet/sheet-text-styles';
import { templatePreview } from '../snippets/preview-text';
import { SnippetPreview } from '../snippets/SnippetPreview';
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
  const { draft, problems, set, leave, form, asking, keep, closeOrAsk, onFocus, send } = useDraftSheet({
    initial: { name: template?.name ?? '', text: template?.text ?? '' },
    check: checkTemplate,
    save: (each) =>
      template === undefined
        ? runCommand('addTemplate', each)
        : runCommand('editTemplate', { templateId: template.id, draft: each }),
    onClose,
  });
  const preview = templatePreview(draft.text, exampleSource(preset, request, shell, openedOn));

  return (
    <Sheet
      title={t(template === undefined ? 'template-form.add.title' : 'template-form.edit.title')}
      onClose={closeOrAsk}
      actions={
        <FormButtons
          formId={formId}
          submit={t(template === undefined ? 'template-form.add' : 'template-form.save')}
          cancel={t('template-form.cancel')}
          asking={asking}
          onCancel={closeOrAsk}
          onDiscard={onClose}
          onKeep={keep}
        />
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
