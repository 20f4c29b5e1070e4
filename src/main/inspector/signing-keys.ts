import { z } from 'zod';
import { exchange, type Fetch } from '../identity/network-client';
import type { KeySource } from './issuers';

/** What an authority says of itself (OpenID Connect Discovery, section 3), as much of it as is used. */
const configurationSchema = z.object({
  issuer: z.string().max(2048),
  jwks_uri: z.url({ protocol: /^https$/ }).max(2048),
  /** AD FS names another issuer in access tokens. */
  access_token_issuer: z.string().max(2048).optional(),
});

const keySchema = z.object({
  kty: z.enum(['RSA', 'EC']),
  kid: z.string().max(512).optional(),
  x5t: z.string().max(512).optional(),
  n: z.string().max(4096).optional(),
  e: z.string().max(64).optional(),
  crv: z.string().max(32).optional(),
  x: z.string().max(512).optional(),
  y: z.string().max(512).optional(),
  /** Entra's own: whose tokens it signs; `{tenantid}` stands for any tenant. */
  issuer: z.string().max(2048).optional(),
});
export type SigningKey = z.infer<typeof keySchema>;

const keySetSchema = z.object({
  // Of a kind that is not known here, or damaged: others may do.
  keys: z.array(keySchema.optional().catch(undefined)).max(1000),
});

export type KeysAnswer =
  | { readonly ok: true; readonly keys: readonly SigningKey[]; readonly issuers: readonly string[] }
  | { readonly ok: false; readonly reason: 'tenant-not-found' | 'unexpected-answer' | 'offline' };

/** The keys that an authority signs with now; those of one application, where it has keys of its own. Never rejects. */
export async function signingKeys(fetch: Fetch, source: KeySource, appId?: string): Promise<KeysAnswer> {
  const address = new URL(source.configuration);
  if (appId !== undefined) address.searchParams.set('appid', appId);
  const read = async (url: string): Promise<{ ok: boolean; text: string }> => {
    const { response, text } = await exchange(fetch, url, { headers: { accept: 'application/json' } });
    return { ok: response.ok, text };
  };
  let configuration: { ok: boolean; text: string };
  let keySet: { ok: boolean; text: string };
  try {
    configuration = await read(address.href);
    const parsed = parse(configurationSchema, configuration);
    if (parsed === undefined)
      return { ok: false, reason: isUnknownTenant(configuration) ? 'tenant-not-found' : 'unexpected-answer' };
    keySet = await read(parsed.jwks_uri);
    const keys = parse(keySetSchema, keySet)?.keys.filter((key) => key !== undefined);
    if (keys === undefined) return { ok: false, reason: 'unexpected-answer' };
    const { issuer, access_token_issuer: other } = parsed;
    return { ok: true, keys, issuers: other === undefined ? [issuer] : [issuer, other] };
  } catch {
    // Certificates, proxies and captive portals are told where a token is asked for.
    return { ok: false, reason: 'offline' };
  }
}

function parse<Value>(
  schema: z.ZodType<Value>,
  { ok, text }: { ok: boolean; text: string },
): Value | undefined {
  if (!ok) return undefined;
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** AADSTS90002: there is no such tenant. */
const isUnknownTenant = ({ ok, text }: { ok: boolean; text: string }): boolean =>
  !ok && (text.includes('AADSTS90002') || text.includes('invalid_tenant'));
