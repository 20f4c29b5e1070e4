import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { TeamChange, TeamNews } from '../shared/sharing-view';
import type { Documents } from './documents';
import type { Fetch } from './identity/network-client';
import type { After, Log, Now } from './ports';
import type { PresetStore } from './presets/preset-store';
import type { SettingsStore } from './settings/settings-store';
import { readCatalogueFile } from './sharing/get-catalogue';
import { PresetImports } from './sharing/preset-imports';
import { recogniseRequest } from './sharing/recognise-request';
import { TeamCatalogues, type ManagedTeam } from './sharing/team-catalogues';
import { TeamCopies } from './sharing/team-copies';
import type { State } from './state';

export interface SharingParts {
  readonly state: State;
  readonly documents: Pick<Documents, 'teams'>;
  readonly presets: PresetStore;
  readonly settings: SettingsStore;
  /** The folder of all documents. */
  readonly folder: string;
  /** Takes no answer longer than a file with presets may be. */
  readonly fetch: Fetch;
  readonly managed?: { readonly teams: readonly ManagedTeam[]; readonly ownAreForbidden: boolean };
  readonly platform: NodeJS.Platform;
  readonly after: After;
  readonly now: Now;
  readonly log: Log;
}

/** Importing, and the catalogues of teams: what there is of them goes into the state. */
export function composeSharing(parts: SharingParts): {
  readonly imports: PresetImports;
  readonly teams: TeamCatalogues;
} {
  const { state, documents, presets, settings, folder, fetch, managed, platform, after, now, log } = parts;
  const imports = new PresetImports({
    presets,
    recognise: recogniseRequest,
    newId: randomUUID,
    keepFresh: () => settings.value.keepFreshByDefault,
    changed: (importing) => state.update({ importing }),
  });
  const teams = new TeamCatalogues({
    document: documents.teams,
    copies: new TeamCopies(join(folder, 'team-catalogues')),
    readers: { fetch, readFile: readCatalogueFile },
    managed: managed?.teams ?? [],
    ownAreForbidden: managed?.ownAreForbidden ?? false,
    platform,
    changed: (views, all, presetsChanged) => {
      state.update({ teams: views });
      if (presetsChanged) presets.setTeams(all);
    },
    announce: (name, change) => addNews(state, name, change),
    newId: () => randomBytes(4).toString('hex'),
    after,
    now,
    log,
  });
  return { imports, teams };
}

/** One notice for all that has changed since somebody put the last one away. */
function addNews(state: State, name: string, { on, added, changed, removed }: TeamChange): void {
  const before = state.value.notices.find(({ kind }) => kind === 'team-catalogues-changed')?.news;
  const counts = { name, added: added.length, changed: changed.length, removed: removed.length };
  const news: TeamNews = {
    on,
    teams: [...(before?.teams ?? []).filter((team) => team.name !== name), counts],
  };
  state.removeNotice('team-catalogues-changed');
  state.addNotice({ kind: 'team-catalogues-changed', news });
}
