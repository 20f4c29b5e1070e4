import { isArray, isObject, type Json } from './answer';

/** What Python's `str` makes of a value: az's tables and tab-separated lines have it. */
export function pythonText(value: Json): string {
  if (typeof value === 'string') return value;
  return repr(value);
}

function repr(value: Json): string {
  if (value === null) return 'None';
  if (value === true) return 'True';
  if (value === false) return 'False';
  if (typeof value === 'string') return quoted(value);
  if (isArray(value)) return `[${value.map(repr).join(', ')}]`;
  if (isObject(value))
    return `{${Object.entries(value)
      .map(([key, each]) => `${quoted(key)}: ${repr(each)}`)
      .join(', ')}}`;
  return String(value);
}

const quoted = (text: string): string =>
  text.includes("'") && !text.includes('"')
    ? `"${text.replaceAll('\\', '\\\\')}"`
    : `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
