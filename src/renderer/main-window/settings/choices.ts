import { t } from '../../../shared/messages';

const withPresent = (usual: readonly number[], present: number): readonly number[] =>
  [...new Set([...usual, present])].sort((a, b) => a - b);

/** After how many s the clipboard can be cleared (0 never), and `present` if it is another: a file may hold any. */
export const clearTimes = (present: number): readonly number[] =>
  withPresent([0, 10, 30, 60, 120, 300, 600], present);

/** How many min ahead a notification can come (0 never), and `present` if it is another. */
export const aheadTimes = (present: number): readonly number[] =>
  withPresent([0, 1, 2, 5, 10, 15, 30], present);

/** `seconds` as a choice: `30 seconds`, `2 minutes`, `2 min 30 s`. */
export function secondsWords(seconds: number): string {
  if (seconds < 60) return t('settings.seconds', { count: seconds });
  if (seconds % 60 === 0) return t('settings.minutes', { count: seconds / 60 });
  return t('settings.minutes-seconds', { minutes: Math.floor(seconds / 60), seconds: seconds % 60 });
}
