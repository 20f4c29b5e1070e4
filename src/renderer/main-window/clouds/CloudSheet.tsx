import { Button } from '@fluentui/react-components';
import { useId, type SyntheticEvent, type ReactNode } from 'react';
import { checkCloud } from '../../../shared/drafts';
import type { CloudView } from '../../../shared/snapshot';
import { t } from '../../../shared/messages';
import { focusField } from '../form/focus-field';
import { useDiscardGuard } from '../form/use-discard-guard';
import { useDraftForm } from '../form/use-draft-form';
import { DiscardQuestion } from '../form/DiscardQuestion';
import { runCommand } from '../run-command';
import { Sheet } from '../sheet/Sheet';
import { usePending } from '../use-pending';
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
  const { draft, changed, problems, set, leave, submit } = useDraftForm(
    cloud === undefined ? emptyCloudDraft : cloudDraftOf(cloud),
    checkCloud,
  );
  const { form, asking, keep, closeOrAsk, onFocus } = useDiscardGuard(changed, onClose);
  const saving = usePending<'save'>();

  const save = async (): Promise<void> => {
    const wrong = submit();
    if (wrong !== undefined) {
      // It may be among those that are folded away.
      for (const folded of form.current?.querySelectorAll('details') ?? [])
        if (folded.querySelector(`[name="${wrong}"]`) !== null) folded.open = true;
      focusField(form.current, wrong);
      return;
    }
    const { outcome } =
      cloud === undefined
        ? await runCommand('addCloud', draft)
        : await runCommand('editCloud', { cloudId: cloud.id, draft });
    if (outcome === 'done') onClose();
  };
  const send = (event: SyntheticEvent): void => {
    event.preventDefault();
    saving.start('save', save);
  };

  const buttons = asking ? (
    <DiscardQuestion onDiscard={onClose} onKeep={keep} />
  ) : (
    <>
      <Button appearance="primary" type="submit" form={formId}>
        {t(cloud === undefined ? 'cloud-form.add' : 'cloud-form.save')}
      </Button>
      <Button onClick={closeOrAsk}>{t('cloud-form.cancel')}</Button>
    </>
  );
  return (
    <Sheet
      title={t(cloud === undefined ? 'cloud-form.add.title' : 'cloud-form.edit.title')}
      actions={buttons}
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
