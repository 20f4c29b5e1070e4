import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { demoClientId, demoResources } from './index';
import { TestPage } from './test-browser';
import { TestDemo, zoe } from './test-demo';

let demo: TestDemo;
beforeEach(async () => {
  demo = await new TestDemo().start();
});
afterEach(() => demo.stop());

const issuedSchema = z.object({
  device_code: z.string(),
  user_code: z.string(),
  verification_uri: z.string(),
  expires_in: z.number(),
  interval: z.number(),
  message: z.string(),
});

async function issue(resource: string = demoResources.api) {
  const response = await fetch(`${demo.tenant.origin}/organizations/oauth2/v2.0/devicecode`, {
    method: 'POST',
    body: new URLSearchParams({ client_id: demoClientId, scope: `${resource}/.default` }),
  });
  return issuedSchema.parse(await response.json());
}

const poll = async (deviceCode: string) =>
  (
    await demo.token({
      grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
      device_code: deviceCode,
    })
  ).body;

test('pending, too fast, then signed in, then used up', async () => {
  const started = Date.now();
  demo.clock = () => started;
  const issued = await issue();
  expect(issued.message).toContain(issued.user_code);
  expect(issued.verification_uri).toBe(`${demo.tenant.origin}/devicelogin`);
  expect((await poll(issued.device_code)).error).toBe('authorization_pending');
  expect((await poll(issued.device_code)).error).toBe('slow_down');
  demo.ahead += 6000;
  expect((await poll(issued.device_code)).error).toBe('authorization_pending');

  const typed = `${issued.user_code.slice(0, 4)}-${issued.user_code.slice(4)}`;
  const accounts = await (await TestPage.open(issued.verification_uri)).press('Continue', { code: typed });
  await accounts.press(zoe);
  expect((await poll(issued.device_code)).access_token).toEqual(expect.any(String));
  expect((await poll(issued.device_code)).error).toBe('bad_verification_code');
});

test('a wrong code is said on the page and can be corrected there', async () => {
  const issued = await issue();
  const wrong = await (await TestPage.open(issued.verification_uri)).press('Continue', { code: 'XXXX<i>' });
  expect(wrong.html).toContain('role="alert"');
  expect(wrong.html).toContain('XXXX&lt;i&gt;');
  expect((await wrong.press('Continue', { code: issued.user_code })).heading).toBe('Choose an account');
});

test('Cancel ends the polling', async () => {
  const issued = await issue();
  const accounts = await (
    await TestPage.open(issued.verification_uri)
  ).press('Continue', { code: issued.user_code });
  expect((await accounts.press('Cancel')).heading).toBe('Not signed in');
  expect((await poll(issued.device_code)).error).toBe('access_denied');
});

test('a code ends after 15 minutes', async () => {
  const issued = await issue();
  demo.ahead += issued.expires_in * 1000;
  expect((await poll(issued.device_code)).error).toBe('expired_token');
  const page = await (
    await TestPage.open(issued.verification_uri)
  ).press('Continue', { code: issued.user_code });
  expect(page.heading).toBe('Enter the code');
});
