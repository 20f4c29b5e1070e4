import { describe, expect, it } from 'vitest';
import { hostWarnings } from './host-warnings';

const preset = (...urls: readonly string[]) => ({
  targets: {
    public: {
      scopes: ['https://vault.azure.net/.default'],
      requests: urls.map((url) => ({ method: 'GET' as const, url, headers: [] })),
    },
  },
});

describe('what an import warns of', () => {
  it.each([
    ['another host', 'https://evil.example/secrets', 'evil.example'],
    [
      'a host that only looks right',
      'https://contoso.vault.azure.net.evil.example/',
      'contoso.vault.azure.net.evil.example',
    ],
    [
      'one that programs read differently',
      'https://contoso.vault.azure.net\\@evil.example/',
      'contoso.vault.azure.net\\@evil.example',
    ],
    ['a placeholder in a foreign name', 'https://{vault}.evil.example/', '{vault}.evil.example'],
  ])('%s', (_what, url, host) => {
    expect(hostWarnings(preset(url))).toEqual([{ kind: 'host', host, resource: 'vault.azure.net' }]);
  });

  it.each([
    ['its own host', 'https://contoso.vault.azure.net/secrets'],
    ['a placeholder in its own name', 'https://{vault}.vault.azure.net/secrets'],
    ['a host that is still open', 'https://{host}/secrets'],
  ])('not %s', (_what, url) => {
    expect(hostWarnings(preset(url))).toEqual([]);
  });

  it('not of a resource that nobody knows, and of each host once', () => {
    const own = preset('https://api.contoso.com/');
    const target = { ...own.targets.public, scopes: ['api://orders/.default'] };
    expect(hostWarnings({ targets: { public: target } })).toEqual([]);
    expect(hostWarnings(preset('https://evil.example/a', 'https://evil.example/b'))).toHaveLength(1);
  });
});
