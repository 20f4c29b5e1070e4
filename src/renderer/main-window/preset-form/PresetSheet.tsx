import { Button } from '@fluentui/react-components';
import { useState, type SyntheticEvent, type ReactNode } from 'react';
import { draftOf } from '../../../shared/draft-of-preset';
import type { PresetDraft } from '../../../shared/preset-draft';
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
import { checkPlain, plainOf, withPlain } from './plain-draft';
import { draftOfCopy } from './preset-drafts';
import { useNewDraft } from './use-new-draft';
import { useShownPreset } from './use-shown-preset';

/** What the form is for: a new preset, one like another, or one that there is. */
export type FormStart =
  | { readonly kind: 'add'; readonly start: Partial<PresetDraft> }
  | { readonly kind: 'copy'; readonly presetId: string }
  | { readonly kind: 'edit'; readonly presetId: string };

interface PresetSheetProps {
  readonly start: FormStart;
  /** A new one was added; `before` has the ids of the others. */
  readonly onAdded: (before: ReadonlySet<string>) => void;
  readonly onClose: () => void;
}

/** Adds or edits a preset. */
export function PresetSheet({ start, onAdded, onClose }: PresetSheetProps): ReactNode {
  const shown = useShownPreset(start.kind === 'add' ? undefined : start.presetId);
  const newDraft = useNewDraft();
  const cloudId = useSnapshot(({ clientApplication }) => clientApplication?.cloudId ?? 'public');
  if (start.kind === 'add') {
    const draft = { ...newDraft, ...start.start };
    return <Form initial={draft} cloudId={cloudId} onAdded={onAdded} onClose={onClose} />;
  }
  if (shown === undefined) return null;
  const { preset } = shown;
  return start.kind === 'copy' ? (
    <Form initial={draftOfCopy(preset)} cloudId={shown.cloudId} onAdded={onAdded} onClose={onClose} />
  ) : (
    <Form
      initial={draftOf(preset)}
      cloudId={shown.cloudId}
      presetId={preset.id}
      onAdded={onAdded}
      onClose={onClose}
    />
  );
}

interface FormProps {
  readonly initial: PresetDraft;
  readonly cloudId: string;
  readonly presetId?: string;
  readonly onAdded: (before: ReadonlySet<string>) => void;
  readonly onClose: () => void;
}

/** What was typed is not lost by a stray Esc: it asks first. */
function Form({ initial, cloudId, presetId, onAdded, onClose }: FormProps): ReactNode {
  const presets = useSnapshot((snapshot) => snapshot.presets);
  const [whole] = useState(initial);
  const {
    draft: plain,
    changed,
    problems,
    set,
    leave,
    submit,
  } = useDraftForm(plainOf(whole, cloudId), checkPlain(whole, cloudId));
  const draft = withPlain(whole, cloudId, plain);
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
    if (!editing) onAdded(before);
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
        <PresetFields draft={plain} problems={problems} onChange={set} onLeave={leave} />
      </form>
    </Sheet>
  );
}
