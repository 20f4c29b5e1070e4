import { describe, expect, it } from 'vitest';
import type { Clipboard } from '../platform/clipboard';
import { FakeTimers } from '../test-support/fake-timers';
import { ClipboardHeld, SecretClipboard } from './secret-clipboard';

/** A clipboard that other programs write to as well, and that may fail or take its time to be read. */
class SystemClipboard implements Clipboard {
  readonly canHideFromHistory = true;
  text = 'something of the person’s';
  fails = false;
  /** Another program holds it, and a write says nothing of that: Electron up to 43. */
  isHeld = false;
  writes = 0;
  beforeReading: Promise<void> = Promise.resolve();

  writeSecret(text: string): Promise<void> {
    return this.writeText(text);
  }
  writeText(text: string): Promise<void> {
    this.writes += 1;
    if (this.fails) return Promise.reject(new Error('busy'));
    if (!this.isHeld) this.text = text;
    return Promise.resolve();
  }
  async readText(): Promise<string> {
    const { text } = this;
    await this.beforeReading;
    if (this.fails) throw new Error('busy');
    return text;
  }
  clear(): void {
    if (!this.isHeld) this.text = '';
  }
}

function make() {
  const system = new SystemClipboard();
  const timers = new FakeTimers();
  let releases = 0;
  const clipboard = new SecretClipboard(system, timers.after, timers.clock, () => (releases += 1));
  /** Lets the time go by, and then what the timers began come to its end. */
  const pass = async (ms: number): Promise<void> => {
    timers.pass(ms);
    await new Promise(setImmediate);
  };
  /** Lets the pauses between three tries go by. */
  const passTries = async (): Promise<void> => {
    await pass(0);
    await pass(50);
    await pass(200);
  };
  /** The computer sleeps: the time goes by, and no timer runs. */
  const sleep = (ms: number): void => timers.sleep(ms);
  return { system, timers, clipboard, pass, passTries, sleep, releases: () => releases };
}

describe('a secret on the clipboard', () => {
  it('is cleared when its time is over, and not before', async () => {
    const { system, clipboard, pass, releases } = make();
    await clipboard.copy('secret', 60_000);
    await pass(59_999);
    expect(system.text).toBe('secret');
    await pass(1);
    expect(system.text).toBe('');
    expect(releases()).toBe(1);
  });

  it('stays when it is not to be cleared by itself', async () => {
    const { system, timers, clipboard, pass } = make();
    await clipboard.copy('secret', 0);
    expect(timers.waiting).toBe(0);
    await pass(24 * 3_600_000);
    expect(system.text).toBe('secret');
    await clipboard.clear();
    expect(system.text).toBe('');
  });

  it('has its own time after another secret took its place', async () => {
    const { system, clipboard, pass } = make();
    await clipboard.copy('first', 60_000);
    await pass(40_000);
    await clipboard.copy('second', 60_000);
    await pass(40_000);
    expect(system.text).toBe('second');
    await pass(20_000);
    expect(system.text).toBe('');
  });

  it.each(['by hand', 'by its time'])(
    'leaves what somebody else has copied since, when cleared %s',
    async (how) => {
      const { system, clipboard, pass, releases } = make();
      for (const text of ['theirs', 'secret ', 'Secret', '']) {
        await clipboard.copy('secret', 60_000);
        system.text = text;
        if (how === 'by hand') await clipboard.clear();
        else await pass(60_000);
        expect(system.text).toBe(text);
      }
      expect(releases()).toBe(4);
    },
  );

  it('is cleared once: the same text copied by the person afterwards is theirs', async () => {
    const { system, clipboard, releases } = make();
    await clipboard.copy('secret', 60_000);
    await clipboard.clear();
    system.text = 'secret';
    await clipboard.clear();
    expect(system.text).toBe('secret');
    expect(releases()).toBe(1);
  });

  it('is nowhere to be found in the object that guards it', async () => {
    const { system, clipboard } = make();
    await clipboard.copy('a very secret text', 60_000);
    system.text = '';
    const held = JSON.stringify(clipboard);
    expect(held).not.toContain('a very secret text');
    expect(held).not.toContain(JSON.stringify(Buffer.from('a very secret text')));
  });
});

describe('when nothing was copied', () => {
  it('nothing is cleared', async () => {
    const { system, clipboard, releases } = make();
    await clipboard.clear();
    expect(system.text).toBe('something of the person’s');
    expect(releases()).toBe(0);
  });

  it('because the clipboard could not be written, the error is told and no timer runs', async () => {
    const { system, timers, clipboard, passTries } = make();
    system.fails = true;
    const failed = expect(clipboard.copy('secret', 60_000)).rejects.toThrow(ClipboardHeld);
    await passTries();
    await failed;
    expect(system.writes).toBe(3);
    expect(timers.waiting).toBe(0);
  });

  it('because a write that said nothing has changed nothing, it is tried three times and told', async () => {
    const { system, clipboard, passTries } = make();
    system.isHeld = true;
    const failed = expect(clipboard.copy('secret', 60_000)).rejects.toThrow(ClipboardHeld);
    await passTries();
    await failed;
    expect(system.writes).toBe(3);
    expect(system.text).toBe('something of the person’s');
    await clipboard.clear();
    expect(system.text).toBe('something of the person’s');
  });

  it('at first, a second try does it', async () => {
    const { system, clipboard, pass } = make();
    system.isHeld = true;
    const copied = clipboard.copy('secret', 60_000);
    await pass(0);
    system.isHeld = false;
    await pass(50);
    await copied;
    expect(system.writes).toBe(2);
    expect(system.text).toBe('secret');
  });
});

