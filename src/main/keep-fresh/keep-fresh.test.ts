import { describe, expect, it, onTestFinished } from 'vitest';
import type { PresetView, Snapshot } from '../../shared/snapshot';
import { minimumLifetime, type PresetProblem, type TokenTimes } from '../../shared/token-status';
import type { QuietRenewal } from '../preset-tokens';
import { FakeTimers } from '../test-support/fake-timers';
import { identityView, presetView, snapshotWith } from '../../shared/test-support/snapshots';
import { KeepFresh } from './keep-fresh';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** A moment in 2027, in ms since the epoch. */
const beginning = Date.UTC(2027, 0, 18, 9, 0, 0);

const scopesOf = (id: string): readonly string[] => [`api://${id}/.default`];

/** A computer with a clock of its own, a network, and a sign-in service that gives tokens as it is told to. */
class Desk {
  readonly timers = new FakeTimers();
  /** Of all timers so far, in ms. */
  readonly delays: number[] = [];
  now = beginning;
  isOnline = true;
  looksAtNetwork = 0;
  snapshot: Snapshot = snapshotWith();
  /** What was asked of the sign-in service: when, in ms since the beginning, and for which preset. */
  readonly asked: { readonly at: number; readonly id: string }[] = [];
  answer: (id: string) => QuietRenewal | Promise<QuietRenewal> = () => 'renewed';
  /** Of the tokens that are given, in ms. */
  life = hour;
  refreshIn: number | undefined;
  /** Whether the tokens that are given can be found afterwards. */
  keepsTokens = true;
  keepFresh: KeepFresh | undefined;
  private readonly listeners = new Set<() => void>();

  /** Starts the program, and waits for what it does at once. */
  async start(): Promise<this> {
    this.keepFresh = new KeepFresh({
      snapshot: () => this.snapshot,
      subscribe: (listener) => {
        this.listeners.add(listener);
        return () => this.listeners.delete(listener);
      },
      renew: (id) => this.renew(id),
      stopped: (id, problem) => this.noteStopped(id, problem),
      isOnline: () => {
        this.looksAtNetwork += 1;
        return this.isOnline;
      },
      after: (ms, work) => {
        this.delays.push(ms);
        return this.timers.after(ms, work);
      },
      now: () => this.now,
    });
    this.keepFresh.start();
    onTestFinished(() => this.keepFresh?.stop());
    await this.settle();
    return this;
  }

  /** Lets time go by in steps of a second, and everything come to its end that is due then. */
  async pass(ms: number): Promise<void> {
    for (const end = this.now + ms; this.now < end;) {
      const step = Math.min(second, end - this.now);
      const before = this.asked.length;
      this.now += step;
      this.timers.pass(step);
      if (this.asked.length > before) await this.settle();
    }
  }

  /** Until nothing more happens by itself. */
  async settle(): Promise<void> {
    for (let before = -1; before !== this.asked.length;) {
      before = this.asked.length;
      for (let turn = 0; turn < 4; turn += 1) await new Promise(setImmediate);
    }
  }

  async change(change: Partial<Snapshot>): Promise<void> {
    this.snapshot = { ...this.snapshot, ...change };
    this.tell();
    await this.settle();
  }

  async changePreset(id: string, change: Partial<PresetView>): Promise<void> {
    await this.change({
      presets: this.snapshot.presets.map((preset) => (preset.id === id ? { ...preset, ...change } : preset)),
    });
  }

  preset(id: string): PresetView {
    const found = this.snapshot.presets.find((preset) => preset.id === id);
    if (found === undefined) throw new Error(`no preset ${id}`);
    return found;
  }

  stopped(id: string): PresetProblem | undefined {
    return this.preset(id).keepFreshStopped;
  }

  /** In min since the beginning. */
  minutesAsked(id: string): number[] {
    return this.asked.filter((each) => each.id === id).map(({ at }) => at / minute);
  }

  /** A new token, for all presets with the same scopes. */
  issue(id: string): void {
    if (!this.keepsTokens) return;
    const { scopes } = this.preset(id);
    const token: TokenTimes = {
      issuedOn: this.now,
      expiresOn: this.now + this.life,
      ...(this.refreshIn === undefined ? {} : { refreshOn: this.now + this.refreshIn }),
    };
    const presets = this.snapshot.presets.map((preset) =>
      preset.scopes.join() === scopes.join() ? { ...preset, token } : preset,
    );
    this.snapshot = { ...this.snapshot, presets };
    this.tell();
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }

