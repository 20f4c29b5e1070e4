import { isDeepStrictEqual } from 'node:util';
import { accountKey } from '../shared/account-key';
import type { ClientApplication } from '../shared/client-application';
import { t } from '../shared/messages';
import type { Preset, PresetTarget, SampleRequest } from '../shared/preset';
import { scopeForResource } from '../shared/scopes';
import { demoApiPlaceholder } from '../shared/well-known';
import type { DirectoryTenant, Subscription } from './identity/account-record';
import type { CachedAccount } from './identity/cached-tokens';
import type { Cloud } from './identity/clouds';
import type { AccountContents } from './identity/open-client';
import type { AppState } from './state';

/** Whom a token is for: the account in use, or what a preset has fixed. */
export interface Identity {
  readonly clientApplication: ClientApplication;
  readonly cloud: Cloud;
  /** Absent: nobody is signed in there. Its tenant is the one that tokens are asked for in. */
  readonly account: CachedAccount | undefined;
  readonly contents: AccountContents | undefined;
  /** What the preset insists on, if it does. */
  readonly fixedAccountId: string | undefined;
  readonly fixedTenantId: string | undefined;
}

type Who = Pick<
  AppState,
  'clientApplications' | 'clouds' | 'open' | 'currentId' | 'accountIds' | 'tenantIds'
>;

/** Who is in use now; undefined before a client application was chosen. */
export const currentIdentity = (state: Who): Identity | undefined => identityOf(state, undefined);

/** Whom the next copy of a preset is for. One whose client application is gone goes by the one in use. */
export function identityOf(state: Who, preset: Pick<Preset, 'identity'> | undefined): Identity | undefined {
  const { clientApplications, clouds, open, currentId, accountIds, tenantIds } = state;
  const fixed = preset?.identity;
  const fixedClient = clientApplications.find(({ id }) => id === fixed?.clientApplicationId);
  const clientApplication = fixedClient ?? clientApplications.find(({ id }) => id === currentId);
  const cloud = clouds.find(({ id }) => id === clientApplication?.cloud);
  if (clientApplication === undefined || cloud === undefined) return undefined;
  const { id } = clientApplication;
  const accounts = open[id]?.accounts ?? [];
  // An account goes with its client application; one that is fixed alone is one of the client application in use.
  const isGone = fixed?.clientApplicationId !== undefined && fixedClient === undefined;
  const fixedAccountId = isGone ? undefined : fixed?.accountId;
  const wanted = fixedAccountId ?? accountIds[id];
  const found = accounts.find(({ account }) => account.id === wanted);
  const contents = found ?? (fixedAccountId === undefined ? accounts[0] : undefined);
  const fixedTenantId = fixed?.tenantId;
  const account =
    contents === undefined ? undefined : inTenant(contents.account, id, tenantIds, fixedTenantId);
  return { clientApplication, cloud, account, contents, fixedAccountId, fixedTenantId };
}

function inTenant(
  account: CachedAccount,
  clientApplicationId: string,
  tenantIds: AppState['tenantIds'],
  fixedTenantId: string | undefined,
): CachedAccount {
  const tenantId = fixedTenantId ?? tenantIds[accountKey(clientApplicationId, account.id)];
  return tenantId === undefined || account.tenantId === '' ? account : { ...account, tenantId };
}

/** What a preset is in a cloud, with the demo API's address filled in. A cloud that has no such resource has none. */
export function targetOf(
  { demoOrigin }: Pick<AppState, 'demoOrigin'>,
  cloud: Cloud,
  preset: Preset,
): PresetTarget | undefined {
  const target = preset.targets[cloud.id] ?? targetFromTable(cloud, preset.catalogueId);
  if (target === undefined || demoOrigin === undefined) return target;
  return withUrls(target, (url) => url.replace(demoApiPlaceholder, demoOrigin));
}

/** A custom cloud says what the catalogue's rows are called there; how to call them is not guessed beyond ARM. */
function targetFromTable(
  { arm, resources }: Cloud,
  catalogueId: string | undefined,
): PresetTarget | undefined {
  if (catalogueId === undefined) return undefined;
  const own = Object.hasOwn(resources, catalogueId) ? resources[catalogueId] : undefined;
  const isArm = catalogueId === 'resource-manager' && arm !== undefined;
  const resource = own ?? (isArm ? arm.audience : undefined);
  if (resource === undefined) return undefined;
  const url = isArm
    ? `${arm.endpoint}/subscriptions?api-version=2022-12-01`
    : /^https:\/\//i.test(resource)
      ? resource
      : 'https://{host}/';
  return { scopes: [scopeForResource(resource)], requests: [{ method: 'GET', url, headers: [] }] };
}

/**
 * What a custom cloud's table says of a preset stays there: the preset that was shown with it is kept without it, unless
 * somebody has changed it.
 */
