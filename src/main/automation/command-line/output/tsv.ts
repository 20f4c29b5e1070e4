import { byCodePoint, isArray, isObject, type Json } from './answer';
import { pythonText } from './python-text';

/**
 * Tab-separated lines as `az --output tsv` writes them: a list is as long as it is, and an object has its values in the
 * order of their names, unless the query has made it.
 * @param isMade whether an object is the query's own
 */
export function tsv(value: Json, isMade: (object: Json) => boolean): string {
  const rows = isArray(value) ? value : [value];
  return rows.map((row) => `${line(row, isMade)}\n`).join('');
}

function line(row: Json, isMade: (object: Json) => boolean): string {
  if (isArray(row)) return row.map(field).join('\t');
  if (isObject(row)) {
    const keys = isMade(row) ? Object.keys(row) : Object.keys(row).sort(byCodePoint);
    return keys.map((key) => field(row[key] ?? null)).join('\t');
  }
  return typeof row === 'boolean' ? String(row) : field(row);
}

function field(value: Json): string {
  if (isArray(value)) return String(value.length);
  return isObject(value) ? '' : pythonText(value);
}
