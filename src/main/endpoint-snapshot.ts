import type {
  ConsumerProblem,
  ConsumerView,
  ConsumerWish,
  EndpointView,
} from '../shared/endpoint/endpoint-view';
import type { ConsumerWant, EndpointContents } from './automation/endpoint/endpoint-contents';
import { clientNameOf, identityOf, tenantNameOf } from './identities';
import type { AppState } from './state';

type Consumer = EndpointContents['consumers'][number];

/** What surfaces show of the local endpoint. Pure. */
export function endpointView(state: AppState): EndpointView {
  const { endpoint } = state;
  const { problem, port, freshSecretOf } = endpoint;
  return {
    state: endpoint.state,
    ...(problem === undefined ? {} : { problem }),
    ...(port === undefined ? {} : { port }),
    inMemoryOnly: endpoint.inMemoryOnly,
    ...(freshSecretOf === undefined ? {} : { freshSecretOf }),
    consumers: endpoint.consumers.map((each) => consumerView(state, each)),
    waiting: wishes(endpoint, endpoint.waiting),
    signInsNeeded: wishes(endpoint, endpoint.signInsNeeded),
  };
}

function consumerView(state: AppState, consumer: Consumer): ConsumerView {
  const { id, identity, expiresOn, refused: _refused, ...rest } = consumer;
  const use = state.endpoint.uses[id];
  const found = identityOf(state, { identity });
  const { clientApplicationId } = identity;
  const isGone = clientApplicationId !== undefined && found?.clientApplication.id !== clientApplicationId;
  const whose = isGone ? undefined : found;
  const account = whose?.account;
  const isAccountGone = isGone || (identity.accountId !== undefined && account === undefined);
  const isWaiting = state.endpoint.signInsNeeded.some(({ consumerId }) => consumerId === id);
  const problem: ConsumerProblem | undefined = isAccountGone
    ? 'account-gone'
    : isWaiting || account === undefined
      ? 'sign-in-needed'
      : use?.hasFailed === true
        ? 'failed'
        : undefined;
  return {
    ...rest,
    id,
    identity,
    ...(expiresOn === undefined ? {} : { expiresOn }),
    ...(whose === undefined ? {} : { clientName: clientNameOf(whose.clientApplication) }),
    ...(whose === undefined || account === undefined
      ? {}
      : {
          accountName: account.name || account.username,
          tenantName: tenantNameOf(state, whose, account.tenantId),
        }),
    ...(use?.lastUsedOn === undefined ? {} : { lastUsedOn: use.lastUsedOn }),
    tokensGiven: use?.tokensGiven ?? 0,
    ...(problem === undefined ? {} : { problem }),
  };
}

const wishes = ({ consumers }: EndpointContents, wants: readonly ConsumerWant[]): readonly ConsumerWish[] =>
  wants.flatMap(({ consumerId, resource, on }) => {
    const consumer = consumers.find(({ id }) => id === consumerId);
    return consumer === undefined ? [] : [{ consumerId, consumerName: consumer.name, resource, on }];
  });
