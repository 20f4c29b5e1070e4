import { describe, expect, it } from 'vitest';
import type { ClipboardView } from '../../shared/snapshot';
import { ClipboardHeld, type Clipboard } from '../platform/clipboard';
import { FakeTimers } from '../test-support/fake-timers';
import { SecretClipboard, type Copied } from './secret-clipboard';

/** A clipboard that other programs write to as well, that may be held by one of them or take its time to be read. */
class SystemClipboard implements Clipboard {
  readonly canHideFromHistory = true;
  text = 'something of the person’s';
  isHeld = false;
  writes = 0;
  /** Called after each write, as another program that has waited for one. */
  written: () => void = () => undefined;
  beforeReading: Promise<void> = Promise.resolve();

  writeSecret(text: string): Promise<void> {
    return this.writeText(text);
  }
  writeText(text: string): Promise<void> {
    this.set(text);
    return Promise.resolve();
  }
  async readText(): Promise<string> {
    const { text } = this;
    await this.beforeReading;
    if (this.isHeld) throw new ClipboardHeld();
    return text;
  }
  clear(): void {
    this.set('');
  }

  private set(text: string): void {
    if (this.isHeld) return;
    this.text = text;
    this.writes += 1;
    this.written();
  }
}

const copied: Copied = {
  presetId: 'graph',
  presetName: 'Microsoft Graph',
  format: 'token',
  tokenExpiresOn: 3_600_000,
  placeholders: [],
};

function make(clearAfter = 60_000, lookEvery?: number) {
  const system = new SystemClipboard();
  const timers = new FakeTimers();
  const views: (ClipboardView | undefined)[] = [];
  const changed = (view: ClipboardView | undefined): void => void views.push(view);
  const clipboard = new SecretClipboard(system, timers.after, timers.clock, changed, lookEvery);
  clipboard.setClearAfter(clearAfter);
  const settle = (): Promise<void> => new Promise(setImmediate);
  /** Lets the time go by, and then what the timers began come to its end. */
  const pass = async (ms: number): Promise<void> => {
    timers.pass(ms);
    await settle();
  };
  return { system, timers, clipboard, settle, pass, views };
}

describe('a secret on the clipboard', () => {
  it('is cleared when its time is over, and not before', async () => {
    const { system, clipboard, pass, views } = make();
    await pass(1000);
    const view = { ...copied, copiedOn: 1000, clearsOn: 61_000 };
    expect(await clipboard.copy('secret', copied)).toEqual(view);
    await pass(59_999);
    expect(system.text).toBe('secret');
    expect(views).toEqual([view]);
    await pass(1);
    expect(system.text).toBe('');
    expect(views).toEqual([view, undefined]);
  });

  it('stays when it is not to be cleared by itself', async () => {
    const { system, timers, clipboard, pass } = make(0);
    expect(await clipboard.copy('secret', copied)).toEqual({ ...copied, copiedOn: 0 });
    expect(timers.waiting).toBe(0);
    await pass(24 * 3_600_000);
    expect(system.text).toBe('secret');
    await clipboard.clear();
    expect(system.text).toBe('');
  });

  it('has its own time after another secret took its place', async () => {
    const { system, clipboard, pass } = make();
    await clipboard.copy('first', copied);
    await pass(40_000);
    await clipboard.copy('second', copied);
    await pass(40_000);
    expect(system.text).toBe('second');
    await pass(20_000);
    expect(system.text).toBe('');
  });

  it.each(['by hand', 'by its time', 'for good'])(
    'leaves what somebody else has copied since, when cleared %s',
    async (how) => {
      const { system, clipboard, pass, views } = make();
      for (const text of ['theirs', 'secret ', 'Secret', '']) {
        await clipboard.copy('secret', copied);
        system.text = text;
        if (how === 'by hand') await clipboard.clear();
        else if (how === 'for good') await clipboard.clearSurely();
        else await pass(60_000);
        expect(system.text).toBe(text);
        expect(views.pop()).toBeUndefined();
      }
    },
  );

  it('is cleared once: the same text copied by the person afterwards is theirs', async () => {
    const { system, clipboard, views } = make();
    await clipboard.copy('secret', copied);
    await clipboard.clear();
    system.text = 'secret';
    await clipboard.clear();
    await clipboard.clearSurely();
    expect(system.text).toBe('secret');
    expect(views).toHaveLength(2);
  });

  it('is gone before the computer can fall asleep: no timer and no I/O come first', async () => {
    const { system, clipboard, settle } = make();
    await clipboard.copy('secret', copied);
    const nextTurn = settle().then(() => system.text);
    void clipboard.clearSurely();
    expect(await nextTurn).toBe('');
  });

  it('is nowhere to be found in the object that guards it', async () => {
    const { system, clipboard } = make();
    await clipboard.copy('a very secret text', copied);
    system.text = '';
    const held = JSON.stringify(clipboard);
    expect(held).not.toContain('a very secret text');
    expect(held).not.toContain(JSON.stringify(Buffer.from('a very secret text')));
  });

  it('counts as written with half a character in it, which no clipboard gives back', async () => {
    const { system, clipboard } = make();
    system.written = () => (system.text = Buffer.from(system.text).toString());
    await clipboard.copy('secret \ud83d', copied);
    expect(system.writes).toBe(1);
    await clipboard.clear();
    expect(system.text).toBe('');
  });
});

