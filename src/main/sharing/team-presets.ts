import { createHash } from 'node:crypto';
import type { Preset } from '../../shared/preset';
import type { PresetFile } from '../../shared/preset-file';
import type { TeamChange } from '../../shared/sharing-view';
import { teamPrefix } from '../presets/given-ids';
import { presetFromFile } from './preset-conversion';
import { contentKey, differences } from './shareable';

/** The longest id that a preset may have. */
const idLength = 64;

/**
 * The id of a team's preset among all: what is remembered of it goes by that, so it stays the same as long as the team
 * keeps its own.
 */
export function teamPresetId(teamId: string, id: string): string {
  const whole = `${teamPrefix}${teamId}-${id}`;
  if (whole.length <= idLength) return whole;
  return `${teamPrefix}${teamId}-${createHash('sha256').update(id).digest('hex').slice(0, 40)}`;
}

export const isOfTeam = (teamId: string, presetId: string): boolean =>
  presetId.startsWith(`${teamPrefix}${teamId}-`);

/** What a team's preset, or the organisation's, is called outside of this program. */
export const idOutside = (presetId: string): string =>
  presetId.replace(/^(?:team-[a-z0-9]{8}|managed)-(?=[a-z0-9])/, '');

export const teamPresets = (teamId: string, { presets }: PresetFile): readonly Preset[] =>
  presets.map((preset) => presetFromFile(teamPresetId(teamId, preset.id), preset));

/** What has changed between two copies of a catalogue; nothing where it reads the same. */
export function teamChange(
  before: readonly Preset[],
  after: readonly Preset[],
  on: number,
): TeamChange | undefined {
  const old = new Map(before.map((preset) => [preset.id, preset]));
  const ids = new Set(after.map(({ id }) => id));
  const added = after.filter(({ id }) => !old.has(id)).map(({ name }) => name);
  const removed = before.filter(({ id }) => !ids.has(id)).map(({ name }) => name);
  const changed = after.flatMap((preset) => {
    const was = old.get(preset.id);
    return was === undefined || contentKey(was) === contentKey(preset)
      ? []
      : [{ name: preset.name, changes: differences(was, preset) }];
  });
  return added.length + removed.length + changed.length === 0 ? undefined : { on, added, changed, removed };
}

/** The id of a catalogue that the organisation has laid down: the same at every start. */
export const managedTeamId = (id: string): string =>
  createHash('sha256').update(`managed ${id}`).digest('hex').slice(0, 8);
