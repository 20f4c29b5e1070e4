import type { SyntheticEvent } from 'react';
import type { Checked } from '../../../shared/drafts';
import type { CommandOutcome } from '../../../shared/ipc';
import { usePending } from '../use-pending';
import { focusField } from './focus-field';
import { useDiscardGuard } from './use-discard-guard';
import { useDraftForm } from './use-draft-form';

interface DraftSheetOptions<Draft> {
  readonly initial: Draft;
  readonly check: (draft: Draft) => Checked<unknown, Draft>;
  readonly save: (draft: Draft) => Promise<CommandOutcome>;
  readonly onClose: () => void;
  /** Before a wrong field gets the focus: it may be folded away. */
  readonly reveal?: (form: HTMLFormElement | null, field: string) => void;
}

/** A form in a sheet over a draft: wrong fields get the focus, what was typed is not lost by a stray Esc, saving closes. */
export function useDraftSheet<Draft extends object>({
  initial,
  check,
  save,
  onClose,
  reveal,
}: DraftSheetOptions<Draft>) {
  const { submit, changed, ...fields } = useDraftForm(initial, check);
  const guard = useDiscardGuard(changed, onClose);
  const saving = usePending<'save'>();
  const saveOrShow = async (): Promise<void> => {
    const wrong = submit();
    if (wrong !== undefined) {
      reveal?.(guard.form.current, String(wrong));
      focusField(guard.form.current, String(wrong));
      return;
    }
    const { outcome } = await save(fields.draft);
    if (outcome === 'done') onClose();
  };
  const send = (event: SyntheticEvent): void => {
    event.preventDefault();
    saving.start('save', saveOrShow);
  };
  return { ...fields, ...guard, send };
}
