import { quoteForCmd, quoteForPosix, quoteForPowerShell } from './quoting';
import { authorization, sentRequest } from './sent-request';
import type { SnippetInput } from './snippet-input';

/** What can stand in a template of one's own. */
export const placeholders = [
  'token',
  'authorization',
  'url',
  'method',
  'headers',
  'body',
  'scope',
  'resource',
  'expiresOn',
  'tenantId',
  'subscriptionId',
  'name',
] as const;
export type Placeholder = (typeof placeholders)[number];

/** Ways to write a value so that nothing in it is taken for more. */
export const filters = ['sh', 'ps', 'cmd', 'json', 'url', 'base64'] as const;
export type Filter = (typeof filters)[number];

/** Where something in a template is, from 1 on. */
export interface TemplatePlace {
  readonly line: number;
  readonly column: number;
}

export type TemplateProblem = TemplatePlace &
  (
    | { readonly kind: 'unknown-placeholder' | 'unknown-filter'; readonly name: string }
    | { readonly kind: 'not-closed' | 'empty' }
  );

/** Something that may be as it is meant, and often is not. */
export interface TemplateWarning extends TemplatePlace {
  readonly kind: 'unquoted' | 'quoted-twice';
  readonly placeholder: Placeholder;
}

export type TemplatePart =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'value';
      readonly placeholder: Placeholder;
      readonly filters: readonly Filter[];
      readonly place: TemplatePlace;
    };

export type ParsedTemplate =
  | { readonly ok: true; readonly parts: readonly TemplatePart[] }
  | { readonly ok: false; readonly problems: readonly TemplateProblem[] };

const isPlaceholder = (name: string): name is Placeholder =>
  (placeholders as readonly string[]).includes(name);
const isFilter = (name: string): name is Filter => (filters as readonly string[]).includes(name);

