/** Dates are written the way the person's system writes them. */
const dateAndTime = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'medium' });

/** The full local date and time of `on` (ms since the epoch). */
export const fullDate = (on: number): string => dateAndTime.format(on);

const shortDateAndTime = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** The same in short, where there is little room: `28 Nov 2026, 14:05`. */
export const shortDate = (on: number): string => shortDateAndTime.format(on);

const dateAlone = new Intl.DateTimeFormat(undefined, { dateStyle: 'long' });

const dayInShort = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });

/** The local date in short: `28 Nov 2026`. */
export const dayOnly = (on: number): string => dayInShort.format(on);

/** The local date of `on` (ms since the epoch), without the time: `3 March 2027`. */
export const dateOnly = (on: number): string => dateAlone.format(on);
