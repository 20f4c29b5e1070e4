import { isArray, isObject, withSortedKeys, type Answer, type Json, type OutputFormat } from './answer';
import { colouredJson, colouredYaml } from './colours';
import { runQuery } from './query';
import { table } from './table';
import { tsv } from './tsv';
import { yaml } from './yaml';

export interface OutputWish {
  readonly format: OutputFormat;
  /** JMESPath */
  readonly query?: string | undefined;
  /** A terminal reads it; anything else wants no colours. */
  readonly isTerminal: boolean;
}

/**
 * An answer as az writes it. Nothing for `null`, as az has it.
 * @throws QueryProblem
 */
export function formatOutput(
  { value, table: toTable }: Answer,
  { format, query, isTerminal }: OutputWish,
): string {
  const result = query === undefined ? value : runQuery(value, query);
  if (result === null) return '';
  switch (format) {
    case 'json':
      return json(result);
    case 'jsonc':
      return isTerminal ? colouredJson(json(result)) : json(result);
    case 'yaml':
      return yaml(result);
    case 'yamlc':
      return isTerminal ? colouredYaml(yaml(result)) : yaml(result);
    case 'table': {
      const isAsIs = query === undefined && toTable === undefined;
      return table(query === undefined && toTable !== undefined ? toTable(result) : result, isAsIs);
    }
    case 'tsv': {
      const given = query === undefined ? undefined : objectsIn(value);
      return tsv(result, (object) => given !== undefined && !given.has(object));
    }
    case 'none':
      return '';
  }
}

const json = (value: Json): string => `${JSON.stringify(withSortedKeys(value), undefined, 2)}\n`;

function objectsIn(value: Json, found = new Set<Json>()): ReadonlySet<Json> {
  if (isArray(value)) for (const each of value) objectsIn(each, found);
  else if (isObject(value)) {
    found.add(value);
    for (const each of Object.values(value)) objectsIn(each, found);
  }
  return found;
}
