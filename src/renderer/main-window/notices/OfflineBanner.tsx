import { makeStyles, tokens } from '@fluentui/react-components';
import { CloudOffRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { t } from '../../../shared/messages';
import { useOffline } from '../use-offline';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    margin: '0 12px 4px',
    padding: '6px 12px',
    borderRadius: '6px',
    fontSize: '12px',
    lineHeight: '16px',
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground4,
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
  icon: { flex: '0 0 auto', fontSize: '16px' },
});

/** Goes by itself, so it cannot be put away. */
export function OfflineBanner(): ReactNode {
  const styles = useStyles();
  const offline = useOffline();
  // The region is there before its words, or readers would not say them.
  return (
    <div role="status">
      {offline && (
        <div className={styles.line}>
          <CloudOffRegular className={styles.icon} />
          {t('offline.banner')}
        </div>
      )}
    </div>
  );
}
