import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PresetView, Snapshot } from '../shared/snapshot';
import { draftFor } from '../shared/test-support/preset-drafts';
import { zoe } from './demo/test-demo';
import { pick } from './identity/test-client';
import type { After } from './ports';
import { Announcer } from './surfaces/notifications/announcer';
import { Redraw } from './surfaces/tray/redraw';
import { TestProgram, type TimerOwner } from './test-program';

const minute = 60_000;
const secondOf = (ms: number): number => Math.floor(ms / 1000);
const presets = 50;

type Owner = TimerOwner | 'tray' | 'notifications';
interface Timer {
  readonly owner: Owner;
  /** ms since the epoch */
  readonly on: number;
  readonly work: () => void;
}

let program: TestProgram;
let announcer: Announcer | undefined;
/** Aborted with the end of the test, whether it was waited for or has taken too long. */
let testEnd: AbortController;
let waiting: Timer[];
/** Those that have gone off. */
let fired: Timer[];

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  testEnd = new AbortController();
  announcer = undefined;
  waiting = [];
  fired = [];
  program = new TestProgram();
  program.timersOf = timersOf;
  program.person = pick(zoe);
  await program.start();
  const { state } = program;
  const now = (): number => Date.now();
  announcer = new Announcer({
    state,
    run: () => undefined,
    show: () => () => undefined,
    windowFocused: () => false,
    after: timersOf('notifications'),
    now,
  });
  const redraw = new Redraw({
    snapshot: () => state.snapshot,
    draw: () => undefined,
    // The one where the tray counts seconds, while something is on the clipboard.
    platform: 'win32',
    after: timersOf('tray'),
    now,
  });
  state.subscribe(() => redraw.changed());
  await program.commands.chooseDemo();
  await until(() => snapshot().account !== undefined && program.hasReadDirectories);
  program.person = undefined;
  for (let number = 0; number < presets; number += 1) await addKeptFresh(`API ${number}`);
  await until(() => keptFresh().length === presets && keptFresh().every(({ token }) => token !== undefined));
  await settled();
  // Written files, notifications that gather, …
  await pass(minute);
}, 60_000);

afterEach(async () => {
  testEnd.abort();
  // Not there where the preparation has failed.
  announcer?.close();
  vi.useRealTimers();
  await program.stop();
});

const snapshot = (): Snapshot => program.state.snapshot;
const keptFresh = (): readonly PresetView[] => snapshot().presets.filter(({ keepFresh }) => keepFresh);

function timersOf(owner: Owner): After {
  return (ms, work) => {
    const timer = { owner, on: Date.now() + ms, work };
    waiting.push(timer);
    return () => {
      waiting = waiting.filter((other) => other !== timer);
    };
  };
}

async function addKeptFresh(name: string): Promise<void> {
  const access = `https://${name.toLowerCase().replace(' ', '-')}.example.com`;
  await program.commands.addPreset(draftFor(name, access));
  const presetId = snapshot().presets.find((each) => each.name === name)?.id ?? '';
  await program.commands.setPinned({ presetId, pinned: true });
  await program.commands.setKeepFresh({ presetId, keepFresh: true });
  // No two tokens end together.
  vi.setSystemTime(Date.now() + 700);
}

/** Every timer goes off at its own time, and what it has begun comes to its end. */
async function pass(ms: number): Promise<void> {
  const end = Date.now() + ms;
  for (;;) {
    const [next] = waiting.toSorted((one, other) => one.on - other.on);
    if (next === undefined || next.on > end) break;
    waiting = waiting.filter((other) => other !== next);
    vi.setSystemTime(Math.max(next.on, Date.now()));
    fired.push({ ...next, on: Date.now() });
    next.work();
    await settled();
  }
  vi.setSystemTime(end);
}

/** Nothing is being renewed any more: keeping fresh waits for what comes next. */
async function settled(): Promise<void> {
  await new Promise(setImmediate);
  await until(
    () =>
      waiting.some(({ owner }) => owner === 'keep-fresh') &&
      !snapshot().presets.some(({ acquiring }) => acquiring),
  );
  await new Promise(setImmediate);
}

/** Unlike `expect.poll`, it leaves the clock alone. */
async function until(condition: () => boolean): Promise<void> {
  const { signal } = testEnd;
  while (!condition()) {
    await delay(2);
    signal.throwIfAborted();
  }
}

const copyOne = async (): Promise<void> => {
  await program.commands.copyToken({ presetId: keptFresh()[0]?.id ?? '' });
};
const loseNetwork = (): Promise<void> => {
  program.network = () => Promise.reject(new TypeError('the network is silent'));
  return Promise.resolve();
};
const nothing = (): Promise<void> => Promise.resolve();

/** How many timers of one owner go off in each second, by owner and second. */
function countsBySecond(): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { owner, on } of fired) {
    const moment = `${owner} ${secondOf(on)}`;
    counts.set(moment, (counts.get(moment) ?? 0) + 1);
  }
  return counts;
}

/** How many timers go off in the minute that has most of them, wherever it begins. */
const mostInAnyMinute = (): number =>
  Math.max(...fired.map(({ on: from }) => fired.filter(({ on }) => on >= from && on < from + minute).length));

/** Where something has changed, the tray is drawn once more. */
const moreForChange = 1;

describe(`with ${presets} presets that are kept fresh and no window no timer goes off more than once a second`, () => {
  // The tray counts down once a minute, and each second while it says when the clipboard is cleared.
  it.each([
    { when: 'while nothing is due', begin: nothing, ms: 10 * minute, average: 2, most: 2 },
    { when: 'while each is renewed', begin: nothing, ms: 120 * minute, average: 6, most: 40 },
    { when: 'while the network is silent', begin: loseNetwork, ms: 120 * minute, average: 12, most: 80 },
    { when: 'while a token is on the clipboard', begin: copyOne, ms: 3 * minute, average: 60, most: 66 },
  ])('$when', { timeout: 180_000 }, async ({ begin, ms, average, most }) => {
    const changedIn = new Set<number>();
    const unsubscribe = program.state.subscribe(() => changedIn.add(secondOf(Date.now())));
    await begin();
    fired = [];
    await pass(ms);
    unsubscribe();
    expect(fired.length).toBeGreaterThan(0);
    expect(fired.length).toBeLessThanOrEqual((ms / minute) * average);
    expect(mostInAnyMinute()).toBeLessThanOrEqual(most);
    const tooMany = [...countsBySecond()].filter(([moment, count]) => {
      const hasChanged = changedIn.has(Number(moment.split(' ')[1]));
      return count > (hasChanged ? 1 + moreForChange : 1);
    });
    expect(tooMany).toEqual([]);
  });

  it('and nothing changes by itself', async () => {
    const before = snapshot();
    let changes = 0;
    const unsubscribe = program.state.subscribe(() => (changes += 1));
    await pass(10 * minute);
    unsubscribe();
    expect(changes).toBe(0);
    expect(snapshot()).toBe(before);
  });
});
