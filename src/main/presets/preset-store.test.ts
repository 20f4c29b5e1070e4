import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Preset } from '../../shared/preset';
import { JsonDocument } from '../storage/json-document';
import { TemporaryPlace } from '../test-support/temporary-place';
import { GivenPresets } from './given-presets';
import { initialPresetsFile, presetsFileSchema, PresetStore, repairPresetsFile } from './preset-store';

const builtIn = initialPresetsFile().presets.map(({ id }) => id);

const mine = (id: string): Preset => ({
  id,
  name: id,
  icon: 'custom',
  pinned: false,
  keepFresh: false,
  targets: { public: { scopes: ['api://x/.default'], requests: [] } },
});

async function open(place = new TemporaryPlace()) {
  const told: string[][] = [];
  const document = await JsonDocument.open(
    place,
    'presets',
    presetsFileSchema,
    initialPresetsFile(),
    repairPresetsFile,
  );
  const store = new PresetStore(document, (presets) => told.push(presets.map(({ id }) => id)));
  const ids = (): string[] => store.all.map(({ id }) => id);
  return { place, store, told, ids, from: document.recovery?.from };
}

/** A store whose file is only in memory, with these presets and those of the organisation. */
function inMemory(ids: readonly string[], managedIds: readonly string[] = []) {
  const first: ReturnType<typeof initialPresetsFile> = { version: 1, presets: ids.map(mine) };
  const document = {
    value: first,
    writes: 0,
    save(value: typeof first): Promise<void> {
      this.value = value;
      this.writes += 1;
      return Promise.resolve();
    },
  };
  const store = new PresetStore(document, () => undefined, new GivenPresets(managedIds.map(mine)));
  return { document, store, ids: () => store.all.map(({ id }) => id) };
}

describe('undoing a deletion', () => {
  it('leaves one preset of an id that has come back meanwhile', async () => {
    const { store, ids } = inMemory(['a', 'b']);
    await store.delete('a');
    await store.add({ ...mine('a'), name: 'Imported' });
    await store.restore('a', new Set());
    expect(ids()).toEqual(['b', 'a']);
    expect(store.find('a')?.name).toBe('Imported');
    expect(store.wasDeleted('a')).toBe(false);
  });
});

describe('the order of presets', () => {
  it('is the person’s, and there after a restart', async () => {
    const { place, store, ids } = await open();
    const [first = '', second = ''] = builtIn;
    await store.move(second, first);
    expect(ids().slice(0, 2)).toEqual([second, first]);
    await store.move(second, null, true);
    expect(ids()).toEqual([...builtIn.filter((id) => id !== second), second]);
    const again = await open(place);
    expect(again.ids()).toEqual(ids());
    expect(again.store.find(second)?.pinned).toBe(true);
  });

  it('costs one write for each move, and none where there is nothing to move', async () => {
    const { document, store } = inMemory(['a', 'b', 'c']);
    await store.move('a', 'c', true);
    expect(document.writes).toBe(1);
    await store.move('a', 'c', true);
    await store.move('a', 'a');
    await store.move('c', null);
    await store.move('nothing', 'a');
    expect(document.writes).toBe(1);
  });

  it('begins with the organisation’s presets, which stay where they are', async () => {
    const { store, ids } = inMemory(['a', 'b'], ['x', 'y']);
    await store.move('x', null);
    await store.move('b', 'y');
    expect(ids()).toEqual(['x', 'y', 'b', 'a']);
  });

  it('is that of a list from which one is taken and put in again, and what was deleted comes back to its place', async () => {
    const id = fc.nat(7).map((n) => `p${n}`);
    const action = fc.oneof(
      fc.record({ kind: fc.constant('move' as const), id, before: fc.option(id) }),
      fc.record({ kind: fc.constant('delete' as const), id }),
      fc.record({ kind: fc.constant('restore' as const), id }),
    );
    const start = Array.from({ length: 6 }, (_, n) => `p${n}`);
    await fc.assert(
      fc.asyncProperty(fc.array(action, { maxLength: 20 }), async (actions) => {
        const { store, ids } = inMemory(start);
        let model = [...start];
        const followers = new Map<string, readonly string[]>();
        for (const each of actions) {
          const index = model.indexOf(each.id);
          const others = model.filter((other) => other !== each.id);
          if (each.kind === 'restore') {
            await store.restore(each.id, new Set());
            const next = followers.get(each.id)?.find((follower) => model.includes(follower));
            if (followers.delete(each.id))
              model = model.toSpliced(next === undefined ? model.length : model.indexOf(next), 0, each.id);
          } else if (each.kind === 'delete') {
            await store.delete(each.id);
            if (index >= 0) followers.set(each.id, model.slice(index + 1));
            model = others;
          } else {
            await store.move(each.id, each.before);
            const to = each.before === null ? -1 : others.indexOf(each.before);
            if (index >= 0 && each.before !== each.id)
              model = others.toSpliced(to < 0 ? others.length : to, 0, each.id);
          }
          expect(ids()).toEqual(model);
        }
      }),
    );
  });
});

