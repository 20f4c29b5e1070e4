import { makeStyles, tokens } from '@fluentui/react-components';
import {
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type Ref,
} from 'react';
import type { PresetView } from '../../../shared/snapshot';
import { copyKeys } from '../../../shared/copy-keys';
import { t } from '../../../shared/messages';
import { useSnapshot } from '../../bridge/use-snapshot';
import { inspectPreset } from '../inspector/inspector-commands';
import { useFormatOffer } from '../../use-format-offer';
import { DateTip } from './DateTip';
import { sections, wordsOf } from './filter-presets';
import { headingHeight, rowHeight, type ListSection } from './list-layout';
import { moveByStep, moveToGap, placeOf, type MoveStep } from './moves';
import { usePageActions } from './page-actions';
import {
  copyAs,
  copyInDefaultFormat,
  deletePreset,
  mayMove,
  movePreset,
  sayGiven,
  togglePin,
  tryIt,
} from './preset-commands';
import { PresetMenu, type MenuKind, type MenuPlace } from './PresetMenu';
import { PresetRow } from './PresetRow';
import { focusRow, neighbour, presetIdOf, rowOf, rowWith, stopsIn } from './row-elements';
import { rowKey } from './row-keys';
import { showToast } from '../toast/toast-store';
import { useDrawnItems } from './use-drawn-items';
import { useKeptFocus } from './use-kept-focus';
import { useRowDrop } from './use-row-drop';

const useStyles = makeStyles({
  list: {
    position: 'relative',
    flex: '1 1 auto',
    minHeight: 0,
    overflowY: 'auto',
    // Rows come and go while it scrolls: nothing is to hold on to one of them.
    overflowAnchor: 'none',
    scrollbarWidth: 'thin',
    padding: '0 8px 8px',
    scrollPaddingTop: '32px',
  },
  rows: { position: 'relative' },
  dropLine: {
    position: 'absolute',
    zIndex: 1,
    left: '8px',
    right: '8px',
    height: '2px',
    marginTop: '-1px',
    borderRadius: '1px',
    backgroundColor: tokens.colorBrandStroke1,
    pointerEvents: 'none',
    '::before': {
      content: '""',
      position: 'absolute',
      left: '-4px',
      top: '-3px',
      boxSizing: 'border-box',
      width: '8px',
      height: '8px',
      borderRadius: '50%',
      border: `2px solid ${tokens.colorBrandStroke1}`,
      backgroundColor: tokens.colorNeutralBackground1,
    },
    '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
  },
  heading: {
    boxSizing: 'border-box',
    height: `${headingHeight}px`,
    margin: 0,
    padding: '8px 8px 4px',
    fontSize: '12px',
    lineHeight: '16px',
    fontWeight: 600,
    color: tokens.colorNeutralForeground3,
  },
});

export interface PresetListHandle {
  readonly focusFirst: () => void;
  /** Brings it into view, too. */
  readonly focusPreset: (presetId: string) => void;
}

interface PresetListProps {
  readonly handle: Ref<PresetListHandle>;
  readonly presets: readonly PresetView[];
  /** What they were found by. */
  readonly query: string;
  /** Arrow up from the first row. */
  readonly onLeaveUpwards: () => void;
}

/**
 * The rows, of which those are drawn that are seen. One of them is in the tab order; arrows move on, and the row's keys
 * work as its menu says.
 */