/** `{{name}}` and `{{name|filter|filter}}` are values; `\{{` is two braces. */
export function parseTemplate(text: string): ParsedTemplate {
  const parts: TemplatePart[] = [];
  const problems: TemplateProblem[] = [];
  let end = 0;
  for (const match of text.matchAll(/\\\{\{|\{\{((?:(?!\{\{|\}\})[^\n])*)(\}\})?/g)) {
    const [whole, inner = '', closed] = match;
    if (match.index > end) parts.push({ kind: 'text', text: text.slice(end, match.index) });
    end = match.index + whole.length;
    if (whole.startsWith('\\')) {
      parts.push({ kind: 'text', text: '{{' });
      continue;
    }
    const place = placeAt(text, match.index);
    if (closed === undefined) {
      problems.push({ kind: 'not-closed', ...place });
      continue;
    }
    const [name = '', ...wanted] = inner.split('|').map((word) => word.trim());
    if (name === '') problems.push({ kind: 'empty', ...place });
    else if (!isPlaceholder(name)) problems.push({ kind: 'unknown-placeholder', name, ...place });
    problems.push(
      ...wanted
        .filter((filter) => !isFilter(filter))
        .map((filter) => ({ kind: 'unknown-filter', name: filter, ...place }) as const),
    );
    if (isPlaceholder(name))
      parts.push({ kind: 'value', placeholder: name, filters: wanted.filter(isFilter), place });
  }
  if (end < text.length) parts.push({ kind: 'text', text: text.slice(end) });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, parts };
}

function placeAt(text: string, index: number): TemplatePlace {
  const lines = text.slice(0, index).split('\n');
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}

const ofRequest: ReadonlySet<Placeholder> = new Set<Placeholder>(['url', 'method', 'headers', 'body']);

/** Whether something of a sample request stands in it. */
export const needsRequest = (parts: readonly TemplatePart[]): boolean =>
  parts.some((part) => part.kind === 'value' && ofRequest.has(part.placeholder));

/** The text that a template becomes. @throws where it needs a request and there is none that can be sent */
export function fillTemplate(parts: readonly TemplatePart[], input: SnippetInput): string {
  const values = valuesOf(input, needsRequest(parts));
  return parts
    .map((part) =>
      part.kind === 'text'
        ? part.text
        : part.filters.reduce((value, filter) => written[filter](value), values[part.placeholder]),
    )
    .join('');
}

const written: Readonly<Record<Filter, (value: string) => string>> = {
  sh: quoteForPosix,
  ps: quoteForPowerShell,
  cmd: quoteForCmd,
  json: (value) => JSON.stringify(value),
  // The marks that `encodeURIComponent` leaves are special to shells. RFC 3986, section 2.2
  url: (value) =>
    encodeURIComponent(value).replace(
      /[!'()*]/g,
      (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
    ),
  base64: (value) =>
    btoa(Array.from(new TextEncoder().encode(value), (byte) => String.fromCharCode(byte)).join('')),
};

function valuesOf(input: SnippetInput, wantsRequest: boolean): Readonly<Record<Placeholder, string>> {
  const { presetName, scopes, token } = input;
  const request = wantsRequest ? sentRequest(input) : undefined;
  const scope = scopes.join(' ');
  return {
    token: token.accessToken,
    authorization: authorization(input)[0]?.value ?? '',
    url: request?.url ?? '',
    method: request?.method ?? '',
    headers: (request?.headers ?? [])
      .filter(({ name }) => name.toLowerCase() !== 'authorization')
      .map(({ name, value }) => `${name}: ${value}`)
      .join('\n'),
    body: request?.body ?? '',
    scope,
    resource: (scopes[0] ?? '').replace(/\/[^/]*$/, ''),
    expiresOn: new Date(token.expiresOn).toISOString(),
    tenantId: token.tenantId,
    subscriptionId: token.subscriptionId ?? '',
    name: oneLine(presetName),
  };
}

/** A name is for reading; a second line in it would be a command of its own. */
const oneLine = (name: string): string => name.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();

/** These have nothing in them that is special to a shell. */
const harmless: ReadonlySet<Placeholder> = new Set<Placeholder>(['token', 'method', 'expiresOn', 'tenantId']);
const quoting: ReadonlySet<Filter> = new Set<Filter>(['sh', 'ps', 'cmd']);
const encoding: ReadonlySet<Filter> = new Set<Filter>(['url', 'base64']);

const shellLine =
  /^\s*(?:[$#>]\s+|sudo\s+)?(?:\w+=\S*\s+)*(?:curl(?:\.exe)?|wget|https?|xh|az|export|set|setx|psql|mysql|sqlcmd|kubectl|docker|helm|git|echo|printf|bash|sh|cmd|pwsh|powershell|jq|node|python3?|\$env:|\$\w+\s*=|Invoke-\w+|Connect-\w+)(?=[\s=:A-Z]|$)/i;

/** Values that a shell may take for more than they are. A template may be for anything, so this only warns. */
export function templateWarnings(text: string): readonly TemplateWarning[] {
  const parsed = parseTemplate(text);
  if (!parsed.ok) return [];
  const warnings: TemplateWarning[] = [];
  let before = '';
  let command = '';
  for (const part of parsed.parts) {
    if (part.kind === 'text') {
      before += part.text;
      command = commandIn(before);
      continue;
    }
    const { placeholder, place } = part;
    const last = part.filters.at(-1);
    const isQuoted = last !== undefined && quoting.has(last);
    const isEncoded = last !== undefined && encoding.has(last);
    const inQuotes = isInQuotes(command);
    if (shellLine.test(command)) {
      if (isQuoted && inQuotes) warnings.push({ kind: 'quoted-twice', placeholder, ...place });
      else if (
        !isQuoted &&
        !isEncoded &&
        !harmless.has(placeholder) &&
        !(placeholder === 'authorization' && inQuotes)
      )
        warnings.push({ kind: 'unquoted', placeholder, ...place });
    }
    before += 'x';
    command = commandIn(before);
  }
  return warnings;
}

/** The command that the end of a text belongs to: its last line, with those before it that go on. */
const commandIn = (text: string): string => /(?:[^\n]*[\\`^]\n)*[^\n]*$/.exec(text)?.[0] ?? '';

function isInQuotes(text: string): boolean {
  let quote = '';
  for (const character of text)
    if (quote === '' ? character === '"' || character === "'" : character === quote)
      quote = quote === '' ? character : '';
  return quote !== '';
}
