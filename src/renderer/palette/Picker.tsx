import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import {
  useCallback,
  useEffect,
  useRef,
  type ChangeEvent,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type ReactNode,
} from 'react';
import { t } from '../../shared/messages';
import { isMac, withCommand } from './key-words';
import { rowAfter } from './list-moves';
import { paletteKey, type PaletteKey } from './palette-keys';
import { useFocus } from './use-focus';

export interface PickerRow {
  readonly id: string;
  /** Ids of the elements that name it, within `content`. */
  readonly labelledBy: string;
  readonly content: ReactNode;
}

interface PickerProps {
  /** Before the input. */
  readonly lead: ReactNode;
  readonly label: string;
  readonly placeholder: string;
  readonly query: string;
  readonly listLabel: string;
  readonly rows: readonly PickerRow[];
  /** -1: none, so that Enter does nothing. */
  readonly chosen: number;
  /** Instead of the list when there is no row. */
  readonly nothing: ReactNode;
  /** For screen readers, how many rows were found. */
  readonly found: string;
  readonly foot: ReactNode;
  readonly onQuery: (query: string) => void;
  readonly onChoose: (index: number) => void;
  /** A key that neither moves nor is for the text, and the row it is for: the chosen one, or that with the number. */
  readonly onKey: (key: PaletteKey, index: number) => void;
}

/** In px, as palette.css has them. */
const rowHeight = 44;
const listPadding = 6;

/** As many rows as are seen at once. */
const pageOfRows = 9;

const optionId = (id: string): string => `option-${id}`;

const rowIndex = (target: EventTarget): number | undefined => {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null;
  return row === null ? undefined : Number(row.dataset['index']);
};

/**
 * An input with a list below it. The focus stays in the input; keys move the choice in the list:
 * https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
 */
export function Picker(props: PickerProps): ReactNode {
  const { rows, chosen, onChoose, onKey } = props;
  const input = useFocus<HTMLInputElement>();
  const list = useRef<HTMLUListElement>(null);
  const pointer = useRef<{ readonly x: number; readonly y: number }>(undefined);
  const chosenId = rows[chosen]?.id;
  // Those rows are drawn that are seen, and the chosen one, which the input refers to.
  const withChosen = useCallback(
    (range: Range) => {
      const seen = defaultRangeExtractor(range);
      return chosen < 0 || chosen >= range.count || seen.includes(chosen)
        ? seen
        : [...seen, chosen].sort((one, other) => one - other);
    },
    [chosen],
  );
  const virtualizer = useVirtualizer<HTMLUListElement, HTMLLIElement>({
    count: rows.length,
    getScrollElement: () => list.current,
    estimateSize: () => rowHeight,
    paddingStart: listPadding,
    initialRect: { width: window.innerWidth, height: pageOfRows * rowHeight },
    overscan: pageOfRows,
    rangeExtractor: withChosen,
  });

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [chosenId]);

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    // While a letter is being put together, the keys are for that.
    if (event.nativeEvent.isComposing) return;
    const { value, selectionStart: start, selectionEnd: end } = event.currentTarget;
    const caret = {
      atStart: start === 0 && end === 0,
      atEnd: start === value.length && end === value.length,
    };
    const key = paletteKey(event, caret, isMac);
    if (key === undefined) return;
    event.preventDefault();
    if (typeof key === 'number') return key < rows.length ? onKey(key, key) : undefined;
    const moved = rowAfter(key, chosen, rows.length);
    if (moved !== undefined) onChoose(moved);
    else onKey(key, chosen);
  };

  const onPointerMove = ({ target, screenX: x, screenY: y }: PointerEvent): void => {
    const before = pointer.current;
    pointer.current = { x, y };
    // A window that opens or a list that scrolls under a resting pointer is no choice.
    if (before === undefined || (before.x === x && before.y === y)) return;
    const index = rowIndex(target);
    if (index !== undefined && index !== chosen) onChoose(index);
  };

  const onClick = (event: MouseEvent): void => {
    const index = rowIndex(event.target);
    if (index === undefined) return;
    const other = isMac ? event.metaKey : event.ctrlKey;
    onKey(event.altKey ? 'formats' : other ? 'copy-other' : 'copy', index);
  };

  return (
    <main className="palette">
      <h1 className="spoken">{t('palette.title')}</h1>
      <div className="search">
        {props.lead}
        <input
          ref={input}
          className="input"
          type="text"
          role="combobox"
          aria-expanded={rows.length > 0}
          aria-controls="list"
          aria-autocomplete="list"
          aria-activedescendant={chosenId === undefined ? undefined : optionId(chosenId)}
          aria-label={props.label}
          placeholder={props.placeholder}
          autoComplete="off"
          spellCheck={false}
          value={props.query}
          onChange={(event: ChangeEvent<HTMLInputElement>) => props.onQuery(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
      </div>
      <div className="list-room">
        <ul
          ref={list}
          id="list"
          className="list"
          role="listbox"
          aria-label={props.listLabel}
          hidden={rows.length === 0}
          // A click must not take the focus from the input.
          onMouseDown={(event) => event.preventDefault()}
          onPointerMove={onPointerMove}
          onClick={onClick}
        >
          <li role="presentation" style={{ height: rows.length * rowHeight }} />
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const row = rows[index];
            return (
              row !== undefined && (
                <li
                  key={row.id}
                  id={optionId(row.id)}
                  className="row"
                  role="option"
                  aria-selected={index === chosen}
                  aria-labelledby={row.labelledBy}
                  aria-setsize={rows.length}
                  aria-posinset={index + 1}
                  data-index={index}
                  style={{ top: start }}
                >
                  {row.content}
                  {index < 9 && <span className="number" data-keys={withCommand(String(index + 1))} />}
                </li>
              )
            );
          })}
        </ul>
        {rows.length === 0 && props.nothing}
      </div>
      <p className="spoken" role="status">
        {props.found}
      </p>
      {props.foot}
    </main>
  );
}
