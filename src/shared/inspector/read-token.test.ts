import { describe, expect, it } from 'vitest';
import type { TokenName } from './find-token';
import type { TokenView } from './inspection';
import { readToken } from './read-token';
import { tokenOf } from '../test-support/tokens';

const names = {
  tenant: (id: string) => (id === 'tenant-1' ? 'Contoso' : undefined),
  resource: (id: string) => (id === 'https://vault.azure.net' ? 'Key Vault' : undefined),
  client: () => undefined,
  directoryRole: (id: string) => (id === 'role-1' ? 'Global Reader' : undefined),
};

function signed(
  payload: unknown,
  header?: unknown,
  called?: TokenName,
): Extract<TokenView, { kind: 'signed' }> {
  const view = readToken(tokenOf(payload, header), called, names);
  if (view.kind !== 'signed') throw new Error(view.kind);
  return view;
}

const user = {
  aud: 'https://vault.azure.net',
  iss: 'https://sts.windows.net/tenant-1/',
  iat: 1_700_000_000,
  nbf: 1_700_000_000,
  exp: 1_700_003_600,
  acr: '1',
  amr: ['pwd', 'mfa'],
  appid: 'client-1',
  appidacr: '0',
  ipaddr: '203.0.113.7',
  name: 'Zoë Nuñez-Ødegård',
  oid: 'object-1',
  scp: 'user_impersonation Secrets.Read',
  tid: 'tenant-1',
  upn: 'zoe@contoso.com',
  ver: '1.0',
  wids: ['role-1', 'role-2'],
  xms_cc: ['CP1'],
};

describe('what a token says', () => {
  it('is told of a user’s', () => {
    expect(signed(user).facts).toEqual({
      use: 'access',
      who: 'user',
      name: 'Zoë Nuñez-Ødegård',
      username: 'zoe@contoso.com',
      objectId: 'object-1',
      isGuest: false,
      tenant: { id: 'tenant-1', name: 'Contoso' },
      issuer: 'https://sts.windows.net/tenant-1/',
      audience: { id: 'https://vault.azure.net', name: 'Key Vault' },
      client: { id: 'client-1' },
      clientProof: 'none',
      scopes: ['user_impersonation', 'Secrets.Read'],
      roles: [],
      directoryRoles: [{ id: 'role-1', name: 'Global Reader' }, { id: 'role-2' }],
      issuedOn: 1_700_000_000_000,
      validFrom: 1_700_000_000_000,
      expiresOn: 1_700_003_600_000,
      secondFactor: 'done',
      methods: ['pwd', 'mfa'],
      contexts: [],
      isContinuous: true,
      address: '203.0.113.7',
      version: '1.0',
    });
  });

  it('is told of an app’s own', () => {
    const { facts } = signed({
      aud: 'api://orders',
      appid: 'client-1',
      appidacr: '2',
      app_displayname: 'Nightly job',
      idtyp: 'app',
      oid: 'object-2',
      roles: ['Orders.Read.All'],
    });
    expect(facts).toMatchObject({
      use: 'access',
      who: 'app',
      name: 'Nightly job',
      client: { id: 'client-1', name: 'Nightly job' },
      clientProof: 'certificate',
      roles: ['Orders.Read.All'],
      secondFactor: 'unknown',
    });
    expect(facts).not.toHaveProperty('username');
  });

  it('is that somebody is a guest, and who has signed them in', () => {
    const idp = 'https://sts.windows.net/home/';
    expect(signed({ ...user, idp }).facts).toMatchObject({ isGuest: true, identityProvider: idp });
    expect(signed({ ...user, idp: user.iss }).facts.isGuest).toBe(false);
    expect(signed({ ...user, acct: '1' }).facts.isGuest).toBe(true);
  });

  it('is that a second factor was not shown, or is not said', () => {
    expect(signed({ ...user, amr: ['pwd'] }).facts.secondFactor).toBe('not-done');
    expect(signed({ ...user, amr: undefined }).facts.secondFactor).toBe('unknown');
  });

  it('is that it is an ID token', () => {
    const id = {
      aud: 'client-1',
      iss: user.iss,
      sub: 'x',
      name: 'Zoë',
      preferred_username: 'zoe@contoso.com',
    };
    expect(signed(id).facts.use).toBe('id');
    expect(signed({ ...id, appid: 'client-1' }).facts.use).toBe('id');
    expect(signed({ ...id, appid: 'other' }).facts.use).toBe('access');
    expect(signed(id, undefined, 'access_token').facts.use).toBe('unknown');
    expect(signed({ ...user }, undefined, 'id_token').facts.use).toBe('id');
    expect(signed({}).facts.use).toBe('unknown');
  });

  it('survives claims of any form', () => {
    const odd = Object.fromEntries(Object.keys(user).map((name) => [name, { deeper: [null, 1] }]));
    expect(signed(odd).facts).toMatchObject({ scopes: [], who: 'unknown' });
    expect(signed({ exp: 1e300, iat: 'tomorrow', nbf: '' }).facts).not.toHaveProperty('expiresOn');
    expect(signed({ __proto__: null, constructor: 1, hasOwnProperty: 'x' }).payload.claims).toHaveLength(2);
  });
});

