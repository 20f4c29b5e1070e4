import type { Settings } from '../../../shared/settings';

/** How the palette's window is: there or not, and whether a person sees it. */
export type WindowState = 'none' | 'hidden' | 'open';

/**
 * What a setting asks of the window as it is:
 * - `make`: one that is hidden, so that the first opening is as quick as the others;
 * - `destroy`: it only takes memory.
 * A page that crashes is made again once: one that crashes each time would keep the computer busy for nobody.
 */
export function readiness(
  paletteReady: Settings['paletteReady'],
  window: WindowState,
  /** How often its page has failed since a person opened the palette last. */
  failures: number,
): 'make' | 'destroy' | 'leave' {
  if (paletteReady === 'from-start' && window === 'none' && failures <= 1) return 'make';
  if (paletteReady === 'never' && window === 'hidden') return 'destroy';
  return 'leave';
}
