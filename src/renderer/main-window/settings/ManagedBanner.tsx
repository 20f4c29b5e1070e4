import { makeStyles, tokens } from '@fluentui/react-components';
import { LockClosedRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { t } from '../../../shared/messages';
import { useSnapshot } from '../../bridge/use-snapshot';
import { useOrganisation } from './use-lock';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: '8px',
    margin: '0 0 16px',
    padding: '0 4px',
    fontSize: '12px',
    lineHeight: '16px',
    color: tokens.colorNeutralForeground3,
  },
  icon: { flex: '0 0 auto', fontSize: '16px', lineHeight: 1 },
  words: { minWidth: 0, overflowWrap: 'anywhere' },
});

/** Says at the head of the settings that not all of them are the person's own. */
export function ManagedBanner(): ReactNode {
  const styles = useStyles();
  const managedBy = useSnapshot(({ settings }) => settings.managedBy);
  const locksSome = useSnapshot(({ settings }) => settings.locked.length > 0);
  const organisation = useOrganisation();
  if (managedBy === undefined) return null;
  const { contact, file } = managedBy;
  return (
    <p className={styles.line} title={file}>
      <LockClosedRegular className={styles.icon} aria-hidden />
      <span className={styles.words}>
        {t(locksSome ? 'managed.banner.locked' : 'managed.banner.given', { organisation })}
        {contact !== undefined && <> {t('managed.banner.contact', { contact })}</>}
      </span>
    </p>
  );
}
