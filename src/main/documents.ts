import {
  clientApplicationsFileSchema,
  initialClientApplicationsFile,
} from './identity/client-application-store';
import {
  initialPresetAnswersFile,
  presetAnswersFileSchema,
  repairPresetAnswersFile,
} from './presets/preset-answers';
import { initialPresetChoicesFile, presetChoicesFileSchema } from './presets/given-presets';
import { initialPresetsFile, presetsFileSchema, repairPresetsFile } from './presets/preset-store';
import { initialRecentCopiesFile, recentCopiesFileSchema } from './presets/recent-copies';
import { initialTemplatesFile, templatesFileSchema } from './templates/template-store';
import { initialUserSettings, repairUserSettings, userSettingsSchema } from './settings/user-settings';
import { initialTeamsFile, teamsFileSchema } from './sharing/teams-file';
import type { State } from './state';
import { JsonDocument, type DocumentPlace, type Recovery } from './storage/json-document';

type Settled<Promises> = { readonly [Name in keyof Promises]: Awaited<Promises[Name]> };

/** Waits for all of them side by side. */
async function allOf<Promises extends Readonly<Record<string, Promise<unknown>>>>(
  promises: Promises,
): Promise<Settled<Promises>> {
  const entries = Object.entries(promises).map(async ([name, promise]) => [name, await promise] as const);
  // The compiler does not follow names and values through a list of both.
  return Object.fromEntries(await Promise.all(entries)) as Settled<Promises>;
}

/** The files that are read at every start. @throws what the file system throws */
export const openDocuments = async (place: DocumentPlace) =>
  allOf({
    presets: JsonDocument.open(place, 'presets', presetsFileSchema, initialPresetsFile(), repairPresetsFile),
    settings: JsonDocument.open(
      place,
      'settings',
      userSettingsSchema,
      initialUserSettings,
      repairUserSettings,
    ),
    clientApplications: JsonDocument.open(
      place,
      'client-applications',
      clientApplicationsFileSchema,
      initialClientApplicationsFile,
    ),
    recentCopies: JsonDocument.open(place, 'recent-copies', recentCopiesFileSchema, initialRecentCopiesFile),
    presetAnswers: JsonDocument.open(
      place,
      'preset-answers',
      presetAnswersFileSchema,
      initialPresetAnswersFile,
      repairPresetAnswersFile,
    ),
    templates: JsonDocument.open(place, 'templates', templatesFileSchema, initialTemplatesFile),
    presetChoices: JsonDocument.open(
      place,
      'preset-choices',
      presetChoicesFileSchema,
      initialPresetChoicesFile,
    ),
    teams: JsonDocument.open(place, 'team-catalogues', teamsFileSchema, initialTeamsFile),
  });
export type Documents = Awaited<ReturnType<typeof openDocuments>>;

/** Tells the person which files were damaged. The order of recent copies is not worth a word, and answers are asked for again. */
export function noticeRecoveries(state: State, documents: Documents): void {
  noticeRecovery(state, 'presets', documents.presets.recovery);
  noticeRecovery(state, 'settings', documents.settings.recovery);
  noticeRecovery(state, 'client-applications', documents.clientApplications.recovery);
  noticeRecovery(state, 'templates', documents.templates.recovery);
  noticeRecovery(state, 'team-catalogues', documents.teams.recovery);
  noticeRecovery(state, 'preset-choices', documents.presetChoices.recovery);
}

/** Files in which no single value can be dropped: a damaged one is replaced as a whole. */
type NeverRepaired = 'client-applications' | 'templates' | 'team-catalogues' | 'preset-choices';

function noticeRecovery(
  state: State,
  name: 'presets' | 'settings' | NeverRepaired,
  recovery: Recovery | undefined,
): void {
  if (recovery === undefined) return;
  const { from, file } = recovery;
  const kind =
    name !== 'presets' && name !== 'settings'
      ? (`${name}-${from === 'default' ? 'reset' : 'restored'}` as const)
      : (`${name}-${becameOf[from]}` as const);
  state.addNotice({ kind, file });
}

const becameOf = {
  repair: 'corrected',
  'last-good': 'restored',
  'last-good-repair': 'restored-corrected',
  default: 'reset',
} as const;