  private async renew(id: string): Promise<QuietRenewal> {
    this.asked.push({ at: this.now - beginning, id });
    const answer = await this.answer(id);
    if (answer === 'renewed' && this.snapshot.presets.some((preset) => preset.id === id)) this.issue(id);
    return answer;
  }

  private noteStopped(id: string, problem: PresetProblem | undefined): void {
    const presets = this.snapshot.presets.map((preset) => {
      if (preset.id !== id) return preset;
      const { keepFreshStopped: _before, ...rest } = preset;
      return problem === undefined ? rest : { ...rest, keepFreshStopped: problem };
    });
    this.snapshot = { ...this.snapshot, presets };
    this.tell();
  }
}

const kept = (id: string, change: Partial<PresetView> = {}): PresetView =>
  presetView({ id, scopes: scopesOf(id), keepFresh: true, ...change });

const token = (life = hour, refreshIn?: number): { token: TokenTimes } => ({
  token: {
    issuedOn: beginning,
    expiresOn: beginning + life,
    ...(refreshIn === undefined ? {} : { refreshOn: beginning + refreshIn }),
  },
});

async function desk(...presets: PresetView[]): Promise<Desk> {
  const made = new Desk();
  made.snapshot = snapshotWith({ presets });
  await made.start();
  return made;
}

describe('when a token is renewed', () => {
  it('is ten minutes before its end', async () => {
    const it = await desk(kept('a', token()));
    await it.pass(49 * minute);
    expect(it.asked).toEqual([]);
    await it.pass(minute);
    expect(it.minutesAsked('a')).toEqual([50]);
    await it.pass(49 * minute);
    expect(it.minutesAsked('a')).toEqual([50]);
    await it.pass(minute);
    expect(it.minutesAsked('a')).toEqual([50, 100]);
  });

  it('is when its issuer wants it, each time anew', async () => {
    const it = await desk(kept('a', token(24 * hour, 12 * hour)));
    it.life = 24 * hour;
    it.refreshIn = 6 * hour;
    await it.pass(12 * hour - second);
    expect(it.asked).toEqual([]);
    await it.pass(second);
    expect(it.minutesAsked('a')).toEqual([720]);
    await it.pass(6 * hour);
    expect(it.minutesAsked('a')).toEqual([720, 1080]);
  });

  it.each([
    ['before a copy would have to wait, even if its issuer says later', hour, 58 * minute, 54],
    ['after the end that its issuer says, too', hour, 70 * minute, 54],
    ['after half a short life', 6 * minute, undefined, 3],
    ['after half a short life, if its issuer says later', 6 * minute, 5 * minute, 3],
    ['earlier in a short life, if its issuer says so', 6 * minute, 2 * minute, 2],
    ['after half of 12 min', 12 * minute, undefined, 6],
    ['ten minutes before the end of 30 min', 30 * minute, undefined, 20],
  ])('is %s', async (_name, life, refreshIn, expected) => {
    const it = await desk(kept('a', token(life, refreshIn)));
    await it.pass(expected * minute - second);
    expect(it.asked).toEqual([]);
    await it.pass(second);
    expect(it.minutesAsked('a')).toEqual([expected]);
  });

  it('leaves a copy nothing to wait for', async () => {
    const it = await desk(kept('a', token()), kept('b', token(24 * hour, 23.99 * hour)));
    for (let passed = 0; passed < 30 * hour; passed += minute) {
      for (const { token: times } of it.snapshot.presets)
        expect((times?.expiresOn ?? 0) - it.now).toBeGreaterThan(minimumLifetime);
      await it.pass(minute);
    }
  });

  it('is at once where there is none: at the start, after a sign-in, when it is switched on', async () => {
    const it = await desk(kept('start'), kept('off', { keepFresh: false }));
    expect(it.minutesAsked('start')).toEqual([0]);
    await it.pass(5 * minute);
    await it.changePreset('off', { keepFresh: true });
    expect(it.minutesAsked('off')).toEqual([5]);

    const { accountId: _nobody, ...signedOutIdentity } = identityView();
    const signedOut = new Desk();
    signedOut.snapshot = snapshotWith({ presets: [kept('a', { identity: signedOutIdentity })] });
    await signedOut.start();
    await signedOut.pass(minute);
    expect(signedOut.asked).toEqual([]);
    await signedOut.change({ presets: [kept('a')], lastSignInOn: signedOut.now });
    expect(signedOut.minutesAsked('a')).toEqual([1]);
  });

  it('is at once where it is over', async () => {
    const it = await desk(
      kept('a', { token: { issuedOn: beginning - 2 * hour, expiresOn: beginning - hour } }),
    );
    expect(it.minutesAsked('a')).toEqual([0]);
  });

  it('is never for a preset that is not kept fresh', async () => {
    const it = await desk(kept('a', { keepFresh: false }), kept('b', { ...token(), keepFresh: false }));
    await it.pass(3 * hour);
    expect(it.asked).toEqual([]);
    expect(it.timers.waiting).toBe(0);
  });
});

