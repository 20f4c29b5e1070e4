import { byCodePoint, isArray, isObject, type Json, type JsonObject } from './answer';
import { pythonText } from './python-text';

// As knack does it: these say little to a person.
const skipped = new Set(['id', 'type', 'etag']);

/** The wall between two columns, and what a heading has more than its name at least. As tabulate's "simple". */
const gap = '  ';
const headingRoom = 2;

/**
 * A table as `az --output table` writes it.
 * @param sorted by the names of columns, as where nobody has said which
 */
export function table(value: Json, sorted: boolean): string {
  const rows = (isArray(value) ? value : [value]).map((item) => row(item, sorted));
  const columns = [...new Set(rows.flatMap((each) => [...each.keys()]))];
  // Nothing in it that a table could show, which is no failure to az.
  if (columns.length === 0) return '\n';
  const cells = rows.map((each) => columns.map((name) => each.get(name) ?? ''));
  const widths = columns.map((name, index) =>
    Math.max(name.length + headingRoom, ...cells.map((each) => longestLine(each[index] ?? ''))),
  );
  const line = (texts: readonly string[]): string =>
    texts
      .map((text, index) => text.padEnd(widths[index] ?? 0))
      .join(gap)
      .trimEnd();
  const rule = widths.map((width) => '-'.repeat(width)).join(gap);
  return [line(columns), rule, ...cells.flatMap(linesOf).map(line)].map((each) => `${each}\n`).join('');
}

function row(item: Json, sorted: boolean): ReadonlyMap<string, string> {
  if (isArray(item)) return new Map(item.map((each, index) => [`Column${index + 1}`, cell(each)]));
  if (!isObject(item)) return new Map([['Result', cell(item)]]);
  const keys = sorted ? Object.keys(item).sort(byCodePoint) : Object.keys(item);
  return new Map(
    keys.filter((key) => isShown(key, item)).map((key) => [heading(key), cell(item[key] ?? null)]),
  );
}

function isShown(key: string, item: JsonObject): boolean {
  const value = item[key] ?? null;
  return !skipped.has(key) && value !== null && !isArray(value) && !isObject(value);
}

const heading = (key: string): string => key.slice(0, 1).toUpperCase() + key.slice(1);

const cell = (value: Json): string => (value === null ? '' : pythonText(value));

const longestLine = (text: string): number => Math.max(...text.split(/\r?\n/).map((line) => line.length));

/** A row whose cells have several lines takes as many. */
function linesOf(cells: readonly string[]): readonly (readonly string[])[] {
  const parts = cells.map((each) => each.split(/\r?\n/));
  const height = Math.max(...parts.map(({ length }) => length));
  return Array.from({ length: height }, (_each, index) => parts.map((lines) => lines[index] ?? ''));
}
