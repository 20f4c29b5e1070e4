import type { PresetIdentity } from '../preset';

/** A consumer of the local endpoint as surfaces show it. Its secret is never in it. All times in ms since the epoch. */
export interface ConsumerView {
  readonly id: string;
  readonly name: string;
  /** Switched off, it is refused and keeps its secret. */
  readonly isOn: boolean;
  readonly identity: PresetIdentity;
  /** Whom its next token is for, in words: absent where nobody is signed in. */
  readonly accountName?: string;
  readonly tenantName?: string;
  readonly clientName?: string;
  /** What it may have tokens for. */
  readonly resources: readonly string[];
  readonly asksForOthers: boolean;
  readonly fromContainers: boolean;
  readonly createdOn: number;
  readonly expiresOn?: number;
  readonly lastUsedOn?: number;
  /** How many tokens it has had since the program started. */
  readonly tokensGiven: number;
  /** Its last request could not be answered, for this reason. */
  readonly problem?: ConsumerProblem;
}

export type ConsumerProblem = 'sign-in-needed' | 'account-gone' | 'failed';

/** A consumer that wants something a person has to decide or do. */
export interface ConsumerWish {
  readonly consumerId: string;
  readonly consumerName: string;
  readonly resource: string;
  /** When it last asked, in ms since the epoch. */
  readonly on: number;
}

export type EndpointState =
  /** No port is open. */
  | 'off'
  | 'running'
  /** The computer is locked, and requests are refused meanwhile. */
  | 'paused'
  /** It could not begin: see `problem`. */
  | 'failed';

export interface EndpointView {
  readonly state: EndpointState;
  /** `port-taken`: another program has the port that is set. */
  readonly problem?: 'port-taken' | 'failed';
  /** While it runs. */
  readonly port?: number;
  readonly consumers: readonly ConsumerView[];
  /** There is no keyring: consumers are forgotten when the program ends. */
  readonly inMemoryOnly: boolean;
  /** The consumer whose secret is in memory, so that its lines can be copied; see `forgetConsumerSecret`. */
  readonly freshSecretOf?: string;
  /** Resources that consumers have asked for and may not have yet. */
  readonly waiting: readonly ConsumerWish[];
  /** Tokens that only a sign-in brings. */
  readonly signInsNeeded: readonly ConsumerWish[];
}
