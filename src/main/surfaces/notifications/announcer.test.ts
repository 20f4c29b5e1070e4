import { beforeEach, describe, expect, it } from 'vitest';
import type { PresetView, Snapshot } from '../../../shared/snapshot';
import { FakeTimers } from '../../test-support/fake-timers';
import { presetView, snapshotWith } from '../../../shared/test-support/snapshots';
import { Announcer, type NotificationEvents } from './announcer';
import type { ClickCommand, NotificationView } from './notification-view';

const minute = 60_000;
const start = Date.UTC(2026, 1, 3, 9, 0);

/** A desktop whose time goes by only when a test says so. */
class Desktop {
  readonly all: { readonly view: NotificationView; readonly events: NotificationEvents }[] = [];
  readonly up: string[] = [];
  readonly ran: ClickCommand[] = [];
  readonly timers = new FakeTimers();
  /** What timers were set to, in ms. */
  readonly waits: number[] = [];
  windowFocused = false;
  now = start;
  private snapshot = snapshotWith();
  private readonly listeners = new Set<(snapshot: Snapshot) => void>();
  readonly announcer: Announcer;

  constructor(...presets: readonly PresetView[]) {
    this.snapshot = snapshotWith({ presets });
    const snapshot = (): Snapshot => this.snapshot;
    this.announcer = new Announcer({
      state: {
        get snapshot() {
          return snapshot();
        },
        subscribe: (listener) => {
          this.listeners.add(listener);
          return () => this.listeners.delete(listener);
        },
      },
      run: (command) => this.ran.push(command),
      show: (view, events) => this.show(view, events),
      windowFocused: () => this.windowFocused,
      after: (ms, work) => {
        this.waits.push(ms);
        return this.timers.after(ms, work);
      },
      now: () => this.now,
    });
  }

  private show(view: NotificationView, events: NotificationEvents): () => void {
    this.all.push({ view, events });
    this.up.push(view.title);
    return () => this.goneFromScreen(view.title);
  }

  private goneFromScreen(title: string): void {
    if (!this.up.includes(title)) throw new Error(`"${title}" is not up`);
    this.up.splice(this.up.indexOf(title), 1);
  }

  get titles(): readonly string[] {
    return this.all.map(({ view }) => view.title);
  }

  tell(change: Partial<Snapshot>): void {
    this.snapshot = { ...this.snapshot, ...change };
    this.listeners.forEach((listener) => listener(this.snapshot));
  }

  copy(presetName: string): void {
    const tokenExpiresOn = this.now + 60 * minute;
    this.tell({
      clipboard: {
        presetId: 'graph',
        presetName,
        format: 'token',
        copiedOn: this.now,
        tokenExpiresOn,
        placeholders: [],
      },
    });
  }

  clearClipboard(): void {
    const { clipboard: _cleared, ...rest } = this.snapshot;
    this.snapshot = rest;
    this.tell({});
  }

  endSignIn(): void {
    const { signIn: _ended, ...rest } = this.snapshot;
    this.snapshot = rest;
    this.tell({});
  }

  pass(ms: number): void {
    this.now += ms;
    this.timers.pass(ms);
  }

  /** The desktop takes away what is clicked. */
  click(title: string): void {
    this.goneFromScreen(title);
    this.eventsOf(title).clicked();
  }

  closeByHand(title: string): void {
    this.goneFromScreen(title);
    this.eventsOf(title).closed();
  }

  eventsOf(title: string): NotificationEvents {
    const found = this.all.findLast(({ view }) => view.title === title);
    if (found === undefined) throw new Error(`"${title}" never came`);
    return found.events;
  }
}

const pinned = (endsAfter: number, change: Partial<PresetView> = {}): PresetView =>
  presetView({ pinned: true, token: { issuedOn: start, expiresOn: start + endsAfter * minute }, ...change });

