import { describe, expect, it } from 'vitest';
import { findToken, readCache, type CachedToken } from './cached-tokens';

const home = '00000000-0000-4000-8000-00000000000a';
const other = '00000000-0000-4000-8000-00000000000b';
const zoeId = `11111111-1111-4111-8111-111111111111.${home}`;

const account = (realm: string, name: string) => ({
  home_account_id: zoeId,
  environment: 'login.microsoftonline.com',
  realm,
  local_account_id: 'local',
  username: 'zoe@contoso.com',
  authority_type: 'MSSTS',
  name,
});
const idToken = (realm: string) => ({ home_account_id: zoeId, realm, secret: 'id-token-itself' });
const accessToken = (realm: string, target: string) => ({
  home_account_id: zoeId,
  realm,
  target,
  secret: 'token-itself',
  cached_at: '1700000000',
  expires_on: '1700003600',
  token_type: 'Bearer',
});

/** The serialised form that every MSAL library writes. */
const cache = (parts: object): string =>
  JSON.stringify({ Account: {}, IdToken: {}, AccessToken: {}, RefreshToken: {}, AppMetadata: {}, ...parts });

describe('what can be shown of MSAL’s cache', () => {
  it('is who is signed in, and when which token ends, without the token', () => {
    const contents = readCache(
      cache({
        Account: { a: account(home, 'Zoë') },
        IdToken: { i: idToken(home) },
        AccessToken: { t: accessToken(home, 'https://vault.azure.net/user_impersonation openid') },
      }),
      'organizations',
    );
    expect(contents.accounts).toEqual([
      {
        kind: 'user',
        id: zoeId,
        name: 'Zoë',
        username: 'zoe@contoso.com',
        homeTenantId: home,
        tenantId: home,
      },
    ]);
    expect(contents.tokens).toMatchObject([
      { accountId: zoeId, tenantId: home, issuedOn: 1_700_000_000_000, expiresOn: 1_700_003_600_000 },
    ]);
    const told = JSON.stringify(contents, (_key, value: unknown) =>
      value instanceof Set ? [...value] : value,
    );
    expect(told).not.toContain('itself');
  });

  it('is one account for a person who is in several tenants, named as at home', () => {
    const entries = { guest: account(other, 'Zoë (Guest)'), home: account(home, 'Zoë') };
    const reversed = Object.fromEntries(Object.entries(entries).reverse());
    for (const Account of [entries, reversed]) {
      const { accounts } = readCache(cache({ Account }), 'organizations');
      expect(accounts.map(({ name }) => name)).toEqual(['Zoë']);
    }
  });

  it.each([
    ['the tenant that the client application names by id', other, [home], other],
    ['the home tenant for an application of all organisations', 'organizations', [home, other], home],
    ['the tenant that was signed in to for one named by its domain', 'fabrikam.com', [home, other], other],
    ['the home tenant for one whose domain it is', 'contoso.com', [home], home],
  ])('uses an account in %s', (_name, clientTenant, signedInTo, tenantId) => {
    const IdToken = Object.fromEntries(signedInTo.map((realm) => [realm, idToken(realm)]));
    const { accounts } = readCache(cache({ Account: { a: account(home, 'Zoë') }, IdToken }), clientTenant);
    expect(accounts.map((each) => each.tenantId)).toEqual([tenantId]);
  });

  it('shows the user name where there is no name', () => {
    const { name: _none, ...nameless } = account(home, '');
    expect(readCache(cache({ Account: { a: nameless } }), 'organizations').accounts[0]?.name).toBe(
      'zoe@contoso.com',
    );
  });

  it.each(['', '{', '[]', '{}', '{"Account":{"a":{}},"IdToken":{},"AccessToken":{}}'])(
    'refuses %j',
    (text) => {
      expect(() => readCache(text, 'organizations')).toThrow();
    },
  );

  it('is when the issuer wants it renewed, where it has said so', () => {
    const refreshOn = (change: object): (number | undefined)[] => {
      const AccessToken = { t: { ...accessToken(home, 'x'), ...change } };
      return readCache(cache({ AccessToken }), 'organizations').tokens.map((token) => token.refreshOn);
    };
    expect(refreshOn({ refresh_on: '1700001800' })).toEqual([1_700_001_800_000]);
    expect(refreshOn({})).toEqual([undefined]);
    // Not worth giving up the cache for.
    for (const wrong of ['soon', '', '0', -1, null, {}])
      expect(refreshOn({ refresh_on: wrong })).toEqual([undefined]);
  });

  it('refuses a token whose end cannot be read, rather than showing that it never ends', () => {
    const AccessToken = { t: { ...accessToken(home, 'x'), expires_on: 'never' } };
    expect(() => readCache(cache({ AccessToken }), 'organizations')).toThrow();
  });
});

describe('the token for a preset', () => {
  const token = (change: Partial<CachedToken>): CachedToken => ({
    accountId: zoeId,
    tenantId: home,
    scopes: new Set(['api://orders/read', 'api://orders/write']),
    issuedOn: 0,
    expiresOn: 1,
    ...change,
  });

  it('is one that has all its scopes, in whatever case', () => {
    const tokens = [token({})];
    expect(findToken(tokens, zoeId, home, ['API://Orders/Read'])).toBe(tokens[0]);
    expect(findToken(tokens, zoeId, home, ['api://orders/read', 'api://orders/write'])).toBe(tokens[0]);
    expect(findToken(tokens, zoeId, home, ['api://orders/read', 'api://orders/delete'])).toBeUndefined();
  });

  it('is never another person’s, nor another tenant’s', () => {
    const tokens = [token({ tenantId: other }), token({ accountId: 'someone.else' })];
    expect(findToken(tokens, zoeId, home, ['api://orders/read'])).toBeUndefined();
  });

  it('does not take a resource with a slash at the end for the one without', () => {
    const tokens = [token({ scopes: new Set(['https://management.azure.com//.default']) })];
    expect(findToken(tokens, zoeId, home, ['https://management.azure.com/.default'])).toBeUndefined();
  });
});
