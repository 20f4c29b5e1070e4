import { describe, expect, it } from 'vitest';
import { redact } from './redact';

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const jwt = `${part({ alg: 'RS256', typ: 'JWT' })}.${part({ upn: 'zoe', aud: 'api://x' })}.c2lnbmF0dXJlLV8`;
const jwe = `${part({ alg: 'dir', enc: 'A256GCM' })}..aXYtaXYtaXY.Y2lwaGVydGV4dA.dGFn`;
const opaque = `0.AXkAmQ-vjG0${'aB3_-'.repeat(30)}`;
const opaqueNewer = `1.AQ8A${'x9'.repeat(40)}.AgABAwEAAABVrSpeuWamRam2jAF1XRQE`;
const personal = `M.C5${'31_BAY.0.U.'.repeat(6)}-Cr!kd*$`;

describe('what must never be read in a log or a failure', () => {
  it.each([
    ['an access token', jwt],
    ['an encrypted token', jwe],
    ['a refresh token', opaque],
    ['a refresh token of the newer form', opaqueNewer],
    ['a refresh token of a personal account', personal],
  ])('%s is taken out, wherever it stands', (_name, secret) => {
    const places = [
      secret,
      `Bearer ${secret}`,
      `token "${secret}" refused`,
      `x=${secret}&y=1`,
      `(${secret})`,
      `error\n${secret}\nend`,
    ];
    for (const text of places) {
      expect(redact(text)).toContain('[redacted]');
      for (const piece of secret.split('.').filter(({ length }) => length > 8)) {
        expect(redact(text)).not.toContain(piece);
      }
    }
  });

  it.each([
    'access_token',
    'refresh_token',
    'id_token',
    'id_token_hint',
    'client_secret',
    'client_assertion',
    'client_info',
    'assertion',
    'code',
    'code_verifier',
    'device_code',
    'user_code',
    'password',
    'state',
    'login_hint',
  ])('the value of %s is taken out of a form, an address, JSON and JSON within JSON', (field) => {
    const value = 'hunter2-~._x';
    const json = JSON.stringify({ [field]: value, after: 'kept' });
    for (const text of [
      `a=1&${field}=${value}&after=kept`,
      `https://login.example/authorize?${field}=${value}&after=kept`,
      json,
      JSON.stringify({ body: json }),
      JSON.stringify(JSON.stringify({ body: json })),
    ]) {
      expect(redact(text)).not.toContain('hunter2');
      expect(redact(text)).toContain('kept');
    }
  });

  it.each([
    'zoe@contoso.com',
    'Zoë.Nuñez-Ødegård@contoso.onmicrosoft.com',
    "o'neil+test@contoso.co.uk",
    'zoe%40contoso.com',
    'zoe_fabrikam.com#EXT#@contoso.onmicrosoft.com',
  ])('the user name %s is taken out', (user) => {
    for (const text of [user, `User '${user}' is blocked.`, `?hint=${user}&x=1`, `(${user})`]) {
      expect(redact(text)).toContain('[account]');
      expect(redact(text)).not.toMatch(/zoe|zoë|neil|contoso|fabrikam/i);
    }
  });
});

describe('what stands between this computer and the service', () => {
  it.each([
    'http://zoe:hunter2@proxy.contoso.com:8080',
    'proxy http://hunter2@proxy.contoso.com:8080/ refused',
    'socks5://zoe:p@ss-hunter2@proxy.contoso.com',
    'Proxy-Authorization: Basic aHVudGVyMg==',
    '"authorization":"Negotiate hunter2"',
    'passphrase=hunter2',
    '{"clientSecret":"hunter2","clientAssertion":"hunter2"}',
    "private_key: 'hunter2'",
    '-----BEGIN PRIVATE KEY-----\nhunter2\n-----END PRIVATE KEY----- after',
    '{"key":"-----BEGIN RSA PRIVATE KEY-----\\nhunter2',
  ])('%s says no secret', (text) => {
    expect(redact(text)).not.toMatch(/hunter2|aHVudGVyMg/);
  });

  it('keeps the host of a proxy, and what stands behind a key', () => {
    expect(redact('http://zoe:hunter2@proxy.contoso.com:8080')).toBe(
      'http://[redacted]@proxy.contoso.com:8080',
    );
    expect(redact('-----BEGIN PRIVATE KEY-----\nx\n-----END PRIVATE KEY----- after')).toBe(
      '[redacted] after',
    );
  });

  it('knows the secrets of app registrations by their form', () => {
    const secret = `abc8Q~${'x1_-.'.repeat(7).slice(0, 34)}`;
    expect(redact(`AADSTS7000215: '${secret}' is wrong`)).toBe("AADSTS7000215: '[redacted]' is wrong");
  });
});

describe('what an administrator needs', () => {
  it('stays: codes, ids, times and the message', () => {
    const text =
      'AADSTS50076: Due to a configuration change made by your administrator, you must use multi-factor ' +
      "authentication to access '00000003-0000-0000-c000-000000000000'. Trace ID: 5e1b6b1e-6d6f-4c39-a1f8-1d3c2b4a5e00 " +
      'Correlation ID: 7a0f64b0-5f9e-4b55-8cbb-19a0d7cb4c11 Timestamp: 2026-11-22 15:53:00Z';
    expect(redact(text)).toBe(text);
  });

  it.each([
    'invalid_grant: https://login.microsoftonline.com/contoso.com/oauth2/v2.0/token 400',
    'net::ERR_INTERNET_DISCONNECTED',
    'AADSTS7000215: Invalid client secret provided. Ensure the secret being sent is the client secret value.',
    'AADSTS700024: Client assertion is not within its valid time range.',
    'The proxy proxy.contoso.com:8080 wants a user name and a password.',
    'api://demo.token-tray/.default',
    'presets.json was damaged and set aside as presets.damaged-2026-11-22T15-53-00-000Z.json',
  ])('%s stays as it is', (text) => {
    expect(redact(text)).toBe(text);
  });

  it('is the same when it was taken through twice', () => {
    const once = redact(`Bearer ${jwt} for zoe@contoso.com, code=abc&state=def`);
    expect(redact(once)).toBe(once);
  });
});
