import { accountKey } from '../../../../shared/account-key';
import { clientNameOf, identityOf, subscriptionOf, currentIdentity } from '../../../identities';
import type { AppState } from '../../../state';
import { CommandLineProblem } from '../command-line-outcome';
import type { Answer, Json, JsonObject } from '../output/answer';
import { isArray, isObject } from '../output/answer';

/** What az calls the clouds. */
const azNames: Readonly<Record<string, string>> = {
  public: 'AzureCloud',
  'us-government': 'AzureUSGovernment',
  china: 'AzureChinaCloud',
};

export const azCloudName = (cloud: { readonly id: string; readonly name: string }): string =>
  azNames[cloud.id] ?? cloud.name;

/** A line for each subscription of each account, and one for an account that has none: as az keeps them. */
export function accountList(state: AppState): readonly JsonObject[] {
  return state.clientApplications.flatMap(({ id: clientApplicationId }) =>
    (state.open[clientApplicationId]?.accounts ?? []).flatMap(({ account, directory }) => {
      const identity = identityOf(state, { identity: { clientApplicationId, accountId: account.id } });
      if (identity === undefined) return [];
      const { cloud, clientApplication } = identity;
      const current = currentIdentity(state);
      const isInUse =
        current?.clientApplication.id === clientApplicationId && current.account?.id === account.id;
      const inUse = subscriptionOf(state, identity)?.id;
      const common = {
        cloudName: azCloudName(cloud),
        homeTenantId: account.homeTenantId,
        user: { name: account.username, type: account.kind === 'user' ? 'user' : 'servicePrincipal' },
        clientApplication: clientNameOf(clientApplication),
        account: accountKey(clientApplicationId, account.id),
      };
      const tenants = directory?.tenants ?? [];
      const lines = tenants.flatMap((tenant) =>
        tenant.subscriptions.map((each): JsonObject => {
          const isDefault =
            isInUse && each.id === inUse && tenant.id === (identity.account?.tenantId ?? account.tenantId);
          return azAccount({
            ...common,
            id: each.id,
            name: each.name,
            state: each.state,
            tenantId: tenant.id,
            isDefault,
          });
        }),
      );
      if (lines.length > 0) return lines;
      const tenantId = identity.account?.tenantId ?? account.tenantId;
      return [
        azAccount({
          ...common,
          id: tenantId,
          name: 'N/A(tenant level account)',
          state: 'Enabled',
          tenantId,
          isDefault: isInUse,
        }),
      ];
    }),
  );
}

interface AzAccount {
  readonly cloudName: string;
  readonly homeTenantId: string;
  readonly id: string;
  readonly isDefault: boolean;
  readonly name: string;
  readonly state: string;
  readonly tenantId: string;
  readonly user: { readonly name: string; readonly type: string };
}

/** In az's order. */
const azAccount = (each: AzAccount): JsonObject => ({
  cloudName: each.cloudName,
  homeTenantId: each.homeTenantId,
  id: each.id,
  isDefault: each.isDefault,
  managedByTenants: [],
  name: each.name,
  state: each.state,
  tenantId: each.tenantId,
  user: each.user,
});

export const accountListAnswer = (state: AppState): Answer => ({
  value: accountList(state),
  table: (value) => (isArray(value) ? value.map(tableRow) : value),
});

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
  const all = accountList(state);
  if (all.length === 0)
    throw new CommandLineProblem("Nobody is signed in. Run 'token-tray sign-in' to set up an account.", 1);
  if (subscription === undefined) {
    const inUse = all.find(({ isDefault }) => isDefault === true) ?? all[0];
    return { value: shown(inUse ?? {}) };
  }
  const wanted = subscription.toLowerCase();
  const found = all.filter((each) =>
    [each['id'], each['name']].some((text) => typeof text === 'string' && text.toLowerCase() === wanted),
  );
  const [only] = found;
  if (only === undefined)
    throw new CommandLineProblem(
      `Subscription '${subscription}' not found. Check the spelling and casing and try again.`,
      1,
    );
  if (new Set(found.map(({ id }) => id)).size > 1)
    throw new CommandLineProblem(
      `Multiple subscriptions with the name '${subscription}' found. Specify the subscription ID.`,
      1,
    );
  return { value: shown(only) };
}

/** `az account show` says `environmentName` where the list says `cloudName`. */
function shown({ cloudName, ...rest }: JsonObject): JsonObject {
  return { environmentName: cloudName ?? null, ...rest };
}
