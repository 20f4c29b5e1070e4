import type { ClientApplication } from '../../../shared/client-application';
import { builtInCloudIds, type CustomCloud } from '../../../shared/cloud';
import { copyFormats, isTemplate, type BuiltInFormat } from '../../../shared/copy-format';
import { adfsTenantName } from '../../../shared/drafts';
import type {
  ManagedClient,
  ManagedPreset,
  ManagedSettings,
  ManagedTarget,
} from '../../../shared/managed-settings';
import type { Preset, PresetTarget } from '../../../shared/preset';
import { withTheirForms } from '../../../shared/offered-formats';
import { parseAccess } from '../../../shared/scopes';
import { defaultSettings, settingsSchema, type SettingName, type Settings } from '../../../shared/settings';
import { azureCliClientId } from '../../../shared/well-known';
import { managedPrefix } from '../../presets/given-ids';
import type { ManagedTeam } from '../../sharing/team-catalogues';
import { managedTeamId } from '../../sharing/team-presets';
import { customCloud } from '../../identity/clouds';

/** What managed settings lead to, as pure functions. They take what `readManagedSettings` has found good. */

/** Nobody has laid down anything. */
export const unmanaged: ManagedSettings = { version: 1 };

/** Before the ids of what is given. Ids of clouds stay, since `targets` have them. */
const prefix = managedPrefix;

export const managedClouds = (ms: ManagedSettings): readonly CustomCloud[] => ms.clouds ?? [];

/** In the file's order: the first is in use until the person chooses. */
export const managedClientApplications = (ms: ManagedSettings): readonly ClientApplication[] =>
  (ms.clientApplications ?? []).map((client) => {
    const { id, kind, name, colour, clientId = azureCliClientId, cloud = 'public' } = client;
    return {
      id: `${prefix}${id}`,
      kind,
      ...(name === undefined ? {} : { name }),
      ...(colour === undefined ? {} : { colour }),
      ...(isInAdfs(ms, client)
        ? { clientId, tenant: adfsTenantName }
        : { clientId: clientId.toLowerCase(), tenant: (client.tenant ?? '').toLowerCase() }),
      cloud,
    };
  });

function isInAdfs({ clouds = [] }: ManagedSettings, { cloud }: ManagedClient): boolean {
  const custom = clouds.find(({ id }) => id === cloud);
  return custom !== undefined && customCloud(custom).isAdfs;
}

export const managedPresets = (ms: ManagedSettings): readonly Preset[] =>
  (ms.presets ?? []).map((preset) => {
    const { id, name, icon = 'custom', pinned = false, keepFresh = false } = preset;
    const identity = {
      ...(preset.clientApplication === undefined
        ? {}
        : { clientApplicationId: `${prefix}${preset.clientApplication}` }),
      ...(preset.tenant === undefined ? {} : { tenantId: preset.tenant.toLowerCase() }),
    };
    return {
      id: `${prefix}${id}`,
      name,
      icon,
      pinned,
      keepFresh,
      targets: targetsOf(ms, preset),
      ...(Object.keys(identity).length === 0 ? {} : { identity }),
    };
  });

function targetsOf(ms: ManagedSettings, preset: ManagedPreset): Record<string, PresetTarget> {
  const { targets, url = '', ...rest } = preset;
  if (targets !== undefined)
    return Object.fromEntries(Object.entries(targets).map(([cloud, target]) => [cloud, targetOf(target)]));
  const client = ms.clientApplications?.find(({ id }) => id === preset.clientApplication);
  return { [preset.cloud ?? client?.cloud ?? 'public']: targetOf({ ...rest, url }) };
}

function targetOf({ resource = '', scopes, url, method, headers, body }: ManagedTarget): PresetTarget {
  const access =
    scopes === undefined ? parseAccess('resource', resource) : parseAccess('scopes', scopes.join(' '));
  return {
    scopes: access.ok ? [...access.scopes] : [],
    requests: [
      {
        method: method ?? 'GET',
        url: url.trim(),
        headers: Object.entries(headers ?? {}).map(([name, value]) => ({ name, value })),
        ...(body === undefined ? {} : { body }),
      },
    ],
  };
}

