import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoResources } from './index';
import { alex, anyText, homeTenant, matching, TestDemo, zoe } from './test-demo';

const demo = new TestDemo();
beforeAll(() => demo.start());
afterAll(() => demo.stop());

test('offers both people by name, and Cancel', async () => {
  const page = await demo.authorize();
  expect(page.heading).toBe('Choose an account');
  expect(page.buttons).toEqual([zoe, alex, 'Cancel']);
  expect(page.html).toContain('Token Tray demo tenant — nothing leaves this computer');
});

test('offers the person hinted at first', async () => {
  const page = await demo.authorize({ login_hint: 'Alex.Moreau@fjord-demo.example' });
  expect(page.buttons).toEqual([alex, zoe, 'Cancel']);
});

test('answers with a form that carries code, client info and the state as it was', async () => {
  const page = await (await demo.authorize()).press(zoe);
  expect(page.buttons).toEqual(['Continue']);
  expect(page.answer).toMatchObject({
    state: 'the state & more',
    code: matching(/^[\w-]{43}$/),
  });
  const clientInfo: unknown = JSON.parse(
    Buffer.from(page.answer['client_info'] ?? '', 'base64url').toString(),
  );
  expect(clientInfo).toEqual({ uid: anyText, utid: homeTenant.id });
});

test('Cancel answers access_denied with the correlation id asked with', async () => {
  const correlationId = '0995c26f-4393-4bb9-ba26-813259e385f0';
  const page = await (await demo.authorize({ 'client-request-id': correlationId })).press('Cancel');
  expect(page.answer).toMatchObject({ error: 'access_denied', state: 'the state & more' });
  expect(page.answer['error_description']).toMatch(
    new RegExp(`^AADSTS65004: .* Trace ID: \\S+ Correlation ID: ${correlationId} Timestamp: \\S+ \\S+Z$`),
  );
});

test('a page runs no inline script and may be framed by nobody', async () => {
  const page = await (await demo.authorize()).press(zoe);
  const policy = page.response.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self'");
  expect(policy).toContain("form-action 'self' http://localhost:49152");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain('unsafe');
  expect(page.html).not.toMatch(/<script(?![^>]* src=)|<style| style=| on[a-z]+=/);
});

test('text from the address is shown as text', async () => {
  const page = await demo.authorize({ client_id: '"><script>alert(1)</script>' });
  expect(page.html).not.toContain('<script>alert');
  expect(page.html).toContain('&lt;script&gt;alert');
});

describe('never sends an answer to an address that is not loopback, or for another application', () => {
  test.each([
    ['redirect_uri', 'https://example.com/'],
    ['redirect_uri', 'http://localhost.example.com'],
    ['redirect_uri', 'http://localhost:1@example.com'],
    ['redirect_uri', 'http://localhost:99999'],
    ['redirect_uri', undefined],
    ['client_id', '04b07795-8ddb-461a-bbee-02f9e1bf7b46'],
  ])('%s %s', async (name, value) => {
    const page = await demo.authorize({ [name]: value });
    expect(page.response.status).toBe(400);
    expect(page.html).toMatch(/AADSTS(50011|700016)/);
    expect(page.html).not.toContain('<form');
  });
  test('a tenant that does not exist', async () => {
    const page = await demo.authorize({}, 'nowhere.example');
    expect(page.html).toContain('AADSTS90002');
  });
});

describe('refuses to the reply address', () => {
  test.each([
    ['response_type', 'token', 'invalid_request'],
    ['response_mode', 'query', 'invalid_request'],
    ['code_challenge', undefined, 'invalid_request'],
    ['code_challenge', 'short', 'invalid_request'],
    ['code_challenge_method', 'plain', 'invalid_request'],
    ['prompt', 'create', 'invalid_request'],
    ['claims', '{not json', 'invalid_request'],
    ['scope', undefined, 'invalid_request'],
    ['scope', 'no such scope!', 'invalid_scope'],
    ['scope', 'https://one.example/.default https://two.example/.default', 'invalid_scope'],
  ])('%s %s', async (name, value, error) => {
    expect((await demo.authorize({ [name]: value })).answer).toMatchObject({
      error,
      state: 'the state & more',
    });
  });
});

describe('prompt=none', () => {
  const hint = 'zoe.nunez@fjord-demo.example';
  test.each([
    [demoResources.api, undefined, { error: 'login_required' }],
    [demoResources.api, hint, { code: anyText }],
    [demoResources.mfa, hint, { error: 'interaction_required', suberror: 'basic_action' }],
    [demoResources.consent, hint, { error: 'invalid_grant', suberror: 'consent_required' }],
  ])('%s for %s', async (resource, login_hint, answer) => {
    const page = await demo.authorize({ prompt: 'none', login_hint, scope: `${resource}/.default` });
    expect(page.answer).toMatchObject(answer);
  });
});

test('an old page does not act any more, and an earlier choice can be changed', async () => {
  const accounts = await demo.authorize({ scope: `${demoResources.consent}/.default` });
  expect((await accounts.press(zoe)).heading).toBe('Token Tray asks for permission');
  const consent = await accounts.press(alex);
  expect(consent.html).toContain(alex);
  await consent.press('Accept');
  const again = await consent.press('Accept');
  expect(again.heading).toBe('This page is out of date');
});

test('consent given for one step does not skip another', async () => {
  const accounts = await demo.authorize({ scope: `${demoResources.mfa}/.default`, prompt: 'consent' });
  const factor = await accounts.press(zoe);
  expect(factor.buttons).toEqual(['Cancel', 'Approve']);
  expect((await factor.press('Approve')).buttons).toEqual(['Cancel', 'Accept']);
});
