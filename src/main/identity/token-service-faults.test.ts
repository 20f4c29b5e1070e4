import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FailureKind } from '../../shared/failure';
import type { Fault } from '../demo';
import { demoResources } from '../demo/resources';
import { guestTenant, homeTenant, zoe } from '../demo/test-demo';
import { failureOf, pick, TestClient } from './test-client';

let client: TestClient;

beforeEach(async () => {
  client = await new TestClient().start();
  client.person = pick(zoe);
});

afterEach(() => client.stop());

/** What the authority does instead of answering, and what people are told. */
const faults: readonly (readonly [string, Fault, FailureKind])[] = [
  ['wants a pause', { kind: 'throttled', retryAfter: 42 }, 'throttled'],
  ['is not available', { kind: 'unavailable' }, 'busy'],
  ['cuts the connection', { kind: 'cut' }, 'network'],
  ['is hidden by the page of a network', { kind: 'html' }, 'captive-portal'],
];

describe('when the authority', () => {
  it.each(faults)(
    '%s, it is said, no browser opens, and what is cached is given all the same',
    async (_name, fault, kind) => {
      await client.signIn();
      const { accessToken } = await client.getToken();
      client.demo.tenant.fail('token', fault, 3);
      const { failure, interaction } = await failureOf(client.getToken('https://vault.azure.net'));
      expect(failure.kind).toBe(kind);
      expect(interaction.needed).toBe(false);
      expect((await client.getToken()).accessToken).toBe(accessToken);
      expect(client.opened).toHaveLength(1);
      client.demo.tenant.heal();
      // MSAL itself refuses the same request for a while after an answer like that: another one goes through.
      expect((await client.getToken('https://storage.azure.com/')).tenantId).toBe(homeTenant.id);
    },
  );

  it('wants a pause, the failure says until when', async () => {
    await client.signIn();
    client.demo.tenant.fail('token', { kind: 'throttled', retryAfter: 42 });
    const { failure } = await failureOf(client.getToken('https://vault.azure.net'));
    const left = (failure.details.retryAfter ?? 0) - Date.now();
    expect(left).toBeGreaterThan(30_000);
    expect(left).toBeLessThanOrEqual(42_000);
  });

  it('is slow, its token is waited for', async () => {
    await client.signIn();
    client.demo.tenant.fail('token', { kind: 'slow', delay: 200 });
    expect((await client.getToken('https://vault.azure.net')).tenantId).toBe(homeTenant.id);
  });

  it('says that it is somebody else, nobody is signed in', async () => {
    client.demo.tenant.fail('discovery', { kind: 'issuer', issuer: 'https://evil.example/x/v2.0' }, 5);
    const { failure } = await failureOf(client.signIn());
    expect(['cloud', 'network']).toContain(failure.kind);
    expect(client.contents.accounts).toEqual([]);
  });

  it('has revoked the session, the browser is asked, once', async () => {
    await client.signIn();
    client.demo.tenant.fail('refresh', {
      kind: 'refused',
      error: { error: 'invalid_grant', code: 50173, suberror: 'bad_token', text: 'revoked' },
    });
    expect((await client.getToken('https://vault.azure.net')).tenantId).toBe(homeTenant.id);
    expect(client.opened).toHaveLength(2);
  });
});

describe('a client application that names its tenant by a domain', () => {
  it('stays in that tenant when there are tokens of others', async () => {
    client.tenant = homeTenant.domain;
    await client.restart();
    await client.signIn();
    await client.getToken(demoResources.api, { account: { ...client.account, tenantId: guestTenant.id } });
    expect(client.account.tenantId).toBe(homeTenant.id);
    await client.restart();
    expect(client.account.tenantId).toBe(homeTenant.id);
  });
});
