import { findHeaders, parseChallenges, type Challenge } from './www-authenticate';

/**
 * What an API asks for with a claims challenge: `WWW-Authenticate: Bearer error="insufficient_claims", claims="…"`.
 * https://learn.microsoft.com/entra/identity-platform/claims-challenge
 */

/** A demand, as far as there are words for it. */
export type ClaimsAsk =
  /** An authentication context: `c1` to `c99`. */
  | { readonly kind: 'context'; readonly values: readonly string[] }
  /** A Conditional Access policy has to be satisfied. */
  | { readonly kind: 'policy' }
  /** A token from after this time, in ms since the epoch. */
  | { readonly kind: 'newer-than'; readonly time: number }
  /** A token got from this address, as the API sees it. */
  | { readonly kind: 'address'; readonly values: readonly string[] }
  | { readonly kind: 'second-factor' }
  | { readonly kind: 'device' }
  /** A token that the API may refuse at any moment, for a client that can answer that. */
  | { readonly kind: 'capability' }
  | { readonly kind: 'other'; readonly name: string };

export type ClaimsProblem =
  | 'claims-missing'
  | 'claims-too-long'
  | 'claims-not-in-header'
  | 'claims-token-refused'
  | 'claims-scope-missing'
  | 'claims-other-scheme'
  | 'claims-not-json'
  | 'claims-not-claims'
  | 'claims-is-a-token';

/** Where the claims stood. */
export type ClaimsSource = 'header' | 'query' | 'json' | 'base64';

export type ClaimsChallenge =
  | {
      readonly ok: true;
      /** JSON of OpenID Connect Core, section 5.5, to hand to the sign-in. */
      readonly claims: string;
      /** Never empty, each demand once. */
      readonly asks: readonly ClaimsAsk[];
      readonly source: ClaimsSource;
      /** The error of the header: `insufficient_claims`. */
      readonly error?: string;
    }
  | { readonly ok: false; readonly problem: ClaimsProblem };

/** In UTF-16 code units. */
export const longestChallenge = 65_536;

const deepestJson = 20;
const mostAsks = 50;
const longestName = 64;
const mostValues = 8;

const wrong = (problem: ClaimsProblem): ClaimsChallenge => ({ ok: false, problem });

/**
 * Reads what a person has pasted: a header, several of them, a whole response, its claims alone as JSON or in base64.
 * Never throws, and takes a time that grows with the length of the text only.
 */
