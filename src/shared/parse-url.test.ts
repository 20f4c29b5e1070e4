import { describe, expect, it } from 'vitest';
import { parseUrl } from './parse-url';

describe('an address', () => {
  it.each(['', 'contoso', '/path', 'https://', 'https://a b/', 'https://[::1', 'http://a:99999/'])(
    'is none: %j',
    (text) => expect(parseUrl(text)).toBeUndefined(),
  );

  it('may be relative to another', () => {
    expect(parseUrl('/b?c', 'https://contoso.com/a')?.href).toBe('https://contoso.com/b?c');
    expect(parseUrl('https://', 'https://contoso.com/a')).toBeUndefined();
  });

  it('is read the same however often others were', () => {
    for (let times = 0; times < 100_000; times += 1)
      expect.soft(parseUrl('https://é.contoso.com:')?.host).toBe('xn--9ca.contoso.com');
  });
});
