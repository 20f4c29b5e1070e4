import type { AuthenticationResult } from '@azure/msal-node';
import type { Directory } from './account-record';
import type { CacheContents, CachedAccount } from './cached-tokens';

export interface AcquireRequest {
  readonly tenantId: string;
  readonly scopes: readonly string[];
  readonly forceRefresh: boolean;
  readonly claims?: string | undefined;
  /** The token is in memory and good for a while, so that nothing is asked of the network. */
  readonly inMemory: boolean;
  readonly correlationId: string;
}

/** One account that tokens can be had for without asking a person: a signed-in user, or a service principal. */
export interface TokenSource {
  readonly account: CachedAccount;
  readonly tokens: CacheContents['tokens'];
  readonly directory: Directory | undefined;
  /** ms since the epoch */
  readonly signedInOn: number | undefined;
  /** @throws AccountGone, and MSAL's errors */
  acquire(request: AcquireRequest): Promise<AuthenticationResult>;
  setDirectory(directory: Directory): Promise<void>;
  /** Out of memory and off the disk, at once. */
  forget(): Promise<void>;
  /** Waits until everything is on disk. Nothing is written after that. */
  flush(): Promise<void>;
}

/** What a source tells about itself. */
export interface SourceEvents {
  /** Its account, the times of its tokens or its directory have changed. */
  readonly changed: () => void;
  /** It could not be written; it stays in memory. */
  readonly notSaved: () => void;
  /** MSAL did not take the cache; it was set aside under this name. */
  readonly unreadable: (file: string) => void;
}