describe('the presets of a person', () => {
  it('begin with the catalogue', async () => {
    expect((await open()).ids()).toEqual(builtIn);
  });

  it('have every change after a restart, in the same order', async () => {
    const { place, store, ids, told } = await open();
    await store.add(mine('a'));
    await store.add(mine('b'));
    await store.replace({ ...mine('a'), name: 'A', pinned: true });
    await store.delete('graph');
    expect(ids()).toEqual([...builtIn.filter((id) => id !== 'graph'), 'a', 'b']);
    const again = await open(place);
    expect(again.store.all).toEqual(store.all);
    expect(again.store.find('a')).toMatchObject({ name: 'A', pinned: true });
    expect(told.at(-1)).toEqual(ids());
    expect(told).toHaveLength(4);
  });

  it('have a deleted one back where it was, once', async () => {
    const { place, store, ids } = await open();
    await store.delete('graph');
    expect(store.wasDeleted('graph')).toBe(true);
    await store.restore('graph', new Set());
    expect(ids()).toEqual(builtIn);
    expect((await open(place)).ids()).toEqual(builtIn);
    expect(store.wasDeleted('graph')).toBe(false);
    await store.restore('graph', new Set());
    expect(ids()).toEqual(builtIn);
  });

  it('are not changed by an id that does not exist', async () => {
    const { store, ids, told } = await open();
    await store.delete('nothing');
    await store.restore('nothing', new Set());
    expect(ids()).toEqual(builtIn);
    expect(told).toEqual([]);
  });

  it('are told and kept in memory when the disk is full', async () => {
    const { place, store, ids, told } = await open();
    await place.block();
    await expect(store.add(mine('a'))).rejects.toThrow();
    expect(ids()).toEqual([...builtIn, 'a']);
    expect(told.at(-1)).toEqual(ids());
  });

  it('are never so many that the file could not be read back', async () => {
    const { place, store } = await open();
    const many = Array.from({ length: 2000 - builtIn.length }, (_, n) => mine(`p${n}`));
    await place.write('presets.json', JSON.stringify({ version: 1, presets: [...store.all, ...many] }));
    const full = await open(place);
    await expect(full.store.add(mine('one-more'))).rejects.toThrow();
    expect((await open(place)).ids()).toHaveLength(2000);
  });
});

describe('a hotkey in a file written by hand', () => {
  const withHotkeys = (...hotkeys: readonly unknown[]) =>
    hotkeys.map((hotkey, index) => ({ ...mine(`p${index}`), pinned: true, hotkey }));
  async function opened(presets: readonly object[], more: object = {}) {
    const place = new TemporaryPlace();
    await place.write('presets.json', JSON.stringify({ version: 1, presets, ...more }));
    const { store, from } = await open(place);
    expect((await open(place)).from).toBeUndefined();
    return { presets: store.all, from };
  }

  it('is taken where it may be had', async () => {
    const presets = withHotkeys('CommandOrControl+Alt+G', 'F9');
    expect(await opened(presets)).toEqual({ presets, from: undefined });
  });

  it.each([
    'T',
    'Shift+T',
    'CommandOrControl+C',
    'Alt+F4',
    'Alt+Ctrl+T',
    'x',
    '',
    7,
    null,
    {},
    'CommandOrControl+'.repeat(5),
  ])('costs that one hotkey only where it may not: %j', async (hotkey) => {
    const presets = withHotkeys('F9', hotkey, 'Alt+G');
    const { hotkey: _wrong, ...second } = { ...presets[1] };
    expect(await opened(presets)).toEqual({ presets: [presets[0], second, presets[2]], from: 'repair' });
  });

  it('does not save a file in which something else is wrong, too', async () => {
    const presets = withHotkeys('T');
    const builtInPresets = initialPresetsFile().presets;
    for (const file of [
      opened(presets, { version: 2 }),
      opened(presets, { more: 1 }),
      opened([...presets, { id: 'x' }]),
    ]) {
      expect(await file).toEqual({ presets: builtInPresets, from: 'default' });
    }
    for (const other of [undefined, null, [], {}, 'x', { presets: {} }, { presets: [null, 1] }]) {
      expect(repairPresetsFile(other)).toBeUndefined();
    }
  });
});
