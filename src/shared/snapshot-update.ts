import { shareStructure } from './share-structure';
import type { PresetView, Snapshot } from './snapshot';

type Parts = Omit<Snapshot, 'presets'>;

/** What a page is told of the rows of presets: those that are new or other ones, and how they follow each other. */
interface PresetsUpdate {
  readonly changed: readonly PresetView[];
  /** All ids in order; absent: as before. */
  readonly order?: readonly string[];
}

/**
 * What makes a newer snapshot of the last one that a page has. With a thousand presets a whole snapshot is a megabyte,
 * and what a click changes are a few hundred bytes of it.
 */
export type SnapshotUpdate =
  | { readonly kind: 'whole'; readonly snapshot: Snapshot }
  | {
      readonly kind: 'change';
      readonly parts: Partial<Parts>;
      readonly gone: readonly (keyof Parts)[];
      readonly presets?: PresetsUpdate;
    };

const namesOf = (parts: Partial<Parts>): readonly (keyof Parts)[] => Object.keys(parts) as (keyof Parts)[];

/**
 * From one snapshot to the next: what is another object. Nothing for two that are the same. It relies on what has not
 * changed being the same object: see `snapshotMaker`.
 */
export function updateBetween(before: Snapshot | undefined, after: Snapshot): SnapshotUpdate | undefined {
  if (before === undefined) return { kind: 'whole', snapshot: after };
  if (before === after) return undefined;
  const { presets: presetsBefore, ...partsBefore } = before;
  const { presets: presetsAfter, ...partsAfter } = after;
  const changed = namesOf(partsAfter).filter((name) => partsAfter[name] !== partsBefore[name]);
  const gone = namesOf(partsBefore).filter((name) => !Object.hasOwn(partsAfter, name));
  const presets = presetsBefore === presetsAfter ? undefined : presetsBetween(presetsBefore, presetsAfter);
  if (changed.length === 0 && gone.length === 0 && presets === undefined) return undefined;
  return {
    kind: 'change',
    parts: Object.fromEntries(changed.map((name) => [name, partsAfter[name]])),
    gone,
    ...(presets === undefined ? {} : { presets }),
  };
}

function presetsBetween(before: readonly PresetView[], after: readonly PresetView[]): PresetsUpdate {
  const known = new Set(before);
  const changed = after.filter((preset) => !known.has(preset));
  const sameOrder =
    before.length === after.length && before.every(({ id }, index) => id === after[index]?.id);
  return { changed, ...(sameOrder ? {} : { order: after.map(({ id }) => id) }) };
}

/** The newer snapshot. Whatever equals what was there before is the same object again, so that it is not drawn anew. */
export function withUpdate(before: Snapshot | undefined, update: SnapshotUpdate): Snapshot | undefined {
  if (update.kind === 'whole') {
    const { presets, ...parts } = update.snapshot;
    const { presets: presetsBefore = [], ...partsBefore } = before ?? {};
    const order = presets.map(({ id }) => id);
    return { ...shareStructure(partsBefore, parts), presets: presetsWith(presetsBefore, presets, order) };
  }
  // A page that has nothing yet has asked for the whole, which is on its way.
  if (before === undefined) return undefined;
  const { presets, ...parts } = before;
  const kept = namesOf(parts).filter((name) => !update.gone.includes(name));
  const others = {
    ...Object.fromEntries(kept.map((name) => [name, parts[name]])),
    ...Object.fromEntries(
      namesOf(update.parts).map((name) => [name, shareStructure(parts[name], update.parts[name])]),
    ),
  } as Parts;
  const { changed, order } = update.presets ?? { changed: [] };
  return { ...others, presets: presetsWith(presets, changed, order ?? presets.map(({ id }) => id)) };
}

function presetsWith(
  before: readonly PresetView[],
  changed: readonly PresetView[],
  order: readonly string[],
): readonly PresetView[] {
  const rows = new Map(before.map((preset) => [preset.id, preset]));
  for (const preset of changed) rows.set(preset.id, shareStructure(rows.get(preset.id), preset));
  const after = order.flatMap((id) => rows.get(id) ?? []);
  return after.length === before.length && after.every((preset, index) => preset === before[index])
    ? before
    : after;
}
