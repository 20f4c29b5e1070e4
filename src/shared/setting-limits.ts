/** Bounds that the settings page and the settings' schema share. Apart from the schema, which pages cannot load. */
export const settingLimits = {
  /** s; 0 stands for never */
  clipboardClearsAfter: { least: 10, most: 600 },
  /** min; 0 stands for never */
  notifyBeforeEnd: { most: 30 },
  /** Of the local endpoint; below are those that need privileges. 0 stands for a random one. */
  port: { least: 1024, most: 65_535 },
} as const;
