import { currentIdentity, identityOf, subscriptionOf } from '../../../identities';
import type { AppState } from '../../../state';
import { CommandLineProblem } from '../command-line-outcome';
import type { Answer, Json, JsonObject, WrittenAnswer } from '../output/answer';
import { isArray, isObject } from '../output/answer';

/** What az calls the clouds. */
const azNames: Readonly<Record<string, string>> = {
  public: 'AzureCloud',
  'us-government': 'AzureUSGovernment',
  china: 'AzureChinaCloud',
};

export const azCloudName = (cloud: { readonly id: string; readonly name: string }): string =>
  azNames[cloud.id] ?? cloud.name;

/** A tenant as az names it, which has one for an AD FS, too. */
export const azTenantId = (tenantId: string): string => (tenantId === '' ? 'adfs' : tenantId);

/** What az calls an account: a subscription, or the tenant itself of somebody who has none. */
export interface AzAccount {
  readonly clientApplicationId: string;
  readonly accountId: string;
  readonly cloudName: string;
  readonly id: string;
  readonly isDefault: boolean;
  readonly name: string;
  readonly state: string;
  readonly tenantId: string;
  readonly user: { readonly name: string; readonly type: 'user' | 'servicePrincipal' };
  /** Of a subscription. */
  readonly homeTenantId?: string;
}

/**
 * One for each subscription of each account, and one for an account that has none, as az keeps them; and one for the tenant
 * in use that has none, so that what is in use is always there.
 */
export function azAccounts(state: AppState): readonly AzAccount[] {
  const current = currentIdentity(state);
  return state.clientApplications.flatMap(({ id: clientApplicationId }) =>
    (state.open[clientApplicationId]?.accounts ?? []).flatMap(({ account, directory }) => {
      const accountId = account.id;
      const identity = identityOf(state, { identity: { clientApplicationId, accountId } });
      if (identity === undefined) return [];
      const isInUse =
        current?.clientApplication.id === clientApplicationId && current.account?.id === accountId;
      const inUse = subscriptionOf(state, identity)?.id;
      const ownTenantId = identity.account?.tenantId ?? account.tenantId;
      const common = {
        clientApplicationId,
        accountId,
        cloudName: azCloudName(identity.cloud),
        user: { name: account.username, type: account.kind === 'user' ? 'user' : 'servicePrincipal' },
      } as const;
      const subscriptions = (directory?.tenants ?? []).flatMap((tenant) =>
        tenant.subscriptions.map((each) => ({
          ...common,
          ...each,
          tenantId: tenant.id,
          homeTenantId: account.homeTenantId,
          isDefault: isInUse && each.id === inUse && tenant.id === ownTenantId,
        })),
      );
      const isOwnThere = subscriptions.some(({ tenantId }) => tenantId === ownTenantId);
      if (subscriptions.length > 0 && (isOwnThere || !isInUse)) return subscriptions;
      const tenantId = azTenantId(ownTenantId);
      const tenantLevel = { id: tenantId, name: 'N/A(tenant level account)', state: 'Enabled' };
      return [...subscriptions, { ...common, ...tenantLevel, tenantId, isDefault: isInUse }];
    }),
  );
}

/** Those that are meant by an id or a name, in any case. @throws CommandLineProblem, in az's words */
export function azAccountsNamed(all: readonly AzAccount[], wanted: string): readonly AzAccount[] {
  const found = all.filter(({ id, name }) =>
    [id, name].some((text) => text.toLowerCase() === wanted.toLowerCase()),
  );
  if (found.length === 0)
    throw new CommandLineProblem(
      `Subscription '${wanted}' not found. Check the spelling and casing and try again.`,
      1,
    );
  if (new Set(found.map(({ id }) => id)).size > 1)
    throw new CommandLineProblem(
      `Multiple subscriptions with the name '${wanted}' found. Specify the subscription ID.`,
      1,
    );
  return found;
}

/** With its members in az's order, which `keys(@)` and `values(@)` show. */
const withoutCloud = ({ id, name, state, user, isDefault, tenantId }: AzAccount): JsonObject => ({
  id,
  name,
  state,
  user,
  isDefault,
  tenantId,
});

const ofSubscription = ({ homeTenantId }: AzAccount): JsonObject =>
  homeTenantId === undefined ? {} : { homeTenantId, managedByTenants: [] };

export const accountList = (state: AppState): readonly JsonObject[] =>
  azAccounts(state).map((each) => ({
    ...withoutCloud(each),
    ...ofSubscription(each),
    cloudName: each.cloudName,
  }));

/** Without `all` only what can be used in the cloud in use, as az has it, with its words for what is left out. */
export function accountListAnswer(state: AppState, all: boolean): WrittenAnswer {
  const every = accountList(state);
  const cloud = currentIdentity(state)?.cloud;
  const ofCloud = every.filter(({ cloudName }) => cloud === undefined || cloudName === azCloudName(cloud));
  const shown = all ? every : ofCloud.filter((each) => each['state'] === 'Enabled');
  const warning =
    every.length === 0
      ? 'Please run "token-tray sign-in" to access your accounts.'
      : !all && shown.length < ofCloud.length
        ? "A few accounts are skipped as they don't have 'Enabled' state. Use '--all' to display them."
        : undefined;
  return {
    answer: { value: shown, table: (value) => (isArray(value) ? value.map(tableRow) : value) },
    ...(warning === undefined ? {} : { warning }),
  };
}

const columns = [
  ['Name', 'name'],
  ['CloudName', 'cloudName'],
  ['SubscriptionId', 'id'],
  ['TenantId', 'tenantId'],
  ['State', 'state'],
  ['IsDefault', 'isDefault'],
] as const;

const tableRow = (row: Json): Json =>
  isObject(row) ? Object.fromEntries(columns.map(([heading, key]) => [heading, row[key] ?? null])) : row;

/** The one in use, or a subscription by id or name. @throws CommandLineProblem, in az's words */
export function accountShow(state: AppState, subscription: string | undefined): Answer {
  const all = azAccounts(state);
  const [wanted] =
    subscription === undefined
      ? all.filter(({ isDefault }) => isDefault)
      : azAccountsNamed(all, subscription);
  if (wanted === undefined)
    throw new CommandLineProblem("Nobody is signed in. Run 'token-tray sign-in' to set up an account.", 1);
  // What a list calls `cloudName`.
  const value = {
    ...withoutCloud(wanted),
    environmentName: wanted.cloudName,
    ...ofSubscription(wanted),
  };
  return { value };
}