describe('presets that share a token', () => {
  it('have it renewed once', async () => {
    const scopes = ['api://shared/Read', 'api://shared/Write'];
    const it = await desk(kept('a', { scopes }), kept('b', { scopes: [...scopes] }), kept('other'));
    expect(it.asked.map(({ id }) => id)).toEqual(['a', 'other']);
    await it.pass(hour);
    expect(it.asked.map(({ id }) => id)).toEqual(['a', 'other', 'a', 'other']);
  });

  it('share it whatever the order and case of its scopes', async () => {
    const it = await desk(
      kept('a', { scopes: ['api://shared/Read', 'api://shared/Write'] }),
      kept('b', { scopes: ['api://SHARED/write', 'api://shared/read'] }),
    );
    // The desk gives the token to the first only, but it is known to be the second's as well.
    await it.pass(49 * minute);
    expect(it.asked.map(({ id }) => id)).toEqual(['a']);
  });

  it('stop together', async () => {
    const scopes = scopesOf('shared');
    const it = new Desk();
    it.answer = () => 'sign-in-needed';
    it.snapshot = snapshotWith({ presets: [kept('a', { scopes }), kept('b', { scopes })] });
    await it.start();
    expect([it.stopped('a'), it.stopped('b')]).toEqual(['sign-in-needed', 'sign-in-needed']);
  });
});

describe('many at once', () => {
  const ids = Array.from({ length: 50 }, (_, index) => `api-${index}`);

  it('go one after the other', async () => {
    const it = new Desk();
    let running = 0;
    let most = 0;
    it.answer = async (): Promise<QuietRenewal> => {
      running += 1;
      most = Math.max(most, running);
      await new Promise(setImmediate);
      running -= 1;
      return 'renewed';
    };
    it.snapshot = snapshotWith({ presets: ids.map((id) => kept(id)) });
    await it.start();
    expect(most).toBe(1);
    expect(it.asked.map(({ id }) => id)).toEqual(ids);
  });

  it('let everything else happen in between, even if they end at once', async () => {
    const it = new Desk();
    it.snapshot = snapshotWith({ presets: ids.map((id) => kept(id)) });
    let askedBefore = 0;
    setImmediate(() => (askedBefore = it.asked.length));
    await it.start();
    expect(it.asked).toHaveLength(50);
    expect(askedBefore).toBe(1);
  });

  it('need one timer', async () => {
    const it = await desk(...ids.map((id, index) => kept(id, token(hour + index * minute))));
    expect(it.timers.waiting).toBe(1);
    await it.pass(52 * minute);
    expect(it.asked.map(({ id }) => id)).toEqual(ids.slice(0, 3));
    await it.change({ theme: 'dark' });
    expect(it.timers.waiting).toBe(1);
  });

  it('need it once a second at most', async () => {
    const it = await desk(...ids.map((id, index) => kept(id, token(hour + index * 20))));
    await it.pass(hour);
    expect(it.asked.length).toBeGreaterThanOrEqual(50);
    expect(Math.min(...it.delays)).toBe(second);
  });

  it('are all renewed after a sleep', async () => {
    const it = await desk(...ids.map((id) => kept(id, token())));
    it.now += 10 * hour;
    it.keepFresh?.resumed();
    await it.settle();
    expect(it.asked).toHaveLength(50);
    await it.pass(10 * minute);
    expect(it.asked).toHaveLength(50);
  });
});

