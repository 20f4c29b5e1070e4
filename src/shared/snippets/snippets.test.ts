import { describe, expect, it } from 'vitest';
import { copyFormats, type CopyFormat } from '../copy-format';
import type { SampleRequest } from '../preset';
import { fits, hasRequest, snippet as snippetOf } from './snippets';
import type { Shell } from './shell';

const request: SampleRequest = {
  method: 'GET',
  url: 'https://a.example/items/{id}',
  headers: [
    { name: 'authorization', value: 'Basic old' },
    { name: 'X', value: '1' },
  ],
};

const snippet = (format: CopyFormat, sample: SampleRequest, accessToken: string, shell: Shell): string =>
  snippetOf(format, {
    presetName: 'Items',
    scopes: ['https://a.example/.default'],
    delivery: 'bearer',
    request: sample,
    token: { accessToken, expiresOn: 1_000, tenantId: 'tenant' },
    shell,
    now: 0,
  });

it('fits where there is a request, if it needs one', () => {
  expect(fits('curl', { delivery: 'bearer', hasRequests: true })).toBe(true);
  expect(fits('curl', { delivery: 'bearer', hasRequests: false })).toBe(false);
  expect(fits('curl', { delivery: 'postgresql', hasRequests: true })).toBe(false);
  expect(fits('token', { delivery: 'postgresql', hasRequests: false })).toBe(true);
});

describe('a snippet', () => {
  it('is one text for each format', () => {
    const texts = copyFormats.map((format) => [format, snippet(format, request, 'TOKEN', 'posix')]);
    expect(Object.fromEntries(texts)).toEqual({
      token: 'TOKEN',
      curl: 'curl --globoff "https://a.example/items/{id}" -H "Authorization: Bearer TOKEN" -H "X: 1"',
      'authorization-header': 'Authorization: Bearer TOKEN',
      powershell: `Invoke-RestMethod -Method Get -Uri 'https://a.example/items/{id}' -Headers @{ 'Authorization' = 'Bearer TOKEN'; 'X' = '1' }`,
      environment: "export TOKEN='TOKEN'",
    });
  });

  it('is for the shell of the system where that matters', () => {
    const windows = (format: (typeof copyFormats)[number]) => snippet(format, request, 'TOKEN', 'windows');
    expect(windows('curl')).toMatch(/^curl\.exe /);
    expect(windows('environment')).toBe("$env:TOKEN = 'TOKEN'");
    for (const format of ['token', 'authorization-header', 'powershell'] as const)
      expect(windows(format)).toBe(snippet(format, request, 'TOKEN', 'posix'));
  });

  it.each(copyFormats)('of the format %s has the request’s placeholders, or no request at all', (format) => {
    expect(snippet(format, request, 'TOKEN', 'posix').includes('{id}')).toBe(hasRequest(format));
  });
});
