import { describe, expect, it } from 'vitest';
import type { Clipboard } from '../platform/clipboard';
import { FakeTimers } from '../test-support/fake-timers';
import { SecretClipboard } from './secret-clipboard';

/** A clipboard that other programs write to as well, and that may fail or take its time to be read. */
class SystemClipboard implements Clipboard {
  readonly canHideFromHistory = true;
  text = 'something of the person’s';
  fails = false;
  beforeReading: Promise<void> = Promise.resolve();

  writeSecret(text: string): Promise<void> {
    return this.writeText(text);
  }
  writeText(text: string): Promise<void> {
    if (this.fails) return Promise.reject(new Error('busy'));
    this.text = text;
    return Promise.resolve();
  }
  async readText(): Promise<string> {
    const { text } = this;
    await this.beforeReading;
    if (this.fails) throw new Error('busy');
    return text;
  }
  clear(): void {
    this.text = '';
  }
}

function make() {
  const system = new SystemClipboard();
  const timers = new FakeTimers();
  let releases = 0;
  const clipboard = new SecretClipboard(system, timers.after, () => (releases += 1));
  /** Lets the time go by, and then what the timers began come to its end. */
  const pass = async (ms: number): Promise<void> => {
    timers.pass(ms);
    await new Promise(setImmediate);
  };
  return { system, timers, clipboard, pass, releases: () => releases };
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
    const { system, timers, clipboard } = make();
    system.fails = true;
    await expect(clipboard.copy('secret', 60_000)).rejects.toThrow('busy');
    expect(timers.waiting).toBe(0);
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
    const { system, clipboard, pass } = make();
    await clipboard.copy('secret', 60_000);
    system.fails = true;
    await pass(60_000);
    expect(system.text).toBe('secret');
    system.fails = false;
    await clipboard.clear();
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
