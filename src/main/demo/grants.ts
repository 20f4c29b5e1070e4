import type { ClaimsRequest } from './claims';
import type { DemoDirectory, DemoPerson } from './directory';
import type { RequestedScope } from './resources';

/** Everything that decides what a person's token says. */
export interface Grant {
  readonly person: DemoPerson;
  readonly tenant: DemoDirectory;
  readonly scope: RequestedScope;
  readonly claims: ClaimsRequest;
  readonly nonce?: string;
  /** The refresh token that was used stays good, and the answer brings no other. */
  readonly keepsRefreshToken?: boolean;
}

/** Everything that decides what an application's own token says. */
export interface AppGrant {
  readonly tenant: DemoDirectory;
  readonly proof: 'secret' | 'certificate';
  readonly scope: RequestedScope;
  readonly claims: ClaimsRequest;
}
