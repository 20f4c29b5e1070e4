/** What a command answers with, before it is written: JSON, with the keys in the order that az makes them in. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [key: string]: Json;
}

export const isObject = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isArray = (value: Json): value is readonly Json[] => Array.isArray(value);

export const outputFormats = ['json', 'jsonc', 'yaml', 'yamlc', 'table', 'tsv', 'none'] as const;
export type OutputFormat = (typeof outputFormats)[number];

export interface Answer {
  readonly value: Json;
  /** What a table shows of it; absent: what there is. */
  readonly table?: (value: Json) => Json;
}

/** In the order of code points, which that of UTF-8 is, as Python sorts. */
export const byCodePoint = (one: string, other: string): number =>
  Buffer.compare(Buffer.from(one), Buffer.from(other));

/** All keys in order, as az's JSON and YAML have them. */
export function withSortedKeys(value: Json): Json {
  if (isArray(value)) return value.map(withSortedKeys);
  if (!isObject(value)) return value;
  const keys = Object.keys(value).sort(byCodePoint);
  return Object.fromEntries(keys.map((key) => [key, withSortedKeys(value[key] ?? null)]));
}

/** What a command writes, beside what goes on while it runs. */
export interface WrittenAnswer {
  readonly answer?: Answer;
  /** Instead of an answer, as it is. */
  readonly text?: string;
  /** For whoever reads stderr. */
  readonly warning?: string;
}
