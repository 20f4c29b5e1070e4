import { definedOnly } from '../defined-only';
import type { JsonObject } from './decode-token';
import type { TokenName } from './find-token';
import type { JsonNode } from './json-tree';
import { timeOf } from './token-claims';

/** What a token says, as far as there are words for it. Nothing of it is checked. All times in ms since the epoch. */
export interface TokenFacts {
  /** An id token says who somebody is, and is no good for calling an API. */
  readonly use: 'access' | 'id' | 'unknown';
  readonly who: 'user' | 'app' | 'unknown';
  readonly name?: string;
  readonly username?: string;
  readonly objectId?: string;
  readonly isGuest: boolean;
  /** Who has signed a guest in, where the token says it. */
  readonly identityProvider?: string;
  readonly tenant?: Named;
  readonly issuer?: string;
  readonly audience?: Named;
  readonly client?: Named;
  /** How the client application has shown who it is. */
  readonly clientProof?: 'none' | 'secret' | 'certificate';
  readonly scopes: readonly string[];
  readonly roles: readonly string[];
  /** Roles in the directory, by their well-known ids. */
  readonly directoryRoles: readonly Named[];
  readonly issuedOn?: number;
  readonly validFrom?: number;
  readonly expiresOn?: number;
  readonly secondFactor: 'done' | 'not-done' | 'unknown';
  readonly methods: readonly string[];
  readonly contexts: readonly string[];
  /** It may be withdrawn at any time, and lives long for it. */
  readonly isContinuous: boolean;
  readonly deviceId?: string;
  readonly address?: string;
  readonly version?: string;
}

/** Something by its id, and its name where that is known. */
export interface Named {
  readonly id: string;
  readonly name?: string;
}

/** What is known of ids beyond the token. */
export interface KnownNames {
  tenant(id: string): string | undefined;
  resource(audience: string): string | undefined;
  client(clientId: string): string | undefined;
  directoryRole(id: string): string | undefined;
}

/** How somebody has shown that it is them with more than a password (RFC 8176, and Entra's own). */
const secondFactors: ReadonlySet<string> = new Set([
  'mfa',
  'ngcmfa',
  'hwk',
  'otp',
  'sms',
  'fido',
  'face',
  'fpt',
]);

/** Of members with the same name the last one counts, as for `JSON.parse`. */
const memberOf = ({ members }: JsonObject, name: string): JsonNode | undefined =>
  members.findLast((member) => member.name === name)?.value;

export function textClaim(object: JsonObject, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const node = memberOf(object, name);
    const text = node?.kind === 'string' ? node.value : node?.kind === 'number' ? node.source : '';
    if (text !== '') return text;
  }
  return undefined;
}

/** A list of texts, or a text with blanks between. */
function listClaim(object: JsonObject, name: string): readonly string[] {
  const node = memberOf(object, name);
  if (node?.kind === 'array')
    return node.items.flatMap((item) => (item.kind === 'string' ? [item.value] : []));
  if (node?.kind === 'string') return node.value.split(' ').filter((word) => word !== '');
  return [];
}

export function tokenFacts(
  payload: JsonObject,
  called: TokenName | undefined,
  names: KnownNames,
): TokenFacts {
  const text = (...wanted: readonly string[]): string | undefined => textClaim(payload, ...wanted);
  const list = (name: string): readonly string[] => listClaim(payload, name);
  const time = (name: string): number | undefined => timeOf(memberOf(payload, name));
  const named = (id: string | undefined, find: (id: string) => string | undefined): Named | undefined => {
    if (id === undefined) return undefined;
    const name = find(id);
    return { id, ...(name === undefined ? {} : { name }) };
  };
  const methods = list('amr');
  const clientId = text('appid', 'azp', 'client_id');
  const audience = text('aud') ?? list('aud')[0];
  const who = whoOf(payload);
  const issuer = text('iss');
  return definedOnly({
    use: useOf(payload, called, audience, clientId),
    who,
    name: who === 'app' ? text('app_displayname', 'name') : text('name', 'given_name'),
    username: who === 'app' ? undefined : text('preferred_username', 'upn', 'unique_name', 'email'),
    objectId: text('oid'),
    isGuest: isGuest(payload, issuer),
    identityProvider: text('idp'),
    tenant: named(text('tid'), (id) => names.tenant(id)),
    issuer,
    audience: named(audience, (id) => names.resource(id)),
    client: withName(
      named(clientId, (id) => names.client(id)),
      text('app_displayname'),
    ),
    clientProof: proofOf(text('appidacr', 'azpacr')),
    scopes: list('scp'),
    roles: list('roles'),
    directoryRoles: list('wids').map((id) => named(id, (each) => names.directoryRole(each)) ?? { id }),
    issuedOn: time('iat'),
    validFrom: time('nbf'),
    expiresOn: time('exp'),
    secondFactor: factorOf(methods, text('acr'), text('authmethod')),
    methods,
    contexts: list('acrs'),
    isContinuous: list('xms_cc').some((capability) => capability.toLowerCase() === 'cp1'),
    deviceId: text('deviceid'),
    address: text('ipaddr'),
    version: text('ver'),
  });
}

const withName = (one: Named | undefined, name: string | undefined): Named | undefined =>
  one === undefined || one.name !== undefined || name === undefined ? one : { ...one, name };

function whoOf(payload: JsonObject): TokenFacts['who'] {
  const kind = textClaim(payload, 'idtyp')?.toLowerCase();
  if (kind === 'app') return 'app';
  if (kind === 'user') return 'user';
  const hasPerson = textClaim(payload, 'preferred_username', 'upn', 'unique_name', 'scp') !== undefined;
  if (hasPerson || listClaim(payload, 'scp').length > 0) return 'user';
  const isClient = textClaim(payload, 'appid', 'azp') !== undefined;
  return isClient ? 'app' : textClaim(payload, 'name') === undefined ? 'unknown' : 'user';
}

function useOf(
  payload: JsonObject,
  called: TokenName | undefined,
  audience: string | undefined,
  clientId: string | undefined,
): TokenFacts['use'] {
  const hasPermissions = listClaim(payload, 'scp').length > 0 || listClaim(payload, 'roles').length > 0;
  const isForItsClient = clientId === undefined || clientId === audience;
  if (audience === undefined) return 'unknown';
  if (called === 'id_token') return 'id';
  if (hasPermissions || !isForItsClient) return 'access';
  return textClaim(payload, 'sub') === undefined || called === 'access_token' ? 'unknown' : 'id';
}

function isGuest(payload: JsonObject, issuer: string | undefined): boolean {
  if (textClaim(payload, 'acct') === '1') return true;
  const provider = textClaim(payload, 'idp');
  if (provider !== undefined && issuer !== undefined) return provider !== issuer;
  return (textClaim(payload, 'upn') ?? '').includes('#EXT#');
}

function proofOf(proof: string | undefined): TokenFacts['clientProof'] | undefined {
  if (proof === '0') return 'none';
  if (proof === '1') return 'secret';
  return proof === '2' ? 'certificate' : undefined;
}

function factorOf(
  methods: readonly string[],
  acr: string | undefined,
  method: string | undefined,
): TokenFacts['secondFactor'] {
  const isStrong = (each: string): boolean => secondFactors.has(each) || each.endsWith('/multipleauthn');
  if (methods.some(isStrong) || (method !== undefined && isStrong(method))) return 'done';
  if (methods.length > 0) return 'not-done';
  // 0: less than ISO 29115 wants. Any other value says nothing about a second factor.
  return acr === '0' ? 'not-done' : 'unknown';
}
