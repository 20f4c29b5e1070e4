/** What a preset can look like. Apart from the schemas, so that pages can offer the choice without zod. */
export const presetIcons = [
  'resource-manager',
  'graph',
  'key-vault',
  'storage',
  'devops',
  'demo',
  'shield',
  'custom',
  'database',
  'containers',
  'messaging',
  'monitoring',
  'analytics',
  'ai',
  'search',
  'maps',
  'iot',
  'health',
  'developer',
  'business',
  'office',
  'ledger',
  'signing',
  'realtime',
] as const;
export type PresetIcon = (typeof presetIcons)[number];

/** Tells presets apart at a glance; always beside a name. */
export const presetColours = ['violet', 'blue', 'teal', 'green', 'amber', 'red', 'pink', 'grey'] as const;
export type PresetColour = (typeof presetColours)[number];
