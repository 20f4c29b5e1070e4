import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { managedSettingsSchema } from '../../../shared/managed-settings';
import { managedSettingsJsonSchema } from './json-schema';
import { parseManagedSettings } from './parse-managed-settings';

const docs = join(import.meta.dirname, '..', '..', '..', '..', 'docs');
const page = readFileSync(join(docs, 'managed-settings.md'), 'utf8');

/** Every object in a JSON Schema that describes a member. */
function members(schema: unknown, path = ''): [string, unknown][] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([name, value]: [string, unknown]) => [
    ...(name === 'properties' && typeof value === 'object' && value !== null
      ? Object.entries(value).map(([member, each]: [string, unknown]): [string, unknown] => [
          `${path}.${member}`,
          each,
        ])
      : []),
    ...members(value, name === 'properties' ? path : `${path}.${name}`),
  ]);
}

describe('the published schema', () => {
  const published: unknown = JSON.parse(readFileSync(join(docs, 'managed-settings.schema.json'), 'utf8'));

  it('is what the program goes by (npm run schema writes it)', () => {
    expect(published).toEqual(managedSettingsJsonSchema());
  });

  it('describes every member', () => {
    const all = members(published);
    expect(all.length).toBeGreaterThan(60);
    const bare = all.filter(
      ([, schema]) => !(typeof schema === 'object' && schema !== null && 'description' in schema),
    );
    expect(bare.map(([path]) => path)).toEqual([]);
  });
});

describe('the page about managed settings', () => {
  const examples = [...page.matchAll(/^```json\n([\s\S]*?)^```$/gm)].map(([, text = '']) => text);

  it('has three examples, and all are good', () => {
    expect(examples).toHaveLength(3);
    for (const text of examples)
      expect(parseManagedSettings(new TextEncoder().encode(text))).toMatchObject({ kind: 'ok' });
  });

  it('names every member', () => {
    const { shape } = managedSettingsSchema;
    const names = [
      ...Object.keys(shape),
      ...Object.keys(shape.settings.unwrap().shape),
      ...Object.keys(shape.forbid.unwrap().shape),
      ...[shape.clouds, shape.clientApplications, shape.presets].flatMap((list) =>
        Object.keys(list.unwrap().element.shape),
      ),
    ];
    expect(names.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
  });
});
