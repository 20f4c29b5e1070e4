import { describe, expect, it } from 'vitest';
import { commandArguments } from '../../../shared/ipc';
import type { Snapshot } from '../../../shared/snapshot';
import { presetView, signedOutSnapshot, snapshotWith } from '../../test-support/snapshots';
import { trayMenu, trayMenuChangesIn, type TrayCommand, type TrayItem } from './tray-menu';

const now = 1_000_000_000;
const minute = 60_000;
const valid = (ms: number) => ({ issuedOn: now - minute, expiresOn: now + ms });

const flat = (items: readonly TrayItem[]): readonly TrayItem[] =>
  items.flatMap((item) => (item.kind === 'submenu' ? [item, ...flat(item.items)] : [item]));
const labels = (items: readonly TrayItem[]): string[] =>
  items.map((item) => (item.kind === 'separator' ? '—' : item.label));
const commandsOf = (snapshot: Snapshot): readonly TrayCommand[] =>
  flat(trayMenu(snapshot, now)).flatMap((item) => (item.kind === 'command' ? [item.command] : []));
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

describe('the tray menu', () => {
  it('shows who is signed in, the presets with their time, and the way out', () => {
    const presets = [
      presetView({ token: valid(52 * minute + 1) }),
      presetView({ id: 'kv', name: 'Key Vault' }),
    ];
    expect(labels(trayMenu(snapshotWith({ presets }), now))).toEqual([
      'Zoë Nuñez · Contoso',
      '—',
      'Microsoft Graph    52 min',
      'Key Vault    no token yet',
      'Copy as curl',
      'Copy as',
      '—',
      'Open Token Tray',
      'Quit',
    ]);
  });

  it('copies the token with one click, and curl from the submenu', () => {
    const snapshot = snapshotWith({ presets: [presetView()] });
    const first = trayMenu(snapshot, now)[2];
    expect(first).toMatchObject({ command: { name: 'copyToken', args: { presetId: 'graph' } } });
    expect(submenu(snapshot, 'Copy as curl')).toMatchObject([
      { command: { name: 'copySnippet', args: { presetId: 'graph', format: 'curl' } } },
    ]);
  });

  it.each([
    ['getting a token…', { acquiring: true }],
    ['expired', { token: { issuedOn: 0, expiresOn: now } }],
    ['sign-in needed', { problem: 'sign-in-needed' }],
    ['failed', { problem: 'failed' }],
    ['< 1 min', { token: valid(minute - 1) }],
    ['27 h', { token: valid(27 * 60 * minute) }],
  ] as const)('says “%s”', (words, change) => {
    const items = trayMenu(snapshotWith({ presets: [presetView(change)] }), now);
    expect(labels(items)[2]).toBe(`Microsoft Graph    ${words}`);
  });

  it('keeps ten presets at hand and the rest under “More”, each at its place', () => {
    const snapshot = snapshotWith({ presets: many });
    expect(submenu(snapshot, 'More')).toHaveLength(3);
    expect(submenu(snapshot, 'Copy as curl')).toHaveLength(13);
    const copied = commandsOf(snapshot).flatMap((each) =>
      each.name === 'copyToken' ? [each.args.presetId] : [],
    );
    const each = many.map(({ id }) => id);
    // Once to click, once under “Copy as”.
    expect(copied).toEqual([...each, ...each]);
    expect(submenu(snapshotWith({ presets: many.slice(0, 10) }), 'More')).toBeUndefined();
  });

  it('shows an & in a name as an &', () => {
    const presets = [presetView({ name: 'R&D' })];
    expect(labels(trayMenu(snapshotWith({ presets }), now))[2]).toBe('R&&D    no token yet');
  });

  it('offers to sign in, or to end the sign-in that waits', () => {
    expect(commandsOf(signedOutSnapshot()).map(({ name }) => name)).toContain('signIn');
    const signIn = { endsOn: now, browserFailed: false, linkReady: true };
    const waiting = commandsOf(signedOutSnapshot({ signIn })).map(({ name }) => name);
    expect(waiting).toContain('cancelSignIn');
    expect(waiting).not.toContain('signIn');
  });

  it('offers to clear the clipboard only while something of ours is on it', () => {
    expect(commandsOf(snapshotWith({ clipboard })).map(({ name }) => name)).toContain('clearClipboard');
    expect(commandsOf(snapshotWith()).map(({ name }) => name)).not.toContain('clearClipboard');
  });

  it('leads to the window before anything is set up', () => {
    const names = commandsOf(signedOutSnapshot({ page: 'welcome' })).map(({ name }) => name);
    expect(names).toEqual(['openMainWindow', 'openMainWindow', 'quit']);
  });

  it('gives only commands that are taken', () => {
    const signIn = { endsOn: now, browserFailed: false, linkReady: true };
    for (const snapshot of [snapshotWith({ presets: many, clipboard }), signedOutSnapshot({ signIn })]) {
      for (const { name, args } of commandsOf(snapshot)) {
        expect(commandArguments[name].safeParse(args).success, name).toBe(true);
      }
    }
  });
});

describe('the next time the menu has to be drawn', () => {
  it('is when a label reads differently, and no sooner', () => {
    const presets = [
      presetView({ token: valid(52 * minute + 30_000) }),
      presetView({ token: valid(90_000) }),
    ];
    const snapshot = snapshotWith({ presets });
    const wait = trayMenuChangesIn(snapshot, now);
    expect(labels(trayMenu(snapshot, now + wait - 1))).toEqual(labels(trayMenu(snapshot, now)));
    expect(labels(trayMenu(snapshot, now + wait))).not.toEqual(labels(trayMenu(snapshot, now)));
  });

  it('is at the end of a token, too', () => {
    const snapshot = snapshotWith({ presets: [presetView({ token: valid(30_000) })] });
    const after = now + trayMenuChangesIn(snapshot, now);
    expect(labels(trayMenu(snapshot, after))[2]).toContain('expired');
  });

  it('never comes when there is nothing to count down', () => {
    const presets = [presetView(), presetView({ token: { issuedOn: 0, expiresOn: now } })];
    expect(trayMenuChangesIn(snapshotWith({ presets }), now)).toBe(Infinity);
    expect(trayMenuChangesIn(snapshotWith(), now)).toBe(Infinity);
  });
});
