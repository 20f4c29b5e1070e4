import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scopeForResource } from '../../../shared/scopes';
import { appServiceRefusal, appServiceToken, readAppServiceRequest } from './app-service';
import { azdRefusal, azdToken, azdVersion, readAzdRequest } from './azd';
import { guard, type RequestHead } from './guards';
import { RateLimit } from './rate-limit';
import type { GivenToken, Refusal } from './reply';
import { sameResource } from './same-resource';

const query = (parameters: Readonly<Record<string, string>>): URLSearchParams =>
  new URLSearchParams(parameters);
const given: GivenToken = {
  accessToken: 'token',
  expiresOn: Date.UTC(2026, 10, 28, 0, 5, 9) + 999,
  clientId: 'client',
  resource: 'https://vault.azure.net/',
};

const anyRefusal = fc.oneof(
  fc.record({
    kind: fc.constantFrom('invalid' as const, 'not-signed-in' as const, 'failed' as const),
    text: fc.string(),
  }),
  fc.record({
    kind: fc.constantFrom(
      'wrong-secret' as const,
      'expired' as const,
      'switched-off' as const,
      'locked' as const,
      'container' as const,
    ),
  }),
  fc.record({
    kind: fc.constant('too-many' as const),
    of: fc.constantFrom('requests' as const, 'wrong-secrets' as const),
  }),
  fc.record({ kind: fc.constant('not-allowed' as const), resource: fc.string(), wasAsked: fc.boolean() }),
  fc.record({
    kind: fc.constant('later' as const),
    text: fc.string(),
    retryAfter: fc.integer({ min: 1, max: 3600 }),
  }),
) satisfies fc.Arbitrary<Refusal>;

describe('App Service’s protocol', () => {
  it('takes any resource as it is, but for the end that makes it a scope', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 500 }), (resource) => {
        const read = readAppServiceRequest(
          new URLSearchParams(query({ 'api-version': '2019-08-01', resource, client_id: 'x' }).toString()),
        );
        expect(read).toEqual({
          version: '2019-08-01',
          resource: resource.replace(/\/\.default$/, ''),
        });
      }),
    );
  });

  it('reads any query without failing', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = readAppServiceRequest(new URLSearchParams(text));
        expect(typeof read === 'string' || read.resource !== '').toBe(true);
      }),
    );
  });

  it('gives the time as the version wants it', () => {
    expect(appServiceToken(given, '2019-08-01').body['expires_on']).toBe('1795824309');
    expect(appServiceToken(given, '2017-09-01').body['expires_on']).toBe('11/28/2026 12:05:09 AM +00:00');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), (expiresOn) => {
        const text = appServiceToken({ ...given, expiresOn }, '2017-09-01').body['expires_on'] ?? '';
        expect(Date.parse(text.replace(' +00:00', ' UTC'))).toBe(Math.floor(expiresOn / 1000) * 1000);
      }),
    );
  });

  it('refuses for good with what SDKs do not try again, and for now with when to', () => {
    fc.assert(
      fc.property(anyRefusal, (refusal) => {
        const { status, body, retryAfter } = appServiceRefusal(refusal);
        const isPassing = refusal.kind === 'later' || refusal.kind === 'too-many';
        expect([429, 503].includes(status)).toBe(isPassing);
        expect(retryAfter !== undefined).toBe(isPassing);
        expect(isPassing || [400, 401, 403].includes(status)).toBe(true);
        expect(Object.keys(body)).toEqual(['error', 'error_description']);
      }),
    );
  });
});

describe('azd’s protocol', () => {
  it('reads any body without failing', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.jsonValue().map((each) => JSON.stringify(each)),
        ),
        (body) => {
          const read = readAzdRequest(query({ 'api-version': azdVersion }), body);
          expect(typeof read === 'string' || read.scopes.length > 0).toBe(true);
        },
      ),
    );
  });

  it('takes the scopes of one resource, and no others', () => {
    const one = 'https://management.azure.com/';
    const read = (...scopes: readonly string[]) =>
      readAzdRequest(query({ 'api-version': azdVersion }), JSON.stringify({ scopes, tenantId: '' }));
    expect(read(scopeForResource(one))).toEqual({
      scopes: ['https://management.azure.com//.default'],
      resource: one,
      tenantId: undefined,
    });
    expect(
      read('https://graph.microsoft.com/User.Read', 'https://graph.microsoft.com/Mail.Read'),
    ).toMatchObject({
      resource: 'https://graph.microsoft.com',
    });
    expect(read(scopeForResource(one), 'https://graph.microsoft.com/.default')).toMatch(/one resource/);
    expect(readAzdRequest(query({}), '{"scopes":["a/.default"]}')).toMatch(/api-version/);
  });

  it('answers in a form that Go reads', () => {
    expect(azdToken(given).body).toEqual({
      status: 'success',
      token: 'token',
      expiresOn: '2026-11-28T00:05:09.999Z',
    });
    fc.assert(
      fc.property(anyRefusal, (refusal) => {
        const { body } = azdRefusal(refusal);
        expect(Object.keys(body)).toEqual(['status', 'code', 'message']);
        expect(body['code']).toBe(refusal.kind === 'not-signed-in' ? 'NotSignedInError' : 'GetTokenError');
      }),
    );
  });
});

