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
  | { readonly kind: 'other'; readonly name: string };

export type ClaimsProblem =
  | 'claims-missing'
  | 'claims-too-long'
  | 'claims-not-in-header'
  | 'claims-other-scheme'
  | 'claims-not-json'
  | 'claims-not-claims'
  | 'claims-is-a-token';

export type ClaimsChallenge =
  | {
      readonly ok: true;
      /** JSON of OpenID Connect Core, section 5.5, to hand to the sign-in. */
      readonly claims: string;
      readonly asks: readonly ClaimsAsk[];
    }
  | { readonly ok: false; readonly problem: ClaimsProblem };

/** In UTF-16 code units. */
export const longestChallenge = 65_536;

const wrong = (problem: ClaimsProblem): ClaimsChallenge => ({ ok: false, problem });

/**
 * Reads what a person has pasted: a header, several of them, a whole response, its claims alone as JSON or in base64.
 * Never throws.
 */
export function parseClaimsChallenge(pasted: string): ClaimsChallenge {
  const text = pasted.trim();
  if (text === '') return wrong('claims-missing');
  if (text.length > longestChallenge) return wrong('claims-too-long');
  const bare = unquoted(text);
  if (/^eyJ[\w-]+\.[\w-]*\.[\w-]*/.test(bare)) return wrong('claims-is-a-token');
  const parameter = claimsParameter(text);
  if (parameter !== undefined) return parseClaims(parameter);
  const isHeader = /www-authenticate|^\s*(bearer|pop)\b/im.test(text);
  if (isHeader && !/\b(bearer|pop)\b/i.test(text)) return wrong('claims-other-scheme');
  if (isHeader) return wrong('claims-not-in-header');
  return parseClaims(bare);
}

const unquoted = (text: string): string => /^(["'])([\s\S]*)\1$/.exec(text)?.[2]?.trim() ?? text;

/**
 * The value of the first `claims` parameter: a token or a quoted string with its escapes undone (RFC 9110, sections 5.6.4
 * and 11.2), or what a query has of it.
 */
function claimsParameter(text: string): string | undefined {
  const start = /(?:^|[\s,;&?])claims\s*=\s*/i.exec(text);
  if (start === null) return undefined;
  const rest = text.slice(start.index + start[0].length);
  if (!rest.startsWith('"')) return decoded(/^[^\s,;&"]*/.exec(rest)?.[0] ?? '');
  let value = '';
  for (let index = 1; index < rest.length; index += 1) {
    const character = rest.charAt(index);
    if (character === '"') break;
    if (character === '\\') index += 1;
    value += rest.charAt(index);
  }
  return value;
}

function decoded(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function parseClaims(text: string): ClaimsChallenge {
  const json = text.trimStart().startsWith('{') ? text : fromBase64(text);
  if (json === undefined) return wrong('claims-not-json');
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return wrong('claims-not-json');
  }
  const wanted = isRecord(value) ? pick(value) : {};
  if (Object.keys(wanted).length === 0) return wrong('claims-not-claims');
  return { ok: true, claims: JSON.stringify(wanted), asks: asksOf(wanted) };
}

/** With or without padding, of either alphabet, broken into lines. */
function fromBase64(text: string): string | undefined {
  const plain = text.replace(/\s+/g, '').replace(/-/g, '+').replace(/_/g, '/').replace(/=+$/, '');
  if (plain === '' || !/^[A-Za-z0-9+/]+$/.test(plain)) return undefined;
  try {
    const bytes = Uint8Array.from(atob(plain), (character) => character.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

type Members = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Only what a claims request may have; each member is an object. */
function pick(value: Members): Record<string, Members> {
  const members: Record<string, Members> = {};
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
  return asks.filter((ask) => ask !== undefined);
}

function valuesOf(demand: unknown): readonly string[] {
  if (!isRecord(demand)) return [];
  const { value, values } = demand;
  const all: readonly unknown[] = Array.isArray(values) ? values : value === undefined ? [] : [value];
  return all.filter((each) => typeof each === 'string' || typeof each === 'number').map(String);
}

function askOf(name: string, values: readonly string[]): ClaimsAsk | undefined {
  switch (name) {
    case 'acrs':
    case 'acr':
      return { kind: 'context', values };
    case 'capolids':
    case 'polids':
      return { kind: 'policy' };
    case 'nbf': {
      const seconds = Number(values[0]);
      return Number.isFinite(seconds) && values.length > 0
        ? { kind: 'newer-than', time: seconds * 1000 }
        : { kind: 'other', name };
    }
    case 'xms_rp_ipaddr':
      return { kind: 'address', values };
    case 'amr':
      return { kind: 'second-factor' };
    case 'deviceid':
      return { kind: 'device' };
    // What a client says of itself, not something to be done.
    case 'xms_cc':
      return undefined;
    default:
      return { kind: 'other', name };
  }
}