describe('what to look out for', () => {
  const kinds = (payload: unknown, header?: unknown) =>
    signed(payload, header).warnings.map(({ kind }) => kind);

  it('is nothing with a usual token', () => {
    expect(kinds(user)).toEqual([]);
  });

  it('is that nobody has signed it', () => {
    expect(kinds(user, { alg: 'none' })).toEqual(['unsigned']);
    expect(kinds(user, { alg: 'NONE' })).toEqual(['unsigned']);
  });

  it('is a name that comes twice, and each of its values is shown', () => {
    const { warnings, payload } = signed('{"aud":"a","exp":1,"aud":"b"}');
    expect(warnings).toEqual([{ kind: 'repeated-names', names: 'aud' }]);
    expect(payload.claims.filter(({ isRepeated }) => isRepeated).map(({ text }) => text)).toEqual(['a', 'b']);
  });

  it('is a number that loses digits, which it does not here', () => {
    const { warnings, payload } = signed('{"puid":100320012345678901234,"n":1}');
    expect(warnings).toEqual([{ kind: 'big-numbers', names: 'puid' }]);
    expect(payload.json).toContain('100320012345678901234');
    expect(payload.claims[0]?.text).toBe('100320012345678901234');
  });

  it('is a claim that has to be asked for elsewhere', () => {
    expect(signed({ _claim_names: { groups: 'src1' }, _claim_sources: {} }).warnings).toEqual([
      { kind: 'distributed-claims', names: 'groups' },
    ]);
  });

  it('is an end before the beginning', () => {
    expect(kinds({ ...user, exp: user.iat })).toEqual(['times-crossed']);
  });
});

describe('what is shown of a token', () => {
  it('is never the token, its signature or another one inside', () => {
    const inner = tokenOf({ sub: 'inner' });
    const token = tokenOf({
      ...user,
      name: inner,
      list: [inner],
      _claim_sources: { a: { access_token: inner } },
    });
    const view = readToken(token, undefined, names);
    const shown = JSON.stringify(view);
    for (const secret of [token, inner, ...token.split('.'), ...inner.split('.')])
      expect(shown).not.toContain(secret);
    expect(view).toMatchObject({ warnings: [{ kind: 'holds-tokens' }] });
  });

  it('is nothing of what cannot be read', () => {
    const secret = `0.AX${'s3cret'.repeat(20)}`;
    expect(JSON.stringify(readToken(secret, undefined, names))).not.toContain('s3cret');
    expect(JSON.stringify(readToken(`${tokenOf(user)}.x`, undefined, names))).not.toContain('eyJ');
  });
});
