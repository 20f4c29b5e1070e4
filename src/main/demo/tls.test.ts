import { request } from 'node:https';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { testText } from '../identity/credentials/test-files';
import { startDemoTenant, type DemoTenant } from './index';
import { homeTenant } from './test-demo';

let tenant: DemoTenant;
beforeEach(async () => {
  tenant = await startDemoTenant({
    load: () => Promise.resolve(undefined),
    save: () => Promise.resolve(),
    now: Date.now,
    preferredPort: 0,
    tls: { key: testText('leaf.key'), cert: testText('leaf.crt') },
  });
});
afterEach(() => tenant.stop());

/** @param ca whom to trust. The certificate at hand names nobody, so that the name is not looked at. */
const get = (url: string, ca?: string): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const options = { ...(ca !== undefined && { ca }), checkServerIdentity: () => undefined };
    const sent = request(url, options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        resolve(JSON.parse(Buffer.concat(chunks).toString()));
      });
    });
    sent.on('error', reject).end();
  });

const configurationSchema = z.looseObject({ issuer: z.string(), token_endpoint: z.string() });

test('over https it calls itself by the address that answers', async () => {
  const { origin, addresses } = tenant;
  expect(origin).toMatch(/^https:\/\/localhost:\d+$/);
  expect(addresses).toEqual({ authority: origin, adfs: `${origin}/adfs`, management: `${origin}/api/arm` });
  expect(tenant.toLoopback(`${origin}/common`)).toBe(`${origin}/common`);
  for (const [authority, issuer] of [
    [`${origin}/${homeTenant.id}/v2.0`, `${origin}/${homeTenant.id}/v2.0`],
    [addresses.adfs, addresses.adfs],
  ] as const) {
    const answer = await get(`${authority}/.well-known/openid-configuration`, testText('ca.crt'));
    const configuration = configurationSchema.parse(answer);
    expect(configuration.issuer).toBe(issuer);
    expect(configuration.token_endpoint.startsWith(`${origin}/`)).toBe(true);
  }
});

test('whoever does not know its authority does not trust it', async () => {
  await expect(get(`${tenant.origin}/common/discovery/instance`)).rejects.toMatchObject({
    code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  });
});
