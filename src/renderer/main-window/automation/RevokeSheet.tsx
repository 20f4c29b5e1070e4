import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { ConsumerView } from '../../../shared/endpoint/endpoint-view';
import { t } from '../../../shared/messages';
import { runCommand } from '../run-command';
import { Sheet, focusFirst } from '../sheet/Sheet';
import { useSheetTextStyles } from '../sheet/sheet-text-styles';
import { usePending } from '../use-pending';

interface RevokeSheetProps {
  readonly consumer: ConsumerView;
  readonly onClose: () => void;
}

/** Asks before a program's secret stops being good, and says what that means. */
export function RevokeSheet({ consumer: { id, name, isOn }, onClose }: RevokeSheetProps): ReactNode {
  const text = useSheetTextStyles();
  const revoking = usePending<'revoke'>();
  const revoke = (): void =>
    revoking.start('revoke', async () => {
      const { outcome } = await runCommand('removeConsumer', { consumerId: id });
      if (outcome === 'done') onClose();
    });
  return (
    <Sheet
      title={t('consumer.revoke.title', { name })}
      onClose={onClose}
      actions={
        <>
          <Button appearance="primary" onClick={revoke}>
            {t('consumer.revoke.go')}
          </Button>
          <Button onClick={onClose} {...focusFirst}>
            {t('consumer.revoke.keep')}
          </Button>
        </>
      }
    >
      <p className={text.text}>{t('consumer.revoke.text')}</p>
      {isOn && <p className={text.quiet}>{t('consumer.revoke.other')}</p>}
    </Sheet>
  );
}
