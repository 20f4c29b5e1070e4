import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { minimumLifetime } from '../../shared/token-status';
import { demoResources } from '../demo/resources';
import { guestTenant, homeTenant, zoe } from '../demo/test-demo';
import { SignInCancelled } from './failures';
import { claimsOf, pick, TestClient } from './test-client';

let client: TestClient;

beforeEach(async () => {
  client = await new TestClient().start();
  client.person = pick(zoe);
});

afterEach(async () => {
  vi.useRealTimers();
  await client.stop();
});

describe('what msal-node 7 would get wrong', () => {
  it('loses no token when many are refreshed at once', { timeout: 30_000 }, async () => {
    await client.signIn();
    client.browserIsExpected = false;
    const start = client.requests;
    const resources = Array.from({ length: 40 }, (_, index) => `api://parallel-${index}`);
    const answers = await Promise.allSettled(resources.map((resource) => client.getToken(resource)));
    // A refresh token is good for one use: refreshed side by side, all but one would end in the browser.
    expect(answers.filter(({ status }) => status === 'rejected')).toEqual([]);
    expect(client.opened).toHaveLength(1);
    expect(client.requests - start).toBe(resources.length);
    await client.restart();
    const before = client.requests;
    for (const resource of resources) await client.getToken(resource);
    expect(client.requests).toBe(before);
    expect(client.contents.tokens.length).toBeGreaterThanOrEqual(resources.length);
  });

  it(
    'loses no token that is refreshed while a sign-in is open in the browser',
    { timeout: 30_000 },
    async () => {
      await client.signIn();
      const parallel = Array.from({ length: 10 }, (_, index) => `api://meanwhile-${index}`);
      const tokens = (): number => client.contents.tokens.length;
      client.person = async (page) => {
        const before = tokens();
        const asked = Promise.allSettled(parallel.map((resource) => client.getToken(resource)));
        // Not `await asked`: one that needed the browser would wait for this very sign-in.
        await expect.poll(tokens, { timeout: 15_000 }).toBe(before + parallel.length);
        await asked;
        return pick(zoe, 'Approve')(page);
      };
      await client.getToken(demoResources.mfa);
      expect(client.opened).toHaveLength(2);
      await client.restart();
      const before = client.requests;
      for (const resource of [...parallel, demoResources.mfa]) await client.getToken(resource);
      expect(client.requests).toBe(before);
    },
  );

  it('forgets a dead refresh token on disk, too', async () => {
    await client.signIn();
    client.person = undefined;
    const asked = client.getToken(demoResources.revoked);
    await client.untilSignInIsOpen();
    client.desk.cancel();
    await expect(asked).rejects.toBeInstanceOf(SignInCancelled);
    await client.restart();
    // With the dead token back from disk this would be one more request that cannot succeed.
    const before = client.requests;
    client.person = pick(zoe);
    await client.getToken('api://after-the-end');
    expect(client.requests - before).toBe(1);
    expect(client.opened).toHaveLength(3);
  });

  it('gives a guest the token of the tenant that was asked for, not the cached one of the home tenant', async () => {
    await client.signIn();
    expect(claimsOf(await client.getToken())['tid']).toBe(homeTenant.id);
    const before = client.requests;
    const account = { ...client.account, tenantId: guestTenant.id };
    const answer = await client.getToken(demoResources.api, { account });
    expect(claimsOf(answer)['tid']).toBe(guestTenant.id);
    expect(answer.tenantId).toBe(guestTenant.id);
    expect(client.requests - before).toBe(1);
    expect(client.opened).toHaveLength(1);
    expect(claimsOf(await client.getToken())['tid']).toBe(homeTenant.id);
    expect(client.requests - before).toBe(1);
  });

  it('gives no token that is about to end when the early refresh fails slowly', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    await client.signIn();
    const { network } = client;
    client.network = async (url, init) => withLifetime(await network(url, init), 3600, 1800);
    const first = await client.getToken();
    client.network = network;

    // 10 s more than the 5 min: past `refresh_in`, MSAL refreshes, and gives the old token when that fails.
    vi.setSystemTime(first.expiresOn - minimumLifetime - 10_000);
    client.network = () => {
      client.network = network;
      vi.setSystemTime(Date.now() + 30_000);
      return Promise.reject(new TypeError('the network is slow'));
    };
    const before = client.requests;
    const second = await client.getToken();
    expect(second.expiresOn - Date.now()).toBeGreaterThanOrEqual(minimumLifetime);
    expect(second.accessToken).not.toBe(first.accessToken);
    expect(client.requests - before).toBe(2);
  });

  it('signs a guest in to the tenant of the client application, and stays there', async () => {
    client.tenant = guestTenant.id;
    await client.restart();
    const answer = await client.signIn();
    expect(answer.tenantId).toBe(guestTenant.id);
    expect(client.account).toMatchObject({ tenantId: guestTenant.id, homeTenantId: homeTenant.id });
    await client.restart();
    expect(claimsOf(await client.getToken())['tid']).toBe(guestTenant.id);
    expect(client.opened).toHaveLength(1);
  });

  it('knows the tenant of a client application that names it by domain', async () => {
    client.tenant = guestTenant.domain;
    await client.restart();
    await client.signIn();
    await client.restart();
    expect(claimsOf(await client.getToken())['tid']).toBe(guestTenant.id);
    expect(client.opened).toHaveLength(1);
  });
});

/** The same answer of the token endpoint with other times, in s. */
async function withLifetime(response: Response, expiresIn: number, refreshIn: number): Promise<Response> {
  const body = z.looseObject({}).parse(await response.json());
  if ('access_token' in body) Object.assign(body, { expires_in: expiresIn, refresh_in: refreshIn });
  return Response.json(body, { status: response.status });
}