describe('what is up', () => {
  let desktop: Desktop;
  beforeEach(() => (desktop = new Desktop()));

  it('is the newest answer only', () => {
    desktop.copy('A');
    desktop.pass(10);
    desktop.copy('B');
    expect(desktop.titles).toEqual(['A token copied', 'B token copied']);
    expect(desktop.up).toEqual(['B token copied']);
  });

  it('is the sign-in until it ends, and then the copy that it was for', () => {
    const title = 'Sign in to get the Demo API token';
    desktop.tell({
      signIn: {
        presetName: 'Demo API',
        flow: 'browser' as const,
        canSwitch: false,
        endsOn: 5,
        browserFailed: false,
        linkReady: true,
      },
    });
    expect(desktop.up).toEqual([title]);
    desktop.endSignIn();
    expect(desktop.up).toEqual([]);
    desktop.copy('Demo API');
    expect(desktop.up).toEqual(['Demo API token copied']);
  });

  it('is the sign-in once, also when its words change', () => {
    const signIn = {
      presetName: 'Demo API',
      flow: 'browser' as const,
      canSwitch: false,
      endsOn: 5,
      browserFailed: false,
      linkReady: true,
    };
    desktop.tell({ signIn });
    desktop.tell({ signIn: { ...signIn, browserFailed: true } });
    expect(desktop.titles).toHaveLength(2);
    expect(desktop.up).toHaveLength(1);
  });

  it('runs what it is for when it is clicked', () => {
    desktop.copy('A');
    desktop.click('A token copied');
    expect(desktop.ran).toEqual([{ name: 'openMainWindow', args: {} }]);
  });

  it('does not claim that something is on the clipboard when it is not', () => {
    desktop.copy('A');
    desktop.clearClipboard();
    expect(desktop.up).toEqual([]);
  });

  it('stays where it is when nothing of it has changed', () => {
    desktop.copy('A');
    desktop.tell({ theme: 'dark' });
    expect(desktop.titles).toEqual(['A token copied']);
    expect(desktop.up).toEqual(['A token copied']);
  });

  it('is not taken down once more when the person has closed or clicked it', () => {
    desktop.copy('A');
    desktop.closeByHand('A token copied');
    desktop.pass(10);
    desktop.copy('B');
    desktop.click('B token copied');
    desktop.clearClipboard();
    expect(desktop.up).toEqual([]);
  });

  it('is still taken down when the system tells late that the one before is gone', () => {
    desktop.copy('A');
    desktop.pass(10);
    desktop.copy('B');
    desktop.eventsOf('A token copied').closed();
    desktop.clearClipboard();
    expect(desktop.up).toEqual([]);
  });

  it('is nothing while the window is in front', () => {
    desktop.windowFocused = true;
    desktop.copy('A');
    expect(desktop.titles).toEqual([]);
  });

  it('is a handful at most, the newest ones', () => {
    const presets = [0, 2, 4, 6, 8, 10].map((later, index) =>
      pinned(60 + later, { id: `p${index}`, name: `P${index}` }),
    );
    const { settings } = snapshotWith();
    desktop = new Desktop(...presets);
    desktop.tell({ settings: { ...settings, values: { ...settings.values, notifyBeforeEnd: 30 } } });
    for (let passed = 0; passed < 45; passed += 1) desktop.pass(minute);
    const titles = presets.map(({ name }) => `${name} token ends in 30 min`);
    expect(desktop.titles.filter((title) => title.includes('ends in'))).toEqual(titles);
    expect(desktop.up).toEqual(titles.slice(1));
    desktop.copy('A');
    expect(desktop.up).toEqual([...titles.slice(2), 'A token copied']);
  });

  it('goes with the program, and nothing comes any more', () => {
    desktop = new Desktop(pinned(60));
    desktop.copy('A');
    desktop.announcer.close();
    expect(desktop.up).toEqual([]);
    expect(desktop.timers.waiting).toBe(0);
    desktop.pass(10);
    desktop.copy('B');
    expect(desktop.titles).toEqual(['A token copied']);
  });
});

// An answer is not limited: without it nobody knows whether their hotkey did anything. It takes the last one's place.
describe('ten minutes of quiet about one preset and cause', () => {
  it('do not hold for answers to what a person does, which replace each other', () => {
    const desktop = new Desktop();
    const signIn = {
      presetName: 'A',
      flow: 'browser' as const,
      canSwitch: false,
      browserFailed: false,
      linkReady: true,
    };
    for (const endsOn of [5, 6]) {
      desktop.copy('A');
      desktop.pass(1000);
      desktop.tell({ signIn: { ...signIn, endsOn } });
      expect(desktop.up).toEqual(['Sign in to get the A token']);
      desktop.pass(1000);
      desktop.endSignIn();
    }
    desktop.copy('A');
    desktop.pass(1000);
    desktop.copy('A');
    const [copied, needed] = ['A token copied', 'Sign in to get the A token'];
    expect(desktop.titles).toEqual([copied, needed, copied, needed, copied, copied]);
    expect(desktop.up).toEqual([copied]);
  });

  it('hold for what nobody asked for', () => {
    const desktop = new Desktop(pinned(4));
    const warnings = (): readonly string[] => desktop.titles.filter((title) => title.includes('ends in'));
    const stops = (): readonly string[] => desktop.titles.filter((title) => title.includes('fresh'));
    const stopped = presetView({ id: 'b', keepFresh: true, keepFreshStopped: 'sign-in-needed' });
    for (let seconds = 0; seconds < 590; seconds += 10) {
      // Each second one is another token, which ends in a moment, and a preset that has stopped once more.
      const flaps = seconds % 20 === 0;
      const token = { issuedOn: desktop.now - 60 * minute, expiresOn: desktop.now + 2 * minute };
      desktop.tell({ presets: [pinned(4, { token }), ...(flaps ? [stopped] : [])] });
      desktop.pass(10_000);
    }
    expect([warnings().length, stops().length]).toEqual([1, 1]);
    desktop.pass(10 * minute);
    const token = { issuedOn: desktop.now - 60 * minute, expiresOn: desktop.now + 2 * minute };
    desktop.tell({ presets: [pinned(4, { token }), stopped] });
    desktop.pass(10_000);
    expect([warnings().length, stops().length]).toEqual([2, 2]);
  });
});