describe('a failure', () => {
  it('is followed by waits of 1, 2, 5 and 15 min, and then by the end', async () => {
    const it = await desk(kept('a', token()));
    it.answer = () => 'failed';
    await it.pass(72 * minute);
    expect(it.minutesAsked('a')).toEqual([50, 51, 53, 58]);
    expect(it.stopped('a')).toBeUndefined();
    await it.pass(minute);
    expect(it.minutesAsked('a')).toEqual([50, 51, 53, 58, 73]);
    expect(it.stopped('a')).toBe('failed');
    await it.pass(48 * hour);
    expect(it.asked).toHaveLength(5);
    expect(it.timers.waiting).toBe(0);
  });

  it('is forgotten after a success', async () => {
    const it = await desk(kept('a', token()));
    it.answer = () => (it.asked.length < 4 ? 'failed' : 'renewed');
    await it.pass(58 * minute);
    expect(it.minutesAsked('a')).toEqual([50, 51, 53, 58]);
    it.answer = () => 'failed';
    await it.pass(53 * minute);
    expect(it.minutesAsked('a').slice(4)).toEqual([108, 109, 111]);
  });

  it('of one keeps no other waiting', async () => {
    const it = await desk(kept('bad', token()), kept('good', token()));
    it.answer = (id) => (id === 'bad' ? 'failed' : 'renewed');
    await it.pass(3 * hour);
    expect(it.minutesAsked('good')).toEqual([50, 100, 150]);
    expect(it.stopped('good')).toBeUndefined();
    expect(it.stopped('bad')).toBe('failed');
  });

  it.each([
    ['sign-in-needed', 'sign-in-needed'],
    ['refused', 'failed'],
  ] as const)('that is final (%s) ends it at once', async (answer, problem) => {
    const it = await desk(kept('a', token()));
    it.answer = () => answer;
    await it.pass(50 * minute);
    expect(it.stopped('a')).toBe(problem);
    await it.pass(48 * hour);
    expect(it.asked).toHaveLength(1);
    expect(it.timers.waiting).toBe(0);
  });

  it('of another kind than the one before leaves nothing of that behind', async () => {
    const it = new Desk();
    it.answer = () => 'no-network';
    it.snapshot = snapshotWith({ presets: [kept('a')] });
    await it.start();
    it.answer = () => 'sign-in-needed';
    await it.pass(minute);
    expect(it.stopped('a')).toBe('sign-in-needed');
    // Nothing waits for the network any more.
    expect(it.timers.waiting).toBe(0);
  });

  it('that nobody foresaw counts as one', async () => {
    const it = await desk(kept('a', token()));
    it.answer = () => Promise.reject(new Error('unforeseen'));
    await it.pass(52 * minute);
    expect(it.minutesAsked('a')).toEqual([50, 51]);
  });
});

