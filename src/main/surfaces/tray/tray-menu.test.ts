import { describe, expect, it } from 'vitest';
import { offerOf, quickFormats } from '../../../shared/offered-formats';
import { commandArguments } from '../../../shared/ipc';
import type { HotkeyProblem } from '../../../shared/accelerator';
import { defaultSettings, type Settings } from '../../../shared/settings';
import type { AccountView, Snapshot } from '../../../shared/snapshot';
import {
  presetView,
  settingsView,
  signedOutSnapshot,
  snapshotWith,
} from '../../../shared/test-support/snapshots';
import { trayMenu as menuOn, type TrayCommand, type TrayItem } from './tray-menu';

// The start of ten seconds, so that labels say what is left at their end.
const now = 1_000_000_000;
const minute = 60_000;
/** A token with as much left when the labels are drawn again in their turn: in 20 s, or 10 s towards its end. */
const valid = (ms: number) => ({
  issuedOn: now - minute,
  expiresOn: now + (ms < 10 * minute ? 10_000 : 20_000) + ms,
});

const trayMenu = (snapshot: Snapshot, at: number): readonly TrayItem[] => menuOn(snapshot, at, 'win32');

type Clickable = Extract<TrayItem, { readonly command: TrayCommand }>;

const flat = (items: readonly TrayItem[]): readonly TrayItem[] =>
  items.flatMap((item) => (item.kind === 'submenu' ? [item, ...flat(item.items)] : [item]));
const labels = (items: readonly TrayItem[]): string[] =>
  items.map((item) => (item.kind === 'separator' ? '—' : item.label));
const clickable = (snapshot: Snapshot): readonly Clickable[] =>
  flat(trayMenu(snapshot, now)).filter((item) => 'command' in item);
const commandsOf = (snapshot: Snapshot): readonly TrayCommand[] =>
  clickable(snapshot).map(({ command }) => command);
const doing = (snapshot: Snapshot, name: TrayCommand['name']): Clickable | undefined =>
  clickable(snapshot).find(({ command }) => command.name === name);
const submenu = (snapshot: Snapshot, label: string): readonly TrayItem[] | undefined =>
  trayMenu(snapshot, now).flatMap((item) =>
    item.kind === 'submenu' && item.label === label ? [item.items] : [],
  )[0];

const many = Array.from({ length: 13 }, (_, n) => presetView({ id: `p${n}`, name: `Preset ${n}` }));
const clipboard = {
  presetId: 'graph',
  presetName: 'Microsoft Graph',
  format: 'token',
  copiedOn: now,
  tokenExpiresOn: now + minute,
  placeholders: [],
} as const;
const lastCopy = { presetId: 'graph', presetName: 'Microsoft Graph', format: 'curl' } as const;
const signIn = {
  flow: 'browser' as const,
  canSwitch: false,
  endsOn: now,
  browserFailed: false,
  linkReady: true,
};
const zoe: AccountView = {
  id: 'client-1/zoe.home',
  clientApplicationId: 'client-1',
  clientName: 'App of contoso.com',
  colour: 'violet',
  kind: 'user',
  name: 'Zoë Nuñez',
  username: 'zoe@contoso.com',
  tenantId: 'home',
  tenantName: 'Contoso',
  tenants: [],
};
const alex = { ...zoe, id: 'client-1/alex.home', name: 'Alex Moreau', username: 'alex@contoso.com' };

