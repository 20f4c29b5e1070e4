import type { ReactNode } from 'react';
import type { ConsumerView } from '../../../shared/endpoint/endpoint-view';
import { t } from '../../../shared/messages';
import { runCommand } from '../run-command';
import { ConfirmSheet } from '../sheet/ConfirmSheet';
import { useSheetTextStyles } from '../sheet/sheet-text-styles';

interface RenewSecretSheetProps {
  readonly consumer: ConsumerView;
  readonly onClose: () => void;
}

/** Asks before the secret that a program has stops being good. The new one is shown next. */
export function RenewSecretSheet({ consumer: { id, name }, onClose }: RenewSecretSheetProps): ReactNode {
  const text = useSheetTextStyles();
  return (
    <ConfirmSheet
      title={t('consumer.renew.title', { name })}
      confirm={t('consumer.renew.go')}
      keep={t('consumer.renew.keep')}
      onConfirm={() => runCommand('renewConsumerSecret', { consumerId: id })}
      onClose={onClose}
    >
      <p className={text.text}>{t('consumer.renew.text')}</p>
    </ConfirmSheet>
  );
}
