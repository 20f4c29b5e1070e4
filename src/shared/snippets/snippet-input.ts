import type { Delivery } from '../delivery';
import type { SampleRequest } from '../preset';
import type { Shell } from './shell';

/** A token, and what scripts want to know of it. */
export interface SnippetToken {
  readonly accessToken: string;
  /** ms since the epoch */
  readonly expiresOn: number;
  /** Empty at an AD FS. */
  readonly tenantId: string;
  readonly subscriptionId?: string;
  readonly username?: string;
}

/** All that a snippet can be made from. */
export interface SnippetInput {
  readonly presetName: string;
  readonly scopes: readonly string[];
  readonly delivery: Delivery;
  /** With what the account says filled in; other `{placeholders}` are still in it. */
  readonly request: SampleRequest | undefined;
  readonly token: SnippetToken;
  /** The shell of this system, for formats that follow it. */
  readonly shell: Shell;
  /** ms since the epoch, for services that want the date of a request */
  readonly now: number;
}
