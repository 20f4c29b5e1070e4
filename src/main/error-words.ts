/** What the log says of whatever was thrown: its kind only, since a message may hold what somebody typed. */
export const errorName = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');

/** The same for what nobody foresaw and only the place in the code explains. */
export const errorTrace = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.name) : 'unknown';
