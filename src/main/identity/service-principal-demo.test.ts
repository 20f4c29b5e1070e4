import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { demoResources, demoServicePrincipal } from '../demo';
import { guestTenant, TestDemo } from '../demo/test-demo';
import { demoCloud } from './clouds';
import { ConfidentialClient } from './confidential-client';
import { readPem } from './credentials/certificate';
import type { Credential } from './credentials/credential';
import { testPem, testText } from './credentials/test-files';
import { tokenFailure } from './failures';

const { clientId, tenantId, secret, expiredSecret } = demoServicePrincipal;
const demo = new TestDemo();

beforeEach(async () => {
  await demo.start();
});
afterEach(() => demo.stop());

const certificate = (name: string): Credential => {
  const reading = readPem(testPem(name), undefined, 0);
  if (!reading.ok) throw new Error(reading.problem);
  return reading.value;
};

async function acquire(credential: Credential, tenant = tenantId) {
  const client = await ConfidentialClient.create({
    clientId,
    tenant: tenantId,
    cloud: demoCloud,
    credential,
    fetch: (url, init) => fetch(demo.tenant.toLoopback(url), init),
  });
  return client.acquire({
    tenantId: tenant,
    scopes: [`${demoResources.api}/.default`],
    forceRefresh: false,
    correlationId: randomUUID(),
  });
}

const failureOf = (credential: Credential, tenant?: string): Promise<unknown> =>
  acquire(credential, tenant).then(
    () => undefined,
    (error: unknown) => tokenFailure(error, 0, { isServicePrincipal: true }).failure,
  );

describe('a service principal of the demo tenant', () => {
  it('gets a token with its secret that the API takes', async () => {
    const { accessToken, tenantId: tid } = await acquire({ type: 'secret', secret });
    expect(tid).toBe(tenantId);
    expect((await demo.api('/subscriptions?api-version=2022-12-01', accessToken)).status).toBe(200);
    expect((await demo.api('/subscriptions?api-version=2022-12-01', 'x')).status).toBe(401);
  });

  it('gets one with a certificate that is registered, and none with another', async () => {
    const known = certificate('leaf');
    expect(await failureOf(known)).toMatchObject({ kind: 'credential' });
    demo.tenant.registerCertificate(testText('leaf.crt'));
    expect((await acquire(known)).tenantId).toBe(tenantId);
  });

  it.each([
    ['wrong', 'AADSTS7000215', 'wrong'],
    ['expired', 'AADSTS7000222', expiredSecret],
  ])('fails with a secret that is %s', async (_what, code, given) => {
    expect(await failureOf({ type: 'secret', secret: given })).toMatchObject({
      kind: 'credential',
      details: { code },
    });
  });

  it('fails in a tenant that does not know it', async () => {
    expect(await failureOf({ type: 'secret', secret }, guestTenant.id)).toMatchObject({
      details: { code: 'AADSTS700016' },
    });
  });
});
