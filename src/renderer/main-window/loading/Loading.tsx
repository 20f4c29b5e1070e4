import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { t } from '../../../shared/messages';
import { Mark } from '../Mark';
import { useLate } from '../../time/use-late';

const useStyles = makeStyles({
  page: {
    height: '100%',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: '16px',
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground3,
  },
});

/** Until the first snapshot has come. Usually nobody sees it. */
export function Loading(): ReactNode {
  const styles = useStyles();
  const late = useLate(true);
  return (
    <main className={styles.page} aria-busy>
      <h1 className="spoken">{t('app.name')}</h1>
      {late && (
        <>
          <Mark size={40} />
          <span role="status">{t('window.starting')}</span>
        </>
      )}
    </main>
  );
}