export function parseClaimsChallenge(pasted: string): ClaimsChallenge {
  if (pasted.length > longestChallenge) return wrong('claims-too-long');
  const text = unquoted(pasted.trim());
  if (text === '') return wrong('claims-missing');
  const headers = findHeaders(text);
  if (headers.length > 0) return fromHeader(headers.join('\n,'));
  if (hasToken(text)) return wrong('claims-is-a-token');
  if (text.startsWith('{')) return fromJson(text, 'json');
  if (isHeaderValue(text)) return fromHeader(text);
  const query = /[?&#]claims=([^&#\s"'<>]*)/i.exec(text)?.[1];
  if (query !== undefined) return fromText(query, 'query');
  if (/^(?:< )?HTTP\/\d/im.test(text)) return wrong('claims-not-in-header');
  return fromText(text, 'base64');
}

function unquoted(text: string): string {
  const first = text.charAt(0);
  const isQuoted = text.length > 1 && '"\'`'.includes(first) && text.endsWith(first);
  return isQuoted ? text.slice(1, -1).trim() : text;
}

/** A signed token is three parts of base64url, an encrypted one five; claims have no dot in them. */
function hasToken(text: string): boolean {
  const words = text.split(/[\s"',;=]/);
  // A token that a terminal has broken into lines.
  const whole = text.replace(/\s/g, '').replace(/^(?:authorization:)?bearer/i, '');
  return [...words, whole].some((word) => /^eyJ[\w-]+\.[\w-]*\./.test(word));
}

const schemes = /^(?:bearer|pop|dpop|basic|digest|negotiate|ntlm|kerberos|hoba|mutual|vapid)(?:[\s,]|$)/i;

/** Whether it is the value of a header without its name: a scheme, or a parameter. */
const isHeaderValue = (text: string): boolean =>
  schemes.test(text) || /^[\w-]+(?:\s+[\w-]+)?\s*=\s*[^\s=]/.test(text);

function fromHeader(value: string): ClaimsChallenge {
  // In a log, or as part of JSON, quotes are escaped once more.
  const challenges = parseChallenges(value.includes('=\\"') ? value.replace(/\\(.)/g, '$1') : value);
  const ours = challenges.filter(({ scheme }) => ['', 'bearer', 'pop'].includes(scheme));
  const read = ours
    .filter(({ parameters }) => (parameters.get('claims') ?? '') !== '')
    .map(({ scheme, parameters }) => {
      const error = parameters.get('error');
      const isQuery = scheme === '' && !parameters.has('error') && !parameters.has('realm');
      const answer = fromText(parameters.get('claims') ?? '', isQuery ? 'query' : 'header');
      return answer.ok && error !== undefined ? { ...answer, error: error.slice(0, longestName) } : answer;
    });
  return read.find(({ ok }) => ok) ?? read[0] ?? wrong(problemWithout(ours, challenges));
}

/** Why a header has no claims, as far as it says so (RFC 6750, section 3.1). */
function problemWithout(ours: readonly Challenge[], all: readonly Challenge[]): ClaimsProblem {
  if (ours.length === 0) return all.length === 0 ? 'claims-not-in-header' : 'claims-other-scheme';
  const errors = ours.map(({ parameters }) => parameters.get('error')?.toLowerCase());
  if (errors.includes('invalid_token')) return 'claims-token-refused';
  if (errors.includes('insufficient_scope')) return 'claims-scope-missing';
  const isHeader = ours.some(
    ({ scheme, parameters }) =>
      scheme !== '' || ['claims', 'error', 'realm', 'authorization_uri'].some((name) => parameters.has(name)),
  );
  return isHeader ? 'claims-not-in-header' : 'claims-not-json';
}

function fromText(text: string, source: ClaimsSource): ClaimsChallenge {
  const plain = unquoted(unescaped(text).trim());
  const json = plain.startsWith('{') ? plain : fromBase64(plain);
  return json === undefined ? wrong('claims-not-json') : fromJson(json, source);
}

/** Undoes what a query does to a text. */
function unescaped(text: string): string {
  if (!text.includes('%')) return text;
  // In a query a space is a plus, in base64 a plus is itself.
  const spaced = /^(?:%7b|\{)/i.test(text) ? text.replace(/\+/g, ' ') : text;
  try {
    return decodeURIComponent(spaced);
  } catch {
    return text;
  }
}

/** With or without padding, of either alphabet, broken into lines. */
function fromBase64(text: string): string | undefined {
  const plain = text.replace(/\s/g, '').replace(/-/g, '+').replace(/_/g, '/');
  const padding = plain.indexOf('=');
  const bare = padding === -1 ? plain : plain.slice(0, padding);
  const isBase64 = /^[A-Za-z0-9+/]+$/.test(bare) && /^=*$/.test(plain.slice(bare.length));
  if (!isBase64) return undefined;
  try {
    const bytes = Uint8Array.from(atob(bare), (character) => character.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function fromJson(json: string, source: ClaimsSource): ClaimsChallenge {
  const value = readJson(json);
  if (value === undefined) return wrong('claims-not-json');
  const wanted = pick(value);
  // Entra's own refusals have the claims as JSON in a string.
  if (Object.keys(wanted).length === 0 && isRecord(value) && typeof value['claims'] === 'string') {
    Object.assign(wanted, pick(readJson(value['claims'])));
  }
  if (Object.keys(wanted).length === 0) return wrong('claims-not-claims');
  if (Object.values(wanted).flatMap(Object.keys).length > mostAsks) return wrong('claims-too-long');
  return { ok: true, claims: JSON.stringify(wanted), asks: asksOf(wanted), source };
}

/** Undefined: it is no JSON, or deeper than claims ever are. */
function readJson(json: string): unknown {
  if (depthOf(json) > deepestJson) return undefined;
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** How deep objects and lists stand in each other, before anything that recurses is let near them. */
function depthOf(json: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let at = 0; at < json.length; at += 1) {
    const character = json.charAt(at);
    if (inString && character === '\\') at += 1;
    else if (character === '"') inString = !inString;
    else if (!inString && (character === '{' || character === '[')) depth += 1;
    else if (!inString && (character === '}' || character === ']')) depth -= 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

type Members = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Only what a claims request may have; each member is an object. */
function pick(value: unknown): Record<string, Members> {
  const members: Record<string, Members> = {};
  if (!isRecord(value)) return members;
  for (const name of ['access_token', 'id_token', 'userinfo']) {
    const part = value[name];
    if (isRecord(part) && Object.keys(part).length > 0) members[name] = part;
  }
  return members;
}

function asksOf(wanted: Readonly<Record<string, Members>>): readonly ClaimsAsk[] {
  const asks = Object.values(wanted).flatMap((members) =>
    Object.entries(members).map(([name, demand]) => askOf(name, valuesOf(demand))),
  );
  return [...new Map(asks.map((ask) => [JSON.stringify(ask), ask])).values()];
}

function valuesOf(demand: unknown): readonly string[] {
  if (!isRecord(demand)) return [];
  const { value, values } = demand;
  const all: readonly unknown[] = Array.isArray(values) ? values : [value];
  return all
    .filter((each) => typeof each === 'string' || typeof each === 'number')
    .slice(0, mostValues)
    .map((each) => shown(String(each)))
    .filter((each) => each !== '');
}

/** What a stranger has written, on its way to a person: short, and nothing that changes how the rest is read. */
const shown = (text: string): string =>
  text
    .slice(0, longestName)
    .replace(/[\p{C}\p{Z}]+/gu, ' ')
    .trim();

function askOf(name: string, values: readonly string[]): ClaimsAsk {
  const other: ClaimsAsk = { kind: 'other', name: shown(name) };
  switch (name) {
    case 'acrs':
    case 'acr':
      return values.length > 0 ? { kind: 'context', values } : other;
    case 'capolids':
    case 'polids':
      return { kind: 'policy' };
    case 'nbf': {
      const time = timeOf(values[0]);
      return time === undefined ? other : { kind: 'newer-than', time };
    }
    case 'xms_rp_ipaddr':
      return values.length > 0 ? { kind: 'address', values } : other;
    case 'amr':
      return values.every((value) => /mfa$/i.test(value)) ? { kind: 'second-factor' } : other;
    case 'deviceid':
      return { kind: 'device' };
    case 'xms_cc':
      return { kind: 'capability' };
    default:
      return other;
  }
}

/** Seconds since the epoch as ms, if that can be a date: eleven digits reach the year 5138. */
function timeOf(seconds: string | undefined): number | undefined {
  return seconds !== undefined && /^\d{1,11}$/.test(seconds) ? Number(seconds) * 1000 : undefined;
}
