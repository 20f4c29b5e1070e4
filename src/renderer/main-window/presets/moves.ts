/** As much of a row as its place goes by. Rows come in list order: pinned ones first, then the rest. */
export interface PlacedRow {
  readonly id: string;
  readonly pinned: boolean;
  /** Somebody else keeps it, and it stays where it is: the organisation's before the person's own, a team's after them. */
  readonly isManaged: boolean;
  readonly team?: string;
}

/** One step of a row within its section. */
export type MoveStep = 'up' | 'down' | 'top' | 'bottom';

/** Where a row goes, in the words of the command `movePreset`. */
export interface Target {
  readonly before: string | null;
  readonly pinned: boolean;
}

export interface Move extends Target {
  /** The place in its section that it gets, from 1. */
  readonly place: number;
  /** How many there are in that section then. */
  readonly of: number;
}

/** Why a row cannot be moved. */
export type MoveProblem = 'managed' | 'first' | 'last';

const sectionOf = <Row extends PlacedRow>(rows: readonly Row[], pinned: boolean): readonly Row[] =>
  rows.filter((row) => row.pinned === pinned);

/** The gaps of a section that a row of the person's may be at: between the organisation's rows and those of teams. */
export function ownGaps(section: readonly PlacedRow[]): { readonly first: number; readonly last: number } {
  const ofTeams = section.filter(({ team }) => team !== undefined).length;
  const ofOrganisation = section.filter(({ isManaged, team }) => isManaged && team === undefined).length;
  return { first: ofOrganisation, last: section.length - ofTeams };
}

/** Where a key or a menu's item moves a row to. */
export function moveByStep(rows: readonly PlacedRow[], id: string, step: MoveStep): Move | MoveProblem {
  const row = rows.find((each) => each.id === id);
  if (row === undefined || row.isManaged) return 'managed';
  const section = sectionOf(rows, row.pinned);
  const from = section.indexOf(row);
  const gaps = ownGaps(section);
  const first = gaps.first;
  const last = gaps.last - 1;
  if ((step === 'up' || step === 'top') && from <= first) return 'first';
  if ((step === 'down' || step === 'bottom') && from >= last) return 'last';
  const to = { up: from - 1, down: from + 1, top: first, bottom: last }[step];
  return moveTo(section, row, to);
}

/** Where a row goes that is let go of at a gap: 0 is before the first row of the section. Nothing where it is already. */
export function moveToGap(
  rows: readonly PlacedRow[],
  id: string,
  pinned: boolean,
  gap: number,
): Move | undefined {
  const row = rows.find((each) => each.id === id);
  if (row === undefined || row.isManaged) return undefined;
  const section = sectionOf(rows, pinned);
  const from = section.indexOf(row);
  // Taken out of its own section, it leaves the gaps below it one higher.
  const { first, last } = ownGaps(section);
  const among = Math.max(first, Math.min(gap, last));
  const to = from >= 0 && among > from ? among - 1 : among;
  return to === from ? undefined : moveTo(section, { ...row, pinned }, to);
}

function moveTo(section: readonly PlacedRow[], { id, pinned }: PlacedRow, to: number): Move {
  const others = section.filter((other) => other.id !== id);
  return { before: ownIdOf(others[to]), pinned, place: to + 1, of: others.length + 1 };
}

/** Before a team's row is the end of the person's own. */
const ownIdOf = (next: PlacedRow | undefined): string | null =>
  next === undefined || next.isManaged ? null : next.id;

/** Where a row is now, to take a move back. */
export function placeOf(rows: readonly PlacedRow[], id: string): Target | undefined {
  const row = rows.find((each) => each.id === id);
  if (row === undefined) return undefined;
  const section = sectionOf(rows, row.pinned);
  return { before: ownIdOf(section[section.indexOf(row) + 1]), pinned: row.pinned };
}
