import type { TokenTimes } from '../../../shared/token-status';

const minute = 60_000;

/** How many min before its end a token is spoken of; 0 is the end. */
const spokenBefore = [5, 1, 0] as const;

/** Later than this, in ms, nobody is told: whoever comes back to the window sees how things are. */
const newsFor = 10_000;

/** A token that is spoken of. */
export interface Watched {
  readonly name: string;
  readonly token?: Pick<TokenTimes, 'expiresOn'>;
}

export interface Announcement {
  readonly name: string;
  /** min; 0: it has ended. */
  readonly minutesLeft: (typeof spokenBefore)[number];
}

/** What has to be said of tokens that came to one of the moments after `before` and not after `now` (ms since the epoch). */
export function announcements(
  watched: readonly Watched[],
  before: number,
  now: number,
): readonly Announcement[] {
  const since = Math.max(before, now - newsFor);
  return watched.flatMap(({ name, token }) => {
    if (token === undefined) return [];
    const reached = spokenBefore.findLast((minutes) => {
      const on = token.expiresOn - minutes * minute;
      return on > since && on <= now;
    });
    return reached === undefined ? [] : [{ name, minutesLeft: reached }];
  });
}
