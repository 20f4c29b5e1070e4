import { compactVerify, decodeProtectedHeader, errors, importJWK } from 'jose';
import { definedOnly } from '../../shared/defined-only';
import type { VerificationView } from '../../shared/inspector/inspection';
import { isGuid } from '../../shared/text-rules';
import type { Cloud } from '../identity/clouds';
import type { Fetch } from '../identity/network-client';
import { keySources, type KeySource } from './issuers';
import { signingKeys, type KeysAnswer, type SigningKey } from './signing-keys';

/** What of a token decides whose keys it is checked with. Nothing of it is trusted. */
export interface Signed {
  readonly token: string;
  readonly hasSignature: boolean;
  readonly issuer: string | undefined;
  readonly audience: string | undefined;
  /** The cloud that it was got from, where that is known. */
  readonly cloudId: string | undefined;
}

type Verdict = Exclude<VerificationView, { state: 'checking' }>;

/** Signatures that are made with a key nobody but the issuer has. */
const algorithms: ReadonlySet<string> = new Set([
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
]);

const unknown = (reason: Extract<Verdict, { state: 'unknown' }>['reason']): Verdict => ({
  state: 'unknown',
  reason,
});

/**
 * Checks a token's signature with the keys that its issuer publishes. Only authorities of known clouds are asked, at
 * their own addresses: a token that names another issuer leads to no request. Never rejects.
 */
export async function verifySignature(
  signed: Signed,
  { clouds, fetch }: { readonly clouds: readonly Cloud[]; readonly fetch: Fetch },
): Promise<Verdict> {
  const { alg = '', kid, x5t, nonce } = headerOf(signed.token);
  if (!signed.hasSignature || alg.toLowerCase() === 'none') return { state: 'not-good', reason: 'unsigned' };
  if (nonce !== undefined) return unknown('graph-only');
  if (!algorithms.has(alg)) return unknown('algorithm');
  if (signed.issuer === undefined) return unknown('issuer-missing');
  const sources = keySources(signed.issuer, clouds, signed.cloudId);
  let verdict = unknown('issuer-unknown');
  for (const source of sources) {
    verdict = await bySource({ ...signed, issuer: signed.issuer }, { alg, kid, x5t }, source, fetch);
    // Two clouds share the issuer of old tokens: one of them may not know the tenant, or has other keys.
    const mayBeTheOther =
      verdict.state === 'unknown' &&
      ['tenant-not-found', 'key-not-found', 'issuer-differs'].includes(verdict.reason);
    if (!mayBeTheOther) return verdict;
  }
  return verdict;
}

interface KeyName {
  readonly alg: string;
  readonly kid: string | undefined;
  readonly x5t: string | undefined;
}

async function bySource(
  signed: Signed & { readonly issuer: string },
  named: KeyName,
  source: KeySource,
  fetch: Fetch,
): Promise<Verdict> {
  const answer = await signingKeys(fetch, source);
  if (!answer.ok) return unknown(answer.reason);
  if (!answer.issuers.includes(signed.issuer)) return unknown('issuer-differs');
  const key = keyOf(answer, named) ?? (await keyOfApplication(signed, named, source, fetch));
  if (key === undefined) return unknown('key-not-found');
  if (!mayIssue(key, source)) return { state: 'not-good', reason: 'other-issuer' };
  return check(signed.token, key, named, source);
}

/** An application with keys of its own has them told only when it is asked for by its id: that of the API. */
async function keyOfApplication(
  { audience = '' }: Signed,
  named: KeyName,
  source: KeySource,
  fetch: Fetch,
): Promise<SigningKey | undefined> {
  const appId = audience.replace(/^api:\/\//, '');
  if (!isGuid(appId)) return undefined;
  const answer = await signingKeys(fetch, source, appId);
  return answer.ok ? keyOf(answer, named) : undefined;
}

const keyOf = ({ keys }: Extract<KeysAnswer, { ok: true }>, { kid, x5t }: KeyName): SigningKey | undefined =>
  keys.find((key) => (kid === undefined ? x5t !== undefined && key.x5t === x5t : key.kid === kid));

/** Some of Entra's keys sign the tokens of one tenant only. */
function mayIssue({ issuer }: SigningKey, { tenantId }: KeySource): boolean {
  if (issuer === undefined || tenantId === '' || issuer.includes('{tenantid}')) return true;
  return issuer.toLowerCase().split('/').includes(tenantId.toLowerCase());
}

async function check(
  token: string,
  key: SigningKey,
  { alg, kid, x5t }: KeyName,
  source: KeySource,
): Promise<Verdict> {
  try {
    const { issuer: _whose, ...jwk } = key;
    const imported = await importJWK(definedOnly(jwk), alg);
    // Neither time nor audience: a token that has ended has a good signature still.
    await compactVerify(token, imported, { algorithms: [alg] });
    return { state: 'good', keyId: kid ?? x5t ?? '', by: source.host };
  } catch (error) {
    if (error instanceof errors.JWSSignatureVerificationFailed)
      return { state: 'not-good', reason: 'signature' };
    return unknown('algorithm');
  }
}

function headerOf(token: string): { alg?: string; kid?: string; x5t?: string; nonce?: string } {
  try {
    const { alg, kid, x5t, nonce } = decodeProtectedHeader(token);
    return {
      ...(alg === undefined ? {} : { alg }),
      ...(typeof kid === 'string' ? { kid } : {}),
      ...(typeof x5t === 'string' ? { x5t } : {}),
      ...(typeof nonce === 'string' ? { nonce } : {}),
    };
  } catch {
    return {};
  }
}
