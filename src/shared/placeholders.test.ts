import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SampleRequest } from './preset';
import { placeholderProblem, placeholdersIn, withValues } from './placeholders';

const request = (change: Partial<SampleRequest>): SampleRequest => ({
  method: 'GET',
  url: 'https://a.example/',
  headers: [],
  ...change,
});
const json = [{ name: 'Content-Type', value: 'application/json' }];

describe('the placeholders of a request', () => {
  it('are found once each, in the strictest place', () => {
    const found = placeholdersIn(
      request({
        url: 'https://{vault}.example/{vault}/{name}?q={query}&n={name}#{part}',
        headers: [{ name: 'X-Version', value: '{version}' }],
        body: '{"name":"{name}","other":"{other}"}',
      }),
    );
    expect(found).toEqual([
      { name: 'vault', place: 'host' },
      { name: 'name', place: 'path' },
      { name: 'query', place: 'query' },
      { name: 'part', place: 'query' },
      { name: 'version', place: 'header' },
      { name: 'other', place: 'body' },
    ]);
  });

  it('are none where braces mean something else', () => {
    for (const path of ['', '{}', '{1}', '{"a":1}']) {
      expect(placeholdersIn(request({ url: `https://a.example/${path}` }))).toEqual([]);
    }
  });

  it('are none in a body where braces mean something else', () => {
    expect(placeholdersIn(request({ body: 'query { me {id} }' }))).toEqual([]);
  });
});

describe('values', () => {
  it('are written as their place wants it', () => {
    const filled = withValues(
      request({
        url: 'https://{vault}.example/{path}?q={query}',
        headers: [...json, { name: 'X', value: 'a {header}' }],
        body: '{"a":"{body}"}',
      }),
      { vault: 'contoso', path: 'a/b ?', query: 'c&d=e #', header: 'ø "h"', body: 'say "hi"' },
    );
    expect(filled.url).toBe('https://contoso.example/a%2Fb%20%3F?q=c%26d%3De%20%23');
    expect(filled.headers[1]?.value).toBe('a ø "h"');
    expect(JSON.parse(filled.body ?? '')).toEqual({ a: 'say "hi"' });
  });

  it('in a form are those of a form', () => {
    const headers = [{ name: 'content-type', value: 'application/x-www-form-urlencoded' }];
    expect(withValues(request({ headers, body: 'a={x}&b=1' }), { x: 'c&d=e' }).body).toBe('a=c%26d%3De&b=1');
  });

  it.each([
    ['host', 'evil.example/'],
    ['host', 'evil.example#'],
    ['host', 'user@evil.example'],
    ['host', 'a:8080'],
    ['host', '-a'],
    ['host', 'a..b'],
    ['path', '..'],
    ['path', '.'],
    ['header', 'a\r\nX-Evil: 1'],
    ['query', '\ud800'],
    ['body', 'x'.repeat(2001)],
  ] as const)('cannot be, in the %s: %j', (place, value) => {
    expect(placeholderProblem(place, value)).toBeDefined();
  });

  it('that cannot be, or are not there, leave the placeholder', () => {
    const url = 'https://{a}.example/{b}/{constructor}';
    expect(withValues(request({ url }), { a: 'x/y', b: '' }).url).toBe(url);
  });

  it('change neither the scheme, nor the host they are not in, nor where path and query begin', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (one, other) => {
        const { url } = withValues(request({ url: 'https://a.example/{one}/b?c={other}&d=1#e' }), {
          one,
          other,
        });
        const read = new URL(url.replaceAll(/[{}]/g, 'x'));
        expect(read.origin).toBe('https://a.example');
        expect(read.pathname.split('/')).toHaveLength(3);
        expect([...read.searchParams.keys()]).toEqual(['c', 'd']);
        if (!url.includes('{other}')) expect(read.searchParams.get('c')).toBe(other);
        expect(read.hash).toBe('#e');
      }),
    );
  });

  it('in the host stay below what stands behind them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (vault) => {
        const { url } = withValues(request({ url: 'https://{vault}.vault.azure.net/x' }), { vault });
        const { hostname, username, port, pathname } = new URL(url.replaceAll(/[{}]/g, ''));
        expect(hostname.endsWith('.vault.azure.net')).toBe(true);
        expect({ username, port, pathname }).toEqual({ username: '', port: '', pathname: '/x' });
      }),
    );
  });

  it('keep a JSON body JSON', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (x) => {
        const { body = '' } = withValues(request({ headers: json, body: '{"a":"{x}","b":1}' }), { x });
        expect(Object.keys(JSON.parse(body) as object)).toEqual(['a', 'b']);
      }),
    );
  });
});
