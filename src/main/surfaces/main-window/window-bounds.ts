/** In device-independent pixels. */
export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const minimumSize = { width: 360, height: 480 };
const firstSize = { width: 440, height: 680 };

/** How much of the window has to be on a screen for a person to be able to grab it, in px. */
const graspable = 80;

/** Where the window opens: where it was, if a screen is still there; otherwise in the middle of the main screen. */
export function openingBounds(
  remembered: Bounds | undefined,
  screens: readonly Bounds[],
): { readonly width: number; readonly height: number; readonly x?: number; readonly y?: number } {
  if (remembered === undefined) return firstSize;
  const size = {
    width: Math.max(remembered.width, minimumSize.width),
    height: Math.max(remembered.height, minimumSize.height),
  };
  const reachable = screens.some(
    (screen) =>
      remembered.x + size.width >= screen.x + graspable &&
      remembered.x <= screen.x + screen.width - graspable &&
      remembered.y >= screen.y &&
      remembered.y <= screen.y + screen.height - graspable,
  );
  return reachable ? { ...size, x: remembered.x, y: remembered.y } : size;
}
