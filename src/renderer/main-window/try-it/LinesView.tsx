import { Button, SearchBox, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  ArrowDownRegular,
  ArrowUpRegular,
  ChevronDownRegular,
  ChevronRightRegular,
} from '@fluentui/react-icons';
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { t } from '../../../shared/messages';
import { innerFocusRing } from '../focus-ring';
import { runCommand } from '../run-command';
import { showToast } from '../toast/toast-store';
import { around, findIn, mostHits, valueOf, visibleLines, type BodyLine } from './body-lines';
import { LinePieces } from './LinePieces';

const useStyles = makeStyles({
  find: {
    flex: '0 0 auto',
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    padding: '8px 12px',
  },
  box: { flex: '1 1 0', minWidth: 0, maxWidth: 'none', boxSizing: 'border-box' },
  hits: {
    flex: '0 0 auto',
    minWidth: '56px',
    textAlign: 'right',
    fontSize: '12px',
    lineHeight: '16px',
    fontVariantNumeric: 'tabular-nums',
    color: tokens.colorNeutralForeground3,
  },
  scroll: {
    flex: '1 1 0',
    minHeight: 0,
    overflowY: 'auto',
    scrollbarWidth: 'thin',
    backgroundColor: tokens.colorNeutralBackground1,
    ':focus-visible': innerFocusRing,
  },
  sizer: { position: 'relative', width: '100%' },
  row: {
    position: 'absolute',
    top: 0,
    left: 0,
    boxSizing: 'border-box',
    width: '100%',
    minHeight: '20px',
    display: 'flex',
    paddingRight: '12px',
    fontFamily: 'ui-monospace, monospace',
    fontSize: '12px',
    lineHeight: '20px',
    cursor: 'default',
  },
  active: {
    backgroundColor: tokens.colorSubtleBackgroundSelected,
    '@media (forced-colors: active)': { outline: '1px solid Highlight', outlineOffset: '-1px' },
  },
  mark: { flex: '0 0 20px', display: 'grid', placeItems: 'center', height: '20px', fontSize: '12px' },
  pieces: {
    flex: '1 1 0',
    minWidth: 0,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    userSelect: 'text',
  },
});

/** Deeper lines are not moved in any further, so that there is room for them. */
const deepestIndent = 16;

interface LinesViewProps {
  readonly text: string;
  readonly lines: readonly BodyLine[];
  readonly isJson: boolean;
}

