import type { EndpointView } from '../../../shared/endpoint/endpoint-view';
import type { Consumer } from './consumer-file';

/** What a consumer has had since the program started. */
export interface ConsumerUse {
  readonly tokensGiven: number;
  /** ms since the epoch; absent: none yet */
  readonly lastUsedOn?: number;
  /** Its last request came to nothing, for another reason than a sign-in. */
  readonly hasFailed: boolean;
}

export interface ConsumerWant {
  readonly consumerId: string;
  readonly resource: string;
  /** The tenant that was asked for, where it was one of its own. */
  readonly tenantId?: string;
  /** ms since the epoch */
  readonly on: number;
}

/** All about the endpoint that may be shown, as the state has it: no secret, nor what one is known by. */
export interface EndpointContents extends Pick<
  EndpointView,
  'state' | 'problem' | 'port' | 'inMemoryOnly' | 'freshSecretOf'
> {
  readonly consumers: readonly Omit<Consumer, 'secretHash'>[];
  /** By consumer id. */
  readonly uses: Readonly<Record<string, ConsumerUse>>;
  readonly waiting: readonly ConsumerWant[];
  readonly signInsNeeded: readonly ConsumerWant[];
}

export const noEndpoint: EndpointContents = {
  state: 'off',
  inMemoryOnly: false,
  consumers: [],
  uses: {},
  waiting: [],
  signInsNeeded: [],
};