describe('what has stopped starts again', () => {
  async function stopped(answer: QuietRenewal): Promise<Desk> {
    const it = new Desk();
    it.answer = () => answer;
    it.snapshot = snapshotWith({ presets: [kept('a'), kept('b')] });
    await it.start();
    await it.pass(30 * minute);
    expect([it.stopped('a'), it.stopped('b')]).not.toContain(undefined);
    it.answer = () => 'renewed';
    it.asked.length = 0;
    return it;
  }
  const startedAgain = (it: Desk): string[] => it.asked.map(({ id }) => id);

  it.each(['failed', 'sign-in-needed', 'refused'] as const)(
    'after %s when a token is there',
    async (answer) => {
      const it = await stopped(answer);
      it.issue('a');
      await it.settle();
      expect([it.stopped('a'), it.stopped('b')]).toEqual([undefined, expect.any(String)]);
      await it.pass(50 * minute);
      expect(startedAgain(it)).toEqual(['a']);
    },
  );

  it.each(['failed', 'sign-in-needed', 'refused'] as const)(
    'after %s when somebody signs in',
    async (answer) => {
      const it = await stopped(answer);
      await it.change({ lastSignInOn: it.now });
      expect(startedAgain(it)).toEqual(['a', 'b']);
      expect([it.stopped('a'), it.stopped('b')]).toEqual([undefined, undefined]);
    },
  );

  it('when another account is chosen', async () => {
    const it = await stopped('sign-in-needed');
    const identity = identityView({ accountId: 'client-1/alex.home' });
    await it.change({ presets: it.snapshot.presets.map((preset) => ({ ...preset, identity })) });
    expect(startedAgain(it)).toEqual(['a', 'b']);
    expect(it.stopped('a')).toBeUndefined();
  });

  it('when it is switched off and on', async () => {
    const it = await stopped('refused');
    await it.changePreset('a', { keepFresh: false });
    await it.changePreset('a', { keepFresh: true });
    expect(startedAgain(it)).toEqual(['a']);
    expect([it.stopped('a'), it.stopped('b')]).toEqual([undefined, 'failed']);
  });

  it('when it is switched on once more, which clears what was said', async () => {
    const it = await stopped('refused');
    const { keepFreshStopped: _said, ...switchedOn } = it.preset('a');
    await it.change({ presets: [switchedOn, it.preset('b')] });
    expect(startedAgain(it)).toEqual(['a']);
    expect([it.stopped('a'), it.stopped('b')]).toEqual([undefined, 'failed']);
  });

  it('when other scopes are asked for', async () => {
    const it = await stopped('refused');
    await it.changePreset('b', { scopes: scopesOf('c') });
    expect(startedAgain(it)).toEqual(['b']);
    expect([it.stopped('a'), it.stopped('b')]).toEqual(['failed', undefined]);
  });

  it('when the program is started again', async () => {
    const it = await stopped('sign-in-needed');
    it.keepFresh?.stop();
    await it.start();
    expect(startedAgain(it)).toEqual(['a', 'b']);
  });

  it.each([
    ['failed', ['a', 'b']],
    ['refused', []],
    ['sign-in-needed', []],
  ] as const)('after %s when the computer wakes up: %j', async (answer, expected) => {
    const it = await stopped(answer);
    it.keepFresh?.resumed();
    await it.settle();
    expect(startedAgain(it)).toEqual(expected);
  });

  it('even if somebody signs in while what fails for want of it is under way', async () => {
    const it = new Desk();
    let answer: (outcome: QuietRenewal) => void = () => undefined;
    it.answer = () => new Promise((resolve) => (answer = resolve));
    it.snapshot = snapshotWith({ presets: [kept('a')] });
    await it.start();
    await it.change({ lastSignInOn: it.now });
    it.answer = () => 'renewed';
    answer('sign-in-needed');
    await it.settle();
    expect(it.asked).toHaveLength(2);
    expect(it.stopped('a')).toBeUndefined();
  });

  it('but not because of anything else', async () => {
    const it = await stopped('failed');
    await it.change({ theme: 'dark' });
    await it.changePreset('a', { pinned: true, lastUsedOn: it.now });
    await it.pass(hour);
    expect(startedAgain(it)).toEqual([]);
  });
});

