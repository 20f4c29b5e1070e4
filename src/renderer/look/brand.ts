import {
  createDarkTheme,
  createLightTheme,
  type BrandVariants,
  type Theme as FluentTheme,
} from '@fluentui/react-components';

/** The violet of the program's icon. */
const violet: BrandVariants = {
  10: '#0d0a19',
  20: '#1b1630',
  30: '#291f4d',
  40: '#352868',
  50: '#423182',
  60: '#4f3b9c',
  70: '#5c47b3',
  80: '#6a55c4',
  90: '#7a68cf',
  100: '#8b7bd8',
  110: '#9c8fe0',
  120: '#ada3e8',
  130: '#bfb7ef',
  140: '#d1cbf5',
  150: '#e3dffa',
  160: '#f3f1fd',
};

// Figures and letters as the system writes them; DejaVu and Cantarell are what Linux desktops bring.
const fontFamilyBase =
  "'Segoe UI Variable Text', 'Segoe UI', -apple-system, BlinkMacSystemFont, system-ui, 'Cantarell', 'Noto Sans', sans-serif";

const shape = {
  borderRadiusMedium: '6px',
  borderRadiusLarge: '6px',
  borderRadiusXLarge: '10px',
  fontFamilyBase,
};

export const lightTheme: FluentTheme = { ...createLightTheme(violet), ...shape };

const dark = createDarkTheme(violet);

export const darkTheme: FluentTheme = {
  ...dark,
  ...shape,
  // As text on the dark ground, the ramp's middle falls short of 4.5:1.
  colorBrandForeground1: violet[120],
  colorBrandForeground2: violet[130],
  colorCompoundBrandForeground1: violet[120],
  colorBrandForegroundLink: violet[120],
  // Fluent's is so light that the green of a valid token falls short of 4.5:1 on it.
  colorSubtleBackgroundHover: '#303030',
};