/** Many lines, of which only those on the screen are drawn. JSON is a tree: arrows move, fold and unfold. */
export function LinesView({ text, lines, isJson }: LinesViewProps): ReactNode {
  const styles = useStyles();
  const id = useId();
  const scroll = useRef<HTMLDivElement>(null);
  const [folded, setFolded] = useState<ReadonlySet<number>>(new Set());
  const [active, setActive] = useState(0);
  const [query, setQuery] = useState('');
  const [hitNumber, setHitNumber] = useState(0);
  const visible = useMemo(() => visibleLines(lines, folded), [lines, folded]);
  const hits = useMemo(() => findIn(text, lines, query), [text, lines, query]);
  const hit = hits[hitNumber];
  const virtualizer = useVirtualizer({
    count: visible.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => 20,
    overscan: 20,
  });
  const placeOf = useCallback(
    (line: number): number => visible.findLastIndex((each) => each <= line),
    [visible],
  );

  const show = (line: number): void => {
    setActive(line);
    virtualizer.scrollToIndex(placeOf(line), { align: 'auto' });
  };
  // What a hit is in is unfolded first; then there is something to scroll to.
  useEffect(() => {
    if (hit === undefined) return;
    const hiding = around(lines, hit.line).filter((line) => folded.has(line));
    if (hiding.length > 0) {
      setFolded((before) => new Set([...before].filter((line) => !hiding.includes(line))));
      return;
    }
    setActive(hit.line);
    virtualizer.scrollToIndex(placeOf(hit.line), { align: 'auto' });
  }, [hit, folded, lines, placeOf, virtualizer]);

  const setOpen = (line: number, open: boolean): void =>
    setFolded((before) => {
      const after = new Set(before);
      if (open) after.delete(line);
      else after.add(line);
      return after;
    });
  const copyValue = (line: number): void => {
    const value = valueOf(text, lines, line);
    if (value === undefined) return;
    void runCommand('copyTrialBody', value).then(({ outcome }) => {
      if (outcome === 'done') showToast({ text: t('try-it.value-copied') });
    });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const command = event.ctrlKey || event.metaKey;
    if (command && event.key.toLowerCase() === 'c' && window.getSelection()?.isCollapsed !== false) {
      event.preventDefault();
      return copyValue(active);
    }
    if (command || event.altKey || event.shiftKey || !isJson) return;
    const place = placeOf(active);
    const { fold, parent = -1 } = lines[active] ?? {};
    const isFolded = folded.has(active);
    const page = Math.max(1, Math.floor((scroll.current?.clientHeight ?? 0) / 20) - 1);
    const move = (to: number): void => {
      const line = visible[Math.min(Math.max(to, 0), visible.length - 1)];
      if (line !== undefined) show(line);
    };
    const moves: Readonly<Partial<Record<string, () => void>>> = {
      ArrowDown: () => move(place + 1),
      ArrowUp: () => move(place - 1),
      PageDown: () => move(place + page),
      PageUp: () => move(place - page),
      Home: () => move(0),
      End: () => move(visible.length - 1),
      ArrowRight: () =>
        fold !== undefined && isFolded ? setOpen(active, true) : move(place + (fold === undefined ? 0 : 1)),
      ArrowLeft: () =>
        fold !== undefined && !isFolded ? setOpen(active, false) : parent >= 0 ? show(parent) : undefined,
      Enter: () => (fold === undefined ? undefined : setOpen(active, isFolded)),
      ' ': () => (fold === undefined ? undefined : setOpen(active, isFolded)),
    };
    const act = moves[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  };
  const next = (step: 1 | -1): void => {
    if (hits.length > 0) setHitNumber((before) => (before + step + hits.length) % hits.length);
  };

  return (
    <>
      <div className={styles.find}>
        <SearchBox
          className={styles.box}
          size="small"
          value={query}
          placeholder={t('try-it.find')}
          aria-label={t('try-it.find')}
          onChange={(_event, { value }) => {
            setQuery(value);
            setHitNumber(0);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && query !== '') {
              event.preventDefault();
              event.stopPropagation();
              setQuery('');
            } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
              event.preventDefault();
              next(event.shiftKey ? -1 : 1);
            }
          }}
        />
        <span role="status" className={styles.hits}>
          {query === '' ? '' : hitWords(hitNumber, hits.length)}
        </span>
        <Button
          size="small"
          appearance="subtle"
          icon={<ArrowUpRegular />}
          aria-label={t('try-it.find.previous')}
          title={t('try-it.find.previous')}
          disabledFocusable={hits.length === 0}
          onClick={() => next(-1)}
        />
        <Button
          size="small"
          appearance="subtle"
          icon={<ArrowDownRegular />}
          aria-label={t('try-it.find.next')}
          title={t('try-it.find.next')}
          disabledFocusable={hits.length === 0}
          onClick={() => next(1)}
        />
      </div>
      <div
        ref={scroll}
        className={styles.scroll}
        tabIndex={0}
        role={isJson ? 'tree' : 'region'}
        aria-label={t('try-it.body.label')}
        {...(isJson ? { 'aria-activedescendant': `${id}-${String(active)}` } : {})}
        onKeyDown={onKeyDown}
      >
        <div className={styles.sizer} role="presentation" style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ key, index, start }) => {
            const number = visible[index] ?? 0;
            const line = lines[number];
            if (line === undefined) return null;
            const isFolded = folded.has(number);
            return (
              <div
                key={key}
                ref={virtualizer.measureElement}
                data-index={index}
                id={`${id}-${String(number)}`}
                className={mergeClasses(styles.row, isJson && number === active && styles.active)}
                style={{ transform: `translateY(${String(start)}px)`, paddingLeft: indentOf(line, isJson) }}
                onClick={() => setActive(number)}
                onDoubleClick={() => (line.fold === undefined ? undefined : setOpen(number, isFolded))}
                {...(isJson ? treeItem(line, isFolded) : {})}
              >
                {isJson && (
                  <span
                    className={styles.mark}
                    aria-hidden
                    onClick={() => (line.fold === undefined ? undefined : setOpen(number, isFolded))}
                  >
                    {line.fold === undefined ? null : isFolded ? (
                      <ChevronRightRegular />
                    ) : (
                      <ChevronDownRegular />
                    )}
                  </span>
                )}
                <span className={styles.pieces}>
                  <LinePieces text={text} line={line} query={query} hitAt={hit?.start} />
                  {isFolded && line.fold !== undefined && (
                    <FoldedRest text={text} line={line} closing={lines[line.fold.end]} />
                  )}
                </span>
              </div>
            );
          })}
        </div>
      </div>
    </>
  );
}

/** How many are in it, and what closes it. */
function FoldedRest({
  text,
  line,
  closing,
}: {
  readonly text: string;
  readonly line: BodyLine;
  readonly closing: BodyLine | undefined;
}): ReactNode {
  return (
    <>
      {` ${t('try-it.members', { count: line.fold?.count ?? 0 })} `}
      {closing !== undefined && <LinePieces text={text} line={closing} query="" hitAt={undefined} />}
    </>
  );
}

const treeItem = ({ depth, fold }: BodyLine, isFolded: boolean) => ({
  role: 'treeitem',
  'aria-level': depth + 1,
  'aria-selected': false,
  ...(fold === undefined ? {} : { 'aria-expanded': !isFolded }),
});

const indentOf = ({ depth }: BodyLine, isJson: boolean): number =>
  isJson ? 4 + Math.min(depth, deepestIndent) * 12 : 16;

function hitWords(number: number, count: number): string {
  if (count === 0) return t('try-it.find.none');
  return count >= mostHits
    ? t('try-it.find.many', { number: number + 1, count })
    : t('try-it.find.hits', { number: number + 1, count });
}
