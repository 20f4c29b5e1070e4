/** The texts of the quick-copy palette; the rules are those of `en.ts`. */
export const palette = {} as const satisfies Record<string, string>;
