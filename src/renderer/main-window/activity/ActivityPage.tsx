import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { HistoryDismissRegular, HistoryRegular } from '@fluentui/react-icons';
import { useId, useState, type ReactNode } from 'react';
import { t } from '../../../shared/messages';
import { useSnapshot } from '../../bridge/use-snapshot';
import { PageFrame, pageTitleId } from '../pages/PageFrame';
import { EmptyState } from '../presets/EmptyState';
import { command } from '../run-command';
import { ActivityList } from './ActivityList';
import { ClearQuestion } from './ClearQuestion';

const useStyles = makeStyles({
  off: {
    flex: '0 0 auto',
    display: 'flex',
    alignItems: 'center',
    gap: '12px',
    margin: '0 12px 8px',
    padding: '8px 8px 8px 16px',
    borderRadius: '10px',
    backgroundColor: tokens.colorNeutralBackground4,
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
  words: { flex: '1 1 0', minWidth: 0, lineHeight: '20px' },
  button: { flex: '0 0 auto', minWidth: 'auto' },
});

const switchOn = (): void => command('changeSettings', { change: { activityList: true } });

/** What was copied when, in which format and for whom. */
export function ActivityPage({ notices }: { readonly notices: ReactNode }): ReactNode {
  const styles = useStyles();
  const entries = useSnapshot((snapshot) => snapshot.activity);
  const on = useSnapshot(({ settings }) => settings.values.activityList);
  const [asking, setAsking] = useState(false);
  const clearButtonId = useId();
  const count = entries?.length ?? 0;
  const keep = (): void => {
    setAsking(false);
    document.getElementById(clearButtonId)?.focus();
  };
  const clear = (): void => {
    setAsking(false);
    // The button goes with the entries.
    document.getElementById(pageTitleId)?.focus();
    command('clearActivity', {});
  };
  return (
    <PageFrame
      title={t('activity.title')}
      actions={
        count > 0 && (
          <Button
            id={clearButtonId}
            className={styles.button}
            appearance="subtle"
            aria-expanded={asking}
            onClick={() => (asking ? keep() : setAsking(true))}
          >
            {t('activity.clear')}
          </Button>
        )
      }
    >
      {notices}
      {asking && count > 0 && <ClearQuestion count={count} onClear={clear} onKeep={keep} />}
      {!on && count > 0 && (
        <div className={styles.off}>
          <span className={styles.words}>{t('activity.off.text')}</span>
          <Button className={styles.button} onClick={switchOn}>
            {t('activity.off.switch-on')}
          </Button>
        </div>
      )}
      {entries !== undefined && (count > 0 ? <ActivityList entries={entries} /> : <NoEntries on={on} />)}
    </PageFrame>
  );
}

function NoEntries({ on }: { readonly on: boolean }): ReactNode {
  if (on) {
    return (
      <EmptyState
        icon={<HistoryRegular />}
        title={t('activity.empty.title')}
        text={t('activity.empty.text')}
      />
    );
  }
  return (
    <EmptyState
      icon={<HistoryDismissRegular />}
      title={t('activity.off.title')}
      text={t('activity.off.text')}
      action={
        <Button appearance="primary" onClick={switchOn}>
          {t('activity.off.switch-on')}
        </Button>
      }
    />
  );
}
