import type { ImportChoice, ImportItem, ImportStatus } from '../../../shared/sharing-view';

/** What stands chosen at first: what is new comes in, and nothing of the person's own changes without their word. */
const usual: Readonly<Record<ImportStatus, ImportChoice>> = {
  new: 'take',
  same: 'skip',
  changed: 'skip',
  'name-taken': 'skip',
};

export const usualChoices = (items: readonly ImportItem[]): readonly ImportChoice[] =>
  items.map(({ status }) => usual[status]);

/** An item and its place in the import. */
export interface PlacedItem {
  readonly item: ImportItem;
  readonly index: number;
}

export const placed = (
  items: readonly ImportItem[],
  ...statuses: readonly ImportStatus[]
): readonly PlacedItem[] =>
  items.flatMap((item, index) => (statuses.includes(item.status) ? [{ item, index }] : []));

/** The same choice for several. */
export function withChoice(
  choices: readonly ImportChoice[],
  items: readonly PlacedItem[],
  choice: ImportChoice,
): readonly ImportChoice[] {
  const changed = new Set(items.map(({ index }) => index));
  return choices.map((before, index) => (changed.has(index) ? choice : before));
}

export const countOf = (choices: readonly ImportChoice[]): number =>
  choices.filter((choice) => choice !== 'skip').length;
