/** What templates may be at most. Apart from the schema, since pages check the same and do without zod. */
export const templateLimits = { nameLength: 80, textLength: 8000, templates: 50 } as const;
