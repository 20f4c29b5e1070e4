import { Button, makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { t } from '../../../shared/messages';
import type { TeamView } from '../../../shared/sharing-view';
import { fullDate } from '../../time/full-date';
import { Sheet, focusFirst } from '../sheet/Sheet';
import { useSheetTextStyles } from '../sheet/sheet-text-styles';
import { ChangeList } from './ChangeList';
import { useSharingStyles } from './sharing-styles';

const useStyles = makeStyles({
  heading: { margin: '16px 0 4px', fontSize: '14px', lineHeight: '20px', fontWeight: 600 },
  item: { lineHeight: '20px', overflowWrap: 'anywhere' },
  changed: { marginBottom: '12px' },
});

interface TeamChangesSheetProps {
  readonly team: TeamView;
  readonly onClose: () => void;
}

/** What was different the last time that anything was. */
export function TeamChangesSheet({ team: { name, lastChange }, onClose }: TeamChangesSheetProps): ReactNode {
  const styles = useStyles();
  const text = useSheetTextStyles();
  const shared = useSharingStyles();
  const { on, added, changed, removed } = lastChange ?? { on: 0, added: [], changed: [], removed: [] };
  return (
    <Sheet
      title={t('team.changes.title', { name })}
      onClose={onClose}
      actions={
        <Button appearance="primary" onClick={onClose} {...focusFirst}>
          {t('team.changes.close')}
        </Button>
      }
    >
      <p className={text.quiet}>{t('team.changes.on', { date: fullDate(on) })}</p>
      <Names heading={t('team.changes.added')} names={added} />
      {changed.length > 0 && (
        <>
          <h3 className={styles.heading}>{t('team.changes.changed')}</h3>
          <ul className={shared.list}>
            {changed.map((preset, index) => (
              <li key={index} className={styles.changed}>
                <div className={styles.item}>{preset.name}</div>
                <ChangeList
                  changes={preset.changes}
                  beforeLabel={t('team.change.before')}
                  afterLabel={t('team.change.after')}
                />
              </li>
            ))}
          </ul>
        </>
      )}
      <Names heading={t('team.changes.removed')} names={removed} />
    </Sheet>
  );
}

function Names({
  heading,
  names,
}: {
  readonly heading: string;
  readonly names: readonly string[];
}): ReactNode {
  const styles = useStyles();
  const shared = useSharingStyles();
  if (names.length === 0) return null;
  return (
    <>
      <h3 className={styles.heading}>{heading}</h3>
      <ul className={shared.list}>
        {names.map((name, index) => (
          <li key={index} className={styles.item}>
            {name}
          </li>
        ))}
      </ul>
    </>
  );
}