describe('a text that is no secret', () => {
  it('takes the secret’s place and is never cleared', async () => {
    const { system, timers, clipboard, pass, releases } = make();
    await clipboard.copy('secret', 60_000);
    await clipboard.copyPlain('http://localhost');
    expect(releases()).toBe(1);
    expect(timers.waiting).toBe(0);
    await pass(60_000);
    await clipboard.clear();
    expect(system.text).toBe('http://localhost');
  });
});

describe('a clipboard that does not answer as it should', () => {
  it('is tried again by the next clearing, on quit at the latest', async () => {
    const { system, clipboard, pass, passTries } = make();
    await clipboard.copy('secret', 60_000);
    system.fails = true;
    await pass(60_000);
    await passTries();
    expect(system.text).toBe('secret');
    system.fails = false;
    await clipboard.clear();
    expect(system.text).toBe('');
  });

  it.each(['fails', 'isHeld'] as const)('is cleared when it lets go (%s)', async (how) => {
    const { system, clipboard, pass, passTries } = make();
    await clipboard.copy('secret', 60_000);
    system[how] = true;
    await pass(60_000);
    await passTries();
    expect(system.text).toBe('secret');
    system[how] = false;
    await pass(2000);
    expect(system.text).toBe('');
  });

  it('is cleared for somebody who leaves as soon as it lets go, and rejects nothing', async () => {
    const { system, clipboard, pass, passTries } = make();
    await clipboard.copy('secret', 0);
    system.isHeld = true;
    const cleared = clipboard.clearSurely();
    await passTries();
    await cleared;
    system.isHeld = false;
    await pass(2000);
    expect(system.text).toBe('');
  });

  it('does not get a new secret cleared by the end of the old one', async () => {
    const { system, timers, clipboard, releases } = make();
    await clipboard.copy('old', 60_000);
    let answer = (): void => undefined;
    system.beforeReading = new Promise((resolve) => (answer = resolve));
    timers.pass(60_000);
    const copied = clipboard.copy('new', 60_000);
    answer();
    await copied;
    await new Promise(setImmediate);
    expect(system.text).toBe('new');
    expect(releases()).toBe(1);
    await clipboard.clear();
    expect(system.text).toBe('');
  });

  it('does not get a secret cleared that was copied in the moment the old one ended', async () => {
    const { system, timers, clipboard, pass } = make();
    await clipboard.copy('old', 60_000);
    const copied = clipboard.copy('new', 60_000);
    timers.pass(60_000);
    await copied;
    await pass(0);
    expect(system.text).toBe('new');
  });
});

describe('a computer that sleeps', () => {
  it('has a secret cleared at once that should have gone meanwhile', async () => {
    const { system, clipboard, sleep, releases } = make();
    await clipboard.copy('secret', 60_000);
    sleep(3_600_000);
    await clipboard.clearIfDue();
    expect(system.text).toBe('');
    expect(releases()).toBe(1);
  });

  it('has a secret cleared at its hour, not late by as long as it slept', async () => {
    const { system, clipboard, pass, sleep } = make();
    await clipboard.copy('secret', 60_000);
    sleep(40_000);
    await clipboard.clearIfDue();
    await pass(19_999);
    expect(system.text).toBe('secret');
    await pass(1);
    expect(system.text).toBe('');
  });

  it('leaves a secret that is not to be cleared by itself', async () => {
    const { system, clipboard, sleep } = make();
    await clipboard.copy('secret', 0);
    sleep(3_600_000);
    await clipboard.clearIfDue();
    expect(system.text).toBe('secret');
  });
});

describe('another time for what is there', () => {
  it('counts from when it was copied', async () => {
    const { system, clipboard, pass } = make();
    await clipboard.copy('secret', 60_000);
    await pass(20_000);
    expect(clipboard.clearAfter(30_000)).toBe(30_000);
    await pass(9_999);
    expect(system.text).toBe('secret');
    await pass(1);
    expect(system.text).toBe('');
  });

  it('that is over already clears it now', async () => {
    const { system, clipboard, pass } = make();
    await clipboard.copy('secret', 0);
    await pass(20_000);
    clipboard.clearAfter(10_000);
    await pass(0);
    expect(system.text).toBe('');
  });

  it('of never leaves it', async () => {
    const { system, timers, clipboard, pass } = make();
    await clipboard.copy('secret', 10_000);
    expect(clipboard.clearAfter(0)).toBeUndefined();
    expect(timers.waiting).toBe(0);
    await pass(60_000);
    expect(system.text).toBe('secret');
  });

  it('is nothing where nothing was copied', () => {
    const { timers, clipboard } = make();
    expect(clipboard.clearAfter(10_000)).toBeUndefined();
    expect(timers.waiting).toBe(0);
  });
});

describe('a look', () => {
  it('tells that another program has taken the place, once, and changes nothing', async () => {
    const { system, timers, clipboard, releases } = make();
    await clipboard.copy('secret', 60_000);
    await clipboard.look();
    expect(releases()).toBe(0);
    system.text = 'theirs';
    await clipboard.look();
    await clipboard.look();
    expect(releases()).toBe(1);
    expect(timers.waiting).toBe(0);
    expect(system.text).toBe('theirs');
  });
});
