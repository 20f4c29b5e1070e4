import { z } from 'zod';
import { isGuid } from '../../shared/text-rules';
import type { TokenTimes } from '../../shared/token-status';

/** Who tokens are for: a user as MSAL's cache has them, or a service principal. */
export interface CachedAccount {
  readonly kind: 'user' | 'service-principal';
  /** MSAL's home account id; of a service principal its client id. */
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly homeTenantId: string;
  /** The tenant its tokens are for; another than the home tenant for a guest. Empty at an AD FS, which has none. */
  readonly tenantId: string;
}

/** An access token as MSAL's cache has it, without the token. */
export interface CachedToken extends TokenTimes {
  readonly accountId: string;
  readonly tenantId: string;
  readonly scopes: ReadonlySet<string>;
}

export interface CacheContents {
  readonly accounts: readonly CachedAccount[];
  readonly tokens: readonly CachedToken[];
}

// The unified cache schema that all MSAL libraries share. Loose: fields that are not needed are not looked at.
const seconds = z.coerce.number().transform((value) => value * 1000);
const cacheSchema = z.object({
  Account: z.record(
    z.string(),
    z.object({
      home_account_id: z.string(),
      realm: z.string(),
      username: z.string().optional(),
      name: z.string().optional(),
    }),
  ),
  IdToken: z.record(z.string(), z.object({ home_account_id: z.string(), realm: z.string() })),
  AccessToken: z.record(
    z.string(),
    z.object({
      home_account_id: z.string(),
      realm: z.string(),
      target: z.string(),
      cached_at: seconds,
      expires_on: seconds,
      // Not worth the cache if it is wrong.
      refresh_on: seconds
        .refine((ms) => ms > 0)
        .optional()
        .catch(undefined),
    }),
  ),
});

/** Stands for the tenant in the authority of an AD FS, which has no tenants. */
export const adfsTenant = 'adfs';

/** Which of its tenants an account is used in, from how the client application names its tenant. */
function tenantInUse(clientTenant: string, homeTenantId: string, signedInTo: readonly string[]): string {
  if (isGuid(clientTenant)) return clientTenant;
  if (clientTenant === 'organizations') return homeTenantId;
  // A domain names a tenant whose id is known once somebody has signed in to it. (An AD FS names none at all.)
  return signedInTo.find((tenantId) => tenantId !== homeTenantId) ?? homeTenantId;
}

/**
 * What can be shown of MSAL's cache: who is signed in, and when which token ends. Read from the serialised cache, so
 * that msal-node need not be loaded before the first token is asked for. `clientTenant` is the client application's. @throws ZodError,
 * SyntaxError
 */
export function readCache(serialised: string, clientTenant: string): CacheContents {
  const cache = cacheSchema.parse(JSON.parse(serialised));
  const accounts = new Map<string, CachedAccount>();
  for (const entry of Object.values(cache.Account)) {
    const id = entry.home_account_id;
    const known = accounts.get(id);
    // At an AD FS the id is whatever the directory calls the person, dots included.
    const homeTenantId = clientTenant === adfsTenant ? entry.realm : (id.split('.')[1] ?? entry.realm);
    // One entry per tenant that the user has been in; the home tenant's is the one to show.
    if (known !== undefined && entry.realm !== homeTenantId) continue;
    const username = entry.username ?? '';
    const signedInTo = Object.values(cache.IdToken)
      .filter(({ home_account_id }) => home_account_id === id)
      .map(({ realm }) => realm);
    const tenantId = tenantInUse(clientTenant, homeTenantId, signedInTo);
    accounts.set(id, { kind: 'user', id, name: entry.name ?? username, username, homeTenantId, tenantId });
  }
  const tokens = Object.values(cache.AccessToken).map((entry) => ({
    accountId: entry.home_account_id,
    // MSAL takes the path of an AD FS for a tenant here, although not in the account.
    tenantId: clientTenant === adfsTenant ? '' : entry.realm,
    scopes: new Set(entry.target.toLowerCase().split(' ')),
    issuedOn: entry.cached_at,
    expiresOn: entry.expires_on,
    ...(entry.refresh_on === undefined ? {} : { refreshOn: entry.refresh_on }),
  }));
  return { accounts: [...accounts.values()], tokens };
}

/** The token that MSAL would give for these scopes. It matches them as a subset, without regard to case. */
export function findToken(
  tokens: readonly CachedToken[],
  accountId: string,
  tenantId: string,
  scopes: readonly string[],
): CachedToken | undefined {
  const wanted = scopes.map((scope) => scope.toLowerCase());
  const [first] = wanted;
  const withFirst = first === undefined ? tokens : (byScope(tokens).get(first) ?? []);
  return withFirst.find(
    (token) =>
      token.accountId === accountId &&
      token.tenantId === tenantId &&
      wanted.every((scope) => token.scopes.has(scope)),
  );
}

/** A list of tokens is never changed, so this is made once for all that is looked for in it. */
const indexes = new WeakMap<readonly CachedToken[], ReadonlyMap<string, readonly CachedToken[]>>();

function byScope(tokens: readonly CachedToken[]): ReadonlyMap<string, readonly CachedToken[]> {
  const known = indexes.get(tokens);
  if (known !== undefined) return known;
  const index = new Map<string, CachedToken[]>();
  for (const token of tokens) {
    for (const scope of token.scopes) {
      const sameScope = index.get(scope);
      if (sameScope === undefined) index.set(scope, [token]);
      else sameScope.push(token);
    }
  }
  indexes.set(tokens, index);
  return index;
}
