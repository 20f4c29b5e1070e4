import { describe, expect, it } from 'vitest';
import type { PresetView } from '../../shared/snapshot';
import { presetView } from '../../shared/test-support/snapshots';
import { findPresets, presetFinder, type Hit } from './find-presets';

const preset = (name: string, resource: string, more: Partial<PresetView> = {}): PresetView =>
  presetView({
    id: name,
    name,
    icon: 'custom',
    scopes: [],
    resource,
    hasRequests: true,
    ...more,
  });

const account = {
  name: 'Zoë Nuñez-Ødegård',
  username: 'zoe@contoso.com',
  tenantName: 'Bergen Harbour',
};
const all = [
  preset('Microsoft Graph', 'graph.microsoft.com', {
    pinned: true,
    scopes: [
      ...Array.from({ length: 20 }, (_, n) => `https://graph.microsoft.com/Things${n}.Manage`),
      'https://graph.microsoft.com/Mail.Read',
    ],
  }),
  preset('Azure Resource Manager', 'management.azure.com'),
  preset('Key Vault', 'vault.azure.net', { lastUsedOn: 1 }),
  preset('Storage', 'storage.azure.com'),
  preset('Azure DevOps', '499b84ac-1321-427f-aa17-267ca6975798', { lastUsedOn: 2 }),
  preset('Geräte für Kund*innen', 'api://devices'),
  preset('東京 API', 'tokyo.example'),
];
const find = (query: string, presets = all): readonly Hit[] => findPresets(presets, account, query);
const names = (query: string): string[] => find(query).map(({ preset: { name } }) => name);

/** The name with what is marked in brackets. */
const marked = (query: string): string[] =>
  find(query).map(({ name }) => name.map((part) => (part.marked ? `[${part.text}]` : part.text)).join(''));

describe('for a query of nothing', () => {
  it('there are all, by relevance, with nothing marked', () => {
    const byRelevance = [
      'Microsoft Graph',
      'Azure DevOps',
      'Key Vault',
      'Azure Resource Manager',
      'Storage',
      'Geräte für Kund*innen',
      '東京 API',
    ];
    expect(names('')).toEqual(byRelevance);
    expect(marked('  ')).toEqual(byRelevance);
  });
});

