import { makeStyles, tokens } from '@fluentui/react-components';
import type { ClientColour } from '../../../shared/client-application';

const palette = {
  violet: tokens.colorPaletteLavenderBorderActive,
  blue: tokens.colorPaletteBlueBorderActive,
  teal: tokens.colorPaletteTealBorderActive,
  green: tokens.colorPaletteGreenBorderActive,
  amber: tokens.colorPaletteMarigoldBorderActive,
  red: tokens.colorPaletteRedBorderActive,
  pink: tokens.colorPalettePinkBorderActive,
  grey: tokens.colorPalettePlatinumBorderActive,
} as const satisfies Record<ClientColour, string>;

/** In the order they are offered. */
export const clientColours = Object.keys(palette) as ClientColour[];

/** Each is the text colour; what is to have it takes `currentColor`. It never says anything alone. */
export const useClientColours = makeStyles({
  violet: { color: palette.violet },
  blue: { color: palette.blue },
  teal: { color: palette.teal },
  green: { color: palette.green },
  amber: { color: palette.amber },
  red: { color: palette.red },
  pink: { color: palette.pink },
  grey: { color: palette.grey },
});
