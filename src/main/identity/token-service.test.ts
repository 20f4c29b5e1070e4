import { readFile, readdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { demoResources } from '../demo/resources';
import { alex, guestTenant, homeTenant, zoe } from '../demo/test-demo';
import { scopeForResource } from '../../shared/scopes';
import { signInTimeout } from './browser-sign-in';
import { SignInCancelled, TokenFailure } from './failures';
import { pick, TestClient } from './test-client';
import type { TokenAnswer } from './token-service';

const scopesOf = (resource: string): string[] => [scopeForResource(resource)];

const claimsOf = ({ accessToken }: TokenAnswer): Record<string, unknown> =>
  JSON.parse(Buffer.from(accessToken.split('.')[1] ?? '', 'base64url').toString('utf8')) as Record<
    string,
    unknown
  >;

let client: TestClient;

beforeEach(async () => {
  client = await new TestClient().start();
  client.person = pick(zoe);
});

afterEach(() => client.stop());

const signIn = (): Promise<TokenAnswer> => client.service.signInAnyone();

const getToken = (resource: string = demoResources.api): Promise<TokenAnswer> =>
  client.service.getToken({ scopes: scopesOf(resource), account: client.account });

async function failureOf(promise: Promise<unknown>): Promise<TokenFailure> {
  const error: unknown = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof TokenFailure)) throw new Error('expected a TokenFailure', { cause: error });
  return error;
}

describe('the way to a token', () => {
  it('asks the browser when nobody is signed in, and gives the token for the API', async () => {
    const answer = await client.service.getToken({ scopes: scopesOf(demoResources.api), account: undefined });
    expect(client.opened).toHaveLength(1);
    expect(claimsOf(answer)).toMatchObject({ aud: demoResources.api, name: zoe, tid: homeTenant.id });
    expect((await client.demo.api('/echo', answer.accessToken)).status).toBe(200);
  });

  it('gives the cached token without the network, also after a restart', async () => {
    await signIn();
    const first = await getToken();
    await client.restart();
    const before = client.requests;
    const second = await getToken();
    expect(second.accessToken).toBe(first.accessToken);
    expect(client.requests).toBe(before);
    expect(client.opened).toHaveLength(1);
  });

  it('gets another API’s token by refresh, without the browser', async () => {
    await signIn();
    expect(claimsOf(await getToken('https://management.azure.com/'))).toMatchObject({
      aud: 'https://management.azure.com/',
    });
    expect(client.opened).toHaveLength(1);
  });

  it('makes one request of two clicks on the same button', async () => {
    await signIn();
    const before = client.requests;
    const [first, second] = await Promise.all([getToken(), getToken()]);
    expect(first.accessToken).toBe(second.accessToken);
    expect(client.requests - before).toBe(1);
  });

  it('gets a new token on request even if the cached one is good', async () => {
    await signIn();
    const first = await getToken();
    const second = await client.service.getToken({
      scopes: scopesOf(demoResources.api),
      account: client.account,
      forceRefresh: true,
    });
    expect(second.accessToken).not.toBe(first.accessToken);
  });

  it('passes the second factor’s claims on to the browser', async () => {
    await signIn();
    client.person = pick(zoe, 'Approve');
    const answer = await getToken(demoResources.mfa);
    expect(claimsOf(answer)['amr']).toContain('mfa');
    expect(new URL(client.opened[1] ?? '').searchParams.get('claims')).toContain('capolids');
  });

  it('opens no browser when policy blocks, since a sign-in would not help', async () => {
    await signIn();
    const { failure, interaction } = await failureOf(getToken(demoResources.blocked));
    expect(failure.kind).toBe('blocked');
    expect(failure.details).toMatchObject({ code: 'AADSTS53003', suberror: 'message_only' });
    expect(failure.details.correlationId).toMatch(/^[0-9a-f-]{36}$/);
    expect(interaction.needed).toBe(false);
    expect(client.opened).toHaveLength(1);
  });

  it('says that the service is busy', async () => {
    await signIn();
    expect((await failureOf(getToken(demoResources.busy))).failure.kind).toBe('busy');
  });

  it('signs in again when the session has expired, and then has the token', async () => {
    await signIn();
    const answer = await getToken(demoResources.expired);
    expect(claimsOf(answer)['aud']).toBe(demoResources.expired);
    expect(client.opened).toHaveLength(2);
  });

  it('lets a second request wait for the sign-in that is under way instead of opening a second browser', async () => {
    const request = (resource: string) =>
      client.service.getToken({ scopes: scopesOf(resource), account: undefined });
    const answers = await Promise.all([request(demoResources.api), request('https://vault.azure.net')]);
    expect(answers.map((answer) => claimsOf(answer)['aud'])).toEqual([
      demoResources.api,
      'https://vault.azure.net',
    ]);
    expect(client.opened).toHaveLength(1);
  });
});

