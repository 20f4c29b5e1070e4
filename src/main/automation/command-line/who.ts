import type { PresetIdentity } from '../../../shared/preset';
import { clientNameOf, currentIdentity, identityOf } from '../../identities';
import type { ClientApplication } from '../../../shared/client-application';
import type { AppState } from '../../state';
import { azAccounts, azAccountsNamed, type AzAccount } from './commands/accounts';
import { CommandLineProblem } from './command-line-outcome';

export interface WhoOptions {
  readonly tenant?: string;
  /** Id or name. */
  readonly subscription?: string;
  /** User name, or id. */
  readonly account?: string;
  /** Name or client id of a client application. */
  readonly client?: string;
  /** Id or name. */
  readonly cloud?: string;
}

export interface Whose {
  readonly identity: PresetIdentity;
  /** The one that was asked for. */
  readonly subscriptionId?: string;
}

const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/**
 * Whom a token is for, by what was said of account, client application, cloud, tenant and subscription; what was not said
 * goes by what is in use. @throws CommandLineProblem where nothing or too much fits
 */
export function whoseToken(state: AppState, options: WhoOptions): Whose {
  const clients = clientsOf(state, options);
  const chosen = clients && accountOf(state, options, clients);
  // Somebody else's, or that of another client application, is not the one that is meant.
  const among = azAccounts(state).filter(
    ({ clientApplicationId, accountId }) =>
      (clients === undefined || clients.some(({ id }) => id === clientApplicationId)) &&
      (chosen?.accountId === undefined ||
        (chosen.accountId === accountId && chosen.clientApplicationId === clientApplicationId)),
  );
  const subscription =
    options.subscription === undefined ? undefined : subscriptionOf(state, among, options.subscription);
  const tenantId = options.tenant ?? subscription?.tenantId;
  const identity = { ...chosen, ...subscription?.identity };
  // It has no tenants, whatever az calls its own.
  const isAdfs = identityOf(state, { identity })?.cloud.isAdfs ?? false;
  return {
    identity: { ...identity, ...(tenantId === undefined || isAdfs ? {} : { tenantId }) },
    ...(subscription === undefined ? {} : { subscriptionId: subscription.id }),
  };
}

/** Undefined: nothing was said of them. @throws CommandLineProblem */
function clientsOf(
  state: AppState,
  { account, client, cloud }: WhoOptions,
): readonly ClientApplication[] | undefined {
  if (account === undefined && client === undefined && cloud === undefined) return undefined;
  const clients = state.clientApplications
    .filter((each) => client === undefined || same(each.clientId, client) || same(clientNameOf(each), client))
    .filter((each) => {
      const found = state.clouds.find(({ id }) => id === each.cloud);
      return (
        cloud === undefined || same(each.cloud, cloud) || (found !== undefined && same(found.name, cloud))
      );
    });
  if (clients.length === 0)
    throw new CommandLineProblem(
      client === undefined
        ? `There is no client application in the cloud '${cloud ?? ''}'. 'token-tray clouds list' has those there are.`
        : `Client application '${client}' not found. 'token-tray account list' has those in use.`,
      1,
    );
  return clients;
}

/** @throws CommandLineProblem */
function accountOf(
  state: AppState,
  { account }: WhoOptions,
  clients: readonly ClientApplication[],
): PresetIdentity {
  const inUse = clients.find(({ id }) => id === state.currentId) ?? clients[0];
  if (account === undefined) return inUse === undefined ? {} : { clientApplicationId: inUse.id };
  const found = clients.flatMap(({ id }) =>
    (state.open[id]?.accounts ?? [])
      .filter((each) => same(each.account.username, account) || same(each.account.id, account))
      .map((each) => ({ clientApplicationId: id, accountId: each.account.id })),
  );
  const [first, second] = found;
  if (first === undefined)
    throw new CommandLineProblem(
      `Account '${account}' not found. 'token-tray account list' has those there are.`,
      1,
    );
  const chosen =
    second === undefined ? first : found.find((each) => each.clientApplicationId === state.currentId);
  if (chosen === undefined)
    throw new CommandLineProblem(
      `Account '${account}' is signed in to several client applications: say which with --client.`,
      1,
    );
  return chosen;
}

/** Over all accounts; the one in use comes first. @throws CommandLineProblem, in az's words */
function subscriptionOf(
  state: AppState,
  among: readonly AzAccount[],
  wanted: string,
): { readonly id: string; readonly tenantId: string; readonly identity: PresetIdentity } {
  const found = azAccountsNamed(among, wanted);
  const current = currentIdentity(state);
  const inUse = found.find(
    ({ clientApplicationId, accountId }) =>
      clientApplicationId === current?.clientApplication.id && accountId === current.account?.id,
  );
  const chosen = inUse ?? found[0];
  if (chosen === undefined) throw new Error('What is not found is said.');
  const { id, tenantId, clientApplicationId, accountId } = chosen;
  return { id, tenantId, identity: { clientApplicationId, accountId } };
}
