import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { CommandOutcome } from '../../../shared/ipc';
import { usePending } from '../use-pending';
import { Sheet, focusFirst } from './Sheet';

interface ConfirmSheetProps {
  readonly title: string;
  /** On the button that does it. */
  readonly confirm: string;
  /** On the button that does not, which has the focus. */
  readonly keep: string;
  /** It is closed when this was done. */
  readonly onConfirm: () => Promise<CommandOutcome>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Asks before something is done that nothing brings back, and says what that means. */
export function ConfirmSheet({
  title,
  confirm,
  keep,
  onConfirm,
  onClose,
  children,
}: ConfirmSheetProps): ReactNode {
  const pending = usePending<'confirm'>();
  const go = (): void =>
    pending.start('confirm', async () => {
      const { outcome } = await onConfirm();
      if (outcome === 'done') onClose();
    });
  return (
    <Sheet
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button appearance="primary" onClick={go}>
            {confirm}
          </Button>
          <Button onClick={onClose} {...focusFirst}>
            {keep}
          </Button>
        </>
      }
    >
      {children}
    </Sheet>
  );
}
