import type { ManagedSettings } from '../../../shared/managed-settings';
import type { BuiltInFormat } from '../../../shared/copy-format';
import type { Shell } from '../../../shared/snippets/shell';
import { withTheirForms } from '../../../shared/offered-formats';
import type { SettingName, Settings } from '../../../shared/settings';
import type { ForbiddenThing, ManagedBy, Notice } from '../../../shared/snapshot';
import { isForbidden, lockedSettings, managedPresets, unmanaged, usualSettings } from './effects';
import type { ManagedSettingsResult } from './read-managed-settings';

/** What is in force: nothing, if the file is wrong. */
export const settingsIn = (result: ManagedSettingsResult): ManagedSettings =>
  result.kind === 'ok' ? result.settings : unmanaged;

/** The part of the state that tells people what their organisation has laid down. */
export function managedState(
  result: ManagedSettingsResult,
  shell: Shell,
): {
  readonly usualSettings: Settings;
  readonly lockedSettings: readonly SettingName[];
  readonly managedBy?: ManagedBy;
  readonly forbidden: readonly ForbiddenThing[];
  readonly forbiddenFormats: readonly BuiltInFormat[];
  readonly managedPresetIds: ReadonlySet<string>;
} {
  const settings = settingsIn(result);
  const inForce = {
    usualSettings: usualSettings(settings),
    lockedSettings: [...lockedSettings(settings)],
    forbidden: forbiddable.filter((what) => isForbidden(settings, what)),
    forbiddenFormats: withTheirForms(settings.forbid?.formats ?? [], shell),
    managedPresetIds: new Set(managedPresets(settings).map(({ id }) => id)),
  };
  if (result.kind !== 'ok') return inForce;
  const { organisation, contact } = settings;
  return {
    ...inForce,
    managedBy: {
      ...(organisation === undefined ? {} : { organisation }),
      ...(contact === undefined ? {} : { contact }),
      file: result.file,
    },
  };
}

const forbiddable = [
  'azureCliClient',
  'ownClientApplications',
  'demoTenant',
  'servicePrincipals',
  'customClouds',
  'ownPresets',
  'ownTemplates',
  'teamCatalogues',
  'commandLine',
  'localEndpoint',
] as const satisfies readonly ForbiddenThing[];

/** What is said of a wrong file, and nothing of any other. */
export function managedNotice(result: ManagedSettingsResult): Notice | undefined {
  if (result.kind !== 'wrong') return undefined;
  const { kind: _kind, file, ...problem } = result;
  return { kind: 'managed-settings-wrong', file, problem };
}
