import { describe, expect, it } from 'vitest';
import { parseSampleUrl } from './sample-url';

describe('the address of a sample request', () => {
  it.each([
    'https://graph.microsoft.com/v1.0/me',
    'https://{vault}.vault.azure.net/secrets?maxresults=1&api-version=7.4',
    "https://graph.microsoft.com/v1.0/users?$filter=startswith(displayName,'A')",
    'http://localhost:3000/me',
    'http://127.0.0.1:8080/{id}',
    'http://[::1]/',
    'HTTPS://API.EXAMPLE.COM',
  ])('%s is kept to the letter', (url) => {
    expect(parseSampleUrl(`  ${url} `)).toEqual({ ok: true, url });
  });

  it.each([
    ['', 'url-missing'],
    ['   ', 'url-missing'],
    ['graph.microsoft.com/v1.0/me', 'url-not-absolute'],
    ['/v1.0/me', 'url-not-absolute'],
    ['https:graph.microsoft.com', 'url-not-absolute'],
    ['https://', 'url-not-absolute'],
    ['https://a.example/x y', 'url-not-absolute'],
    ['https://a.example/x\u0000y', 'url-not-absolute'],
    ['ftp://a.example', 'url-not-absolute'],
    ['file:///etc/passwd', 'url-not-absolute'],
    ['javascript:alert(1)', 'url-not-absolute'],
    ['http://api.example.com/me', 'url-http-off-loopback'],
    ['http://localhost.example.com/', 'url-http-off-loopback'],
    ['http://{host}/', 'url-http-off-loopback'],
    ['https://me:secret@api.example.com/', 'url-has-credentials'],
    ['http://me@localhost/', 'url-has-credentials'],
  ])('%j is refused as %s', (text, problem) => {
    expect(parseSampleUrl(text)).toEqual({ ok: false, problem });
  });
});
