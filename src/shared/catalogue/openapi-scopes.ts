/** What an OpenAPI description says of how to get in. */
export interface OpenApiAccess {
  readonly scopes: readonly string[];
  /** The first of its servers. */
  readonly server?: string;
}

/** Values that are looked at in one description. */
const mostValues = 50_000;

/** Reads the scopes of an OpenAPI description, or of a piece of one, in JSON or YAML. Undefined: it has none. */
export function openApiAccess(text: string): OpenApiAccess | undefined {
  if (!/\bscopes\b|\bsecurity\b/i.test(text)) return undefined;
  const value = fromJson(text);
  const access = value === undefined ? fromLines(text) : fromValue(value);
  return access.scopes.length === 0 ? undefined : access;
}

function fromJson(text: string): object | undefined {
  const trimmed = text.trim().replace(/,$/, '');
  // A piece of a description begins in the middle: `"scopes": { … }`.
  for (const candidate of [trimmed, `{${trimmed}}`]) {
    try {
      const value: unknown = JSON.parse(candidate);
      if (typeof value === 'object' && value !== null) return value;
    } catch {
      // YAML, or no description at all.
    }
  }
  return undefined;
}

/** Without recursion, since a description may be as deep as it is long. */
function fromValue(start: object): OpenApiAccess {
  const scopes = new Set<string>();
  let server: string | undefined;
  const waiting: object[] = [start];
  for (let seen = 0; waiting.length > 0 && seen < mostValues; seen += 1) {
    const current = waiting.pop();
    if (current === undefined) break;
    for (const [name, value] of Object.entries(current) as [string, unknown][]) {
      if (typeof value !== 'object' || value === null) continue;
      if (name === 'scopes') for (const scope of namesIn(value)) scopes.add(scope);
      else if (name === 'security' && Array.isArray(value)) {
        for (const scope of value.flatMap(requiredBy)) scopes.add(scope);
      } else if (name === 'servers' && Array.isArray(value)) server ??= urlIn(value[0]);
      if (waiting.length < mostValues) waiting.push(value);
    }
  }
  return { scopes: [...scopes], ...(server === undefined ? {} : { server }) };
}

/** `{ "oauth2": ["scope"] }` */
const requiredBy = (requirement: unknown): readonly string[] =>
  typeof requirement === 'object' && requirement !== null
    ? Object.values(requirement).flatMap((wanted: unknown) => (Array.isArray(wanted) ? namesIn(wanted) : []))
    : [];

/** A map has them as keys, a list as values. */
const namesIn = (value: object): readonly string[] =>
  Array.isArray(value) ? value.filter((each: unknown) => typeof each === 'string') : Object.keys(value);

function urlIn(server: unknown): string | undefined {
  if (typeof server !== 'object' || server === null || !('url' in server)) return undefined;
  return typeof server.url === 'string' ? server.url : undefined;
}

const mapKey = /^\s+(?:"([^"]+)"|'([^']+)'|([^\s"'#-][^\s#]*?))\s?:(?:\s|$|,)/;
const listItem = /^\s*-\s+(?:"([^"]+)"|'([^']+)'|([^\s"'#:][^\s#,]*))\s*$/;
const indentOf = (line: string): number => line.length - line.trimStart().length;

/** YAML, and JSON that is cut off: lines further in than `scopes:` name them, and list items below `security:`. */
function fromLines(text: string): OpenApiAccess {
  const scopes = new Set<string>();
  let indent: number | undefined;
  let required: number | undefined;
  let server: string | undefined;
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === '' || line.length > 4000) continue;
    server ??= /^\s*-\s+url:\s*['"]?(https?:[^\s'"]+)/.exec(line)?.[1];
    if (/^[\s-]*["']?security["']?\s*:/.test(line)) {
      [required, indent] = [indentOf(line), undefined];
      addRequired(scopes, line);
      continue;
    }
    if (required !== undefined) {
      if (indentOf(line) > required || line.trimStart().startsWith('-')) {
        addRequired(scopes, line);
        continue;
      }
      required = undefined;
    }
    const opened = /^[\s-]*["']?scopes["']?\s*:\s*(\{[^}]*\}?)?/.exec(line);
    if (opened !== null) {
      indent = indentOf(line);
      for (const part of (opened[1] ?? '').replace(/[{}]/g, '').split(','))
        addTo(scopes, mapKey.exec(` ${part.trim()}`));
      continue;
    }
    if (indent === undefined) continue;
    if (indentOf(line) <= indent && !line.trimStart().startsWith('-')) indent = undefined;
    else addTo(scopes, mapKey.exec(line) ?? listItem.exec(line));
  }
  return { scopes: [...scopes], ...(server === undefined ? {} : { server }) };
}

/** `- entra: [one, two]`, or one of the items below `- entra:`. */
function addRequired(scopes: Set<string>, line: string): void {
  const listed = /\[([^[\]]*)\]/.exec(line)?.[1];
  if (listed === undefined) {
    if (!line.trimEnd().endsWith(':')) addTo(scopes, listItem.exec(line));
    return;
  }
  for (const part of listed.split(',')) {
    const name = part.trim().replace(/^["']|["']$/g, '');
    if (name !== '') scopes.add(name);
  }
}

function addTo(scopes: Set<string>, found: RegExpExecArray | null): void {
  const name = found?.[1] ?? found?.[2] ?? found?.[3];
  if (name !== undefined) scopes.add(name.trim());
}
