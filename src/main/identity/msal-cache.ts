import { z } from 'zod';

/**
 * MSAL's serialised cache as a whole: the unified schema that all MSAL libraries share. Entries are kept as they are;
 * only whom they belong to is looked at.
 */
const entriesSchema = z.record(z.string(), z.looseObject({ home_account_id: z.string().optional() }));
const cacheSchema = z.object({
  Account: entriesSchema,
  IdToken: entriesSchema,
  AccessToken: entriesSchema,
  RefreshToken: entriesSchema,
  AppMetadata: z.record(z.string(), z.looseObject({})),
});
type Cache = z.infer<typeof cacheSchema>;

const parts = ['Account', 'IdToken', 'AccessToken', 'RefreshToken'] as const;

const emptyCache = (): Cache => ({
  Account: {},
  IdToken: {},
  AccessToken: {},
  RefreshToken: {},
  AppMetadata: {},
});

// msal-node leaves a part out or writes null for what it has none of.
const parse = (serialised: string): Cache => {
  const value: unknown = JSON.parse(serialised);
  const given = Object.entries(z.looseObject({}).parse(value)).filter(([, part]) => part !== null);
  return cacheSchema.parse({ ...emptyCache(), ...Object.fromEntries(given) });
};

/**
 * One serialised cache for each account in it, by home account id. Tokens of no account, as a service principal's, are
 * under the empty id. @throws ZodError, SyntaxError for what is no cache
 */
export function splitByAccount(serialised: string): ReadonlyMap<string, string> {
  const cache = parse(serialised);
  const split = new Map<string, Cache>();
  for (const part of parts) {
    for (const [key, entry] of Object.entries(cache[part])) {
      const id = entry.home_account_id ?? '';
      const own = split.get(id) ?? { ...emptyCache(), AppMetadata: cache.AppMetadata };
      own[part][key] = entry;
      split.set(id, own);
    }
  }
  return new Map([...split].map(([id, own]) => [id, JSON.stringify(own)]));
}

type Entry = z.infer<typeof entriesSchema>[string];

// Entra names them beside the scopes of Microsoft Graph; MSAL does not count them either.
const openIdScopes = new Set(['openid', 'profile', 'email', 'offline_access']);

const scopesOf = ({ target }: Entry): readonly string[] =>
  typeof target === 'string'
    ? target
        .toLowerCase()
        .split(' ')
        .filter((scope) => !openIdScopes.has(scope))
    : [];

/** Whether they are for the same: MSAL drops an old token when a new one has a scope in common with it. */
function overlap(one: Entry, other: Entry): boolean {
  if (one['realm'] !== other['realm'] || one['environment'] !== other['environment']) return false;
  const scopes = new Set(scopesOf(one));
  return scopesOf(other).some((scope) => scopes.has(scope));
}

/**
 * What was in `base`, with what a new sign-in has brought; the newer entry wins. Both are of one account.
 * @throws ZodError, SyntaxError for what is no cache
 */
export function mergeCaches(base: string | undefined, added: string): string {
  if (base === undefined) return added;
  const old = parse(base);
  const fresh = parse(added);
  const newTokens = Object.values(fresh.AccessToken);
  const kept = Object.entries(old.AccessToken).filter(
    ([, token]) => !newTokens.some((newer) => overlap(token, newer)),
  );
  return JSON.stringify({
    Account: { ...old.Account, ...fresh.Account },
    IdToken: { ...old.IdToken, ...fresh.IdToken },
    AccessToken: { ...Object.fromEntries(kept), ...fresh.AccessToken },
    RefreshToken: { ...old.RefreshToken, ...fresh.RefreshToken },
    AppMetadata: { ...old.AppMetadata, ...fresh.AppMetadata },
  });
}
