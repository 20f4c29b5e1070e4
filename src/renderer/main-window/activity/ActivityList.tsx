import { makeStyles, tokens } from '@fluentui/react-components';
import { memo, useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { ActivityEntry } from '../../../shared/snapshot';
import { fullDate } from '../../time/full-date';
import { useClock } from '../../time/use-clock';
import { innerFocusRing } from '../focus-ring';
import { activityDays, startOfDay } from './activity-days';
import { EntryIcon } from './EntryIcon';
import { dayWords, entryTitle, entryWords, timeWords } from './activity-words';

const cut = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;

const useStyles = makeStyles({
  list: {
    flex: '1 1 auto',
    minHeight: 0,
    overflowY: 'auto',
    scrollbarWidth: 'thin',
    padding: '0 8px 8px',
    scrollPaddingTop: '32px',
  },
  heading: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    margin: 0,
    padding: '8px 8px 4px',
    fontSize: '12px',
    lineHeight: '16px',
    fontWeight: 600,
    color: tokens.colorNeutralForeground3,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  entries: { margin: 0, padding: 0, listStyleType: 'none' },
  entry: {
    boxSizing: 'border-box',
    height: '48px',
    display: 'flex',
    alignItems: 'center',
    gap: '12px',
    padding: '0 8px',
    borderRadius: '6px',
    // Entries out of sight are neither laid out nor painted.
    contentVisibility: 'auto',
    containIntrinsicSize: 'auto 48px',
    ':focus-visible': innerFocusRing,
  },
  words: { flex: '1 1 0', minWidth: 0 },
  line: { display: 'flex', alignItems: 'baseline', gap: '12px' },
  name: { ...cut, flex: '1 1 0', minWidth: 0, lineHeight: '20px' },
  time: {
    flex: '0 0 auto',
    fontSize: '12px',
    lineHeight: '20px',
    fontVariantNumeric: 'tabular-nums',
    color: tokens.colorNeutralForeground3,
  },
  what: { ...cut, fontSize: '12px', lineHeight: '16px', color: tokens.colorNeutralForeground3 },
});

const entriesIn = (list: HTMLElement): readonly HTMLElement[] => [
  ...list.querySelectorAll<HTMLElement>('[data-entry]'),
];

/** How far Page Up and Page Down go. */
const pageLength = 10;

/** Which entry a key leads to, from the one at `index` of `count`. */
function goal(key: string, index: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return Math.min(index + 1, count - 1);
    case 'ArrowUp':
      return Math.max(index - 1, 0);
    case 'PageDown':
      return Math.min(index + pageLength, count - 1);
    case 'PageUp':
      return Math.max(index - pageLength, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}

/** What was copied, newest first, by day. One entry is in the tab order; arrows move on. */
export function ActivityList({ entries }: { readonly entries: readonly ActivityEntry[] }): ReactNode {
  const styles = useStyles();
  const headingId = useId();
  const list = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  const today = useClock(startOfDay);
  const days = useMemo(() => activityDays(entries, today), [entries, today]);

  // From the title, where the focus is at first.
  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent): void => {
      const { target } = event;
      const outside = target === document.body || (target instanceof Element && target.matches('h1'));
      if (event.key !== 'ArrowDown' || !outside || list.current === null) return;
      event.preventDefault();
      entriesIn(list.current)[0]?.focus();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const all = entriesIn(event.currentTarget);
    const index = all.findIndex((entry) => entry === event.target);
    const next = index < 0 ? undefined : goal(event.key, index, all.length);
    if (next === undefined) return;
    event.preventDefault();
    all[next]?.focus();
  };

  return (
    <div ref={list} className={styles.list} onKeyDown={onKeyDown}>
      {days.map((day) => (
        <section key={day.from - entries.length} aria-labelledby={`${headingId}${day.from}`}>
          <h2 id={`${headingId}${day.from}`} className={styles.heading}>
            {dayWords(day, today)}
          </h2>
          <ul className={styles.entries}>
            {day.entries.map((entry, index) => {
              const position = day.from + index;
              return (
                <Entry
                  // Counted from the oldest: an entry keeps its key when newer ones come.
                  key={entries.length - position}
                  entry={entry}
                  position={position}
                  inTabOrder={position === Math.min(current, entries.length - 1)}
                  onFocus={setCurrent}
                />
              );
            })}
          </ul>
        </section>
      ))}
    </div>
  );
}

interface EntryProps {
  readonly entry: ActivityEntry;
  readonly position: number;
  readonly inTabOrder: boolean;
  readonly onFocus: (position: number) => void;
}

const Entry = memo(function Entry({ entry, position, inTabOrder, onFocus }: EntryProps): ReactNode {
  const styles = useStyles();
  const title = entryTitle(entry);
  const what = entryWords(entry);
  return (
    <li
      className={styles.entry}
      tabIndex={inTabOrder ? 0 : -1}
      data-entry=""
      onFocus={() => onFocus(position)}
    >
      <EntryIcon entry={entry} />
      <div className={styles.words}>
        <div className={styles.line}>
          <span className={styles.name} title={title}>
            {title}
          </span>
          <time
            className={styles.time}
            dateTime={new Date(entry.on).toISOString()}
            title={fullDate(entry.on)}
          >
            {timeWords(entry.on)}
          </time>
        </div>
        <div className={styles.what} title={what}>
          {what}
        </div>
      </div>
    </li>
  );
});
