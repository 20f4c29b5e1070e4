import type { ReactNode } from 'react';
import type { ConsumerView } from '../../../shared/endpoint/endpoint-view';
import { t } from '../../../shared/messages';
import { runCommand } from '../run-command';
import { ConfirmSheet } from '../sheet/ConfirmSheet';
import { useSheetTextStyles } from '../sheet/sheet-text-styles';

interface RevokeSheetProps {
  readonly consumer: ConsumerView;
  readonly onClose: () => void;
}

/** Asks before a program's secret stops being good, and says what that means. */
export function RevokeSheet({ consumer: { id, name, isOn }, onClose }: RevokeSheetProps): ReactNode {
  const text = useSheetTextStyles();
  return (
    <ConfirmSheet
      title={t('consumer.revoke.title', { name })}
      confirm={t('consumer.revoke.go')}
      keep={t('consumer.revoke.keep')}
      onConfirm={() => runCommand('removeConsumer', { consumerId: id })}
      onClose={onClose}
    >
      <p className={text.text}>{t('consumer.revoke.text')}</p>
      {isOn && <p className={text.quiet}>{t('consumer.revoke.other')}</p>}
    </ConfirmSheet>
  );
}
