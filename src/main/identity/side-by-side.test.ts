import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { demoResources } from '../demo/resources';
import { alex, guestTenant, homeTenant, zoe } from '../demo/test-demo';
import { findToken } from './cached-tokens';
import { SignInCancelled } from './failures';
import { claimsOf, failureOf, pick, scopesOf, TestClient } from './test-client';

let client: TestClient;

beforeEach(async () => {
  client = await new TestClient().start();
});

afterEach(async () => {
  vi.useRealTimers();
  await client.stop();
});

const graph = 'https://graph.microsoft.com';
const of = (name: string) => ({ account: client.accountOf(name) });

/** From now on, requests get no answer until they are let go. */
function holdNetwork(): () => void {
  const { network } = client;
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  client.network = async (url, init) => {
    await held;
    return network(url, init);
  };
  return () => {
    client.network = network;
    letGo();
  };
}

describe('nobody waits for another', () => {
  beforeEach(async () => {
    await client.signInAs(zoe);
    await client.signInAs(alex);
  });

  it('one account’s request that gets no answer holds up neither another account nor a token that is there', async () => {
    const { accessToken } = await client.getToken(demoResources.api, of(zoe));
    const { network } = client;
    const letGo = holdNetwork();
    const stuck = client.getToken('https://vault.azure.net', of(zoe));
    const before = client.requests;
    await expect.poll(() => client.requests).toBe(before + 1);
    client.network = network;
    expect(claimsOf(await client.getToken('https://vault.azure.net', of(alex)))['name']).toBe(alex);
    expect((await client.getToken(demoResources.api, of(zoe))).accessToken).toBe(accessToken);
    letGo();
    expect(claimsOf(await stuck)['name']).toBe(zoe);
  });

  it('a sign-in that nobody ends holds up no silent refresh, not even of the account it is for', async () => {
    client.person = undefined;
    const stuck = client.getToken(demoResources.mfa, of(zoe));
    await client.untilSignInIsOpen();
    for (const name of [zoe, alex])
      expect(claimsOf(await client.getToken('https://vault.azure.net', of(name)))['name']).toBe(name);
    client.desk.cancel();
    await expect(stuck).rejects.toBeInstanceOf(SignInCancelled);
  });

  it('a keyring that asks a person holds up the writing of one account, and no token', async () => {
    const hold = client.secrets.holdNext('encrypt');
    const writing = client.getToken('https://vault.azure.net', of(zoe));
    await hold.reached;
    expect(claimsOf(await client.getToken('https://vault.azure.net', of(alex)))['name']).toBe(alex);
    hold.release();
    await writing;
  });
});

describe('many at once', () => {
  it(
    '50 APIs, each asked for twice: one request each, none lost, also after a restart',
    { timeout: 60_000 },
    async () => {
      await client.signInAs(zoe);
      client.browserIsExpected = false;
      const resources = Array.from({ length: 50 }, (_, index) => `api://parallel-${index}`);
      const start = client.requests;
      const answers = await Promise.all(
        [...resources, ...resources].map((resource) => client.getToken(resource)),
      );
      expect(client.requests - start).toBe(50);
      expect(answers.map((answer) => claimsOf(answer)['aud'])).toEqual([...resources, ...resources]);
      await client.restart();
      const again = await Promise.all(resources.map((resource) => client.getToken(resource)));
      expect(again.map(({ accessToken }) => accessToken)).toEqual(
        answers.slice(0, 50).map(({ accessToken }) => accessToken),
      );
      expect(client.requests - start).toBe(50);
      // The refresh token on disk is the last one of all: it still works.
      await client.getToken('api://one-more');
      expect(client.opened).toHaveLength(1);
    },
  );

  it('of two accounts and two tenants, each gets its own', { timeout: 60_000 }, async () => {
    await client.signInAs(zoe);
    await client.signInAs(alex);
    client.browserIsExpected = false;
    const start = client.requests;
    const guest = { account: { ...client.accountOf(zoe), tenantId: guestTenant.id } };
    const resources = Array.from({ length: 8 }, (_, index) => `api://shared-${index}`);
    const answers = await Promise.all(
      resources.map((resource) =>
        Promise.all([of(zoe), of(alex), guest].map((whose) => client.getToken(resource, whose))),
      ),
    );
    for (const each of answers)
      expect(each.map((answer) => [claimsOf(answer)['name'], claimsOf(answer)['tid']])).toEqual([
        [zoe, homeTenant.id],
        [alex, homeTenant.id],
        [zoe, guestTenant.id],
      ]);
    expect(client.requests - start).toBe(24);
  });
});

