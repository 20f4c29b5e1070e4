/** Lengths in UTF-16 code units. */
export const clientApplicationLimits = { nameLength: 80, clientIdLength: 256 } as const;