export function PresetList({ handle, presets, query, onLeaveUpwards }: PresetListProps): ReactNode {
  const styles = useStyles();
  const headingId = useId();
  const list = useRef<HTMLDivElement>(null);
  const { copyInOtherFormat, editPreset, showIdentity } = usePageActions();
  const defaultFormat = useSnapshot(({ settings }) => settings.values.defaultFormat);
  const offer = useFormatOffer();
  const [chosenId, setChosenId] = useState<string>();
  const [menu, setMenu] = useState<MenuPlace>();
  const pressedWhileOpen = useRef<HTMLElement>(undefined);
  // The row that is to get the focus once it is drawn.
  const [wanted, setWanted] = useState<{ readonly id: string }>();
  const words = useMemo(() => wordsOf(query), [query]);
  const parts = useMemo((): readonly ListSection[] => {
    const { pinned, others } = sections(presets);
    return [
      { pinned: true, presets: pinned },
      { pinned: false, presets: others },
    ].filter((part) => part.presets.length > 0);
  }, [presets]);
  const shown = useMemo(() => parts.flatMap((part) => part.presets), [parts]);
  const ids = useMemo(() => shown.map(({ id }) => id), [shown]);
  const current = shown.find(({ id }) => id === chosenId) ?? shown[0];
  const presetOf = (row: HTMLElement | undefined): PresetView | undefined =>
    presets.find(({ id }) => id === presetIdOf(row));
  const dragged = useRowDrop(list, parts, (presetId, { pinned, gap }) => {
    const preset = shown.find(({ id }) => id === presetId);
    const move = moveToGap(shown, presetId, pinned, gap);
    const from = placeOf(shown, presetId);
    if (preset !== undefined && move !== undefined && from !== undefined) movePreset(preset, move, from);
  });
  const drawn = useDrawnItems(list, parts, [current?.id, wanted?.id, menu?.presetId, dragged?.presetId]);
  const focusPreset = (presetId: string | undefined): void => {
    if (presetId !== undefined) setWanted({ id: presetId });
  };
  useLayoutEffect(() => focusRow(rowWith(list.current, wanted?.id)), [wanted]);
  useImperativeHandle(handle, () => ({ focusFirst: () => focusPreset(ids[0]), focusPreset }));
  useKeptFocus(list, ids, shown.filter(({ pinned }) => pinned).length);

  const step = (preset: PresetView, by: MoveStep): void => {
    if (!mayMove(preset, words.length > 0)) return;
    const move = moveByStep(shown, preset.id, by);
    const from = placeOf(shown, preset.id);
    if (move === 'first' || move === 'last')
      return showToast({ text: t(`row.move.${move}`, { name: preset.name }) });
    if (move !== 'managed' && from !== undefined) movePreset(preset, move, from);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const row = rowOf(event.target);
    const preset = presetOf(row);
    if (row === undefined || preset === undefined) return;
    const key = rowKey(event, event.target !== row);
    if (key === undefined) return;
    event.preventDefault();
    const index = ids.indexOf(preset.id);
    const page = Math.max(1, Math.floor(event.currentTarget.clientHeight / rowHeight) - 1);
    switch (key) {
      case 'next':
        return focusPreset(ids[index + 1]);
      case 'previous':
        return index === 0 ? onLeaveUpwards() : focusPreset(ids[index - 1]);
      case 'first':
        return focusPreset(ids[0]);
      case 'last':
        return focusPreset(ids.at(-1));
      case 'next-page':
        return focusPreset(ids[Math.min(index + page, ids.length - 1)]);
      case 'previous-page':
        return focusPreset(ids[Math.max(index - page, 0)]);
      case 'move-up':
        return step(preset, 'up');
      case 'move-down':
        return step(preset, 'down');
      case 'move-top':
        return step(preset, 'top');
      case 'move-bottom':
        return step(preset, 'bottom');
      case 'forward':
        return neighbour(stopsIn(row), event.target, 1)?.focus();
      case 'back':
        return neighbour(stopsIn(row), event.target, -1)?.focus();
      case 'to-row':
        return row.focus();
      case 'copy-plain':
        return copyInDefaultFormat(preset);
      case 'copy-command':
        return copyCommand(preset);
      case 'formats':
        return copyInOtherFormat(preset.id);
      case 'pin':
        return togglePin(preset);
      case 'edit':
        return preset.isManaged ? sayGiven(preset) : editPreset(preset.id);
      case 'try':
        return tryIt(preset);
      case 'who':
        return showIdentity(preset.id);
      case 'inspect':
        return inspectPreset(preset.id);
      case 'delete':
        return preset.isManaged ? sayGiven(preset) : deletePreset(preset);
    }
  };

  const copyCommand = (preset: PresetView): void => {
    const { command } = copyKeys(defaultFormat, offer, preset);
    if (command !== undefined) copyAs(preset.id, command);
  };

  const onFocus = (event: FocusEvent): void => setChosenId(presetIdOf(rowOf(event.target)));

  const onClick = (event: MouseEvent): void => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-menu]') : null;
    const presetId = presetIdOf(rowOf(button));
    // A click outside closes a menu before this hears of it, and would open it again.
    const closing = button !== null && pressedWhileOpen.current === button;
    pressedWhileOpen.current = undefined;
    if (button === null || presetId === undefined || closing) return;
    const kind: MenuKind = button.dataset['menu'] === 'formats' ? 'formats' : 'all';
    setMenu({ kind, presetId, at: button, from: button });
  };

  const onContextMenu = (event: MouseEvent): void => {
    const row = rowOf(event.target);
    const presetId = presetIdOf(row);
    if (row === undefined || presetId === undefined) return;
    event.preventDefault();
    const point = new DOMRect(event.clientX, event.clientY, 0, 0);
    setMenu({ kind: 'all', presetId, at: { getBoundingClientRect: () => point }, from: row });
  };

  const rowsOf = (section: ListSection): ReactNode =>
    drawn.map((item) => {
      if (item.kind !== 'row' || item.section !== section) return null;
      const preset = section.presets[item.index];
      return (
        preset !== undefined && (
          <PresetRow
            key={item.id}
            preset={preset}
            index={item.index}
            inTabOrder={item.id === current?.id}
            menuOpen={menu?.presetId === item.id ? menu.kind : undefined}
            dragged={dragged?.presetId === item.id}
            words={words}
          />
        )
      );
    });
  const menuPreset = shown.find(({ id }) => id === menu?.presetId);

  return (
    <>
      <div
        ref={list}
        className={styles.list}
        onKeyDown={onKeyDown}
        onFocus={onFocus}
        onPointerDown={() => {
          pressedWhileOpen.current = menu?.from;
        }}
        onClick={onClick}
        onContextMenu={onContextMenu}
      >
        {parts.map((section) => {
          const { pinned, presets: rows } = section;
          const heading = `${headingId}${pinned ? 'pinned' : 'others'}`;
          return (
            <section key={heading} aria-labelledby={heading}>
              <h2 id={heading} className={styles.heading}>
                {t(pinned ? 'list.pinned' : parts.length > 1 ? 'list.others' : 'list.only')}
              </h2>
              <div
                role="grid"
                className={styles.rows}
                style={{ height: rows.length * rowHeight }}
                aria-labelledby={heading}
                aria-rowcount={rows.length}
              >
                {rowsOf(section)}
              </div>
            </section>
          );
        })}
        {dragged?.gap !== undefined && <div className={styles.dropLine} style={{ top: dragged.gap.top }} />}
        <DateTip list={list} />
      </div>
      {menu !== undefined && menuPreset !== undefined && (
        <PresetMenu
          preset={menuPreset}
          place={menu}
          onMove={words.length > 0 ? undefined : (by) => step(menuPreset, by)}
          onClose={() => setMenu(undefined)}
        />
      )}
    </>
  );
}