describe('the guard', () => {
  const head = (change: Partial<RequestHead>): RequestHead => ({
    method: 'GET',
    target: '/msi/token',
    headers: { host: ['127.0.0.1:1234'] },
    ...change,
  });

  it.each(['127.0.0.1:1234', 'localhost:1234', 'LocalHost:1234', '[::1]:1234', '[0:0:0:0:0:0:0:1]:1234'])(
    'lets %s through',
    (host) => {
      expect(guard(head({ headers: { host: [host] } }), 1234)).toMatchObject({ ok: true, host: 'loopback' });
    },
  );

  it.each([
    '127.0.0.1',
    '127.0.0.1:12345',
    '127.0.0.1:01234',
    '127.1:1234',
    '2130706433:1234',
    '0.0.0.0:1234',
    'localhost.:1234',
    'localhost.example:1234',
    'user@127.0.0.1:1234',
    '[::]:1234',
    '[::1%lo]:1234',
    '[::ffff:127.0.0.1]:1234',
    'host.docker.internal.example:1234',
    ' 127.0.0.1:1234',
    '',
  ])('holds %j back', (host) => {
    expect(guard(head({ headers: { host: [host] } }), 1234)).toMatchObject({ ok: false, status: 403 });
  });

  it('lets no other host through, whatever it is', () => {
    const known = new Set(['127.0.0.1', 'localhost', '[::1]', 'host.docker.internal']);
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.domain(), fc.ipV4()), (name) => {
        fc.pre(!known.has(name.toLowerCase()));
        expect(guard(head({ headers: { host: [`${name}:1234`] } }), 1234).ok).toBe(false);
      }),
    );
  });

  it('holds everything back that says where in a browser it is from, with the right host, too', () => {
    fc.assert(
      fc.property(fc.constantFrom('origin', 'sec-fetch-site'), fc.array(fc.string()), (name, values) => {
        const headers = { host: ['127.0.0.1:1234'], [name]: values };
        expect(guard(head({ headers }), 1234)).toMatchObject({ ok: false, status: 403 });
      }),
    );
  });

  it('takes one Host only, and reads any address without failing', () => {
    const two = { host: ['127.0.0.1:1234', '127.0.0.1:1234'] };
    expect(guard(head({ headers: two }), 1234).ok).toBe(false);
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.string().map((each) => `/${each}`),
        ),
        (target) => {
          const guarded = guard(head({ target }), 1234);
          expect(guarded.ok ? guarded.path.startsWith('/') : guarded.status === 404).toBe(true);
        },
      ),
    );
  });
});

describe('the limit', () => {
  it('lets a burst of one second’s worth through, and no more than the rate after it', () => {
    const steps = fc.array(
      fc.record({ wait: fc.integer({ min: 0, max: 50 }), asks: fc.integer({ min: 0, max: 20 }) }),
    );
    fc.assert(
      fc.property(steps, (all) => {
        let now = 0;
        let through = 0;
        const limit = new RateLimit(100, () => now);
        for (const { wait, asks } of all) {
          now += wait;
          for (let asked = 0; asked < asks; asked += 1) if (limit.take('a')) through += 1;
        }
        expect(through).toBeLessThanOrEqual(100 + (now / 1000) * 100);
      }),
    );
  });

  it('does not stop for good when the clock is put back', () => {
    let now = 1e12;
    const limit = new RateLimit(1, () => now);
    expect([limit.take('a'), limit.take('a')]).toEqual([true, false]);
    now -= 3_600_000;
    expect(limit.take('a')).toBe(false);
    now += 1000;
    expect(limit.take('a')).toBe(true);
  });
});

describe('the same resource', () => {
  it.each([
    ['https://vault.azure.net', 'https://vault.azure.net/'],
    ['https://vault.azure.net', 'HTTPS://Vault.Azure.Net'],
    ['api://Orders/Read', 'API://orders/Read/'],
    ['00000003-0000-0000-C000-000000000000', '00000003-0000-0000-c000-000000000000'],
  ])('%s is %s', (one, other) => {
    expect(sameResource(one, other)).toBe(true);
    expect(sameResource(other, one)).toBe(true);
  });

  it.each([
    ['https://vault.azure.net', 'https://vault.azure.net//'],
    ['https://vault.azure.net', 'http://vault.azure.net'],
    ['https://vault.azure.net', 'https://vault.azure.net.example'],
    ['https://vault.azure.net', 'https://vault.azure.net:443'],
    ['https://vault.azure.net', 'https://vault.azure.net@example.com'],
    ['api://orders/read', 'api://orders/Read'],
  ])('%s is not %s', (one, other) => {
    expect(sameResource(one, other)).toBe(false);
  });
});
