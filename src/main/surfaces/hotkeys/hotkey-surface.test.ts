import { beforeEach, describe, expect, it } from 'vitest';
import { defaultSettings, type Settings } from '../../../shared/settings';
import type { Snapshot } from '../../../shared/snapshot';
import { FakeGlobalShortcuts } from '../../test-support/fake-global-shortcuts';
import { FakeTimers } from '../../test-support/fake-timers';
import { presetView, settingsView, snapshotWith } from '../../../shared/test-support/snapshots';
import { HotkeySurface } from './hotkey-surface';
import type { HotkeyCommand } from './hotkeys';

const palette = 'CommandOrControl+Alt+T';

let timers: FakeTimers;
let taken: Set<string>;
let shortcuts: FakeGlobalShortcuts;
let snapshot: Snapshot;
let listeners: Set<(snapshot: Snapshot) => void>;
let commands: HotkeyCommand[];
/** Ends the oldest command under way. */
let finish: (() => void)[];
let surface: HotkeySurface;

const settingsWith = (change: Partial<Settings>) =>
  settingsView({ values: { ...defaultSettings, ...change } });

function change(to: Partial<Snapshot>): void {
  snapshot = { ...snapshot, ...to };
  for (const listener of listeners) listener(snapshot);
}

function start(platform: NodeJS.Platform = 'linux'): void {
  surface = new HotkeySurface({
    state: {
      get snapshot() {
        return snapshot;
      },
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    shortcuts,
    run: (command) => {
      commands.push(command);
      return new Promise<void>((resolve) => finish.push(resolve));
    },
    problemsChanged: (hotkeyProblems) => change({ settings: { ...snapshot.settings, hotkeyProblems } }),
    platform,
    now: timers.clock,
    after: timers.after,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  });
}

beforeEach(() => {
  timers = new FakeTimers();
  taken = new Set();
  shortcuts = new FakeGlobalShortcuts(taken);
  snapshot = snapshotWith();
  listeners = new Set();
  commands = [];
  finish = [];
});

describe('hotkeys', () => {
  it('follow the settings and presets', () => {
    start();
    expect(shortcuts.heard).toEqual([palette]);
    change({ settings: settingsWith({ paletteHotkey: 'F9', copyLastHotkey: 'F10' }) });
    expect(shortcuts.heard).toEqual(['F10', 'F9']);
    change({ presets: [presetView({ hotkey: 'Alt+G' })] });
    expect(shortcuts.heard).toEqual(['Alt+G', 'F10', 'F9']);
    change({ presets: [] });
    expect(shortcuts.heard).toEqual(['F10', 'F9']);
  });

  it('are gone when the program quits, and do not come back', () => {
    start();
    surface.close();
    change({ presets: [presetView({ hotkey: 'Alt+G' })] });
    expect(shortcuts.heard).toEqual([]);
  });

  it('are not asked for again with every change of something else', () => {
    taken.add(palette);
    start();
    const { asked } = shortcuts;
    for (const theme of ['dark', 'light', 'system'] as const) change({ theme });
    expect(shortcuts.asked).toBe(asked);
    expect(snapshot.settings.hotkeyProblems).toEqual({ [palette]: 'hotkey-not-available' });
  });

  it('that were refused are tried again with the next change of a hotkey', () => {
    taken.add(palette);
    start();
    taken.clear();
    change({ presets: [presetView({ hotkey: 'Alt+G' })] });
    expect(shortcuts.heard).toEqual(['Alt+G', palette]);
    expect(snapshot.settings.hotkeyProblems).toEqual({});
  });

  it('that were refused are tried again when somebody opens the settings', () => {
    taken.add(palette);
    start();
    taken.clear();
    change({ windowPage: 'activity' });
    expect(shortcuts.heard).toEqual([]);
    change({ windowPage: 'settings' });
    expect(shortcuts.heard).toEqual([palette]);
  });

  it('are let go of when they were claimed and then not set', () => {
    start();
    expect(surface.claim('Alt+G')).toBe(true);
    expect(shortcuts.heard).toEqual(['Alt+G', palette]);
    change({ theme: 'dark' });
    expect(shortcuts.heard).toEqual([palette]);
  });

  it('are silent while a page records a new one', () => {
    start();
    surface.pause(true);
    expect(shortcuts.heard).toEqual([]);
    surface.pause(false);
    expect(shortcuts.heard).toEqual([palette]);
  });

  it('are not taken again after a refusal where the system is asked through a portal', () => {
    const presets = [presetView({ hotkey: 'Alt+G' })];
    taken.add('Alt+G');
    snapshot = snapshotWith({ presets, settings: settingsView({ hotkeysNeedPortal: true }) });
    start();
    expect(shortcuts.asked).toBe(2);
  });
});

describe('a press', () => {
  it('does what the hotkey is for at that moment', () => {
    const presets = [presetView({ id: 'a', hotkey: 'Alt+G' }), presetView({ id: 'b' })];
    snapshot = snapshotWith({ presets });
    start();
    shortcuts.press(palette);
    change({ presets: [presetView({ id: 'a' }), presetView({ id: 'b', hotkey: 'Alt+G' })] });
    shortcuts.press('Alt+G');
    expect(commands).toEqual([
      { name: 'openPalette', args: {} },
      { name: 'copyInDefaultFormat', args: { presetId: 'b' } },
    ]);
  });

  it('that arrives when the hotkey is for nothing any more does nothing', () => {
    snapshot = snapshotWith({ presets: [presetView({ hotkey: 'Alt+G' })] });
    start();
    // The surface has not been told yet.
    snapshot = snapshotWith();
    shortcuts.press('Alt+G');
    expect(commands).toEqual([]);
  });

  it('that is held down counts once', async () => {
    start();
    shortcuts.press(palette);
    finish.shift()?.();
    await new Promise(setImmediate);
    for (const wait of [660, ...Array.from({ length: 50 }, () => 40)]) {
      timers.pass(wait);
      shortcuts.press(palette);
    }
    expect(commands).toHaveLength(1);
  });

  it('that is held down while the program does not run counts once, and a press after that counts again', async () => {
    start();
    shortcuts.press(palette);
    finish.shift()?.();
    await new Promise(setImmediate);
    timers.stall(2000);
    // Timers that are due may run before what was pressed is heard.
    timers.pass(0);
    timers.pass(40);
    expect(commands).toHaveLength(1);
    shortcuts.press(palette);
    expect(commands).toHaveLength(1);
    timers.pass(750);
    shortcuts.press(palette);
    expect(commands).toHaveLength(2);
  });

  it('of “Copy last again” counts again as soon as the palette was left that it has opened', async () => {
    snapshot = snapshotWith({ settings: settingsWith({ copyLastHotkey: 'Alt+L' }) });
    start();
    for (const expected of [1, 2]) {
      shortcuts.press('Alt+L');
      finish.splice(0).forEach((each) => each());
      await new Promise(setImmediate);
      expect(commands).toHaveLength(expected);
      timers.pass(300);
      surface.paletteLeft('key');
    }
  });

  it('counts again later, and so does another key at once', async () => {
    snapshot = snapshotWith({ presets: [presetView({ hotkey: 'Alt+G' })] });
    start();
    shortcuts.press(palette);
    shortcuts.press('Alt+G');
    expect(commands).toHaveLength(2);
    finish.forEach((each) => each());
    await Promise.resolve();
    await Promise.resolve();
    timers.pass(1000);
    shortcuts.press(palette);
    expect(commands).toHaveLength(3);
  });

  describe('of the palette’s hotkey', () => {
    /** Until what it did is over. */
    async function pressPalette(): Promise<void> {
      shortcuts.press(palette);
      finish.splice(0).forEach((each) => each());
      await new Promise(setImmediate);
    }

    it('counts again as soon as the palette was left, and its repeats do not', async () => {
      start();
      await pressPalette();
      timers.pass(300);
      surface.paletteLeft('key');
      await pressPalette();
      expect(commands).toHaveLength(2);
      for (const wait of [660, 40, 40]) {
        timers.pass(wait);
        await pressPalette();
      }
      expect(commands).toHaveLength(2);
    });

    it('is still a repeat when it is held while another window takes the focus', async () => {
      start();
      await pressPalette();
      for (const wait of [660, 40]) {
        timers.pass(wait);
        await pressPalette();
      }
      surface.paletteLeft('focus');
      // The program may be busy meanwhile.
      for (const wait of [40, 300, 0]) {
        timers.pass(wait);
        await pressPalette();
      }
      expect(commands).toHaveLength(1);
    });

    it('counts again soon after another window has taken the focus', async () => {
      start();
      await pressPalette();
      timers.pass(300);
      surface.paletteLeft('focus');
      timers.pass(250);
      await pressPalette();
      expect(commands).toHaveLength(2);
    });

    it('may be a repeat while the palette is open, or was closed by it', async () => {
      start();
      await pressPalette();
      timers.pass(300);
      await pressPalette();
      expect(commands).toHaveLength(1);
    });

    it('that leaves the palette says nothing of another hotkey', async () => {
      snapshot = snapshotWith({ presets: [presetView({ hotkey: 'Alt+G' })] });
      start();
      shortcuts.press('Alt+G');
      finish.splice(0).forEach((each) => each());
      await new Promise(setImmediate);
      timers.pass(660);
      surface.paletteLeft('key');
      shortcuts.press('Alt+G');
      expect(commands).toHaveLength(1);
    });

    it('counts each time where a held key does not repeat', async () => {
      start('darwin');
      await pressPalette();
      timers.pass(300);
      await pressPalette();
      expect(commands).toHaveLength(2);
    });
  });

  it('while its copy is still under way is not another copy', () => {
    snapshot = snapshotWith({ presets: [presetView({ hotkey: 'Alt+G' })] });
    start();
    shortcuts.press('Alt+G');
    timers.pass(5000);
    shortcuts.press('Alt+G');
    expect(commands).toEqual([{ name: 'copyInDefaultFormat', args: { presetId: 'graph' } }]);
  });

  it('while its copy waits for a sign-in brings back the page in the browser', () => {
    snapshot = snapshotWith({ presets: [presetView({ hotkey: 'Alt+G' })] });
    start();
    shortcuts.press('Alt+G');
    change({
      signIn: {
        flow: 'browser' as const,
        canSwitch: false,
        endsOn: 1,
        browserFailed: false,
        linkReady: true,
      },
    });
    timers.pass(5000);
    shortcuts.press('Alt+G');
    expect(commands).toEqual([
      { name: 'copyInDefaultFormat', args: { presetId: 'graph' } },
      { name: 'openBrowserAgain', args: {} },
    ]);
  });
});