/** Catalogues that everybody is subscribed to. */
export const managedTeams = ({ teamCatalogues = [] }: ManagedSettings): readonly ManagedTeam[] =>
  teamCatalogues.map(({ id, source, name }) => ({
    id: managedTeamId(id),
    source,
    ...(name === undefined ? {} : { name }),
  }));

type Flow = 'browser' | 'device-code';

/** Which ways to sign in a value of the setting uses. */
export const flowsOf = (value: Settings['signInFlows']): readonly Flow[] =>
  value === 'browser-then-device-code' ? ['browser', 'device-code'] : [value];

/** What settings are by themselves here: what the organisation has laid down, else what the program begins with. */
export const usualSettings = (ms: ManagedSettings): Settings => effectiveSettings({}, ms);

/** What a person has changed, and nothing else. */
export type OwnSettings = { readonly [Name in SettingName]?: Settings[Name] | undefined };

/** Fixed values come first, then the person's own, then the organisation's defaults, then the program's. */
export function effectiveSettings(own: OwnSettings, ms: ManagedSettings): Settings {
  const changed = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined));
  const wanted = settingsSchema.parse({ ...defaultSettings, ...ms.defaults, ...changed, ...ms.settings });
  const { flows = [] } = ms.forbid ?? {};
  const formats = withTheirForms(ms.forbid?.formats ?? []);
  const [forbiddenFlow] = flows;
  const signInFlows =
    forbiddenFlow === undefined
      ? wanted.signInFlows
      : forbiddenFlow === 'browser'
        ? 'device-code'
        : 'browser';
  const allowed = copyFormats.filter((format) => !formats.includes(format));
  const { defaultFormat: format } = wanted;
  const isAllowed = isTemplate(format) ? !isForbidden(ms, 'ownTemplates') : allowed.includes(format);
  const defaultFormat = isAllowed ? format : (allowed[0] ?? format);
  return { ...wanted, signInFlows, defaultFormat };
}

/** Settings that a person cannot change: their value is fixed, or only one is left that is not forbidden. */
export function lockedSettings({ settings = {}, forbid = {} }: ManagedSettings): ReadonlySet<SettingName> {
  const names = settingsSchema.keyof().options.filter((name) => Object.hasOwn(settings, name));
  const oneFlowIsLeft = (forbid.flows ?? []).length > 0;
  const oneFormatIsLeft =
    forbid.ownTemplates === true && withTheirForms(forbid.formats ?? []).length === copyFormats.length - 1;
  return new Set<SettingName>([
    ...names,
    ...(oneFlowIsLeft ? (['signInFlows'] as const) : []),
    ...(oneFormatIsLeft ? (['defaultFormat'] as const) : []),
  ]);
}

type Forbid = NonNullable<ManagedSettings['forbid']>;

/** What can be forbidden: by its name in the file, or one way to sign in, or one format to copy. */
export type Forbiddable =
  Exclude<keyof Forbid, 'flows' | 'formats'> | { readonly flow: Flow } | { readonly format: BuiltInFormat };

export function isForbidden({ forbid = {} }: ManagedSettings, what: Forbiddable): boolean {
  if (typeof what === 'string') return forbid[what] === true;
  return 'flow' in what
    ? forbid.flows?.includes(what.flow) === true
    : forbid.formats?.includes(what.format) === true;
}

/** Whether people may have this client application of their own, whenever they have added it. */
export function isAllowedClient(ms: ManagedSettings, client: Omit<ClientApplication, 'id'>): boolean {
  const { kind, clientId, cloud } = client;
  const isCustomCloud = !(builtInCloudIds as readonly string[]).includes(cloud);
  const isOwnCloud = isCustomCloud && !managedClouds(ms).some(({ id }) => id === cloud);
  const reasons: readonly (readonly [boolean, Forbiddable])[] = [
    [clientId === azureCliClientId, 'azureCliClient'],
    [kind === 'organisation', 'ownClientApplications'],
    [kind === 'service-principal', 'servicePrincipals'],
    [cloud === 'demo', 'demoTenant'],
    [isOwnCloud, 'customClouds'],
  ];
  return !reasons.some(([applies, what]) => applies && isForbidden(ms, what));
}
