import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { ConsumerView } from '../../../shared/endpoint/endpoint-view';
import { t } from '../../../shared/messages';
import { runCommand } from '../run-command';
import { Sheet, focusFirst } from '../sheet/Sheet';
import { useSheetTextStyles } from '../sheet/sheet-text-styles';
import { usePending } from '../use-pending';

interface RenewSecretSheetProps {
  readonly consumer: ConsumerView;
  readonly onClose: () => void;
}

/** Asks before the secret that a program has stops being good. The new one is shown next. */
export function RenewSecretSheet({ consumer: { id, name }, onClose }: RenewSecretSheetProps): ReactNode {
  const text = useSheetTextStyles();
  const renewing = usePending<'renew'>();
  const renew = (): void =>
    renewing.start('renew', async () => {
      const { outcome } = await runCommand('renewConsumerSecret', { consumerId: id });
      if (outcome === 'done') onClose();
    });
  return (
    <Sheet
      title={t('consumer.renew.title', { name })}
      onClose={onClose}
      actions={
        <>
          <Button appearance="primary" onClick={renew}>
            {t('consumer.renew.go')}
          </Button>
          <Button onClick={onClose} {...focusFirst}>
            {t('consumer.renew.keep')}
          </Button>
        </>
      }
    >
      <p className={text.text}>{t('consumer.renew.text')}</p>
    </Sheet>
  );
}
