import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { DismissRegular, InfoRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { Notice } from '../../../shared/snapshot';
import { useSnapshot } from '../../bridge/use-snapshot';
import { t } from '../../../shared/messages';
import { command } from '../run-command';
import { noticeWords } from './notice-words';

const useStyles = makeStyles({
  list: {
    flex: '0 0 auto',
    // However many there are, the list keeps most of the window.
    maxHeight: '30vh',
    overflowY: 'auto',
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    margin: '0 12px',
    padding: '0 0 4px',
    listStyleType: 'none',
  },
  notice: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: '8px',
    padding: '6px 4px 6px 12px',
    borderRadius: '6px',
    fontSize: '12px',
    lineHeight: '16px',
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground4,
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
  icon: { flex: '0 0 auto', fontSize: '16px', marginTop: '4px' },
  words: { flex: '1 1 0', minWidth: 0, overflowWrap: 'anywhere', padding: '4px 0' },
  dismiss: { flex: '0 0 auto' },
});

/** Quiet lines that the person can put away. */
export function Notices(): ReactNode {
  const styles = useStyles();
  const notices = useSnapshot((snapshot) => snapshot.notices);
  if (notices.length === 0) return null;
  return (
    <ul className={styles.list} aria-label={t('notices.label')}>
      {notices.map((notice) => (
        <NoticeLine key={notice.kind} notice={notice} />
      ))}
    </ul>
  );
}

function NoticeLine({ notice }: { readonly notice: Notice }): ReactNode {
  const styles = useStyles();
  const { kind } = notice;
  const page = useSnapshot((snapshot) => snapshot.windowPage);
  const text = noticeWords(notice);
  return (
    <li className={styles.notice}>
      <InfoRegular className={styles.icon} />
      <span className={styles.words}>{text}</span>
      {kind === 'team-catalogues-changed' && page !== 'sharing' && (
        <Button
          className={styles.dismiss}
          size="small"
          appearance="subtle"
          onClick={() => command('showPage', { page: 'sharing' })}
        >
          {t('team.news.show')}
        </Button>
      )}
      <Button
        className={styles.dismiss}
        size="small"
        appearance="subtle"
        icon={<DismissRegular />}
        aria-label={t('notice.dismiss.spoken', { text })}
        title={t('notice.dismiss')}
        onClick={() => command('dismissNotice', { kind })}
      />
    </li>
  );
}
