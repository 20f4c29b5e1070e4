import { Button } from '@fluentui/react-components';
import type { SyntheticEvent, ReactNode } from 'react';
import { checkPreset } from '../../../shared/drafts';
import type { PresetDraft } from '../../../shared/preset';
import { useSnapshot } from '../../bridge/use-snapshot';
import { t } from '../../../shared/messages';
import { focusField } from '../form/focus-field';
import { useDiscardGuard } from '../form/use-discard-guard';
import { useDraftForm } from '../form/use-draft-form';
import { runCommand } from '../run-command';
import { Sheet } from '../sheet/Sheet';
import { usePending } from '../use-pending';
import { DiscardQuestion } from '../form/DiscardQuestion';
import { PresetFields } from './PresetFields';
import { draftOf, emptyDraft } from './preset-drafts';

interface PresetSheetProps {
  /** The preset to edit; absent: a new one. */
  readonly presetId?: string;
  /** For a new one: what its fields hold at first. */
  readonly start?: PresetDraft;
  /** A new one was added; `before` has the ids of the others. */
  readonly onAdded?: (before: ReadonlySet<string>) => void;
  readonly onClose: () => void;
}

/** Adds or edits a preset. What was typed is not lost by a stray Esc: it asks first. */
export function PresetSheet({
  presetId,
  start = emptyDraft(''),
  onAdded,
  onClose,
}: PresetSheetProps): ReactNode {
  const presets = useSnapshot((snapshot) => snapshot.presets);
  const preset = presets.find(({ id }) => id === presetId);
  const { draft, changed, problems, set, leave, submit } = useDraftForm(
    preset === undefined ? start : draftOf(preset),
    checkPreset,
  );
  const { form, asking, keep, closeOrAsk, onFocus } = useDiscardGuard(changed, onClose);
  const saving = usePending<'save'>();
  const editing = presetId !== undefined;

  const save = async (): Promise<void> => {
    const wrong = submit();
    if (wrong !== undefined) {
      focusField(form.current, wrong);
      return;
    }
    const before = new Set(presets.map(({ id }) => id));
    const { outcome } = editing
      ? await runCommand('editPreset', { presetId, draft })
      : await runCommand('addPreset', draft);
    if (outcome !== 'done') return;
    if (!editing) onAdded?.(before);
    onClose();
  };
  const send = (event: SyntheticEvent): void => {
    event.preventDefault();
    saving.start('save', save);
  };

  const buttons = asking ? (
    <DiscardQuestion onDiscard={onClose} onKeep={keep} />
  ) : (
    <>
      <Button appearance="primary" type="submit" form="preset-form">
        {t(editing ? 'preset-form.save' : 'preset-form.add')}
      </Button>
      <Button onClick={closeOrAsk}>{t('preset-form.cancel')}</Button>
    </>
  );
  return (
    <Sheet
      title={t(editing ? 'preset-form.edit.title' : 'preset-form.add.title')}
      actions={buttons}
      onClose={closeOrAsk}
    >
      <form ref={form} id="preset-form" noValidate onSubmit={send} onFocus={onFocus}>
        <PresetFields draft={draft} problems={problems} onChange={set} onLeave={leave} />
      </form>
    </Sheet>
  );
}
