import { describe, expect, it } from 'vitest';
import type { ActivityEntry, CopyEntry, ScriptEntry } from '../../shared/snapshot';
import { ElectronSecretStorage } from '../platform/secret-storage';
import { EncryptedDocument } from '../storage/encrypted-document';
import { FakeAsyncSafeStorage, FakeSafeStorage } from '../test-support/fake-safe-storage';
import { FakeTimers } from '../test-support/fake-timers';
import { TemporaryPlace, testNow } from '../test-support/temporary-place';
import { ActivityList, mostEntries } from './activity-list';

const entry = (number: number): CopyEntry => ({
  on: testNow + number,
  presetName: `Preset ${number}`,
  format: 'curl',
  username: 'zoe@contoso.com',
  tenantName: 'Contoso',
});

/** A computer: its disk, its keyring, and one start of the program after another. */
class Computer {
  readonly place = new TemporaryPlace();
  readonly timers = new FakeTimers();
  safeStorage: FakeSafeStorage = new FakeAsyncSafeStorage();
  shown: readonly ActivityEntry[] = [];
  notSaved = 0;

  /** A list that has not heard from the keyring yet. */
  begin(): ActivityList {
    this.shown = [];
    return new ActivityList(
      this.timers.after,
      (entries) => (this.shown = entries),
      () => (this.notSaved += 1),
    );
  }

  async document(): Promise<EncryptedDocument> {
    const secrets = new ElectronSecretStorage(this.safeStorage, 'linux');
    return (await EncryptedDocument.open(this.place, 'activity', secrets)).document;
  }

  async start(): Promise<ActivityList> {
    const list = this.begin();
    await list.open(await this.document());
    return list;
  }

  /** What the next start finds. */
  async kept(): Promise<readonly ActivityEntry[]> {
    await this.start();
    return this.shown;
  }

  numbers(): number[] {
    return this.shown.map(({ on }) => on - testNow);
  }
}

describe('the activity list', () => {
  it('has the newest entry first, and no more than 500', async () => {
    const computer = new Computer();
    const list = await computer.start();
    for (let number = 1; number <= mostEntries + 2; number += 1) list.note(entry(number));
    expect(mostEntries).toBe(500);
    expect(computer.shown).toHaveLength(500);
    expect(computer.numbers().slice(0, 3)).toEqual([502, 501, 500]);
    expect(computer.numbers().at(-1)).toBe(3);
    const { shown } = computer;
    await list.flush();
    expect(await computer.kept()).toEqual(shown);
  });

  it('writes nothing while something is being copied, and several entries at once afterwards', async () => {
    const computer = new Computer();
    let encrypted = 0;
    const { safeStorage } = computer;
    const list = await computer.start();
    safeStorage.encryptString = (text) => {
      encrypted += 1;
      return FakeSafeStorage.prototype.encryptString.call(safeStorage, text);
    };
    for (let number = 1; number <= 20; number += 1) list.note(entry(number));
    expect(computer.timers.waiting).toBe(1);
    expect(encrypted).toBe(0);
    computer.timers.pass(1999);
    expect(encrypted).toBe(0);
    computer.timers.pass(1);
    await list.flush();
    expect(encrypted).toBe(1);
    expect(computer.timers.waiting).toBe(0);
    expect(await computer.kept()).toHaveLength(20);
  });

  it('waits with flush for a write that has begun', async () => {
    const computer = new Computer();
    const list = await computer.start();
    list.note(entry(1));
    computer.timers.pass(2000);
    await list.flush();
    expect(await computer.kept()).toEqual([entry(1)]);
  });

  it('names no account and no preset in clear on the disk', async () => {
    const computer = new Computer();
    const list = await computer.start();
    list.note(entry(1));
    await list.flush();
    expect(await computer.place.files()).toEqual(['activity.json']);
    const text = await computer.place.read('activity.json');
    const inside = Buffer.from(/"ciphertext": "([^"]*)"/.exec(text)?.[1] ?? '', 'base64').toString('latin1');
    expect(inside).toMatch(/^v11/);
    expect(text + inside).not.toMatch(/zoe@contoso|Contoso|Preset 1/);
  });

  it('is gone from the disk at once when it is cleared', async () => {
    const computer = new Computer();
    const list = await computer.start();
    list.note(entry(1));
    await list.flush();
    list.note(entry(2));
    await list.clear();
    expect(computer.shown).toEqual([]);
    expect(computer.timers.waiting).toBe(0);
    expect(await computer.kept()).toEqual([]);
  });

  it('writes nothing when it ends as it began', async () => {
    const computer = new Computer();
    await (await computer.start()).flush();
    expect(await computer.place.files()).toEqual([]);
  });

  it('says when it could not be written, and writes it when the program ends', async () => {
    const computer = new Computer();
    const list = await computer.start();
    computer.safeStorage.available = false;
    list.note(entry(1));
    computer.timers.pass(2000);
    await expect.poll(() => computer.notSaved).toBe(1);
    expect(computer.shown).toEqual([entry(1)]);
    computer.safeStorage.available = true;
    await list.flush();
    expect(await computer.kept()).toEqual([entry(1)]);
  });
});

