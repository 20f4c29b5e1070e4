import { beforeEach, describe, expect, it } from 'vitest';
import { FakeGlobalShortcuts } from '../../test-support/fake-global-shortcuts';
import { HeldHotkeys } from './held-hotkeys';

let taken: Set<string>;
let shortcuts: FakeGlobalShortcuts;
let pressed: string[];
let problems: string[][];
let logged: string[];
let hotkeys: HeldHotkeys;

function start(refusalEndsOthers = true): void {
  const note = (text: string): void => void logged.push(text);
  hotkeys = new HeldHotkeys({
    shortcuts,
    pressed: (accelerator) => pressed.push(accelerator),
    problemsChanged: (all) => problems.push(Object.keys(all)),
    refusalEndsOthers,
    log: { info: note, warn: note, error: note },
  });
}

beforeEach(() => {
  taken = new Set();
  shortcuts = new FakeGlobalShortcuts(taken);
  pressed = [];
  problems = [];
  logged = [];
  start();
});

it('holds what is wanted and lets go of the rest', () => {
  hotkeys.hold(['Alt+A', 'Alt+B']);
  expect(shortcuts.heard).toEqual(['Alt+A', 'Alt+B']);
  hotkeys.hold(['Alt+B', 'Alt+C']);
  expect(shortcuts.heard).toEqual(['Alt+B', 'Alt+C']);
  // Alt+B was held all the time.
  expect(shortcuts.asked).toBe(3);
  hotkeys.hold([]);
  expect(shortcuts.heard).toEqual([]);
  expect(problems).toEqual([]);
});

it('tells which one was pressed', () => {
  hotkeys.hold(['Alt+A', 'Alt+B']);
  shortcuts.press('Alt+B');
  expect(pressed).toEqual(['Alt+B']);
});

describe('a hotkey that is refused', () => {
  it('is told, tried again, and told when it works', () => {
    taken.add('Alt+B');
    hotkeys.hold(['Alt+A', 'Alt+B']);
    hotkeys.hold(['Alt+A', 'Alt+B']);
    expect(problems).toEqual([['Alt+B']]);
    taken.clear();
    hotkeys.hold(['Alt+A', 'Alt+B']);
    expect(problems).toEqual([['Alt+B'], []]);
    expect(shortcuts.heard).toEqual(['Alt+A', 'Alt+B']);
  });

  it('is no problem any more when nobody wants it', () => {
    taken.add('Alt+A').add('Alt+B');
    hotkeys.hold(['Alt+B', 'Alt+A']);
    hotkeys.hold(['Alt+A']);
    hotkeys.hold([]);
    expect(problems).toEqual([['Alt+A', 'Alt+B'], ['Alt+A'], []]);
  });

  it('may be one that Electron does not understand', () => {
    hotkeys.hold(['Hyper+A', 'Alt+A']);
    expect(problems).toEqual([['Hyper+A']]);
    expect(shortcuts.heard).toEqual(['Alt+A']);
    expect(logged).toEqual(['a hotkey was not understood: TypeError']);
  });

  it('takes no other one with it where the keyboard does not have its key', () => {
    shortcuts.missing.add('Alt+F24');
    hotkeys.hold(['Alt+A', 'F9', 'Alt+F24', 'Alt+B']);
    expect(shortcuts.heard).toEqual(['Alt+A', 'Alt+B', 'F9']);
    expect(hotkeys.claim('Alt+F24')).toBe(false);
    expect(shortcuts.heard).toEqual(['Alt+A', 'Alt+B', 'F9']);
  });

  it('says so of one that it did take with it and that somebody else was quicker to get', () => {
    hotkeys.hold(['Alt+A']);
    shortcuts.missing.add('Alt+F24');
    taken.add('Alt+A');
    expect(hotkeys.claim('Alt+F24')).toBe(false);
    expect(problems).toEqual([['Alt+A']]);
  });

  it('leaves the others alone where it cannot harm them', () => {
    start(false);
    taken.add('Alt+B');
    hotkeys.hold(['Alt+A', 'Alt+B']);
    expect(shortcuts.asked).toBe(2);
    expect(shortcuts.heard).toEqual(['Alt+A']);
  });
});

describe('a claim', () => {
  it('has the new one and keeps the old one until it is not wanted', () => {
    hotkeys.hold(['Alt+A']);
    expect(hotkeys.claim('Alt+B')).toBe(true);
    expect(shortcuts.heard).toEqual(['Alt+A', 'Alt+B']);
    hotkeys.hold(['Alt+B']);
    expect(shortcuts.heard).toEqual(['Alt+B']);
    expect(shortcuts.asked).toBe(2);
  });

  it('that is refused changes nothing and is no problem of those that are set', () => {
    taken.add('Alt+B');
    hotkeys.hold(['Alt+A']);
    expect(hotkeys.claim('Alt+B')).toBe(false);
    expect(shortcuts.heard).toEqual(['Alt+A']);
    expect(problems).toEqual([]);
  });

  it('for what is held already is granted', () => {
    hotkeys.hold(['Alt+A']);
    expect(hotkeys.claim('Alt+A')).toBe(true);
    expect(shortcuts.asked).toBe(1);
  });

  it('for what was refused before tries again', () => {
    taken.add('Alt+A');
    hotkeys.hold(['Alt+A']);
    taken.clear();
    expect(hotkeys.claim('Alt+A')).toBe(true);
    expect(problems).toEqual([['Alt+A'], []]);
  });
});

describe('a pause', () => {
  it('lets go of all, and takes what is wanted then', () => {
    hotkeys.hold(['Alt+A', 'Alt+B']);
    hotkeys.pause();
    expect(shortcuts.heard).toEqual([]);
    hotkeys.hold(['Alt+B', 'Alt+C']);
    expect(shortcuts.heard).toEqual([]);
    hotkeys.resume();
    expect(shortcuts.heard).toEqual(['Alt+B', 'Alt+C']);
    expect(problems).toEqual([]);
  });

  it('ends with a claim, since a hotkey was chosen', () => {
    hotkeys.hold(['Alt+A']);
    hotkeys.pause();
    expect(hotkeys.claim('Alt+B')).toBe(true);
    expect(shortcuts.heard).toEqual(['Alt+A', 'Alt+B']);
  });

  it('that somebody used to take one away is noticed at its end', () => {
    hotkeys.hold(['Alt+A']);
    hotkeys.pause();
    taken.add('Alt+A');
    hotkeys.resume();
    expect(problems).toEqual([['Alt+A']]);
  });
});