describe('the tray menu', () => {
  it('has everything at its place, from who is signed in to the way out', () => {
    const snapshot = snapshotWith({
      presets: [presetView({ token: valid(52 * minute) }), presetView({ id: 'kv', name: 'Key Vault' })],
      clipboard,
      lastCopy,
    });
    expect(labels(trayMenu(snapshot, now))).toEqual([
      'Zoë Nuñez · Contoso',
      '—',
      'Microsoft Graph    52 min',
      'Key Vault    no token yet',
      'Copy as curl',
      'Copy as',
      '—',
      'Copy last again    Microsoft Graph · curl',
      'Clear clipboard',
      '—',
      'Quick copy…',
      'Open Token Tray',
      'Settings…',
      'Quit',
    ]);
  });

  it('has no separator around what is not there', () => {
    expect(labels(trayMenu(snapshotWith(), now))).toEqual([
      'Zoë Nuñez · Contoso',
      '—',
      'Quick copy…',
      'Open Token Tray',
      'Settings…',
      'Quit',
    ]);
  });

  it('copies with one click in the default format, and curl from the submenu', () => {
    const snapshot = snapshotWith({ presets: [presetView()] });
    const first = trayMenu(snapshot, now)[2];
    expect(first).toMatchObject({ command: { name: 'copyInDefaultFormat', args: { presetId: 'graph' } } });
    expect(submenu(snapshot, 'Copy as curl')).toMatchObject([
      { command: { name: 'copySnippet', args: { presetId: 'graph', format: 'curl' } } },
    ]);
  });

  it('copies each preset in the formats that are used most', () => {
    const [kv] = submenu(snapshotWith({ presets: [presetView({ name: 'Key Vault' })] }), 'Copy as') ?? [];
    if (kv?.kind !== 'submenu') throw new Error('“Copy as” has a submenu for each preset.');
    expect(kv.label).toBe('Key Vault');
    expect(labels(kv.items)).toEqual([
      'Token',
      'Authorization header',
      'curl',
      'PowerShell',
      'HTTPie',
      'Python requests',
      'JavaScript fetch',
      'Environment variable',
    ]);
    const formats = kv.items.map((item) =>
      item.kind === 'command' && item.command.name === 'copySnippet' ? item.command.args.format : 'token',
    );
    expect(formats).toEqual(quickFormats(offerOf(snapshotWith()), presetView()));
    expect(kv.items[0]).toMatchObject({ command: { name: 'copyToken', args: { presetId: 'graph' } } });
  });

  it('offers no curl for a database, and its own command and templates of one’s own', () => {
    const template = {
      id: 'template-12345678-90ab-cdef-1234-567890abcdef',
      name: 'Mine',
      needsRequest: false,
    } as const;
    const database = presetView({ name: 'Orders', delivery: 'postgresql', hasRequests: false });
    const snapshot = snapshotWith({ presets: [database], templates: [template] });
    expect(submenu(snapshot, 'Copy as curl')).toBeUndefined();
    const [row] = submenu(snapshot, 'Copy as') ?? [];
    expect(row?.kind === 'submenu' && labels(row.items)).toEqual([
      'psql',
      'Token',
      'Environment variable',
      'Mine',
    ]);
  });

  it.each([
    ['getting a token…', { acquiring: true }],
    ['expired', { token: { issuedOn: 0, expiresOn: now } }],
    ['sign-in needed', { problem: 'sign-in-needed' }],
    ['failed', { problem: 'failed' }],
    ['< 1 min', { token: valid(minute - 1) }],
    // It ends before the label is drawn again in its turn.
    ['< 1 min', { token: { issuedOn: 0, expiresOn: now + 1000 } }],
    ['27 h', { token: valid(27 * 60 * minute) }],
    ['5 min, then sign-in needed', { token: valid(5 * minute), keepFreshStopped: 'sign-in-needed' }],
    ['5 min', { token: valid(5 * minute), keepFreshStopped: 'failed' }],
  ] as const)('says “%s”', (words, change) => {
    const items = trayMenu(snapshotWith({ presets: [presetView({ name: 'Key Vault', ...change })] }), now);
    expect(labels(items)).toContain(`Key Vault    ${words}`);
  });

  it('keeps the ten most relevant presets at hand and the rest under “More”', () => {
    const presets = many.map((preset, n) => ({
      ...preset,
      pinned: n === 12,
      ...(n === 11 ? { lastUsedOn: now } : {}),
    }));
    const snapshot = snapshotWith({ presets });
    const order = [12, 11, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((n) => `Preset ${n}    no token yet`);
    expect(labels(trayMenu(snapshot, now)).slice(2, 13)).toEqual([...order.slice(0, 10), 'More']);
    expect(labels(submenu(snapshot, 'More') ?? [])).toEqual(order.slice(10));
    const names = order.map((label) => String(label.split('    ')[0]));
    for (const inOtherFormats of ['Copy as curl', 'Copy as'])
      expect(labels(submenu(snapshot, inOtherFormats) ?? [])).toEqual([
        ...names.slice(0, 10),
        '—',
        'All in the window…',
      ]);
    expect(submenu(snapshotWith({ presets: many.slice(0, 10) }), 'More')).toBeUndefined();
  });

  it('stays one that a person can read with a thousand presets: the window has all', () => {
    const presets = Array.from({ length: 1000 }, (_, n) => presetView({ id: `p${n}`, name: `API ${n}` }));
    const snapshot = snapshotWith({ presets });
    const more = submenu(snapshot, 'More') ?? [];
    expect(labels(more).slice(0, 2)).toEqual(['API 10    no token yet', 'API 11    no token yet']);
    expect(labels(more).slice(-3)).toEqual(['API 39    no token yet', '—', 'All in the window…']);
    expect(more.at(-1)).toMatchObject({ command: { name: 'showPage', args: { page: 'main' } } });
    expect(flat(trayMenu(snapshot, now)).length).toBeLessThan(170);
    const forty = snapshotWith({ presets: presets.slice(0, 40) });
    expect(labels(submenu(forty, 'More') ?? [])).not.toContain('All in the window…');
  });

  it('shows an & in a name as an &', () => {
    const account = { ...zoe, name: 'A & B', tenantName: 'R&D' };
    const presets = [presetView({ name: 'R&D' })];
    const items = labels(trayMenu(snapshotWith({ presets, account }), now));
    expect(items[0]).toBe('A && B · R&&D');
    expect(items[2]).toBe('R&&D    no token yet');
  });

  it('cuts a name that is too long, and has all of it in the tooltip', () => {
    const name = 'x'.repeat(10_000);
    const account = { ...zoe, name, username: name, tenantName: name };
    const long = { ...lastCopy, presetName: name };
    const stopped = presetView({ name, keepFreshStopped: 'sign-in-needed', token: valid(minute) });
    const snapshot = snapshotWith({ accounts: [account], account, presets: [stopped], lastCopy: long });
    const named = flat(trayMenu(snapshot, now)).filter(
      (item) => item.kind !== 'separator' && item.label.includes('xxx'),
    );
    // Account, tenant, choice of accounts, sign in, row, curl, copy as, copy last.
    expect(named).toHaveLength(8);
    for (const item of named) {
      expect(item.kind === 'separator' ? 0 : item.label.length).toBeLessThan(170);
      if (item.kind !== 'text') expect(item).toMatchObject({ toolTip: name });
    }
    expect(flat(trayMenu(snapshotWith({ presets: many }), now)).some((item) => 'toolTip' in item)).toBe(
      false,
    );
  });

  it('leads to the window before anything is set up', () => {
    const items = trayMenu(signedOutSnapshot({ page: 'welcome' }), now);
    expect(labels(items)).toEqual(['Set up Token Tray…', '—', 'Open Token Tray', 'Settings…', 'Quit']);
    expect(commandsOf(signedOutSnapshot({ page: 'welcome' }))).toEqual([
      { name: 'showPage', args: { page: 'main' } },
      { name: 'openMainWindow', args: {} },
      { name: 'showPage', args: { page: 'settings' } },
      { name: 'quit', args: {} },
    ]);
  });

  it('gives only commands that are taken', () => {
    const stopped = presetView({ keepFreshStopped: 'sign-in-needed', token: valid(minute) });
    const snapshots = [
      snapshotWith({ presets: [...many, stopped], clipboard, lastCopy, accounts: [zoe, alex] }),
      snapshotWith({ presets: many, copyFailed: { ...lastCopy, presetId: 'p1', failedOn: now } }),
      signedOutSnapshot({ signIn }),
      signedOutSnapshot({ page: 'welcome' }),
    ];
    for (const { name, args } of snapshots.flatMap(commandsOf)) {
      expect(commandArguments[name].safeParse(args).success, name).toBe(true);
    }
  });
});

describe('who is signed in', () => {
  it('can be changed among the accounts, and is said with tenant and cloud', () => {
    const snapshot = snapshotWith({ accounts: [zoe, alex], account: alex, cloudName: 'Azure public cloud' });
    const items = submenu(snapshot, 'Alex Moreau · Contoso') ?? [];
    expect(labels(items)).toEqual([
      'Contoso · Azure public cloud',
      '—',
      'Zoë Nuñez    zoe@contoso.com · Contoso',
      'Alex Moreau    alex@contoso.com · Contoso',
      '—',
      'Sign in with another account…',
    ]);
    expect(items[0]?.kind).toBe('text');
    expect(items.slice(2, 4)).toMatchObject([
      { kind: 'radio', checked: false, command: { name: 'selectAccount', args: { accountId: zoe.id } } },
      { kind: 'radio', checked: true, command: { name: 'selectAccount', args: { accountId: alex.id } } },
    ]);
  });

  it('has no way to sign out, which a slip of the mouse could take', () => {
    expect(doing(snapshotWith({ accounts: [zoe, alex] }), 'signOut')).toBeUndefined();
  });

  it('offers to sign in, or to end the sign-in that waits', () => {
    expect(labels(trayMenu(signedOutSnapshot(), now)).slice(0, 2)).toEqual(['Not signed in', 'Sign in…']);
    for (const waiting of [signedOutSnapshot({ signIn }), snapshotWith({ signIn })]) {
      expect(labels(trayMenu(waiting, now)).slice(1, 3)).toEqual([
        'Waiting for your browser…',
        'Cancel sign-in',
      ]);
      expect(doing(waiting, 'cancelSignIn')).toBeDefined();
      expect(doing(waiting, 'signIn')).toBeUndefined();
    }
  });

  it('offers to sign in for the preset that is no longer kept fresh, whose row would only copy', () => {
    const stopped = presetView({ name: 'Key Vault', keepFreshStopped: 'sign-in-needed' });
    const good = snapshotWith({ presets: [presetView(), { ...stopped, id: 'kv', token: valid(minute) }] });
    expect(labels(trayMenu(good, now))[1]).toBe('Sign in for Key Vault…');
    expect(doing(good, 'signInForPreset')?.command.args).toEqual({ presetId: 'kv' });
    const ended = snapshotWith({ presets: [{ ...stopped, problem: 'sign-in-needed' }] });
    expect(doing(ended, 'signInForPreset')).toBeUndefined();
    expect(doing({ ...good, signIn }, 'signInForPreset')).toBeUndefined();
  });
});

describe('what the menu says of the clipboard', () => {
  const clearLabel = (clearsOn: number, at: number): string | undefined =>
    labels(trayMenu(snapshotWith({ clipboard: { ...clipboard, clearsOn } }), at)).find((label) =>
      label.startsWith('Clear clipboard'),
    );

  it('is nothing when nothing of ours is on it', () => {
    expect(doing(snapshotWith(), 'clearClipboard')).toBeUndefined();
    expect(doing(snapshotWith({ clipboard }), 'clearClipboard')?.label).toBe('Clear clipboard');
  });

  it('stays true for ten seconds at least', () => {
    expect(clearLabel(now + minute, now)).toBe('Clear clipboard    by itself within 60 s');
    expect(clearLabel(now + minute, now + 9_999)).toBe('Clear clipboard    by itself within 60 s');
    expect(clearLabel(now + minute, now + 10_000)).toBe('Clear clipboard    by itself within 50 s');
    expect(clearLabel(now + minute, now + minute - 1)).toBe('Clear clipboard    by itself within 10 s');
    expect(clearLabel(now + 10 * minute, now + 1)).toBe('Clear clipboard    by itself within 10 min');
    expect(clearLabel(now + minute + 1, now)).toBe('Clear clipboard    by itself within 2 min');
  });

  it('promises nothing when another program held the clipboard at that moment', () => {
    expect(clearLabel(now, now)).toBe('Clear clipboard');
  });

  it('offers to copy the last again only after a first time', () => {
    expect(doing(snapshotWith({ presets: [presetView()] }), 'copyLast')).toBeUndefined();
    expect(doing(snapshotWith({ presets: [presetView()], lastCopy }), 'copyLast')?.label).toBe(
      'Copy last again    Microsoft Graph · curl',
    );
  });

  it('offers again what another program kept from the clipboard, as long as its preset is there', () => {
    const copyFailed = { presetId: 'kv', presetName: 'Key Vault', format: 'token', failedOn: now } as const;
    const presets = [presetView(), presetView({ id: 'kv', name: 'Key Vault' })];
    const settings = settingsView({ values: { ...defaultSettings, copyLastHotkey: 'Alt+C' } });
    const item = trayMenu(snapshotWith({ presets, lastCopy, copyFailed, settings }), now).find(
      (each) => each.kind === 'command' && each.label === 'Copy last again    Key Vault · Token',
    );
    expect(item).toMatchObject({ command: { name: 'copyToken', args: { presetId: 'kv' } } });
    // The hotkey would copy something else.
    expect(item).not.toHaveProperty('accelerator');
    const deleted = snapshotWith({ presets: [presetView()], lastCopy, copyFailed });
    expect(doing(deleted, 'copyLast')?.label).toContain('Microsoft Graph · curl');
  });
});

describe('hotkeys in the menu', () => {
  const withHotkeys = (
    change: Partial<Settings>,
    hotkeyProblems: Readonly<Record<string, HotkeyProblem>> = {},
  ): Snapshot =>
    snapshotWith({
      presets: [presetView({ hotkey: 'Alt+G' }), presetView({ id: 'kv' })],
      lastCopy,
      settings: settingsView({ values: { ...defaultSettings, ...change }, hotkeyProblems }),
    });
  const shown = (snapshot: Snapshot): readonly (readonly [string, string])[] =>
    clickable(snapshot).flatMap((item) =>
      item.kind === 'command' && item.accelerator !== undefined
        ? [[item.command.name, item.accelerator]]
        : [],
    );

  it('stand beside what they do, once each', () => {
    expect(shown(withHotkeys({ copyLastHotkey: 'Alt+C' }))).toEqual([
      ['copyInDefaultFormat', 'Alt+G'],
      ['copyLast', 'Alt+C'],
      ['openPalette', 'CommandOrControl+Alt+T'],
    ]);
  });

  it('are not shown when there is none, or when the system did not give them', () => {
    expect(shown(withHotkeys({ paletteHotkey: null }))).toEqual([['copyInDefaultFormat', 'Alt+G']]);
    const problems = { 'Alt+G': 'hotkey-not-available', 'CommandOrControl+Alt+T': 'hotkey-in-use' } as const;
    expect(shown(withHotkeys({}, problems))).toEqual([]);
  });

  it('stand in the label on Linux when their key writes no character, which its panels would not show', () => {
    const snapshot = withHotkeys({ paletteHotkey: 'CommandOrControl+Shift+F9', copyLastHotkey: 'Alt+-' });
    const onLinux = menuOn(snapshot, now, 'linux');
    const items = onLinux.filter((item) => item.kind === 'command');
    expect(items.find(({ command }) => command.name === 'openPalette')).toEqual({
      kind: 'command',
      label: 'Quick copy…    Ctrl+Shift+F9',
      command: { name: 'openPalette', args: {} },
    });
    expect(items.flatMap(({ accelerator }) => accelerator ?? [])).toEqual(['Alt+G', 'Alt+-']);
    expect(shown(snapshot)).toContainEqual(['openPalette', 'CommandOrControl+Shift+F9']);
  });
});

describe('programs that wait for an answer', () => {
  const wish = (consumerName: string, resource = 'https://vault.azure.net', consumerId = consumerName) => ({
    consumerId,
    consumerName,
    resource,
    on: now,
  });
  const lines = (waiting: readonly ReturnType<typeof wish>[]) => {
    const { endpoint } = snapshotWith();
    const menu = trayMenu(snapshotWith({ endpoint: { ...endpoint, waiting } }), now);
    return menu.filter(
      (item) =>
        item.kind === 'command' &&
        item.command.name === 'showPage' &&
        item.command.args.page === 'automation',
    );
  };

  it('are one line, which leads to the page with the buttons', () => {
    expect(lines([])).toEqual([]);
    expect(lines([wish('My notebook')])).toMatchObject([
      { label: '“My notebook” wants tokens for vault.azure.net…' },
    ]);
    expect(lines([wish('a'), wish('b')])).toMatchObject([{ label: '2 programs want tokens…' }]);
    expect(lines([wish('a'), wish('a', 'https://graph.microsoft.com')])).toMatchObject([
      { label: '1 program wants tokens…' },
    ]);
  });

  it('have their names cut and written as they are', () => {
    const [line] = lines([wish(`A & ${'W'.repeat(200)}`)]);
    expect(line).toMatchObject({ label: expect.stringMatching(/^“A && W+…” wants tokens/) as string });
  });
});
