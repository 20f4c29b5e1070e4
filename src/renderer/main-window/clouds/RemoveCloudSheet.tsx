import type { ReactNode } from 'react';
import type { CloudView } from '../../../shared/snapshot';
import { t } from '../../../shared/messages';
import { runCommand } from '../run-command';
import { ConfirmSheet } from '../sheet/ConfirmSheet';
import { useSheetTextStyles } from '../sheet/sheet-text-styles';

interface RemoveCloudSheetProps {
  readonly cloud: CloudView;
  readonly onClose: () => void;
}

/** Asks before a custom cloud goes: nothing brings back what was typed into it. */
export function RemoveCloudSheet({ cloud: { id, name }, onClose }: RemoveCloudSheetProps): ReactNode {
  const text = useSheetTextStyles();
  return (
    <ConfirmSheet
      title={t('remove-cloud.title', { name })}
      confirm={t('remove-cloud.confirm')}
      keep={t('remove-cloud.cancel')}
      onConfirm={() => runCommand('removeCloud', { cloudId: id })}
      onClose={onClose}
    >
      <p className={text.text}>{t('remove-cloud.text')}</p>
    </ConfirmSheet>
  );
}
