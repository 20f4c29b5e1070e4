import type { Settings } from '../../../shared/settings';

/** How the palette's window is: there or not, and whether a person sees it. */
export type WindowState = 'none' | 'hidden' | 'open';

/**
 * What a setting asks of the window as it is:
 * - `make`: one that is hidden, so that the first opening is as quick as the others;
 * - `destroy`: it only takes memory.
 */
export function readiness(
  paletteReady: Settings['paletteReady'],
  window: WindowState,
): 'make' | 'destroy' | 'leave' {
  if (paletteReady === 'from-start' && window === 'none') return 'make';
  if (paletteReady === 'never' && window === 'hidden') return 'destroy';
  return 'leave';
}
