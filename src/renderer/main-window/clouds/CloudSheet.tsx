import { useId, type ReactNode } from 'react';
import { checkCloud } from '../../../shared/drafts';
import type { CloudView } from '../../../shared/snapshot';
import { t } from '../../../shared/messages';
import { FormButtons } from '../form/FormButtons';
import { useDraftSheet } from '../form/use-draft-sheet';
import { runCommand } from '../run-command';
import { Sheet } from '../sheet/Sheet';
import { CloudFields } from './CloudFields';
import { cloudDraftOf, emptyCloudDraft } from './cloud-drafts';

interface CloudSheetProps {
  /** The one to edit; absent: a new one. */
  readonly cloud?: CloudView;
  readonly onClose: () => void;
}

/** Adds or edits a custom cloud. What was typed is not lost by a stray Esc: it asks first. */
export function CloudSheet({ cloud, onClose }: CloudSheetProps): ReactNode {
  const formId = useId();
  const { draft, problems, set, leave, form, asking, keep, closeOrAsk, onFocus, send } = useDraftSheet({
    initial: cloud === undefined ? emptyCloudDraft : cloudDraftOf(cloud),
    check: checkCloud,
    save: (each) =>
      cloud === undefined
        ? runCommand('addCloud', each)
        : runCommand('editCloud', { cloudId: cloud.id, draft: each }),
    onClose,
    reveal: unfold,
  });
  return (
    <Sheet
      title={t(cloud === undefined ? 'cloud-form.add.title' : 'cloud-form.edit.title')}
      actions={
        <FormButtons
          formId={formId}
          submit={t(cloud === undefined ? 'cloud-form.add' : 'cloud-form.save')}
          cancel={t('cloud-form.cancel')}
          asking={asking}
          onCancel={closeOrAsk}
          onDiscard={onClose}
          onKeep={keep}
        />
      }
      onClose={closeOrAsk}
    >
      <form ref={form} id={formId} noValidate onSubmit={send} onFocus={onFocus}>
        <CloudFields
          draft={draft}
          problems={problems}
          moreOpen={cloud?.arm !== undefined || Object.keys(cloud?.resources ?? {}).length > 0}
          onChange={set}
          onLeave={leave}
        />
      </form>
    </Sheet>
  );
}

/** It may be among those that are folded away. */
function unfold(form: HTMLFormElement | null, field: string): void {
  for (const folded of form?.querySelectorAll('details') ?? [])
    if (folded.querySelector(`[name="${field}"]`) !== null) folded.open = true;
}