describe('without a network', () => {
  it('nothing is tried, and nothing counts as a failure', async () => {
    const it = await desk(kept('a', token()));
    it.isOnline = false;
    await it.pass(5 * hour);
    expect(it.asked).toEqual([]);
    expect(it.stopped('a')).toBeUndefined();
    it.isOnline = true;
    it.answer = () => 'failed';
    await it.pass(30 * second);
    expect(it.minutesAsked('a')).toHaveLength(1);
    await it.pass(61 * second);
    // The first of the waits.
    expect(it.minutesAsked('a')).toHaveLength(2);
  });

  it('it is looked for twice a minute, and not at all while nothing needs it', async () => {
    const it = await desk(kept('a', token()));
    it.isOnline = false;
    await it.pass(49 * minute);
    expect(it.looksAtNetwork).toBe(0);
    await it.pass(11 * minute);
    expect(it.looksAtNetwork).toBeGreaterThan(18);
    expect(it.looksAtNetwork).toBeLessThanOrEqual(22);
  });

  it('that was lost during a renewal, the renewal counts as none', async () => {
    const it = new Desk();
    it.answer = () => 'no-network';
    it.snapshot = snapshotWith({ presets: [kept('a')] });
    await it.start();
    await it.pass(22 * minute);
    it.answer = () => {
      it.isOnline = false;
      return 'no-network';
    };
    // The fifth in a row would be the last.
    await it.pass(minute);
    expect(it.asked).toHaveLength(5);
    expect(it.stopped('a')).toBeUndefined();
  });

  it('that does not answer is left alone by all that are due', async () => {
    const ids = ['a', 'b', 'c'];
    const it = new Desk();
    it.answer = () => 'no-network';
    it.snapshot = snapshotWith({ presets: ids.map((id) => kept(id)) });
    await it.start();
    await it.pass(22 * minute);
    expect(it.asked.map(({ at }) => at / minute)).toEqual([0, 1, 3, 8]);
    await it.pass(minute);
    expect(ids.map((id) => it.stopped(id))).toEqual(['failed', 'failed', 'failed']);
  });

  it('for one only, the others are not kept from it', async () => {
    const it = new Desk();
    it.answer = (id) => (id === 'bad' ? 'no-network' : 'renewed');
    it.snapshot = snapshotWith({ presets: [kept('bad'), kept('good'), kept('fine')] });
    await it.start();
    await it.pass(minute);
    expect([it.preset('good').token, it.preset('fine').token]).not.toContain(undefined);
    await it.pass(23 * minute);
    expect([it.stopped('bad'), it.stopped('good')]).toEqual(['failed', undefined]);
  });

  it('all that failed is tried as soon as it is back', async () => {
    const it = new Desk();
    it.answer = () => 'no-network';
    it.snapshot = snapshotWith({ presets: [kept('a'), kept('b')] });
    await it.start();
    await it.pass(4 * minute);
    it.answer = () => 'renewed';
    it.asked.length = 0;
    it.isOnline = false;
    await it.pass(minute);
    expect(it.asked).toEqual([]);
    it.isOnline = true;
    await it.pass(30 * second);
    expect(it.asked.map(({ id }) => id).sort()).toEqual(['a', 'b']);
  });

  it('what had stopped is tried when it is back, but not what needs a sign-in', async () => {
    const it = new Desk();
    it.answer = (id) => (id === 'person' ? 'sign-in-needed' : 'no-network');
    it.snapshot = snapshotWith({ presets: [kept('person'), kept('a')] });
    await it.start();
    await it.pass(30 * minute);
    expect(it.stopped('a')).toBe('failed');
    it.answer = () => 'renewed';
    it.asked.length = 0;
    it.isOnline = false;
    await it.pass(minute);
    it.isOnline = true;
    await it.pass(minute);
    expect(it.asked.map(({ id }) => id)).toEqual(['a']);
    expect([it.stopped('person'), it.stopped('a')]).toEqual(['sign-in-needed', undefined]);
  });

  it('a token that a person got all the same shows that it is back', async () => {
    const it = new Desk();
    it.answer = () => 'no-network';
    it.snapshot = snapshotWith({ presets: [kept('a'), kept('b')] });
    await it.start();
    await it.pass(30 * minute);
    it.answer = () => 'renewed';
    it.asked.length = 0;
    it.issue('a');
    await it.settle();
    expect(it.asked.map(({ id }) => id)).toEqual(['b']);
    expect([it.stopped('a'), it.stopped('b')]).toEqual([undefined, undefined]);
  });
});

describe('a clock', () => {
  it('that is put forward is noticed within 15 min, and brings one renewal', async () => {
    const it = await desk(kept('a', token(24 * hour)));
    it.life = 24 * hour;
    it.now += 30 * hour;
    await it.pass(15 * minute);
    expect(it.asked).toHaveLength(1);
    await it.pass(2 * hour);
    expect(it.asked).toHaveLength(1);
  });

  it('that is put back brings one renewal, since the token is from the future', async () => {
    const it = await desk(kept('a', token(24 * hour)));
    it.life = 24 * hour;
    it.now -= 30 * hour;
    await it.pass(15 * minute);
    expect(it.asked).toHaveLength(1);
    await it.pass(2 * hour);
    expect(it.asked).toHaveLength(1);
  });

  it('that is put back while a failure is waited out brings one more try', async () => {
    const it = await desk(kept('a', token()));
    it.answer = () => 'failed';
    await it.pass(51 * minute);
    expect(it.asked).toHaveLength(2);
    it.now -= 30 * minute;
    it.asked.length = 0;
    await it.change({ theme: 'dark' });
    // The token is good for a while again.
    await it.pass(29 * minute - second);
    expect(it.asked).toEqual([]);
    await it.pass(second);
    expect(it.minutesAsked('a')).toEqual([50]);
    await it.pass(5 * minute - second);
    expect(it.minutesAsked('a')).toEqual([50]);
  });

  it('that rounds up does not make a token one from the future', async () => {
    const it = await desk(
      kept('a', { token: { issuedOn: beginning + second / 2, expiresOn: beginning + hour } }),
    );
    expect(it.asked).toEqual([]);
  });
});

