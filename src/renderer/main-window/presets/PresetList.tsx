import { showToast } from '../toast/toast-store';
import { makeStyles, tokens } from '@fluentui/react-components';
import {
  useId,
  useImperativeHandle,
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
import { factsOf } from '../../../shared/offered-formats';
import { useSnapshot } from '../../bridge/use-snapshot';
import { inspectPreset } from '../inspector/inspector-commands';
import { useFormatOffer } from '../../use-format-offer';
import { DateTip } from './DateTip';
import { sections } from './filter-presets';
import { usePageActions } from './page-actions';
import { copyAs, copyInDefaultFormat, deletePreset, togglePin, tryIt } from './preset-commands';
import { PresetMenu, type MenuKind, type MenuPlace } from './PresetMenu';
import { PresetRow } from './PresetRow';
import { neighbour, presetIdOf, rowOf, rowsIn, stopsIn } from './row-elements';
import { rowKey } from './row-keys';
import { useKeptFocus } from './use-kept-focus';

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
}

/** A key that would change what is not the person's to change. */
const sayGiven = ({ team }: PresetView): void =>
  showToast({ text: team === undefined ? t('row.managed') : t('row.team.fixed', { team }) });

interface PresetListProps {
  readonly handle: Ref<PresetListHandle>;
  readonly presets: readonly PresetView[];
  /** Arrow up from the first row. */
  readonly onLeaveUpwards: () => void;
}

/** The rows. One of them is in the tab order; arrows move on, and the row's keys work as its menu says. */
export function PresetList({ handle, presets, onLeaveUpwards }: PresetListProps): ReactNode {
  const styles = useStyles();
  const headingId = useId();
  const list = useRef<HTMLDivElement>(null);
  const { copyInOtherFormat, editPreset, showIdentity } = usePageActions();
  const defaultFormat = useSnapshot(({ settings }) => settings.values.defaultFormat);
  const offer = useFormatOffer();
  const [chosenId, setChosenId] = useState<string>();
  const [menu, setMenu] = useState<MenuPlace>();
  const pressedWhileOpen = useRef<HTMLElement>(undefined);
  const { pinned, others } = sections(presets);
  const shown = [...pinned, ...others];
  const current = shown.find(({ id }) => id === chosenId) ?? shown[0];
  const presetOf = (row: HTMLElement | undefined): PresetView | undefined =>
    presets.find(({ id }) => id === presetIdOf(row));
  useImperativeHandle(handle, () => ({
    focusFirst: () => (list.current === null ? undefined : rowsIn(list.current)[0]?.focus()),
  }));
  useKeptFocus(list, [pinned, others].map((part) => part.map(({ id }) => id).join(' ')).join('|'));

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const row = rowOf(event.target);
    const preset = presetOf(row);
    if (row === undefined || preset === undefined) return;
    const key = rowKey(event, event.target !== row);
    if (key === undefined) return;
    event.preventDefault();
    const rows = rowsIn(event.currentTarget);
    switch (key) {
      case 'next':
        return neighbour(rows, row, 1)?.focus();
      case 'previous':
        return row === rows[0] ? onLeaveUpwards() : neighbour(rows, row, -1)?.focus();
      case 'first':
        return rows[0]?.focus();
      case 'last':
        return rows.at(-1)?.focus();
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
    const { command } = copyKeys(defaultFormat, offer, factsOf(preset));
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

  const rowsOf = (part: readonly PresetView[]): ReactNode =>
    part.map((preset) => (
      <PresetRow
        key={preset.id}
        preset={preset}
        inTabOrder={preset.id === current?.id}
        menuOpen={menu?.presetId === preset.id ? menu.kind : undefined}
      />
    ));
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
        {pinned.length > 0 && (
          <section aria-labelledby={`${headingId}pinned`}>
            <h2 id={`${headingId}pinned`} className={styles.heading}>
              {t('list.pinned')}
            </h2>
            <div role="grid" aria-labelledby={`${headingId}pinned`}>
              {rowsOf(pinned)}
            </div>
          </section>
        )}
        {others.length > 0 && (
          <section aria-labelledby={`${headingId}others`}>
            <h2 id={`${headingId}others`} className={styles.heading}>
              {t(pinned.length > 0 ? 'list.others' : 'list.only')}
            </h2>
            <div role="grid" aria-labelledby={`${headingId}others`}>
              {rowsOf(others)}
            </div>
          </section>
        )}
        <DateTip list={list} />
      </div>
      {menu !== undefined && menuPreset !== undefined && (
        <PresetMenu preset={menuPreset} place={menu} onClose={() => setMenu(undefined)} />
      )}
    </>
  );
}