describe('a change of the time after which secrets are cleared', () => {
  it('acts on the secret that is there, counted from when it was copied', async () => {
    const { system, clipboard, pass, views } = make();
    await clipboard.copy('secret', copied);
    await pass(10_000);
    clipboard.setClearAfter(30_000);
    expect(views.at(-1)).toEqual({ ...copied, copiedOn: 0, clearsOn: 30_000 });
    await pass(19_999);
    expect(system.text).toBe('secret');
    await pass(1);
    expect(system.text).toBe('');
  });

  it('gives it more time', async () => {
    const { system, clipboard, pass, views } = make();
    await clipboard.copy('secret', copied);
    await pass(59_999);
    clipboard.setClearAfter(600_000);
    expect(views.at(-1)).toMatchObject({ clearsOn: 600_000 });
    await pass(540_000);
    expect(system.text).toBe('secret');
    await pass(1);
    expect(system.text).toBe('');
  });

  it('clears it at once when that time is over already', async () => {
    const { system, clipboard, pass, settle } = make();
    await clipboard.copy('secret', copied);
    await pass(30_000);
    clipboard.setClearAfter(30_000);
    await settle();
    expect(system.text).toBe('');
  });

  it('leaves it for good, and takes that back', async () => {
    const { system, timers, clipboard, pass, views } = make();
    await clipboard.copy('secret', copied);
    clipboard.setClearAfter(0);
    expect(timers.waiting).toBe(0);
    expect(views.at(-1)).toEqual({ ...copied, copiedOn: 0 });
    await pass(3_600_000);
    expect(system.text).toBe('secret');
    clipboard.setClearAfter(60_000);
    await pass(0);
    expect(system.text).toBe('');
  });

  it('says nothing while there is no secret, or when it changes nothing', async () => {
    const { clipboard, views } = make();
    clipboard.setClearAfter(10_000);
    expect(views).toEqual([]);
    await clipboard.copy('secret', copied);
    clipboard.setClearAfter(10_000);
    expect(views).toHaveLength(1);
  });
});

describe('after a sleep, which no timer counts', () => {
  it('a secret that is overdue is cleared at once', async () => {
    const { system, timers, clipboard, pass, settle } = make();
    await clipboard.copy('secret', copied);
    timers.sleep(3_600_000);
    await pass(1000);
    expect(system.text).toBe('secret');
    clipboard.clearIfDue();
    await settle();
    expect(system.text).toBe('');
    expect(timers.waiting).toBe(0);
  });

  it('another one is cleared when the clock says so', async () => {
    const { system, timers, clipboard, pass } = make();
    await clipboard.copy('secret', copied);
    await pass(10_000);
    timers.sleep(30_000);
    clipboard.clearIfDue();
    await pass(19_999);
    expect(system.text).toBe('secret');
    await pass(1);
    expect(system.text).toBe('');
  });

  it('a clock that was put back gives no secret more time than is set', async () => {
    const { system, timers, clipboard, pass } = make();
    await clipboard.copy('secret', copied);
    timers.sleep(-3_600_000);
    clipboard.clearIfDue();
    await pass(60_000);
    expect(system.text).toBe('');
  });

  it('a secret that is never cleared by itself stays', async () => {
    const { system, timers, clipboard, settle } = make(0);
    await clipboard.copy('secret', copied);
    timers.sleep(3_600_000);
    clipboard.clearIfDue();
    await settle();
    expect(system.text).toBe('secret');
  });
});