export function withoutDerived(
  state: Who & Pick<AppState, 'demoOrigin'>,
  before: Preset,
  after: Preset,
): Preset {
  const cloud = identityOf(state, before)?.cloud;
  if (cloud === undefined || before.targets[cloud.id] !== undefined) return after;
  const { [cloud.id]: shown, ...others } = after.targets;
  return isDeepStrictEqual(shown, targetOf(state, cloud, before)) ? { ...after, targets: others } : after;
}

/** The preset with the demo API's address filled in wherever it is used. */
export function withDemoAddress({ demoOrigin }: Pick<AppState, 'demoOrigin'>, preset: Preset): Preset {
  return demoOrigin === undefined
    ? preset
    : mapUrls(preset, (url) => url.replace(demoApiPlaceholder, demoOrigin));
}

/** The way back of `withDemoAddress`: an address of the demo API is kept for the port of the next start, too. */
export function asStored({ demoOrigin }: Pick<AppState, 'demoOrigin'>, preset: Preset): Preset {
  return demoOrigin === undefined
    ? preset
    : mapUrls(preset, (url) => url.replace(demoOrigin, demoApiPlaceholder));
}

function mapUrls(preset: Preset, change: (url: string) => string): Preset {
  const { demo } = preset.targets;
  return demo === undefined
    ? preset
    : { ...preset, targets: { ...preset.targets, demo: withUrls(demo, change) } };
}

const withUrls = (target: PresetTarget, change: (url: string) => string): PresetTarget => ({
  ...target,
  requests: target.requests.map((request) => ({ ...request, url: change(request.url) })),
});

/** The tenants an account is known to reach: those ARM lists, and those it has signed in to. */
export function tenantsOf({ contents, account }: Identity): readonly DirectoryTenant[] {
  if (contents === undefined || contents.account.tenantId === '') return [];
  const listed = contents.directory?.tenants ?? [];
  const others = [contents.account.homeTenantId, contents.account.tenantId, account?.tenantId]
    .filter((id) => id !== undefined && id !== '')
    .filter((id, index, all) => all.indexOf(id) === index && !listed.some((tenant) => tenant.id === id))
    .map((id) => ({ id: id ?? '', subscriptions: [] }));
  return [...listed, ...others];
}

/** The subscription that `{subscriptionId}` stands for: the one chosen, else the first usable one of the tenant. */
export function subscriptionOf(
  { subscriptionIds }: Pick<AppState, 'subscriptionIds'>,
  { clientApplication, account, contents }: Identity,
): Subscription | undefined {
  if (account === undefined) return undefined;
  const tenant = contents?.directory?.tenants.find(({ id }) => id === account.tenantId);
  const chosen = subscriptionIds[`${accountKey(clientApplication.id, account.id)} ${account.tenantId}`];
  return (
    tenant?.subscriptions.find(({ id }) => id === chosen) ??
    tenant?.subscriptions.find(({ state }) => state === 'Enabled') ??
    tenant?.subscriptions[0]
  );
}

/** The request with what the account says filled in; other `{placeholders}` stay for the person. */
export function filledIn(
  request: SampleRequest,
  state: Pick<AppState, 'subscriptionIds'>,
  identity: Identity,
): SampleRequest {
  const values: Readonly<Record<string, string | undefined>> = {
    '{subscriptionId}': subscriptionOf(state, identity)?.id,
    '{tenantId}': identity.account?.tenantId === '' ? undefined : identity.account?.tenantId,
  };
  const fill = (text: string): string =>
    text.replace(/\{(?:subscriptionId|tenantId)\}/g, (placeholder) => values[placeholder] ?? placeholder);
  return {
    ...request,
    url: fill(request.url),
    headers: request.headers.map(({ name, value }) => ({ name, value: fill(value) })),
    ...(request.body === undefined ? {} : { body: fill(request.body) }),
  };
}

/** What a client application is called: as somebody has named it, else what its kind is called. */
export const clientNameOf = ({ name, kind, tenant }: ClientApplication): string =>
  name ?? t(`client.${kind}`, { tenant });

/** The name of a tenant, as far as it is known. */
export function tenantNameOf(
  { tenantNames }: Pick<AppState, 'tenantNames'>,
  { contents, cloud }: Identity,
  tenantId: string,
): string {
  if (cloud.isAdfs) return new URL(cloud.authority).host;
  const known = contents?.directory?.tenants.find(({ id }) => id === tenantId);
  const told = Object.hasOwn(tenantNames, tenantId) ? tenantNames[tenantId] : undefined;
  const named = known?.name ?? known?.domain ?? told;
  if (named !== undefined) return named;
  const { homeTenantId = '', username = '' } = contents?.account ?? {};
  const domain = tenantId === homeTenantId ? username.split('@')[1] : undefined;
  return domain ?? tenantId;
}
