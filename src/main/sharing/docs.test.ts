import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { presetFileSchema } from '../../shared/preset-file';
import { presetFileJsonSchema } from './json-schema';
import { readPresetFile } from './read-preset-file';

const docs = join(import.meta.dirname, '..', '..', '..', 'docs');
const page = readFileSync(join(docs, 'sharing.md'), 'utf8');

describe('the published schema of files with presets', () => {
  it('is what the program goes by (npm run schema writes it)', () => {
    const published: unknown = JSON.parse(readFileSync(join(docs, 'preset-file.schema.json'), 'utf8'));
    expect(published).toEqual(presetFileJsonSchema());
  });
});

describe('the page about sharing', () => {
  it('has an example that is good', () => {
    const examples = [...page.matchAll(/^```json\n([\s\S]*?)^```$/gm)].map(([, text = '']) => text);
    expect(examples).toHaveLength(1);
    for (const text of examples) expect(readPresetFile(text)).toMatchObject({ ok: true });
  });

  it('names every member', () => {
    const { shape } = presetFileSchema;
    const preset = shape.presets.element.shape;
    const target = preset.targets.valueType.shape;
    const names = [
      ...Object.keys(shape),
      ...Object.keys(preset),
      ...Object.keys(target),
      ...Object.keys(target.requests.unwrap().element.shape),
    ];
    expect(names.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
  });
});
