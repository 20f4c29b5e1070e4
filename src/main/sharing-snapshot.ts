import { resourceLabel } from '../shared/scopes';
import type { SharingView, TeamView } from '../shared/sharing-view';
import { teamPrefix } from './presets/given-ids';
import { isOfTeam } from './sharing/team-presets';
import type { AppState } from './state';

/** The name of the team catalogue that a preset is from. Pure. */
export function teamNameOf(teams: readonly TeamView[], presetId: string): string | undefined {
  if (!presetId.startsWith(teamPrefix)) return undefined;
  return teams.find(({ id }) => isOfTeam(id, presetId))?.name;
}

/** What the page for importing and exporting shows. Pure. */
export function sharingView(state: AppState): SharingView {
  const { presets, importing, exported, teams, teamRefused, isAddingTeam } = state;
  const { preview, refused } = importing;
  return {
    exportable: presets.map(({ id, name, icon, colour, targets }) => ({
      id,
      name,
      icon,
      ...(colour === undefined ? {} : { colour }),
      resource: resourceLabel(Object.values(targets)[0]?.scopes ?? []),
    })),
    ...(preview === undefined ? {} : { importPreview: preview }),
    ...(refused === undefined ? {} : { importRefused: refused }),
    ...(exported === undefined ? {} : { exported }),
    teams,
    ...(teamRefused === undefined ? {} : { teamRefused }),
    isAddingTeam,
  };
}
