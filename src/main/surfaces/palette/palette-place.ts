/** In device-independent pixels. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Nine rows with the input above them and the line of keys below; the page's style sheet has the parts. */
export const paletteSize = { width: 560, height: 504 };

/**
 * Where the palette opens on a screen with this work area: in the middle from left to right, and from top to bottom
 * with a third of the free room above it, where the eye rests. On a small screen it is as large as there is room.
 */
export function palettePlace(workArea: Place, size: Pick<Place, 'width' | 'height'>): Place {
  const width = Math.min(size.width, workArea.width);
  const height = Math.min(size.height, workArea.height);
  return {
    x: workArea.x + Math.round((workArea.width - width) / 2),
    y: workArea.y + Math.round((workArea.height - height) / 3),
    width,
    height,
  };
}