describe('a query', () => {
  it('finds names, and marks what was typed', () => {
    expect(marked('graph')).toEqual(['Microsoft [Graph]']);
    expect(marked('東京')).toEqual(['[東京] API']);
  });

  it('may be the first letters of words, or words in another order', () => {
    expect(marked('kv')[0]).toBe('[K]ey [V]ault');
    expect(marked('arm')[0]).toBe('[A]zure [R]esource [M]anager');
    expect(marked('manager az')[0]).toBe('[Az]ure Resource [Manager]');
  });

  it('finds letters with marks by those without, and the other way round', () => {
    expect(marked('gerate fur')[0]).toBe('[Geräte für] Kund*innen');
    expect(names('kéy')).toEqual(['Key Vault']);
  });

  it('finds resources, whose names are whole and unmarked', () => {
    expect(marked('vault.azure')).toEqual(['Key Vault']);
    expect(marked('499b84ac')).toEqual(['Azure DevOps']);
  });

  it('finds scopes, however many there are', () => {
    expect(marked('mail.read')).toEqual(['Microsoft Graph']);
    expect(marked('https://graph.microsoft.com/Mail.Read')).toEqual(['Microsoft Graph']);
    const orders = preset('Mail', 'api://mail', { lastUsedOn: 1, scopes: ['api://mail/.default'] });
    expect(find('mail', [...all, orders]).map(({ preset: { name } }) => name)).toEqual([
      'Mail',
      'Microsoft Graph',
    ]);
  });

  it('finds the one scope that has all the words, as well among many as alone', () => {
    const many = preset('Calendars', 'graph.microsoft.com', {
      scopes: [...Array.from({ length: 49 }, (_, n) => `Mail${n}.Read`), 'Mail.Send.Shared'],
    });
    const one = preset('Post', 'graph.microsoft.com', { scopes: ['Mail.Send.Shared'], lastUsedOn: 1 });
    for (const query of ['mail.send', 'send mail', 'mailsend', 'graph shared'])
      expect(find(query, [many, one]).map(({ preset: { name } }) => name)).toEqual(['Post', 'Calendars']);
  });

  it.each(['default', '.default', 'https', 'http', 'api'])(
    'does not find what every address has (%s)',
    (typed) => {
      const list = [
        preset('Vault', 'vault.azure.net', { scopes: ['https://vault.azure.net/.default'] }),
        preset('Devices', 'api://devices', { scopes: ['api://devices/.default'] }),
        preset('Orders', 'api://orders', { scopes: ['api://orders/Orders.Read', 'api://orders/Items.Read'] }),
      ];
      expect(find(typed, list)).toEqual([]);
    },
  );

  it.each([
    ['https://vault.azure.net/.default', 'Vault'],
    ['https://management.azure.com//.default', 'Manager'],
    ['https://management.azure.com/', 'Manager'],
    ['api://devices/.default', 'Devices'],
    ['api://devices', 'Devices'],
    [' api://devices/Items.Read ', 'Devices'],
  ])('finds an address that was pasted (%s)', (pasted, name) => {
    const list = [
      preset('Vault', 'vault.azure.net', { scopes: ['https://vault.azure.net/.default'] }),
      preset('Manager', 'management.azure.com', { scopes: ['https://management.azure.com//.default'] }),
      preset('Devices', 'api://devices', { scopes: ['api://devices/Items.Read'] }),
    ];
    expect(find(pasted, list).map((hit) => hit.preset.name)).toEqual([name]);
  });

  it('that is no more than the beginning of an address finds all', () => {
    expect(names('https://')).toEqual(names(''));
  });

  it('puts what it finds in a name before what it finds in a resource', () => {
    expect(names('azure')).toEqual(['Azure DevOps', 'Azure Resource Manager', 'Key Vault', 'Storage']);
  });

  it.each(['zoe', 'odegard', 'zoe@', 'zoe@contoso.com', 'contoso', 'bergen', 'Bergen Harbour', 'zoe bergen'])(
    'finds the account and its tenant (%s), by relevance and with nothing marked',
    (typed) => {
      expect(names(typed)).toEqual(names(''));
      expect(marked(typed).join('')).not.toContain('[');
    },
  );

  it('puts the account behind every name, resource and scope', () => {
    expect(names('azure zoe')).toHaveLength(4);
    expect(marked('vault bergen')).toEqual(['Key [Vault]']);
    const harbour = preset('Harbour', 'api://other');
    const port = preset('Port', 'harbour.example', { lastUsedOn: 3 });
    expect(find('harbour', [...all, port, harbour]).map(({ preset: { name } }) => name)).toEqual([
      'Harbour',
      'Port',
      ...names(''),
    ]);
  });

  it('finds no account where nobody is signed in', () => {
    expect(findPresets(all, undefined, 'zoe')).toEqual([]);
    expect(findPresets(all, undefined, 'vault').map(({ preset: { name } }) => name)).toEqual(['Key Vault']);
  });

  it('leaves hits that are about as good in the order of relevance', () => {
    const list = [
      preset('Orders API', 'a'),
      preset('Orders', 'b'),
      preset('Orders (test)', 'c', { pinned: true }),
    ];
    expect(find('ord', list)[0]?.preset.name).toBe('Orders (test)');
    expect(find('orders', list)[0]?.preset.name).toBe('Orders');
  });

  it('finds nothing where there is nothing', () => {
    expect(names('kubernetes')).toEqual([]);
    expect(find('graph', [])).toEqual([]);
  });

  it('takes any character as it is, and a name of any length', () => {
    for (const query of ['(', '[a', '\\', '*', '<mark>', '\u0000', '👩‍🚀', 'a'.repeat(5000)])
      expect(() => find(query)).not.toThrow();
    const long = 'Orders '.repeat(1500).trim();
    const parts = find('orders', [preset(long, 'x')])[0]?.name ?? [];
    expect(parts.map(({ text }) => text).join('')).toBe(long);
    expect(parts[0]).toEqual({ text: 'Orders', marked: true });
  });
});

it('a finder answers the same question once, and another one anew', () => {
  const find = presetFinder();
  const hits = find(all, account, 'vault');
  expect(hits).toEqual(findPresets(all, account, 'vault'));
  expect(find(all, account, 'vault')).toBe(hits);
  expect(find([...all], account, 'vault')).not.toBe(hits);
  expect(find(all, undefined, 'zoe')).toEqual([]);
  expect(find(all, account, 'graph')).toEqual(findPresets(all, account, 'graph'));
});
