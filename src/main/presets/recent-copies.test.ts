import { describe, expect, it } from 'vitest';
import { JsonDocument, type DocumentPlace } from '../storage/json-document';
import { FakeTimers } from '../test-support/fake-timers';
import { TemporaryPlace, testNow } from '../test-support/temporary-place';
import {
  initialRecentCopiesFile,
  RecentCopies,
  recentCopiesFileSchema,
  type RecentCopy,
} from './recent-copies';

const copy = (presetId: string, format: RecentCopy['format'] = 'token', on = testNow): RecentCopy => ({
  presetId,
  format,
  on,
});

async function open(place: DocumentPlace, timers = new FakeTimers()) {
  const document = await JsonDocument.open(
    place,
    'recent-copies',
    recentCopiesFileSchema,
    initialRecentCopiesFile,
  );
  const seen: (readonly RecentCopy[])[] = [];
  const problems: string[] = [];
  const copies = new RecentCopies(
    document,
    timers.after,
    (all) => seen.push(all),
    () => problems.push('not saved'),
  );
  return { copies, timers, seen, problems };
}

describe('recent copies', () => {
  it('have the newest first, and each preset once, in the format it was copied in last', async () => {
    const { copies, seen } = await open(new TemporaryPlace());
    copies.note(copy('graph', 'curl', 1));
    copies.note(copy('storage', 'token', 2));
    copies.note(copy('graph', 'powershell', 3));
    expect(copies.all).toEqual([copy('graph', 'powershell', 3), copy('storage', 'token', 2)]);
    expect(seen.at(-1)).toBe(copies.all);
  });

  it('are there after a restart', async () => {
    const place = new TemporaryPlace();
    const { copies } = await open(place);
    copies.note(copy('graph', 'curl'));
    copies.note(copy('storage', 'environment'));
    await copies.flush();
    expect((await open(place)).copies.all).toEqual(copies.all);
  });

  it('forget what has not been copied for 200 presets', async () => {
    const place = new TemporaryPlace();
    const { copies } = await open(place);
    for (let number = 0; number < 205; number += 1) copies.note(copy(`preset-${number}`));
    await copies.flush();
    const { all } = (await open(place)).copies;
    expect(all).toHaveLength(200);
    expect([all[0]?.presetId, all.at(-1)?.presetId]).toEqual(['preset-204', 'preset-5']);
  });

  it('are written once, some time after the copy', async () => {
    const place = new TemporaryPlace();
    const { copies, timers } = await open(place);
    copies.note(copy('graph'));
    copies.note(copy('storage'));
    expect(timers.waiting).toBe(1);
    timers.pass(1999);
    expect(await place.files()).toEqual([]);
    timers.pass(1);
    await copies.flush();
    expect(await place.files()).toContain('recent-copies.json');
    expect((await open(place)).copies.all).toHaveLength(2);
    expect(timers.waiting).toBe(0);
    copies.note(copy('devops'));
    expect(timers.waiting).toBe(1);
    await copies.flush();
    expect((await open(place)).copies.all).toHaveLength(3);
  });

  it('have their file when a write that has begun was waited for', async () => {
    const place = new TemporaryPlace();
    const { folder, now, log } = place;
    const slow = async (name: string) => {
      await new Promise(setImmediate);
      return place.open(name);
    };
    const { copies, timers } = await open({ folder, now, log, open: slow });
    copies.note(copy('graph'));
    timers.pass(2000);
    await copies.flush();
    expect((await open(place)).copies.all).toEqual([copy('graph')]);
  });

  it('write nothing when nothing was copied', async () => {
    const place = new TemporaryPlace();
    await (await open(place)).copies.flush();
    expect(await place.files()).toEqual([]);
  });

  it('stay in memory when the disk takes them no more, and the next ones are tried again', async () => {
    const place = new TemporaryPlace();
    const { copies, problems } = await open(place);
    await place.block();
    copies.note(copy('graph'));
    await copies.flush();
    expect(problems).toHaveLength(1);
    copies.note(copy('storage'));
    await copies.flush();
    expect(problems).toHaveLength(2);
    expect(copies.all).toHaveLength(2);
  });

  it('begin anew from a file that makes no sense', async () => {
    const place = new TemporaryPlace();
    await place.write(
      'recent-copies.json',
      '{"version":1,"copies":[{"presetId":"../x","format":"token","on":1}]}',
    );
    expect((await open(place)).copies.all).toEqual([]);
  });
});
