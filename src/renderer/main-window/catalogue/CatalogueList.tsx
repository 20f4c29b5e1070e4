import { makeStyles, tokens } from '@fluentui/react-components';
import {
  useId,
  useImperativeHandle,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
} from 'react';
import type { CatalogueCategory } from '../../../shared/catalogue/catalogue-row';
import type { OfferedRow } from '../../../shared/catalogue/offered-rows';
import { t } from '../../../shared/messages';
import { CatalogueEntry } from './CatalogueEntry';

const useStyles = makeStyles({
  list: {
    flex: '1 1 auto',
    minHeight: 0,
    overflowY: 'auto',
    scrollbarWidth: 'thin',
    padding: '0 8px 8px',
    scrollPaddingTop: '40px',
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
});

export interface CatalogueListHandle {
  readonly focusFirst: () => void;
}

interface CatalogueListProps {
  readonly handle: Ref<CatalogueListHandle>;
  readonly rows: readonly OfferedRow[];
  readonly cloudId: string;
  readonly isAdded: (resource: string) => boolean;
  readonly onAdd: (offered: OfferedRow, resource: string, instance: string | undefined) => void;
  /** Arrow up from the first one. */
  readonly onLeaveUpwards: () => void;
}

/** Rows under the headings of their categories, in the order of the first of each. */
function byCategory(
  rows: readonly OfferedRow[],
): readonly (readonly [CatalogueCategory, readonly OfferedRow[]])[] {
  const categories = [...new Set(rows.map(({ row }) => row.category))];
  return categories.map((category) => [category, rows.filter(({ row }) => row.category === category)]);
}

/** The buttons of each entry, in the order of the list. */
const stopsIn = (list: HTMLElement): readonly (readonly HTMLElement[])[] =>
  [...list.querySelectorAll('li')].map((entry) => [
    ...entry.querySelectorAll<HTMLElement>('[data-entry-stop]'),
  ]);

/** All APIs that were found. Up and Down go from one to the next, Left and Right between its buttons. */
export function CatalogueList({
  handle,
  rows,
  cloudId,
  isAdded,
  onAdd,
  onLeaveUpwards,
}: CatalogueListProps): ReactNode {
  const styles = useStyles();
  const headingId = useId();
  const list = useRef<HTMLDivElement>(null);
  const [openId, setOpenId] = useState<string>();
  const [chosenId, setChosenId] = useState<string>();
  const sections = byCategory(rows);
  const shown = sections.flatMap(([, entries]) => entries);
  const current = shown.find(({ row }) => row.id === chosenId) ?? shown[0];
  useImperativeHandle(handle, () => ({
    focusFirst: () => (list.current === null ? undefined : stopsIn(list.current)[0]?.[0]?.focus()),
  }));

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const { key, target, currentTarget } = event;
    if (!(target instanceof HTMLElement) || event.ctrlKey || event.metaKey || event.altKey) return;
    const stops = stopsIn(currentTarget);
    const entry = stops.findIndex((buttons) => buttons.includes(target));
    const button = stops[entry]?.indexOf(target) ?? -1;
    if (entry < 0) return;
    const goals: Readonly<Record<string, HTMLElement | undefined>> = {
      ArrowDown: stops[entry + 1]?.[button],
      ArrowUp: stops[entry - 1]?.[button],
      ArrowRight: stops[entry]?.[button + 1],
      ArrowLeft: stops[entry]?.[button - 1],
      Home: stops[0]?.[button],
      End: stops.at(-1)?.[button],
    };
    if (!Object.hasOwn(goals, key)) return;
    event.preventDefault();
    if (key === 'ArrowUp' && entry === 0) onLeaveUpwards();
    else goals[key]?.focus();
  };

  return (
    <div ref={list} className={styles.list} onKeyDown={onKeyDown}>
      {sections.map(([category, entries]) => (
        <section key={category} aria-labelledby={`${headingId}${category}`}>
          <h2 id={`${headingId}${category}`} className={styles.heading}>
            {t(`catalogue.category.${category}`)}
          </h2>
          <ul className={styles.entries}>
            {entries.map((offered) => {
              const { id } = offered.row;
              return (
                <CatalogueEntry
                  key={id}
                  offered={offered}
                  cloudId={cloudId}
                  added={isAdded(offered.resource)}
                  open={id === openId}
                  current={offered === current}
                  onAdd={(resource, instance) => onAdd(offered, resource, instance)}
                  onToggle={() => setOpenId(id === openId ? undefined : id)}
                  onFocus={() => setChosenId(id)}
                />
              );
            })}
          </ul>
        </section>
      ))}
    </div>
  );
}
