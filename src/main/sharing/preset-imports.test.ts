import { describe, expect, it } from 'vitest';
import { initialPresetsFile, PresetStore, presetsFileSchema } from '../presets/preset-store';
import { JsonDocument } from '../storage/json-document';
import { TemporaryPlace } from '../test-support/temporary-place';
import { PresetImports, type ImportState } from './preset-imports';

const textWith = (id: string): string =>
  JSON.stringify({
    format: 'token-tray-presets',
    version: 1,
    presets: [{ id, name: 'Orders', targets: { public: { resource: 'api://orders' } } }],
  });
const text = textWith('orders');

async function start(newId = 'import-1'): Promise<{
  place: TemporaryPlace;
  presets: PresetStore;
  imports: PresetImports;
  shown: () => ImportState;
}> {
  const place = new TemporaryPlace();
  const document = await JsonDocument.open(place, 'presets', presetsFileSchema, initialPresetsFile());
  const presets = new PresetStore(document, () => undefined);
  let state: ImportState = {};
  const imports = new PresetImports({
    presets,
    recognise: () => undefined,
    newId: () => newId,
    keepFresh: () => false,
    changed: (next) => (state = next),
  });
  return { place, presets, imports, shown: () => state };
}

describe('an import', () => {
  it('is applied once, and taken back', async () => {
    const { presets, imports, shown } = await start();
    const before = presets.own;
    imports.readText(text);
    const both = await Promise.all([
      imports.apply('import-1', ['take']),
      imports.apply('import-1', ['take']),
    ]);
    expect(both).toEqual([true, false]);
    expect(shown()).toEqual({});
    expect(presets.own.at(-1)?.name).toBe('Orders');
    expect(await imports.undo('import-1')).toBe(true);
    expect(presets.own).toEqual(before);
  });

  it('stays in the preview when the list does not take it', async () => {
    const { presets, imports, shown } = await start('');
    const before = presets.own;
    imports.readText(textWith(before[0]?.id ?? ''));
    await expect(imports.apply('', ['both'])).rejects.toThrow();
    expect(shown().preview?.id).toBe('');
    expect(await imports.undo('')).toBe(false);
    expect(presets.own).toEqual(before);
  });

  it('can be taken back when it is in the list and only not on disk', async () => {
    const { place, presets, imports, shown } = await start();
    const before = presets.own;
    imports.readText(text);
    await place.block();
    await expect(imports.apply('import-1', ['take'])).rejects.toThrow();
    expect(presets.own.at(-1)?.name).toBe('Orders');
    expect(shown()).toEqual({});
    await expect(imports.undo('import-1')).rejects.toThrow();
    expect(presets.own).toEqual(before);
  });
});
