import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { OfferedRow } from '../../../shared/catalogue/offered-rows';
import { t } from '../../../shared/messages';

const useStyles = makeStyles({
  badge: {
    flex: '0 0 auto',
    display: 'inline-flex',
    alignItems: 'center',
    gap: '2px',
    padding: '0 6px',
    borderRadius: '4px',
    fontSize: '11px',
    lineHeight: '16px',
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground4,
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
  warning: {
    color: tokens.colorPaletteMarigoldForeground2,
    backgroundColor: tokens.colorPaletteMarigoldBackground2,
  },
});

interface RowBadgesProps {
  readonly offered: OfferedRow;
  readonly added: boolean;
}

/** What one should know before adding a row. */
export function RowBadges({ offered: { row, target }, added }: RowBadgesProps): ReactNode {
  const styles = useStyles();
  return (
    <>
      {added && (
        <span className={styles.badge}>
          <CheckmarkRegular aria-hidden />
          {t('catalogue.added')}
        </span>
      )}
      {row.needsOwnClient && (
        <span className={mergeClasses(styles.badge, styles.warning)}>{t('catalogue.needs-own-client')}</span>
      )}
      {target !== undefined && target.unverified.length > 0 && (
        <span className={styles.badge}>{t('catalogue.not-verified')}</span>
      )}
    </>
  );
}
