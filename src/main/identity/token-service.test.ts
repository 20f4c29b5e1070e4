import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { demoResources } from '../demo/resources';
import { guestTenant, homeTenant, zoe } from '../demo/test-demo';
import { SignInCancelled } from './failures';
import { claimsOf, failureOf, pick, scopesOf, TestClient } from './test-client';

let client: TestClient;

beforeEach(async () => {
  client = await new TestClient().start();
  client.person = pick(zoe);
});

afterEach(() => client.stop());

describe('the way to a token', () => {
  it('asks the browser when nobody is signed in, and gives the token for the API', async () => {
    const answer = await client.service.getToken({ scopes: scopesOf(demoResources.api), account: undefined });
    expect(client.opened).toHaveLength(1);
    expect(claimsOf(answer)).toMatchObject({ aud: demoResources.api, name: zoe, tid: homeTenant.id });
    expect((await client.demo.api('/echo', answer.accessToken)).status).toBe(200);
  });

  it('gives the cached token without the network, also after a restart', async () => {
    await client.signIn();
    const first = await client.getToken();
    await client.restart();
    const before = client.requests;
    const second = await client.getToken();
    expect(second.accessToken).toBe(first.accessToken);
    expect(client.requests).toBe(before);
    expect(client.opened).toHaveLength(1);
  });

  it('gets another API’s token by refresh, without the browser', async () => {
    await client.signIn();
    expect(claimsOf(await client.getToken('https://management.azure.com/'))).toMatchObject({
      aud: 'https://management.azure.com/',
    });
    expect(client.opened).toHaveLength(1);
  });

  it('makes one request of two clicks on the same button', async () => {
    await client.signIn();
    const before = client.requests;
    const [first, second] = await Promise.all([client.getToken(), client.getToken()]);
    expect(first.accessToken).toBe(second.accessToken);
    expect(client.requests - before).toBe(1);
  });

  it('gives two tenants’ tokens that are asked for at once each their own', async () => {
    await client.signIn();
    const before = client.requests;
    const answers = await Promise.all([client.getToken(), client.getToken(demoResources.api, asGuest())]);
    expect(answers.map((answer) => claimsOf(answer)['tid'])).toEqual([homeTenant.id, guestTenant.id]);
    expect(client.requests - before).toBe(2);
    expect(client.opened).toHaveLength(1);
  });

  it('gets a new token on request even if the cached one is good', async () => {
    await client.signIn();
    const first = await client.getToken();
    const second = await client.getToken(demoResources.api, { forceRefresh: true });
    expect(second.accessToken).not.toBe(first.accessToken);
  });

  it('passes the second factor’s claims on to the browser', async () => {
    await client.signIn();
    client.person = pick(zoe, 'Approve');
    const answer = await client.getToken(demoResources.mfa);
    expect(claimsOf(answer)['amr']).toContain('mfa');
    expect(new URL(client.opened[1] ?? '').searchParams.get('claims')).toContain('capolids');
  });

  it('opens no browser when policy blocks, since a sign-in would not help', async () => {
    await client.signIn();
    const { failure, interaction } = await failureOf(client.getToken(demoResources.blocked));
    expect(failure.kind).toBe('blocked');
    expect(failure.details).toMatchObject({ code: 'AADSTS53003', suberror: 'message_only' });
    expect(failure.details.correlationId).toMatch(/^[0-9a-f-]{36}$/);
    expect(interaction.needed).toBe(false);
    expect(client.opened).toHaveLength(1);
  });

  it('says that the service is busy', async () => {
    await client.signIn();
    expect((await failureOf(client.getToken(demoResources.busy))).failure.kind).toBe('busy');
  });

  it('signs in again when the session has expired, and then has the token', async () => {
    await client.signIn();
    const answer = await client.getToken(demoResources.expired);
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

  it('asks the browser when the network brings another tenant’s token', async () => {
    await client.signIn();
    bringHomeTokens(({ body }) => typeof body === 'string' && body.includes('grant_type=refresh_token'));
    const answer = await client.getToken(demoResources.api, asGuest());
    expect(claimsOf(answer)['tid']).toBe(guestTenant.id);
    expect(client.opened).toHaveLength(2);
  });

  it('gives out no token of another tenant when the browser brings one, too', async () => {
    await client.signIn();
    bringHomeTokens(() => true);
    const { browse } = client;
    client.browse = (url) => browse(url.replace(guestTenant.id, homeTenant.id));
    const { failure } = await failureOf(client.getToken(demoResources.api, asGuest()));
    expect(failure.kind).toBe('wrong-tenant');
    expect(failure.details.text).toContain(guestTenant.id);
  });
});

describe('a client application that is closed', () => {
  it('begins no sign-in for a token whose refresh fails after that', async () => {
    await client.signIn();
    let answer: (response: Response) => void = () => undefined;
    const { network } = client;
    client.network = (url, init) =>
      init.method === 'POST' ? new Promise((resolve) => (answer = resolve)) : network(url, init);
    const before = client.requests;
    const asked = client.getToken('https://vault.azure.net');
    await expect.poll(() => client.requests).toBe(before + 1);
    const closing = client.service.close();
    answer(Response.json({ error: 'invalid_grant', error_description: 'over' }, { status: 400 }));
    await expect(asked).rejects.toBeInstanceOf(SignInCancelled);
    await closing;
    expect(client.opened).toHaveLength(1);
    expect(client.desk.current).toBeUndefined();
  });

  it('asks the network for no more tokens', async () => {
    await client.signIn();
    await client.service.close();
    const before = client.requests;
    const asked = { scopes: scopesOf('https://vault.azure.net'), account: client.account };
    await expect(client.service.getSilently(asked)).rejects.toBeInstanceOf(SignInCancelled);
    await expect(client.getToken('https://vault.azure.net')).rejects.toBeInstanceOf(SignInCancelled);
    expect(client.requests).toBe(before);
  });
});

describe('a renewal that asks nobody', () => {
  const renewed = (resource: string = demoResources.api) =>
    client.service.renewSilently({ scopes: scopesOf(resource), account: client.account });

  it('gets a new token though the cached one is good, and keeps it', async () => {
    await client.signIn();
    const first = await client.getToken();
    const second = await renewed();
    expect(second.accessToken).not.toBe(first.accessToken);
    await client.restart();
    expect((await client.getToken()).accessToken).toBe(second.accessToken);
  });

  it('opens no browser when one is needed', async () => {
    await client.signIn();
    const { interaction } = await failureOf(renewed(demoResources.mfa));
    expect(interaction.needed).toBe(true);
    expect(client.opened).toHaveLength(1);
  });

  it('is waited for when the client application is closed', async () => {
    await client.signIn();
    const { network } = client;
    let answer: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (answer = resolve));
    client.network = async (url, init) => {
      await held;
      return network(url, init);
    };
    const ends: string[] = [];
    const renewal = renewed().then(() => ends.push('renewed'));
    const closing = client.service.close().then(() => ends.push('closed'));
    await new Promise(setImmediate);
    answer();
    await Promise.all([renewal, closing]);
    expect(ends).toEqual(['renewed', 'closed']);
  });
});

const asGuest = () => ({ account: { ...client.account, tenantId: guestTenant.id } });

/** The guest tenant's authority answers with tokens of the home tenant. */
function bringHomeTokens(to: (init: RequestInit) => boolean): void {
  const { network } = client;
  client.network = (url, init) =>
    network(init.method === 'POST' && to(init) ? url.replace(guestTenant.id, homeTenant.id) : url, init);
}
