import { describe, expect, it } from 'vitest';
import { answerAdvice, claimsOf, type JudgedAnswer } from './answer-advice';

const now = Date.UTC(2026, 0, 1);
const advice = (status: number, change: Partial<JudgedAnswer> = {}) =>
  answerAdvice(
    {
      status,
      method: 'GET',
      url: 'https://api.example/a/b',
      challenge: '',
      text: '',
      retryAfter: '',
      location: '',
      ...change,
    },
    now,
  );
const odata = (code: string, message: string): string => JSON.stringify({ error: { code, message } });

describe('what an answer means', () => {
  it.each([200, 204, 206])('nothing more than it says: %i', (status) => {
    expect(advice(status)).toBeUndefined();
  });

  it('a challenge that can be answered', () => {
    const claims = Buffer.from('{"access_token":{"acrs":{"essential":true,"value":"c1"}}}').toString(
      'base64',
    );
    const challenge = `Bearer realm="", error="insufficient_claims", claims="${claims}"`;
    expect(advice(401, { challenge })).toEqual({
      kind: 'challenge',
      asks: [{ kind: 'context', values: ['c1'] }],
    });
    expect(claimsOf(challenge)).toContain('acrs');
    expect(claimsOf('Bearer')).toBeUndefined();
  });

  it.each([
    [
      'audience',
      { challenge: `Bearer error="invalid_token", error_description="The audience 'https://a' is invalid"` },
    ],
    [
      'audience',
      { text: odata('InvalidAuthenticationToken', 'Access token validation failure. Invalid audience.') },
    ],
    [
      'audience',
      { text: odata('Unauthorized', 'AKV10022: Invalid audience. Expected https://vault.azure.net') },
    ],
    [
      'expired',
      {
        challenge: `Bearer error="invalid_token", error_description="The token expired at '01/01/2026 00:00:00'"`,
      },
    ],
    [
      'expired',
      {
        text: odata(
          'ExpiredAuthenticationToken',
          'The access token expiry UTC time is earlier than current.',
        ),
      },
    ],
    [
      'expired',
      { text: odata('InvalidAuthenticationToken', 'Lifetime validation failed, the token is expired.') },
    ],
    [
      'tenant',
      { text: odata('InvalidAuthenticationTokenTenant', 'The access token is from the wrong issuer.') },
    ],
    [
      'tenant',
      { text: odata('Unauthorized', 'AKV10032: Invalid issuer. Expected one of https://sts.windows.net/1/') },
    ],
    [
      'signature',
      { challenge: 'Bearer error="invalid_token", error_description="The signature key was not found"' },
    ],
    ['scheme', { challenge: 'Basic realm="api"' }],
    ['unknown', {}],
  ] as const)('a token that is not taken: %s %j', (reason, change) => {
    expect(advice(401, change)).toMatchObject({ kind: 'unauthorized', reason });
  });

  it('a permission that is missing, also where a service says 401 for it', () => {
    const text = odata(
      'PermissionDenied',
      'The principal `1` lacks the required data action `Microsoft.A/b/c` to perform `GET /x` operation.',
    );
    expect(advice(401, { text })).toMatchObject({
      kind: 'forbidden',
      missing: { action: 'Microsoft.A/b/c' },
    });
    expect(advice(403, { text })).toMatchObject({
      kind: 'forbidden',
      missing: { action: 'Microsoft.A/b/c' },
    });
  });

  it('when to come back', () => {
    expect(advice(429, { retryAfter: '30' })).toEqual({ kind: 'throttled', retryAfter: now + 30_000 });
    const date = new Date(now + 60_000).toUTCString();
    expect(advice(503, { retryAfter: date })).toEqual({ kind: 'server', retryAfter: now + 60_000 });
    expect(advice(503, { retryAfter: 'soon' })).toEqual({ kind: 'server' });
  });

  it('where it leads', () => {
    expect(advice(302, { location: '/c' })).toEqual({
      kind: 'redirect',
      location: '/c',
      host: 'api.example',
    });
    expect(advice(302, { location: 'https://b.example/' })).toMatchObject({ host: 'b.example' });
    expect(advice(304)).toBeUndefined();
  });

  it('that there is nothing, or that the request is wrong', () => {
    expect(advice(404)).toEqual({ kind: 'not-found' });
    expect(advice(400)).toEqual({ kind: 'other-client' });
  });
});
