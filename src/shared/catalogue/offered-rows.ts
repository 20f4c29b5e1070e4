import type { CloudView } from '../snapshot';
import { catalogue } from './catalogue';
import type { CatalogueRow, CatalogueTarget } from './catalogue-row';
import { azureCloudOf } from './known-hosts';

/** A row as a cloud has it. */
export interface OfferedRow {
  readonly row: CatalogueRow;
  /** To the letter; in custom clouds as their table has it. */
  readonly resource: string;
  /** Absent in custom clouds, which only say what the resource is called. */
  readonly target?: CatalogueTarget;
}

/** The rows that exist in a cloud. */
export function offeredRows({
  id,
  resources,
  arm,
}: Pick<CloudView, 'id' | 'resources' | 'arm'>): readonly OfferedRow[] {
  const cloud = azureCloudOf(id);
  return catalogue.flatMap((row): readonly OfferedRow[] => {
    if (cloud !== undefined) {
      const target = row.targets[cloud];
      return target === undefined ? [] : [{ row, resource: target.resource, target }];
    }
    const own = Object.hasOwn(resources, row.id) ? resources[row.id] : undefined;
    const resource = own ?? (row.id === 'resource-manager' ? arm?.audience : undefined);
    return resource === undefined ? [] : [{ row, resource }];
  });
}

/** What a row is found by, in small letters: made once, since each key looks at all of them. */
const texts = new WeakMap<OfferedRow, string>();

function textOf(offered: OfferedRow): string {
  const before = texts.get(offered);
  if (before !== undefined) return before;
  const { row, resource, target } = offered;
  const made = [
    row.name,
    row.id,
    resource,
    ...row.keywords,
    ...(target?.hosts ?? []),
    ...(target?.audiences ?? []),
  ]
    .join('\n')
    .toLowerCase();
  texts.set(offered, made);
  return made;
}

/** Those that have every word of `query` in name, resource, hosts or keywords; those with all in the name come first. */
export function findRows(rows: readonly OfferedRow[], query: string): readonly OfferedRow[] {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return rows;
  const hits = rows.filter((offered) => words.every((word) => textOf(offered).includes(word)));
  const inName = ({ row: { name } }: OfferedRow): boolean =>
    words.every((word) => name.toLowerCase().includes(word));
  return [...hits.filter(inName), ...hits.filter((hit) => !inName(hit))];
}