describe('an activity list that waits for the keyring', () => {
  /** One entry on the disk, and a list that has not read it. */
  async function waiting(): Promise<{ computer: Computer; list: ActivityList }> {
    const computer = new Computer();
    const before = await computer.start();
    before.note(entry(1));
    await before.flush();
    return { computer, list: computer.begin() };
  }

  it('puts what is copied meanwhile before what was kept', async () => {
    const { computer, list } = await waiting();
    list.note(entry(2));
    await list.open(await computer.document());
    expect(computer.numbers()).toEqual([2, 1]);
  });

  it('writes what is copied meanwhile as soon as it can', async () => {
    const { computer, list } = await waiting();
    list.note(entry(2));
    computer.timers.pass(2000);
    expect(computer.timers.waiting).toBe(0);
    await list.open(await computer.document());
    expect(computer.timers.waiting).toBe(1);
    computer.timers.pass(2000);
    await list.flush();
    expect(await computer.kept()).toEqual([entry(2), entry(1)]);
  });

  it('keeps nothing from before when it is cleared meanwhile', async () => {
    const { computer, list } = await waiting();
    await list.clear();
    list.note(entry(2));
    await list.open(await computer.document());
    expect(computer.numbers()).toEqual([2]);
    expect(await computer.kept()).toEqual([entry(2)]);
  });

  it('still loses nothing to a flush before that', async () => {
    const { computer, list } = await waiting();
    list.note(entry(2));
    await list.flush();
    await list.open(await computer.document());
    await list.flush();
    expect(await computer.kept()).toEqual([entry(2), entry(1)]);
  });
});

describe('an activity list that cannot be kept', () => {
  it('is in memory only where there is no keyring', async () => {
    const computer = new Computer();
    computer.safeStorage = new FakeSafeStorage('basic_text', 'v10');
    const list = await computer.start();
    list.note(entry(1));
    await list.flush();
    expect(computer.shown).toEqual([entry(1)]);
    expect(computer.notSaved).toBe(0);
    expect(await computer.place.files()).toEqual([]);
    await list.clear();
    expect(computer.shown).toEqual([]);
  });

  const spoiled: [string, (computer: Computer) => Promise<string>][] = [
    ['cut short', async ({ place }) => (await place.read('activity.json')).slice(0, 60)],
    ['no JSON inside', (computer) => encrypted(computer, '{"version":1,"entries":[')],
    ['of a newer version', (computer) => encrypted(computer, '{"version":2,"entries":[]}')],
    [
      'with a token in it',
      (computer) => encrypted(computer, JSON.stringify({ version: 1, entries: [withToken] })),
    ],
    [
      'too long',
      (computer) => encrypted(computer, JSON.stringify({ version: 1, entries: Array(501).fill(entry(1)) })),
    ],
    ['of another keyring', () => encrypted(new Computer(), '{"version":1,"entries":[]}')],
  ];
  const withToken = { ...entry(1), token: 'x' };

  async function encrypted(computer: Computer, text: string): Promise<string> {
    await (await computer.document()).save(text);
    return computer.place.read('activity.json');
  }

  it.each(spoiled)('is set aside quietly when its file is %s, and goes on', async (_how, spoil) => {
    const computer = new Computer();
    const before = await computer.start();
    before.note(entry(1));
    await before.flush();
    const text = await spoil(computer);
    await computer.place.write('activity.json', text);
    const list = await computer.start();
    expect(computer.shown).toEqual([]);
    const [aside = ''] = await computer.place.files();
    expect(aside).toMatch(/^activity\.damaged-/);
    expect(await computer.place.read(aside)).toBe(text);
    list.note(entry(2));
    await list.flush();
    expect(await computer.kept()).toEqual([entry(2)]);
    expect(computer.notSaved).toBe(0);
  });

  const script = (on: number, change: Partial<ScriptEntry> = {}): ScriptEntry => ({
    kind: 'endpoint',
    on: testNow + on,
    consumerName: 'my notebook',
    resource: 'https://vault.azure.net',
    count: 1,
    username: 'zoe@contoso.com',
    tenantId: 'contoso',
    tenantName: 'Contoso',
    ...change,
  });

  it('counts what scripts ask for again and again, and keeps all else', async () => {
    const computer = new Computer();
    const list = await computer.start();
    list.note(entry(0));
    for (let number = 1; number <= 2000; number += 1) {
      list.noteScript(script(number));
      list.noteScript(script(number, { kind: 'command-line', resource: 'https://graph.microsoft.com' }));
    }
    await list.flush();
    computer.timers.pass(1000);
    expect(computer.shown).toMatchObject([
      { kind: 'command-line', count: 2000, on: testNow + 2000 },
      { kind: 'endpoint', count: 2000, on: testNow + 2000 },
      entry(0),
    ]);
    expect(await computer.kept()).toHaveLength(3);
  });

  it('shows a script’s first token at once, and more of the same no more than once a second', async () => {
    const computer = new Computer();
    const list = await computer.start();
    list.noteScript(script(1));
    expect(computer.shown).toMatchObject([{ count: 1 }]);
    list.noteScript(script(2));
    expect(computer.shown).toMatchObject([{ count: 1 }]);
    computer.timers.pass(1000);
    expect(computer.shown).toMatchObject([{ count: 2 }]);
  });

  it('counts on when the name of the tenant has become known meanwhile', async () => {
    const computer = new Computer();
    const list = await computer.start();
    list.noteScript(script(1, { tenantName: 'contoso.com' }));
    list.noteScript(script(2));
    computer.timers.pass(1000);
    expect(computer.shown).toMatchObject([{ count: 2, tenantName: 'Contoso' }]);
    list.noteScript(script(3, { tenantId: 'another' }));
    expect(computer.shown).toMatchObject([{ count: 1 }, { count: 2 }]);
  });

  it('begins another line after a minute, for another account, and for another resource', async () => {
    const computer = new Computer();
    const list = await computer.start();
    list.noteScript(script(0));
    list.noteScript(script(60_000));
    list.noteScript(script(60_001, { username: 'yan@contoso.com' }));
    list.noteScript(script(60_002, { resource: 'https://storage.azure.com' }));
    expect(computer.shown.map((each) => each.kind && each.count)).toEqual([1, 1, 1, 1]);
  });
});
