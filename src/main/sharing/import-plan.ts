import type { Preset } from '../../shared/preset';
import { presetLimits } from '../../shared/preset-limits';
import { resourceLabel } from '../../shared/scopes';
import type { ImportChoice, ImportItem, ImportStatus } from '../../shared/sharing-view';
import { isGivenId } from '../presets/given-ids';
import { hostWarnings } from './host-warnings';
import type { NewPreset } from './recognised-presets';
import { contentKey, differences, withShareable } from './shareable';

/** What an import would change, as pure functions of what it brings and what there is. */

/** A preset to import; one of another program has no id yet. */
export type Candidate = NewPreset & { readonly id?: string };

export interface PlannedItem {
  readonly candidate: Candidate;
  readonly status: ImportStatus;
  /** The person's preset that it is compared with. */
  readonly match?: Preset;
}

const asPreset = (candidate: Candidate): Preset => ({ id: 'new', ...candidate });

/** Compares by id, then by content, then by name. */
export function planImport(candidates: readonly Candidate[], own: readonly Preset[]): readonly PlannedItem[] {
  const byId = new Map(own.map((preset) => [preset.id, preset]));
  const byContent = new Map(own.map((preset) => [contentKey(preset), preset]));
  const byName = new Map(own.map((preset) => [nameKey(preset.name), preset]));
  return candidates.map((candidate): PlannedItem => {
    const key = contentKey(asPreset(candidate));
    const sameId = candidate.id === undefined ? undefined : byId.get(candidate.id);
    if (sameId !== undefined)
      return { candidate, match: sameId, status: contentKey(sameId) === key ? 'same' : 'changed' };
    const same = byContent.get(key);
    if (same !== undefined) return { candidate, match: same, status: 'same' };
    const sameName = byName.get(nameKey(candidate.name));
    return sameName === undefined
      ? { candidate, status: 'new' }
      : { candidate, match: sameName, status: 'name-taken' };
  });
}

const nameKey = (name: string): string => name.trim().toLowerCase();

export function itemView({ candidate, status, match }: PlannedItem): ImportItem {
  const preset = asPreset(candidate);
  const { name, icon, colour, delivery = 'bearer', targets } = preset;
  const [target] = Object.values(targets);
  return {
    name,
    icon,
    ...(colour === undefined ? {} : { colour }),
    resource: resourceLabel(target?.scopes ?? []),
    delivery,
    status,
    changes: match === undefined || status === 'same' ? [] : differences(match, preset),
    warnings: hostWarnings(preset),
  };
}

export interface Applied {
  readonly own: readonly Preset[];
  readonly added: readonly string[];
  /** As they were. */
  readonly replaced: readonly Preset[];
}

/**
 * The person's presets after the import. @param choices one for each item
 * @param isTaken whether an id belongs to anything in the list
 */
export function applyImport(
  items: readonly PlannedItem[],
  choices: readonly ImportChoice[],
  own: readonly Preset[],
  newPreset: { readonly id: () => string; readonly keepFresh: boolean },
  isTaken: (id: string) => boolean,
): Applied {
  const replaced = new Map<string, Preset>();
  const changed = new Map<string, Preset>();
  const added: Preset[] = [];
  const names = new Set(own.map(({ name }) => nameKey(name)));
  const ids = new Set(own.map(({ id }) => id));
  items.forEach(({ candidate, match }, index) => {
    const choice = choices[index] ?? 'skip';
    if (choice === 'skip') return;
    if (choice === 'take' && match !== undefined) {
      replaced.set(match.id, match);
      changed.set(match.id, withShareable(match, asPreset(candidate)));
      return;
    }
    const { id: wanted } = candidate;
    const isFree = wanted !== undefined && !isGivenId(wanted) && !isTaken(wanted) && !ids.has(wanted);
    const id = isFree ? wanted : newPreset.id();
    const name = freeName(candidate.name, names);
    ids.add(id);
    names.add(nameKey(name));
    added.push({ ...asPreset(candidate), id, name, keepFresh: newPreset.keepFresh });
  });
  return {
    own: [...own.map((preset) => changed.get(preset.id) ?? preset), ...added],
    added: added.map(({ id }) => id),
    replaced: [...replaced.values()],
  };
}

/** `Orders (2)` where there is an `Orders`; what the form takes stays as short as it wants it. */
function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(nameKey(name))) return name;
  const { nameLength, storedNameLength } = presetLimits;
  const most = name.length > nameLength ? storedNameLength : nameLength;
  for (let count = 2; ; count += 1) {
    const suffix = ` (${count})`;
    const next = `${cutTo(name, most - suffix.length)}${suffix}`;
    if (!taken.has(nameKey(next))) return next;
  }
}

/** Half of a surrogate pair would be left of a character that was cut through. */
const cutTo = (name: string, length: number): string =>
  name.length <= length
    ? name
    : name
        .slice(0, length)
        .replace(/[\uD800-\uDBFF]$/, '')
        .trimEnd();

/** Takes an import back; what was changed since in other presets stays. */
export function withoutImport(own: readonly Preset[], { added, replaced }: Applied): readonly Preset[] {
  const gone = new Set(added);
  const before = new Map(replaced.map((preset) => [preset.id, preset]));
  return own.filter(({ id }) => !gone.has(id)).map((preset) => before.get(preset.id) ?? preset);
}