describe('an authority that gives tokens which are due already', () => {
  it.each([
    ['that end at once', 0, undefined],
    ['that are to be renewed at once', hour, 0],
  ])('%s is asked less and less often', async (_name, life, refreshIn) => {
    const it = new Desk();
    it.life = life;
    it.refreshIn = refreshIn;
    it.snapshot = snapshotWith({ presets: [kept('a')] });
    await it.start();
    await it.pass(54 * minute);
    expect(it.minutesAsked('a')).toEqual([0, 1, 3, 8, 23, 38, 53]);
  });

  it('is asked as usual when it gives better ones', async () => {
    const it = new Desk();
    it.life = 0;
    it.snapshot = snapshotWith({ presets: [kept('a')] });
    await it.start();
    await it.pass(2 * minute);
    it.life = 6 * minute;
    await it.pass(13 * minute);
    expect(it.minutesAsked('a')).toEqual([0, 1, 3, 8, 11, 14]);
  });

  it('is not asked more often because it gives none that can be found', async () => {
    const it = new Desk();
    it.snapshot = snapshotWith({ presets: [kept('a')] });
    it.keepsTokens = false;
    await it.start();
    await it.pass(9 * minute);
    expect(it.minutesAsked('a')).toEqual([0, 1, 3, 8]);
    it.keepsTokens = true;
    await it.pass(16 * minute);
    expect(it.minutesAsked('a')).toEqual([0, 1, 3, 8, 23]);
    await it.pass(40 * minute);
    expect(it.minutesAsked('a')).toEqual([0, 1, 3, 8, 23]);
  });
});

describe('it keeps out of the way', () => {
  it('while somebody is getting that token already', async () => {
    const it = await desk(kept('a', { acquiring: true }), kept('b'));
    expect(it.asked.map(({ id }) => id)).toEqual(['b']);
    await it.pass(hour - minute);
    expect(it.minutesAsked('a')).toEqual([]);
    await it.changePreset('a', { acquiring: false });
    expect(it.minutesAsked('a')).toEqual([59]);
  });

  it('while somebody is getting it for another preset with the same scopes', async () => {
    const scopes = scopesOf('shared');
    const it = await desk(kept('a', { scopes }), kept('b', { scopes, acquiring: true }));
    expect(it.asked).toEqual([]);
    await it.changePreset('b', { acquiring: false });
    expect(it.asked.map(({ id }) => id)).toEqual(['a']);
  });

  it('of another client application: what was under way for the one before counts for nothing', async () => {
    const it = new Desk();
    let answer: (outcome: QuietRenewal) => void = () => undefined;
    it.answer = () => new Promise((resolve) => (answer = resolve));
    it.snapshot = snapshotWith({ presets: [kept('a')] });
    await it.start();
    await it.change({ presets: [kept('a', { identity: identityView({ accountId: 'client-2/zoe.home' }) })] });
    it.answer = () => 'renewed';
    answer('refused');
    await it.settle();
    expect(it.stopped('a')).toBeUndefined();
    expect(it.asked).toHaveLength(2);
  });

  it('after it has ended, even in the middle of many', async () => {
    const it = new Desk();
    it.answer = () => {
      if (it.asked.length === 2) it.keepFresh?.stop();
      return 'renewed';
    };
    it.snapshot = snapshotWith({ presets: [kept('a'), kept('b'), kept('c')] });
    await it.start();
    expect(it.asked).toHaveLength(2);
    await it.change({ lastSignInOn: it.now });
    await it.pass(2 * hour);
    expect(it.asked).toHaveLength(2);
    expect(it.timers.waiting).toBe(0);
  });
});