describe('the timer', () => {
  it('is one, for the earliest warning, and none without a reason', () => {
    expect(new Desktop().timers.waiting).toBe(0);
    const desktop = new Desktop(pinned(30, { id: 'a', name: 'A' }), pinned(45, { id: 'b', name: 'B' }));
    desktop.tell({ theme: 'dark' });
    expect(desktop.timers.waiting).toBe(1);
    desktop.pass(25 * minute - 1);
    expect(desktop.titles).toEqual([]);
    desktop.pass(1000);
    expect(desktop.titles).toEqual(['A token ends in 5 min']);
    expect(desktop.timers.waiting).toBe(1);
    desktop.pass(15 * minute);
    expect(desktop.titles).toEqual(['A token ends in 5 min', 'B token ends in 5 min']);
    desktop.pass(10 * minute);
    expect(desktop.timers.waiting).toBe(0);
  });

  it('follows a token that was renewed meanwhile', () => {
    const desktop = new Desktop(pinned(30));
    desktop.pass(20 * minute);
    desktop.tell({ presets: [pinned(80)] });
    desktop.pass(10 * minute);
    expect(desktop.titles).toEqual([]);
    desktop.pass(45 * minute);
    expect(desktop.titles).toEqual(['Microsoft Graph token ends in 5 min']);
  });

  it('takes a warning down when the token has ended', () => {
    const desktop = new Desktop(pinned(30));
    desktop.pass(25 * minute);
    expect(desktop.up).toEqual(['Microsoft Graph token ends in 5 min']);
    desktop.pass(5 * minute);
    expect(desktop.up).toEqual([]);
  });

  it('looks at the clock every hour: a day may have gone by in its sleep', () => {
    const desktop = new Desktop(pinned(28 * 60));
    desktop.now += 28 * 60 * minute - 3 * minute;
    desktop.timers.pass(60 * minute);
    expect(desktop.titles).toEqual(['Microsoft Graph token ends in 3 min']);
  });

  it('is set at most once a second, also when it comes a moment early', () => {
    const desktop = new Desktop(pinned(30));
    desktop.now += 25 * minute - 1;
    desktop.timers.pass(25 * minute);
    expect(desktop.titles).toEqual([]);
    expect(desktop.waits).toEqual([25 * minute, 1000]);
    desktop.pass(1000);
    expect(desktop.titles).toEqual(['Microsoft Graph token ends in 5 min']);
  });

  it('gathers presets that stop being kept fresh', () => {
    const desktop = new Desktop();
    const stopped = (id: string): PresetView =>
      presetView({ id, name: id, keepFresh: true, keepFreshStopped: 'sign-in-needed' });
    desktop.tell({ presets: [stopped('a')] });
    desktop.pass(1000);
    desktop.tell({ presets: [stopped('a'), stopped('b')] });
    desktop.pass(2000);
    expect(desktop.titles).toEqual(['Sign in again to keep 2 APIs fresh']);
    desktop.tell({ presets: [] });
    expect(desktop.up).toEqual([]);
  });
});

describe('a renewal that a click asks for', () => {
  let desktop: Desktop;
  const title = 'Microsoft Graph token ends in 5 min';
  const renewed = 'Microsoft Graph token renewed';
  beforeEach(() => {
    desktop = new Desktop(pinned(30));
    desktop.pass(25 * minute);
    desktop.click(title);
    desktop.tell({ presets: [pinned(30, { acquiring: true })] });
  });

  it('is run, and its end is said; a click on that copies the new token', () => {
    expect(desktop.ran).toEqual([{ name: 'renew', args: { presetId: 'graph' } }]);
    expect(desktop.up).toEqual([]);
    desktop.tell({ presets: [pinned(85)] });
    expect(desktop.up).toEqual([renewed]);
    expect(desktop.all.at(-1)?.view).toMatchObject({
      body: 'Good for 1 h 0 min. Click to copy it.',
      silent: true,
    });
    desktop.click(renewed);
    expect(desktop.ran.at(-1)).toEqual({ name: 'copyToken', args: { presetId: 'graph' } });
  });

  it('is said once, and not of renewals that nobody asked for', () => {
    // The new token is in the cache a moment before the renewal is over.
    desktop.tell({ presets: [pinned(85, { acquiring: true })] });
    desktop.tell({ presets: [pinned(85)] });
    desktop.tell({ presets: [pinned(95)] });
    expect(desktop.titles.filter((each) => each === renewed)).toHaveLength(1);
  });

  it('is not said when it failed and something else renews the token later', () => {
    desktop.tell({ presets: [pinned(30, { problem: 'failed' })] });
    desktop.tell({ presets: [pinned(85)] });
    expect(desktop.titles).not.toContain(renewed);
  });

  it('is not said while the window shows the same', () => {
    desktop.windowFocused = true;
    desktop.tell({ presets: [pinned(85)] });
    desktop.windowFocused = false;
    desktop.tell({ theme: 'dark' });
    expect(desktop.titles).not.toContain(renewed);
  });
});
