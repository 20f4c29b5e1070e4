import { builtInCloudIds } from '../../../shared/cloud';
import { copyFormats } from '../../../shared/copy-format';
import { withTheirForms } from '../../../shared/offered-formats';
import type {
  ManagedClient,
  ManagedPreset,
  ManagedSettings,
  ManagedTarget,
} from '../../../shared/managed-settings';
import { t } from '../../../shared/messages';
import { parseSampleUrl } from '../../../shared/sample-url';
import { parseAccess } from '../../../shared/scopes';
import { isDomain, isGuid } from '../../../shared/text-rules';
import { azureCliClientId } from '../../../shared/well-known';
import { customCloud } from '../../identity/clouds';
import { parseTeamSource } from '../../sharing/team-source';
import { flowsOf, isForbidden } from './effects';
import type { JsonPath } from '../../json-file/positions';
import type { Problem } from '../../json-file/problem';

/** What no member says of itself: ids that nobody else may have, what refers to another place, what contradicts itself. */
export const crossChecks = (ms: ManagedSettings): readonly Problem[] => [
  ...takenIds(ms),
  ...clouds(ms),
  ...(ms.clientApplications ?? []).flatMap((client, index) =>
    clientApplication(ms, client, ['clientApplications', index]),
  ),
  ...(ms.presets ?? []).flatMap((each, index) => preset(ms, each, ['presets', index])),
  ...teamCatalogues(ms),
  ...settings(ms),
  ...forbidden(ms),
];

const problem = (path: JsonPath, reason: string): Problem => ({ path, reason });
const when = (wrong: boolean, path: JsonPath, reason: () => string): readonly Problem[] =>
  wrong ? [problem(path, reason())] : [];
const expected = (words: string): string => t('json.wrong.expected', { expected: words });
const missing = (name: string, words: string): string => t('json.wrong.missing', { name, expected: words });

const takenIds = (ms: ManagedSettings): readonly Problem[] =>
  (['clouds', 'clientApplications', 'presets', 'teamCatalogues'] as const).flatMap((list) => {
    const ids = (ms[list] ?? []).map(({ id }) => id);
    return ids.flatMap((id, index) =>
      when(ids.indexOf(id) < index, [list, index, 'id'], () => t('managed.wrong.id-taken', { id })),
    );
  });

const isBuiltIn = (id: string): boolean => builtInCloudIds.some((each) => each === id);

const clouds = (ms: ManagedSettings): readonly Problem[] =>
  (ms.clouds ?? []).flatMap(({ id, authority }, index) => {
    const path = new URL(authority).pathname.replace(/\/+$/, '').toLowerCase();
    return [
      ...when(isBuiltIn(id), ['clouds', index, 'id'], () => t('managed.wrong.built-in-cloud', { id })),
      ...when(path !== '' && path !== '/adfs', ['clouds', index, 'authority'], () =>
        expected(t('managed.expected.authority')),
      ),
    ];
  });

/** Wrong where a cloud is neither built in nor given. The demo's accounts are made up, so nothing is given for it. */
function cloudProblem(ms: ManagedSettings, id: string, path: JsonPath): readonly Problem[] {
  if (id === 'demo') return [problem(path, t('managed.wrong.demo-cloud'))];
  const isKnown = isBuiltIn(id) || (ms.clouds ?? []).some((each) => each.id === id);
  return when(!isKnown, path, () => t('managed.wrong.unknown-cloud', { id }));
}

function clientApplication(
  ms: ManagedSettings,
  { kind, clientId, tenant, cloud = 'public' }: ManagedClient,
  path: JsonPath,
): readonly Problem[] {
  const custom = ms.clouds?.find(({ id }) => id === cloud);
  const isAdfs = custom !== undefined && customCloud(custom).isAdfs;
  return [
    ...cloudProblem(ms, cloud, [...path, 'cloud']),
    ...clientIdProblem(kind, clientId, isAdfs, [...path, 'clientId']),
    ...tenantProblem(kind, tenant, isAdfs, [...path, 'tenant']),
    ...when(kind === 'azure-cli' && custom !== undefined, [...path, 'cloud'], () =>
      t('managed.wrong.azure-cli-cloud'),
    ),
    ...when(
      (kind === 'azure-cli' && isForbidden(ms, 'azureCliClient')) ||
        (kind === 'service-principal' && isForbidden(ms, 'servicePrincipals')),
      [...path, 'kind'],
      () => t('managed.wrong.client-forbidden'),
    ),
  ];
}

function clientIdProblem(
  kind: ManagedClient['kind'],
  clientId: string | undefined,
  isAdfs: boolean,
  path: JsonPath,
): readonly Problem[] {
  if (kind === 'azure-cli')
    return when(clientId !== undefined && clientId.toLowerCase() !== azureCliClientId, path, () =>
      expected(t('managed.expected.azure-cli-client-id', { id: azureCliClientId })),
    );
  const words = t('managed.expected.client-id');
  if (clientId === undefined) return [problem(path, missing('clientId', words))];
  return when(!isAdfs && !isGuid(clientId), path, () => expected(words));
}

function tenantProblem(
  kind: ManagedClient['kind'],
  tenant: string | undefined,
  isAdfs: boolean,
  path: JsonPath,
): readonly Problem[] {
  if (isAdfs) return [];
  const takesAny = kind !== 'service-principal';
  const words = t(takesAny ? 'managed.expected.tenant' : 'managed.expected.one-tenant');
  if (tenant === undefined) return [problem(path, missing('tenant', words))];
  const isGood = isGuid(tenant) || isDomain(tenant) || (takesAny && tenant === 'organizations');
  return when(!isGood, path, () => expected(words));
}