describe('what msal-node 7 would get wrong', () => {
  it('loses no token when many are refreshed at once', async () => {
    await signIn();
    const resources = Array.from({ length: 40 }, (_, index) => `api://parallel-${index}`);
    await Promise.all(resources.map((resource) => getToken(resource)));
    await client.restart();
    const before = client.requests;
    for (const resource of resources) await getToken(resource);
    expect(client.requests).toBe(before);
    expect(client.cache.contents.tokens.length).toBeGreaterThanOrEqual(resources.length);
  });

  it('loses no token that is refreshed while a sign-in is open in the browser', async () => {
    await signIn();
    const parallel = Array.from({ length: 10 }, (_, index) => `api://meanwhile-${index}`);
    client.person = async (page) => {
      await Promise.all(parallel.map((resource) => getToken(resource)));
      return pick(zoe, 'Approve')(page);
    };
    await getToken(demoResources.mfa);
    await client.restart();
    const before = client.requests;
    for (const resource of [...parallel, demoResources.mfa]) await getToken(resource);
    expect(client.requests).toBe(before);
  });

  it('forgets a dead refresh token on disk, too', async () => {
    await signIn();
    client.person = undefined;
    const asked = getToken(demoResources.revoked);
    await untilSignInIsOpen();
    client.service.cancelSignIn();
    await expect(asked).rejects.toBeInstanceOf(SignInCancelled);
    await client.restart();
    // With the dead token back from disk this would be one more request that cannot succeed.
    const before = client.requests;
    client.person = pick(zoe);
    await getToken('api://after-the-end');
    expect(client.requests - before).toBe(1);
    expect(client.opened).toHaveLength(3);
  });

  it('gives a guest the token of the tenant that was asked for, not of the home tenant', async () => {
    await signIn();
    const answer = await client.service.getToken({
      scopes: scopesOf(demoResources.api),
      account: { ...client.account, tenantId: guestTenant.id },
    });
    expect(answer.tenantId).toBe(guestTenant.id);
    expect(claimsOf(answer)['tid']).toBe(guestTenant.id);
    expect(claimsOf(await getToken())['tid']).toBe(homeTenant.id);
  });

  it('signs a guest in to the tenant of the client application, and stays there', async () => {
    client.tenant = guestTenant.id;
    await client.restart();
    const answer = await signIn();
    expect(answer.tenantId).toBe(guestTenant.id);
    expect(client.account).toMatchObject({ tenantId: guestTenant.id, homeTenantId: homeTenant.id });
    await client.restart();
    expect(claimsOf(await getToken())['tid']).toBe(guestTenant.id);
    expect(client.opened).toHaveLength(1);
  });

  it('knows the tenant of a client application that names it by domain', async () => {
    client.tenant = guestTenant.domain;
    await client.restart();
    await signIn();
    await client.restart();
    expect(claimsOf(await getToken())['tid']).toBe(guestTenant.id);
    expect(client.opened).toHaveLength(1);
  });

  it('sets a cache aside that is no JSON, starts empty and goes on', async () => {
    await signIn();
    await client.restart();
    await writeFile(client.cacheFile, '{"version":1,"ciphertext":"AAAA"}');
    await client.restart();
    expect(client.cache.contents.accounts).toEqual([]);
    expect(client.unreadable).toHaveLength(1);
    expect(await readdir(client.folder)).toContain(client.unreadable[0]);
    await signIn();
    await getToken();
  });

  it('sets a cache aside that decrypts to something else than a cache', async () => {
    const ciphertext = (await client.secrets.encrypt('not a cache')).toString('base64');
    await writeFile(client.cacheFile, JSON.stringify({ version: 1, ciphertext }));
    await client.restart();
    expect(client.unreadable).toHaveLength(1);
    await signIn();
    expect(client.account.username).toContain('@');
  });
});

