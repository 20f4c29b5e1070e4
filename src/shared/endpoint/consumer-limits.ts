/** Apart from the schemas, so that pages can have them without zod. */
export const consumerLimits = {
  /** In UTF-16 code units. */
  nameLength: 80,
  /** How many consumers there can be. */
  consumers: 100,
  /** How many resources one may ask for. */
  resources: 50,
  /** In UTF-16 code units. */
  resourceLength: 1024,
} as const;