describe('a look at the clipboard', () => {
  it('notices that another program has put something else there', async () => {
    const { system, timers, clipboard, views } = make();
    await clipboard.copy('secret', copied);
    await clipboard.look();
    expect(views).toHaveLength(1);
    system.text = 'theirs';
    await clipboard.look();
    expect(views.at(-1)).toBeUndefined();
    expect(timers.waiting).toBe(0);
    expect(system.text).toBe('theirs');
  });

  it('sees by itself that another program has copied something, and then stops looking', async () => {
    const { system, timers, clipboard, pass, views } = make(0, 5_000);
    await clipboard.copy('secret', copied);
    await pass(5_000);
    await pass(5_000);
    expect(views).toHaveLength(1);
    system.text = 'theirs';
    await pass(5_000);
    expect(views.at(-1)).toBeUndefined();
    expect(timers.waiting).toBe(0);
    expect(system.text).toBe('theirs');
  });

  it('goes on looking at a clipboard that could not be read, and after another copy', async () => {
    const { system, timers, clipboard, pass, views } = make(0, 5_000);
    await clipboard.copy('secret', copied);
    system.isHeld = true;
    await pass(5_000);
    system.isHeld = false;
    await clipboard.copy('another', copied);
    expect(timers.waiting).toBe(1);
    system.text = 'theirs';
    await pass(5_000);
    expect(views.at(-1)).toBeUndefined();
  });

  it('concludes nothing from a clipboard that cannot be read', async () => {
    const { system, clipboard, views } = make();
    await clipboard.copy('secret', copied);
    system.isHeld = true;
    await clipboard.look();
    expect(views).toHaveLength(1);
  });
});

describe('when nothing was copied', () => {
  it('nothing is cleared, and nothing read', async () => {
    const { system, clipboard, views } = make();
    system.beforeReading = Promise.reject(new Error('read'));
    system.beforeReading.catch(() => undefined);
    await clipboard.clear();
    await clipboard.clearSurely();
    await clipboard.look();
    clipboard.clearIfDue();
    expect(system.text).toBe('something of the person’s');
    expect(views).toEqual([]);
  });
});

describe('a text that is no secret', () => {
  it('takes the secret’s place and is never cleared', async () => {
    const { system, timers, clipboard, pass, views } = make();
    await clipboard.copy('secret', copied);
    await clipboard.copyPlain('http://localhost');
    expect(views.at(-1)).toBeUndefined();
    expect(timers.waiting).toBe(0);
    await pass(60_000);
    await clipboard.clear();
    expect(system.text).toBe('http://localhost');
  });
});