describe('a sign-in in the browser', () => {
  beforeEach(() => {
    client.person = undefined;
  });

  it('ends when the person cancels it, and frees the port', async () => {
    const asked = signIn();
    const port = await untilSignInIsOpen();
    expect(await canListenOn(port)).toBe(false);
    client.service.cancelSignIn();
    await expect(asked).rejects.toBeInstanceOf(SignInCancelled);
    expect(await canListenOn(port)).toBe(true);
    expect(client.progress.at(-1)).toBeUndefined();
  });

  it('ends after five minutes, and frees the port', async () => {
    let atTimeout: (() => void) | undefined;
    client.after = (ms, work) => {
      expect(ms).toBe(signInTimeout);
      atTimeout = work;
      return () => undefined;
    };
    const asked = failureOf(signIn());
    const port = await untilSignInIsOpen();
    atTimeout?.();
    expect((await asked).failure.kind).toBe('timed-out');
    expect(await canListenOn(port)).toBe(true);
  });

  it('can be cancelled before the address is known', async () => {
    const asked = signIn();
    client.service.cancelSignIn();
    await expect(asked).rejects.toBeInstanceOf(SignInCancelled);
    expect(client.opened).toEqual([]);
  });

  it('opens the same address again', async () => {
    const asked = signIn();
    await untilSignInIsOpen();
    client.service.openBrowserAgain();
    expect(client.opened).toHaveLength(2);
    expect(client.opened[1]).toBe(client.opened[0]);
    client.service.cancelSignIn();
    await expect(asked).rejects.toBeInstanceOf(SignInCancelled);
  });

  it('says so when the system has no browser, and still takes the answer from a copied link', async () => {
    client.browserStarts = false;
    const asked = signIn();
    await untilSignInIsOpen();
    await expect.poll(() => client.progress.at(-1)?.browserFailed).toBe(true);
    const link = client.service.signInLink ?? '';
    client.browserStarts = true;
    client.person = pick(alex);
    client.service.openBrowserAgain();
    await asked;
    expect(client.opened.at(-1)).toBe(link);
    expect(client.account.name).toBe(alex);
  });

  it('tells when the person declines', async () => {
    client.person = pick(zoe, 'Cancel');
    const asked = client.service.getToken({ scopes: scopesOf(demoResources.consent), account: undefined });
    expect((await failureOf(asked)).failure.kind).toBe('declined');
  });
});

describe('what is kept', () => {
  it('has no token in clear on disk', async () => {
    await signIn();
    const { accessToken } = await getToken();
    await client.restart();
    for (const name of await readdir(client.folder)) {
      const text = await readFile(`${client.folder}/${name}`, 'latin1');
      expect(text).not.toContain(accessToken);
      expect(text).not.toMatch(/eyJ[\w-]{10,}\./);
      expect(text).not.toContain('AccessToken');
    }
  });

  it('is gone from memory and disk after signing out', async () => {
    await signIn();
    await getToken();
    await client.service.signOut(client.account.id);
    expect(client.cache.contents).toEqual({ accounts: [], tokens: [] });
    await client.restart();
    expect(client.cache.contents).toEqual({ accounts: [], tokens: [] });
  });

  it('has no token and no account in a failure', async () => {
    await signIn();
    const { accessToken } = await getToken();
    const { failure } = await failureOf(getToken(demoResources.blocked));
    const text = JSON.stringify(failure);
    expect(text).not.toContain(accessToken);
    expect(text).not.toContain(client.account.username);
  });
});

async function untilSignInIsOpen(): Promise<number> {
  await expect.poll(() => client.service.signInLink).toBeDefined();
  const redirect = new URL(client.service.signInLink ?? '').searchParams.get('redirect_uri');
  return Number(new URL(redirect ?? '').port);
}

async function canListenOn(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
