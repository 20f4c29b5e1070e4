import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { CloudView } from '../../../shared/snapshot';
import { t } from '../../../shared/messages';
import { runCommand } from '../run-command';
import { Sheet, focusFirst } from '../sheet/Sheet';
import { useSheetTextStyles } from '../sheet/sheet-text-styles';
import { usePending } from '../use-pending';

interface RemoveCloudSheetProps {
  readonly cloud: CloudView;
  readonly onClose: () => void;
}

/** Asks before a custom cloud goes: nothing brings back what was typed into it. */
export function RemoveCloudSheet({ cloud: { id, name }, onClose }: RemoveCloudSheetProps): ReactNode {
  const text = useSheetTextStyles();
  const removing = usePending<'remove'>();
  const remove = (): void =>
    removing.start('remove', async () => {
      const { outcome } = await runCommand('removeCloud', { cloudId: id });
      if (outcome === 'done') onClose();
    });
  return (
    <Sheet
      title={t('remove-cloud.title', { name })}
      onClose={onClose}
      actions={
        <>
          <Button appearance="primary" onClick={remove}>
            {t('remove-cloud.confirm')}
          </Button>
          <Button onClick={onClose} {...focusFirst}>
            {t('remove-cloud.cancel')}
          </Button>
        </>
      }
    >
      <p className={text.text}>{t('remove-cloud.text')}</p>
    </Sheet>
  );
}