function preset(ms: ManagedSettings, each: ManagedPreset, path: JsonPath): readonly Problem[] {
  const client = ms.clientApplications?.find(({ id }) => id === each.clientApplication);
  const unknownClient = when(
    each.clientApplication !== undefined && client === undefined,
    [...path, 'clientApplication'],
    () => t('managed.wrong.unknown-client', { id: each.clientApplication ?? '' }),
  );
  if (each.targets === undefined) {
    const { cloud } = each;
    return [
      ...unknownClient,
      ...(cloud === undefined
        ? []
        : [
            ...cloudProblem(ms, cloud, [...path, 'cloud']),
            ...clientCloud(client, [cloud], [...path, 'cloud']),
          ]),
      ...target(each, path),
    ];
  }
  const ids = Object.keys(each.targets);
  const beside = (['resource', 'scopes', 'url', 'cloud', 'method', 'headers', 'body'] as const).filter(
    (name) => each[name] !== undefined,
  );
  return [
    ...unknownClient,
    ...beside.map((name): Problem => ({
      path: [...path, name],
      at: 'name',
      reason: t('managed.wrong.targets-and', { name }),
    })),
    ...(ids.length === 0
      ? [problem([...path, 'targets'], t('managed.wrong.no-targets'))]
      : clientCloud(client, ids, [...path, 'targets'])),
    ...Object.entries(each.targets).flatMap(([id, one]) => [
      ...cloudProblem(ms, id, [...path, 'targets', id]).map((found): Problem => ({ ...found, at: 'name' })),
      ...target(one, [...path, 'targets', id]),
    ]),
  ];
}

function clientCloud(
  client: ManagedClient | undefined,
  ids: readonly string[],
  path: JsonPath,
): readonly Problem[] {
  const cloud = client?.cloud ?? 'public';
  return when(client !== undefined && !ids.includes(cloud), path, () =>
    t('managed.wrong.client-cloud-missing', { cloud }),
  );
}

/** By the same rules as the preset form. */
function target(
  { resource, scopes, url, headers = {} }: Omit<ManagedTarget, 'url'> & { readonly url?: string },
  path: JsonPath,
): readonly Problem[] {
  const access = (): readonly Problem[] => {
    if (resource !== undefined && scopes !== undefined)
      return [{ path: [...path, 'scopes'], at: 'name', reason: t('managed.wrong.resource-and-scopes') }];
    if (resource === undefined && scopes === undefined)
      return [problem([...path, 'resource'], t('managed.wrong.access-missing'))];
    const parsed =
      scopes === undefined
        ? parseAccess('resource', resource ?? '')
        : parseAccess('scopes', scopes.join(' '));
    return parsed.ok
      ? []
      : [problem([...path, scopes === undefined ? 'resource' : 'scopes'], t(`problem.${parsed.problem}`))];
  };
  const address = parseSampleUrl(url ?? '');
  return [
    ...access(),
    ...(address.ok ? [] : [problem([...path, 'url'], t(`problem.${address.problem}`))]),
    ...Object.keys(headers)
      .filter((name) => name.toLowerCase() === 'authorization')
      .map((name): Problem => ({
        path: [...path, 'headers', name],
        at: 'name',
        reason: t('managed.wrong.authorization-header'),
      })),
  ];
}

/** A path of any system: the same file may be laid down on several. */
const teamCatalogues = (ms: ManagedSettings): readonly Problem[] =>
  (ms.teamCatalogues ?? []).flatMap(({ source }, index) => {
    const results = (['linux', 'win32'] as const).map((platform) => parseTeamSource(source, platform));
    return when(!results.some(({ ok }) => ok), ['teamCatalogues', index, 'source'], () =>
      expected(t('managed.expected.source')),
    );
  });

function settings(ms: ManagedSettings): readonly Problem[] {
  const { settings: fixed = {}, defaults = {}, forbid = {} } = ms;
  return [
    ...Object.keys(defaults)
      .filter((name) => Object.hasOwn(fixed, name))
      .map((name): Problem => ({
        path: ['defaults', name],
        at: 'name',
        reason: t('managed.wrong.fixed-and-default', { name }),
      })),
    ...(['settings', 'defaults'] as const).flatMap((where) => {
      const { signInFlows, defaultFormat } = ms[where] ?? {};
      const usesForbidden =
        signInFlows !== undefined && flowsOf(signInFlows).some((flow) => forbid.flows?.includes(flow));
      return [
        ...when(usesForbidden, [where, 'signInFlows'], () => t('managed.wrong.flow-forbidden')),
        ...when(
          defaultFormat !== undefined && withTheirForms(forbid.formats ?? []).includes(defaultFormat),
          [where, 'defaultFormat'],
          () => t('managed.wrong.format-forbidden'),
        ),
      ];
    }),
  ];
}

function forbidden({ forbid = {}, clientApplications = [] }: ManagedSettings): readonly Problem[] {
  const { azureCliClient, ownClientApplications, demoTenant, servicePrincipals, flows, formats } = forbid;
  const nothingLeft =
    clientApplications.length === 0 &&
    [azureCliClient, ownClientApplications, demoTenant, servicePrincipals].every((each) => each === true);
  return [
    ...when(nothingLeft, ['forbid'], () => t('managed.wrong.nothing-left')),
    ...when(new Set(flows).size === 2, ['forbid', 'flows'], () => t('managed.wrong.both-flows')),
    ...when(withTheirForms(formats ?? []).length === copyFormats.length, ['forbid', 'formats'], () =>
      t('managed.wrong.all-formats'),
    ),
  ];
}
