import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { t } from '../../../shared/messages';
import { command } from '../run-command';
import { Sheet, focusFirst } from '../sheet/Sheet';
import { useSheetTextStyles } from '../sheet/sheet-text-styles';

/** Asks before the window goes back to the welcome page, and says what is kept. */
export function LeaveSheet({ onClose }: { readonly onClose: () => void }): ReactNode {
  const styles = useSheetTextStyles();
  const leave = (): void => {
    command('leaveClientApplication', {});
    onClose();
  };
  return (
    <Sheet
      title={t('leave.title')}
      onClose={onClose}
      actions={
        <>
          <Button appearance="primary" onClick={leave} {...focusFirst}>
            {t('leave.confirm')}
          </Button>
          <Button onClick={onClose}>{t('leave.cancel')}</Button>
        </>
      }
    >
      <p className={styles.text}>{t('leave.text')}</p>
      <p className={styles.quiet}>
        {t('leave.kept')} {t('leave.sign-in')}
      </p>
    </Sheet>
  );
}
