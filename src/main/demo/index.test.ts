import { request } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { demoAuthorityOrigin, startDemoTenant } from './index';
import { byRefreshToken, guestTenant, homeTenant, TestDemo } from './test-demo';

const started: TestDemo[] = [];
afterEach(() => Promise.all(started.splice(0).map((demo) => demo.stop())));

const start = async (preferredPort = 0, saved?: string) => {
  const demo = new TestDemo();
  demo.saved = saved;
  started.push(demo);
  return demo.start(preferredPort);
};

test('listens on loopback, at another port if the preferred one is busy', async () => {
  const first = await start();
  const port = Number(new URL(first.tenant.origin).port);
  const second = await start(port);
  expect(second.tenant.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(second.tenant.origin).not.toBe(first.tenant.origin);
  await first.stop();
  expect((await first.start(port)).tenant.origin).toBe(`http://127.0.0.1:${String(port)}`);
});

test('maps only addresses of the demo authority', async () => {
  const { tenant } = await start();
  expect(tenant.toLoopback(`${demoAuthorityOrigin}/common/a?b=c%20d#e`)).toBe(
    `${tenant.origin}/common/a?b=c%20d#e`,
  );
  expect(tenant.toLoopback('https://adfs.demo.token-tray.invalid/adfs/a?b')).toBe(
    `${tenant.origin}/adfs/a?b`,
  );
  expect(tenant.toLoopback('https://management.demo.token-tray.invalid/tenants?a')).toBe(
    `${tenant.origin}/api/arm/tenants?a`,
  );
  for (const other of [
    `${demoAuthorityOrigin}.example.com/a`,
    'https://login.microsoftonline.com/a',
    'not an address',
    `${tenant.origin}/devicelogin`,
    'http://management.demo.token-tray.invalid/tenants',
  ]) {
    expect(tenant.toLoopback(other)).toBe(other);
  }
});

test('announces every endpoint under the https origin', async () => {
  const { tenant } = await start();
  for (const [segment, issuer] of [
    ['common', '{tenantid}'],
    ['organizations', '{tenantid}'],
    [homeTenant.domain, homeTenant.id],
    [guestTenant.id.toUpperCase(), guestTenant.id],
  ] as const) {
    const response = await fetch(`${tenant.origin}/${segment}/v2.0/.well-known/openid-configuration`);
    const configuration = (await response.json()) as Record<string, unknown>;
    expect(configuration['issuer']).toBe(`${demoAuthorityOrigin}/${issuer}/v2.0`);
    for (const [name, value] of Object.entries(configuration)) {
      if (/_endpoint$|_uri$/.test(name)) expect(value).toMatch(new RegExp(`^${demoAuthorityOrigin}/`));
    }
  }
});

test('answers no request addressed to another host', async () => {
  const { tenant } = await start();
  const { port } = new URL(tenant.origin);
  const statusFor = (host: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      request(
        { host: '127.0.0.1', port, path: '/common/discovery/v2.0/keys', headers: { host } },
        (response) => {
          response.resume();
          resolve(response.statusCode);
        },
      )
        .on('error', reject)
        .end();
    });
  expect(await statusFor(`127.0.0.1:${port}`)).toBe(200);
  expect(await statusFor(`localhost:${port}`)).toBe(200);
  expect(await statusFor(`rebound.example:${port}`)).toBe(421);
  expect(await statusFor('localhost')).toBe(421);
});

test('takes bodies up to 64 KiB', async () => {
  const demo = await start();
  const { accessToken } = await demo.tokens();
  const put = (size: number) => demo.api('/echo', accessToken, { method: 'PUT', body: 'x'.repeat(size) });
  expect((await put(64 * 1024)).status).toBe(200);
  expect((await put(64 * 1024 + 1)).status).toBe(413);
});

test.each(['/', '/common', '/common/oauth2/token', '/assets/none', '//', '/%zz/oauth2/v2.0/token'])(
  '%s is a JSON 404',
  async (path) => {
    const { tenant } = await start();
    const response = await fetch(`${tenant.origin}${path}`);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ error: { code: 'NotFound' } });
  },
);

test('signing key, refresh tokens, consents and second factors survive a restart', async () => {
  const before = await start();
  const { accessToken, refreshToken } = await before.tokens();
  const consent = await before.authorize({ scope: 'api://demo.token-tray/consent/.default' });
  await (await consent.press('Zoë Nuñez-Ødegård')).press('Accept');
  await before.stop();

  const after = await start(0, before.saved);
  expect((await after.api('/me', accessToken)).status).toBe(200);
  const renewed = await after.token(byRefreshToken(refreshToken, 'api://demo.token-tray/consent'));
  expect(renewed.status).toBe(200);
});

test('no refresh token is kept in clear', async () => {
  const demo = await start();
  const { refreshToken } = await demo.tokens();
  expect(demo.saved).toContain('refreshTokens');
  expect(demo.saved).not.toContain(refreshToken);
});

test.each(['', 'not json', '{}', '{"version":1,"signingKey":{}}'])(
  'a state that cannot be read (%j) is started afresh',
  async (saved) => {
    const demo = await start(0, saved);
    expect((await demo.api('/me', (await demo.tokens()).accessToken)).status).toBe(200);
  },
);

test('a state that cannot be loaded or saved does not stop the demo', async () => {
  const tenant = await startDemoTenant({
    load: () => Promise.reject(new Error('no keyring')),
    save: () => Promise.reject(new Error('disk full')),
    now: Date.now,
    preferredPort: 0,
  });
  expect((await fetch(`${tenant.origin}/common/discovery/v2.0/keys`)).status).toBe(200);
  await tenant.stop();
});

test('saves one at a time and stops only when all is saved', async () => {
  let running = 0;
  let mostAtOnce = 0;
  let last: string | undefined;
  const tenant = await startDemoTenant({
    load: () => Promise.resolve(undefined),
    save: async (state) => {
      running += 1;
      mostAtOnce = Math.max(mostAtOnce, running);
      await new Promise((resolve) => setImmediate(resolve));
      last = state;
      running -= 1;
    },
    now: Date.now,
    preferredPort: 0,
  });
  const demo = new TestDemo(tenant);
  const { refreshToken } = await demo.tokens();
  await Promise.all([demo.tokens(), demo.tokens(), demo.token(byRefreshToken(refreshToken))]);
  await tenant.stop();
  expect(running).toBe(0);
  expect(mostAtOnce).toBe(1);
  expect((JSON.parse(last ?? '') as { refreshTokens: unknown[] }).refreshTokens).toHaveLength(3);
});
