/** When the cached token of a preset was got and ends, both in ms since the epoch. */
export interface TokenTimes {
  readonly issuedOn: number;
  readonly expiresOn: number;
  /** From when on the issuer wants it renewed (`refresh_in`), where it has said so. */
  readonly refreshOn?: number;
}

export type PresetProblem = 'sign-in-needed' | 'failed';

/** What is known of a preset's token, as the snapshot carries it. */
export interface TokenState {
  readonly token?: TokenTimes;
  readonly acquiring: boolean;
  readonly problem?: PresetProblem;
}

export type TokenStatusName =
  'none' | 'acquiring' | 'valid' | 'expiring' | 'expired' | 'sign-in-needed' | 'failed';

export interface TokenStatus {
  readonly name: TokenStatusName;
  /** ms since the epoch, for valid, expiring and expired. */
  readonly expiresOn?: number;
  /** Part of the token's life that is left, 1 to 0. */
  readonly left: number;
}

/** A token with less than this left is renewed before it is given out, in ms. The same 300 s are fixed in msal-node. */
export const minimumLifetime = 5 * 60_000;

/** The status of one preset at `now` (ms since the epoch). A token that is still good outweighs a failed renewal. */
export function tokenStatus({ token, acquiring, problem }: TokenState, now: number): TokenStatus {
  if (acquiring) return { name: 'acquiring', left: 0 };
  if (token !== undefined && token.expiresOn > now) {
    const life = Math.max(1, token.expiresOn - token.issuedOn);
    const left = Math.min(1, (token.expiresOn - now) / life);
    const name = token.expiresOn - now >= minimumLifetime ? 'valid' : 'expiring';
    return { name, expiresOn: token.expiresOn, left };
  }
  if (problem !== undefined) return { name: problem, left: 0 };
  if (token !== undefined) return { name: 'expired', expiresOn: token.expiresOn, left: 0 };
  return { name: 'none', left: 0 };
}
