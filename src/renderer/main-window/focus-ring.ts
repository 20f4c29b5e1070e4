import { tokens } from '@fluentui/react-components';

/** For `:focus-visible` of elements that are not Fluent's. */
export const focusRing = {
  outline: `2px solid ${tokens.colorStrokeFocus2}`,
  outlineOffset: '1px',
} as const;

/** The same, for elements whose surroundings cut off what stands out. */
export const innerFocusRing = { ...focusRing, outlineOffset: '-2px' } as const;
