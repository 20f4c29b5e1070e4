/**
 * What the world outside gives the services, as small types. Tests put their own in; `app.ts` puts in the real ones.
 */

/** ms since the epoch. */
export type Now = () => number;

/** Calls `work` once after `ms`; the returned function takes that back. */
export type After = (ms: number, work: () => void) => () => void;

/** Levels as in syslog. Texts must hold no token, secret or account data; the log redacts what looks like one. */
export interface Log {
  info(text: string): void;
  warn(text: string): void;
  error(text: string): void;
}

/** Node's timers. A timer of ours never keeps a quitting program alive. */
export const afterByTimer: After = (ms, work) => {
  const timer = setTimeout(work, ms);
  timer.unref();
  return () => clearTimeout(timer);
};