describe('whose token it is', () => {
  it('a request that insists on an account never shares the answer of one that does not', async () => {
    const { id } = await client.signInAs(alex);
    await client.service.signOut(id);
    client.person = pick(zoe);
    const scopes = scopesOf(demoResources.api);
    const anyone = client.service.getToken({ scopes, account: undefined });
    const onlyAlex = failureOf(client.service.getToken({ scopes, account: undefined, onlyAccountId: id }));
    expect(claimsOf(await anyone)['name']).toBe(zoe);
    expect((await onlyAlex).failure.kind).toBe('wrong-account');
  });

  it('is told when somebody else signs in, whose sign-in is kept all the same', async () => {
    const { id } = await client.signInAs(alex);
    await client.service.signOut(id);
    client.person = pick(zoe);
    const request = { scopes: scopesOf(demoResources.api), account: undefined, onlyAccountId: id };
    const { failure, interaction } = await failureOf(client.service.getToken(request));
    expect(failure.kind).toBe('wrong-account');
    expect(JSON.stringify(failure)).not.toContain('@');
    expect(interaction.needed).toBe(true);
    expect(client.contents.accounts.map(({ name }) => name)).toEqual([zoe]);
    client.person = pick(alex);
    expect(claimsOf(await client.service.getToken(request))['name']).toBe(alex);
    expect(client.contents.accounts).toHaveLength(2);
  });

  it('a tenant is signed in to also while nobody is signed in', async () => {
    client.person = pick(zoe);
    const answer = await client.service.getToken({
      scopes: scopesOf(demoResources.api),
      account: undefined,
      tenantId: guestTenant.id,
    });
    expect(claimsOf(answer)['tid']).toBe(guestTenant.id);
  });

  it('a tenant that was insisted on stays when another sign-in is waited for', async () => {
    client.person = pick(zoe);
    const anyone = client.signIn();
    const inTenant = client.service.getToken({
      scopes: scopesOf(demoResources.api),
      account: undefined,
      tenantId: guestTenant.id,
    });
    await anyone;
    expect(claimsOf(await inTenant)['tid']).toBe(guestTenant.id);
  });

  it.each([
    ['by domain', guestTenant.domain],
    ['in capitals', guestTenant.id.toUpperCase()],
  ])('a tenant may be named %s', async (_how, tenantId) => {
    const account = await client.signInAs(zoe);
    const answer = await client.service.signInFor({
      scopes: scopesOf(demoResources.api),
      account: { ...account, tenantId },
    });
    expect(answer.tenantId).toBe(guestTenant.id);
    expect(claimsOf(answer)['tid']).toBe(guestTenant.id);
  });
});

describe('continuous access (CP1)', () => {
  const lifetime = (expiresOn: number): number => (expiresOn - Date.now()) / 3_600_000;
  const graphToken = () =>
    findToken(client.contents.tokens, client.account.id, homeTenant.id, scopesOf(graph));

  it('gives tokens for Graph that live 20 to 28 h, and says so from the cache', async () => {
    await client.signInAs(zoe);
    const { expiresOn } = await client.getToken(graph);
    expect(lifetime(expiresOn)).toBeGreaterThan(19.9);
    expect(lifetime(expiresOn)).toBeLessThanOrEqual(28.1);
    await client.restart();
    expect(graphToken()?.expiresOn).toBe(expiresOn);
    expect(lifetime((await client.getToken()).expiresOn)).toBeLessThan(2);
  });

  it('gets a new one from half of its time on, and not before', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    await client.signInAs(zoe);
    const first = await client.getToken(graph);
    const refreshOn = graphToken()?.refreshOn ?? 0;
    expect(Math.abs(refreshOn - (Date.now() + first.expiresOn) / 2)).toBeLessThan(2000);
    vi.setSystemTime(refreshOn - 60_000);
    const before = client.requests;
    expect((await client.getToken(graph)).accessToken).toBe(first.accessToken);
    expect(client.requests).toBe(before);
    vi.setSystemTime(refreshOn + 2000);
    const second = await client.getToken(graph);
    expect(second.accessToken).not.toBe(first.accessToken);
    expect(client.requests - before).toBe(1);
    expect(client.opened).toHaveLength(1);
    await client.restart();
    expect((await client.getToken(graph)).accessToken).toBe(second.accessToken);
    expect(client.requests - before).toBe(1);
  });
});

describe('claims that an API asks for', () => {
  const secondFactor = '{"access_token":{"capolids":{"essential":true,"values":["c1"]}}}';
  const someClaims = '{"access_token":{"nbf":{"essential":true,"value":"1"}}}';

  it('go to the network though the cached token is good, and to no browser if that does', async () => {
    await client.signInAs(zoe);
    const first = await client.getToken();
    const before = client.requests;
    const second = await client.getToken(demoResources.api, { claims: someClaims });
    expect(second.accessToken).not.toBe(first.accessToken);
    expect(client.requests - before).toBe(1);
    expect(client.opened).toHaveLength(1);
    // What it brought is the token from now on.
    expect((await client.getToken()).accessToken).toBe(second.accessToken);
    expect(client.requests - before).toBe(1);
  });

  it('go to the browser when only a person can meet them', async () => {
    await client.signInAs(zoe);
    client.person = pick(zoe, 'Approve');
    const answer = await client.getToken(demoResources.api, { claims: secondFactor });
    expect(client.opened).toHaveLength(2);
    expect(new URL(client.opened[1] ?? '').searchParams.get('claims')).toContain('capolids');
    expect(claimsOf(answer)['amr']).toContain('mfa');
  });

  it('are asked for once by two clicks, and are not taken for the same request without them', async () => {
    await client.signInAs(zoe);
    const { accessToken } = await client.getToken();
    const before = client.requests;
    const asking = [
      client.getToken(demoResources.api, { claims: someClaims }),
      client.getToken(demoResources.api, { claims: someClaims }),
    ];
    expect((await client.getToken()).accessToken).toBe(accessToken);
    const [one, other] = await Promise.all(asking);
    expect(one?.accessToken).toBe(other?.accessToken);
    expect(client.requests - before).toBe(1);
  });
});