describe('a clipboard that another program holds', () => {
  const secretCopies = [
    ['a secret', (clipboard: SecretClipboard, text: string) => clipboard.copy(text, copied)],
    ['a plain text', (clipboard: SecretClipboard, text: string) => clipboard.copyPlain(text)],
  ] as const;

  it.each(secretCopies)('gets %s at the second try', async (_name, copy) => {
    const { system, clipboard, pass, settle } = make();
    system.isHeld = true;
    const copying = copy(clipboard, 'text');
    await settle();
    system.isHeld = false;
    await pass(49);
    expect(system.text).not.toBe('text');
    await pass(1);
    await copying;
    expect(system.text).toBe('text');
  });

  it.each(secretCopies)('is given up after three tries with %s, and says so', async (_name, copy) => {
    const { system, clipboard, pass, settle, views } = make();
    await clipboard.copy('before', copied);
    system.isHeld = true;
    const copying = expect(copy(clipboard, 'text')).rejects.toThrow(ClipboardHeld);
    await settle();
    await pass(50);
    await pass(200);
    await copying;
    system.isHeld = false;
    expect(system.text).toBe('before');
    // What was there before is still known, and cleared in its time.
    expect(views).toHaveLength(1);
    await pass(60_000);
    expect(system.text).toBe('');
  });

  it.each(secretCopies)('counts a write that fails as held: %s', async (_name, copy) => {
    const { system, clipboard, pass, settle } = make();
    system.writeText = () => Promise.reject(new Error('busy'));
    const copying = expect(copy(clipboard, 'text')).rejects.toThrow(ClipboardHeld);
    await settle();
    await pass(50);
    await pass(200);
    await copying;
  });

  it('keeps the order of copies', async () => {
    const { system, clipboard, pass, settle, views } = make();
    system.isHeld = true;
    const copies = Promise.all([clipboard.copy('first', copied), clipboard.copy('second', copied)]);
    await settle();
    system.isHeld = false;
    await pass(50);
    await copies;
    expect(system.text).toBe('second');
    expect(views).toHaveLength(2);
  });

  it('by a manager that reads what was written does not get it written twice', async () => {
    const { system, clipboard, pass, settle } = make();
    system.written = () => (system.isHeld = true);
    const copying = clipboard.copy('secret', copied);
    await settle();
    system.isHeld = false;
    await pass(50);
    await copying;
    expect(system.writes).toBe(1);
  });

  it('does not keep a secret whose copy was told to have failed', async () => {
    const { system, timers, clipboard, pass, settle, views } = make();
    system.written = () => (system.isHeld = true);
    const copying = expect(clipboard.copy('secret', copied)).rejects.toThrow(ClipboardHeld);
    await settle();
    await pass(50);
    await pass(200);
    await copying;
    expect(system.text).toBe('secret');
    system.isHeld = false;
    system.written = () => undefined;
    await pass(200);
    expect(system.text).toBe('');
    expect(views).toEqual([]);
    expect(timers.waiting).toBe(0);
  });

  it('is waited for on quitting, also after a copy that was told to have failed', async () => {
    const { system, clipboard, pass, settle } = make();
    system.written = () => (system.isHeld = true);
    const copying = expect(clipboard.copy('secret', copied)).rejects.toThrow(ClipboardHeld);
    await settle();
    await pass(50);
    await pass(200);
    await copying;
    let hasCleared = false;
    void clipboard.clearSurely().then(() => (hasCleared = true));
    await settle();
    expect(hasCleared).toBe(false);
    system.isHeld = false;
    system.written = () => undefined;
    await pass(50);
    expect(hasCleared).toBe(true);
    expect(system.text).toBe('');
  });

  it('keeps the copy that worked after one that did not', async () => {
    const { system, clipboard, pass, settle } = make();
    system.isHeld = true;
    const copying = expect(clipboard.copy('secret', copied)).rejects.toThrow(ClipboardHeld);
    await settle();
    await pass(50);
    await pass(200);
    await copying;
    // The first look for what it has left.
    await pass(50);
    await pass(200);
    system.isHeld = false;
    await clipboard.copy('secret', copied);
    await pass(500);
    expect(system.text).toBe('secret');
  });

  it('is cleared at the second try', async () => {
    const { system, clipboard, pass, settle, views } = make();
    await clipboard.copy('secret', copied);
    system.isHeld = true;
    const clearing = clipboard.clear();
    await settle();
    system.isHeld = false;
    await pass(50);
    await clearing;
    expect(system.text).toBe('');
    expect(views.at(-1)).toBeUndefined();
  });

  it('is not taken for cleared when only the clearing did not work', async () => {
    const { system, clipboard, pass, settle } = make();
    await clipboard.copy('secret', copied);
    const clear = system.clear.bind(system);
    system.clear = () => undefined;
    const clearing = clipboard.clear();
    await settle();
    expect(system.text).toBe('secret');
    system.clear = clear;
    await pass(50);
    await clearing;
    expect(system.text).toBe('');
  });

  it('is cleared by hand or an error is told; the secret’s own time stays', async () => {
    const { system, clipboard, pass, settle } = make();
    await clipboard.copy('secret', copied);
    system.isHeld = true;
    const clearing = expect(clipboard.clear()).rejects.toThrow(ClipboardHeld);
    await settle();
    await pass(50);
    await pass(200);
    await clearing;
    system.isHeld = false;
    await pass(59_750);
    expect(system.text).toBe('');
  });

  it.each(['when the person leaves', 'when its time is over'])(
    'is tried again and again until the secret is gone, %s',
    async (when) => {
      const { system, timers, clipboard, pass, settle } = make(
        when === 'when the person leaves' ? 0 : 60_000,
      );
      await clipboard.copy('secret', copied);
      system.isHeld = true;
      if (when === 'when the person leaves') void clipboard.clearSurely();
      await pass(60_000);
      await settle();
      // Each round is three tries; the pauses between rounds grow to a minute.
      for (const pause of [500, 1000, 2000, 4000, 8000, 16_000, 32_000, 60_000]) {
        await pass(50);
        await pass(200);
        await pass(pause);
      }
      await pass(50);
      await pass(200);
      system.isHeld = false;
      await pass(59_999);
      expect(system.text).toBe('secret');
      await pass(1);
      expect(system.text).toBe('');
      expect(timers.waiting).toBe(0);
    },
  );

  it('does not get a secret cleared that was copied while the old one was to go', async () => {
    const { system, clipboard, pass, settle } = make();
    await clipboard.copy('old', copied);
    system.isHeld = true;
    const clearing = clipboard.clearSurely();
    await settle();
    await pass(50);
    await pass(200);
    system.isHeld = false;
    await clipboard.copy('new', copied);
    await pass(500);
    await clearing;
    expect(system.text).toBe('new');
  });
});

describe('a clipboard that takes its time to be read', () => {
  it('does not get a new secret cleared by the end of the old one', async () => {
    const { system, timers, clipboard, settle, views } = make();
    await clipboard.copy('old', copied);
    let answer = (): void => undefined;
    system.beforeReading = new Promise((resolve) => (answer = resolve));
    timers.pass(60_000);
    const copying = clipboard.copy('new', copied);
    answer();
    await copying;
    await settle();
    expect(system.text).toBe('new');
    expect(views).toMatchObject([{ copiedOn: 0 }, undefined, { copiedOn: 60_000 }]);
    await clipboard.clear();
    expect(system.text).toBe('');
  });

  it('does not get a secret cleared that was copied in the moment the old one ended', async () => {
    const { system, timers, clipboard, pass } = make();
    await clipboard.copy('old', copied);
    const copying = clipboard.copy('new', copied);
    timers.pass(60_000);
    await copying;
    await pass(0);
    expect(system.text).toBe('new');
  });
});
