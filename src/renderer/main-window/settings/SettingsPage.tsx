import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { t } from '../../../shared/messages';
import { PageFrame } from '../pages/PageFrame';
import { ActivitySettings } from './groups/ActivitySettings';
import { AutomationSettings } from './groups/AutomationSettings';
import { ClipboardSettings } from './groups/ClipboardSettings';
import { CopyingSettings } from './groups/CopyingSettings';
import { GeneralSettings } from './groups/GeneralSettings';
import { HotkeySettings } from './groups/HotkeySettings';
import { KeepFreshSettings } from './groups/KeepFreshSettings';
import { NotificationSettings } from './groups/NotificationSettings';
import { PaletteSettings } from './groups/PaletteSettings';
import { ManagedBanner } from './ManagedBanner';
import { SignInSettings } from './groups/SignInSettings';

const useStyles = makeStyles({
  scroll: {
    flex: '1 1 auto',
    minHeight: 0,
    overflowY: 'auto',
    scrollbarWidth: 'thin',
    scrollPadding: '16px 0',
  },
  content: {
    boxSizing: 'border-box',
    width: '100%',
    maxWidth: '592px',
    margin: '0 auto',
    padding: '8px 12px 4px',
  },
});

/** Every setting, in groups. Each acts as soon as it is changed. */
export function SettingsPage({ notices }: { readonly notices: ReactNode }): ReactNode {
  const styles = useStyles();
  return (
    <PageFrame title={t('settings.title')}>
      {notices}
      <div className={styles.scroll}>
        <div className={styles.content}>
          <ManagedBanner />
          <GeneralSettings />
          <SignInSettings />
          <CopyingSettings />
          <HotkeySettings />
          <ClipboardSettings />
          <NotificationSettings />
          <KeepFreshSettings />
          <PaletteSettings />
          <AutomationSettings />
          <ActivitySettings />
        </div>
      </div>
    </PageFrame>
  );
}
