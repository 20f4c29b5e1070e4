/** The ids by which a custom cloud says what the built-in presets are for there. The demo's own are left out. */
export const cataloguePresetIds = ['resource-manager', 'graph', 'key-vault', 'storage', 'devops'] as const;
