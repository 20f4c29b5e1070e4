import { InteractionRequiredAuthError, ServerError } from '@azure/msal-node';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  demoAuthorityOrigin,
  demoResources,
  type EntraErrorDetails,
  type Fault,
  type FaultPlace,
} from './index';
import { byRefreshToken, containing, TestDemo, zoe } from './test-demo';
import { accountOf, publicClient, signInWith } from './test-msal';

const scopes = [`${demoResources.api}/.default`];
const discovery = '/common/v2.0/.well-known/openid-configuration';

let demo: TestDemo;
beforeEach(async () => {
  demo = await new TestDemo().start();
});
afterEach(() => demo.stop());

const get = (path: string, init?: RequestInit) => fetch(`${demo.tenant.origin}${path}`, init);

describe('a fault of the network', () => {
  test('429 says how long to wait, and is over after as many requests as said', async () => {
    demo.tenant.fail('discovery', { kind: 'throttled', retryAfter: 7 }, 2);
    for (let time = 0; time < 2; time += 1) {
      const response = await get(discovery);
      expect([response.status, response.headers.get('retry-after')]).toEqual([429, '7']);
      expect(await response.json()).toMatchObject({ error: 'temporarily_unavailable' });
    }
    expect((await get(discovery)).status).toBe(200);
  });

  test('503 at the API is in Azure’s words', async () => {
    const { accessToken } = await demo.tokens();
    demo.tenant.fail('api', { kind: 'unavailable' });
    const response = await demo.api('/echo', accessToken);
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ error: { code: 'ServerTimeout' } });
    expect((await demo.api('/echo', accessToken)).status).toBe(200);
  });

  test('a slow answer comes after its time, the same as otherwise', async () => {
    demo.tenant.fail('discovery', { kind: 'slow', delay: 50 });
    const started = performance.now();
    expect((await get(discovery)).status).toBe(200);
    // Timers of Node may fire a millisecond early.
    expect(performance.now() - started).toBeGreaterThan(48);
  });

  test('a slow answer can be given up, and the demo stopped meanwhile', async () => {
    demo.tenant.fail('discovery', { kind: 'slow', delay: 3_600_000 });
    await expect(get(discovery, { signal: AbortSignal.timeout(20) })).rejects.toThrow();
    await demo.stop();
  });

  test('a cut connection ends in the middle of the answer', async () => {
    demo.tenant.fail('discovery', { kind: 'cut' });
    const response = await get(discovery);
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow();
  });

  test('a captive portal answers with a page', async () => {
    demo.tenant.fail('token', { kind: 'html' }, Number.POSITIVE_INFINITY);
    const response = await get('/common/oauth2/v2.0/token', {
      method: 'POST',
      body: 'grant_type=refresh_token',
    });
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(await response.text()).toMatch(/^<!doctype html>/);
    demo.tenant.heal();
    expect((await demo.tokens()).body.error).toBeUndefined();
  });

  test('a redirect leads to the same path of another host', async () => {
    demo.tenant.fail('anywhere', { kind: 'redirect', to: 'https://proxy.example' });
    const response = await get(`${discovery}?a=b`, { redirect: 'manual' });
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toBe(`https://proxy.example${discovery}?a=b`);
  });

  test('a clock that is wrong', async () => {
    const ahead = 3_600_000;
    demo.tenant.fail('discovery', { kind: 'clock', ahead });
    const date = Date.parse((await get(discovery)).headers.get('date') ?? '');
    expect(Math.abs(date - Date.now() - ahead)).toBeLessThan(60_000);
  });

  test('MSAL refuses an issuer from elsewhere', async () => {
    demo.tenant.fail('discovery', { kind: 'issuer', issuer: 'https://login.attacker.example/common/v2.0' });
    await expect(signInWith(demo, publicClient(demo), { scopes }, [zoe])).rejects.toMatchObject({
      errorCode: 'endpoints_resolution_error',
    });
  });

  test.each<[FaultPlace, string]>([
    ['authorize', '/common/oauth2/v2.0/authorize'],
    ['devicecode', '/adfs/oauth2/devicecode'],
    ['token', '/adfs/oauth2/token'],
    ['refresh', '/common/oauth2/v2.0/token'],
    ['api', '/api/echo'],
    ['discovery', '/common/discovery/instance'],
    ['discovery', '/adfs/.well-known/openid-configuration'],
  ])('%s is at %s', async (place, path) => {
    const fault: Fault = { kind: 'unavailable' };
    demo.tenant.fail(place, fault);
    expect((await get('/assets/sign-in.css')).status).toBe(200);
    const post = /token$|code$/.test(path);
    const init = post ? { method: 'POST', body: new URLSearchParams({ grant_type: 'refresh_token' }) } : {};
    expect((await get(path, init)).status).toBe(503);
  });
});

