/** What a file with presets may be at most. Apart from its schema, so that pages can refuse a file before reading it. */
export const presetFileLimits = {
  /** Bytes. */
  size: 5 * 1024 * 1024,
  presets: 1000,
  depth: 20,
  /** Of JSON values: a thousand presets with all that they can have come to a tenth. */
  values: 500_000,
  nameLength: 80,
} as const;