describe('a refusal in any words', () => {
  const silently: readonly (readonly [EntraErrorDetails, unknown])[] = [
    [{ error: 'invalid_grant', code: 700082, text: 'The refresh token has expired.' }, ServerError],
    [
      { error: 'invalid_grant', code: 50173, text: 'Revoked.', suberror: 'bad_token' },
      InteractionRequiredAuthError,
    ],
    [
      { error: 'invalid_grant', code: 70043, text: 'Sign-in frequency.', suberror: 'token_expired' },
      ServerError,
    ],
    [
      { error: 'interaction_required', code: 50079, text: 'Enrol.', suberror: 'basic_action' },
      InteractionRequiredAuthError,
    ],
    [{ error: 'unauthorized_client', code: 700016, text: 'Not found.' }, ServerError],
  ];
  test.each(silently)('%o at the token endpoint', async (error, type) => {
    const app = publicClient(demo);
    const account = accountOf(await signInWith(demo, app, { scopes }, [zoe]));
    demo.tenant.fail('refresh', { kind: 'refused', error });
    const request = { account, scopes, forceRefresh: true };
    const failure: unknown = await app.acquireTokenSilent(request).catch((reason: unknown) => reason);
    expect(failure).toBeInstanceOf(type);
    expect(failure).toMatchObject({
      errorCode: error.error,
      subError: error.suberror ?? '',
      errorMessage: containing(`AADSTS${String(error.code)}: ${error.text}`),
    });
  });

  test('as what the browser posts to the application', async () => {
    const error = { error: 'access_denied', code: 50105, text: 'Not assigned.', suberror: 'any' };
    demo.tenant.fail('authorize', { kind: 'refused', error });
    const { answer } = await demo.authorize();
    expect(answer).toMatchObject({
      error: 'access_denied',
      error_description: containing('AADSTS50105: Not assigned. Trace ID: '),
      suberror: 'any',
      state: 'the state & more',
    });
    demo.tenant.fail('authorize', { kind: 'refused', error });
    await expect(signInWith(demo, publicClient(demo), { scopes }, [])).rejects.toMatchObject({
      errorCode: 'access_denied',
      errorMessage: containing('AADSTS50105: '),
    });
  });

  test('when a device code is asked for, and for a code only where `token` is meant', async () => {
    const error = { error: 'invalid_client', code: 7000218, text: 'Confidential.', status: 401 };
    demo.tenant.fail('devicecode', { kind: 'refused', error });
    const response = await get('/common/oauth2/v2.0/devicecode', { method: 'POST', body: '' });
    expect([response.status, await response.json()]).toMatchObject([401, { error_codes: [7000218] }]);

    const { refreshToken } = await demo.tokens();
    demo.tenant.fail('refresh', { kind: 'refused', error });
    await demo.tokens();
    expect((await demo.token(byRefreshToken(refreshToken))).body.error).toBe('invalid_client');
    demo.tenant.fail('token', { kind: 'refused', error });
    expect((await demo.token(byRefreshToken(refreshToken))).body.error).toBe('invalid_client');
    expect((await demo.token(byRefreshToken(refreshToken))).status).toBe(200);
  });
});

test('nothing that is sent to it can make it fail', async () => {
  for (const path of ['/fail', '/faults', '/api/fail']) {
    const response = await get(path, { method: 'POST', body: JSON.stringify({ kind: 'unavailable' }) });
    expect([401, 404]).toContain(response.status);
  }
  expect(demoAuthorityOrigin).toMatch(/\.invalid$/);
});
