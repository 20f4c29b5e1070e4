import { z } from 'zod';
import { hotkeySchema } from './hotkey-schema';
import { presetLimits } from './preset-limits';
import type { AccessKind } from './scopes';

/** `public`, `us-government`, `china`, `demo`, or the id of a custom cloud. */
export const cloudIdSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/);
export type CloudId = z.infer<typeof cloudIdSchema>;

export const presetIdSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/);

export const sampleRequestSchema = z.strictObject({
  method: z.enum(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']),
  /** Absolute; `{placeholders}` are left for the person to fill in. */
  url: z.string().min(1).max(presetLimits.urlLength),
  headers: z.array(z.strictObject({ name: z.string().min(1).max(256), value: z.string().max(4096) })).max(50),
  body: z.string().max(100_000).optional(),
});
export type SampleRequest = z.infer<typeof sampleRequestSchema>;

/** What a preset is in one cloud. A cloud that has no such resource has no target. */
export const presetTargetSchema = z.strictObject({
  scopes: z.array(z.string().min(1).max(presetLimits.scopeLength)).min(1).max(presetLimits.scopes),
  request: sampleRequestSchema,
});
export type PresetTarget = z.infer<typeof presetTargetSchema>;

export const presetIconSchema = z.enum([
  'resource-manager',
  'graph',
  'key-vault',
  'storage',
  'devops',
  'demo',
  'shield',
  'custom',
]);
export type PresetIcon = z.infer<typeof presetIconSchema>;

/** What a preset has fixed of whom its token is for. What is absent is the account and tenant in use. */
export const presetIdentitySchema = z.strictObject({
  clientApplicationId: z.string().min(1).max(64).optional(),
  /** MSAL's home account id; absent: the account in use of that client application. */
  accountId: z.string().min(1).max(512).optional(),
  tenantId: z.string().min(1).max(253).optional(),
});
export type PresetIdentity = z.infer<typeof presetIdentitySchema>;

export const presetSchema = z.strictObject({
  id: presetIdSchema,
  name: z.string().min(1).max(presetLimits.storedNameLength),
  icon: presetIconSchema,
  targets: z.record(cloudIdSchema, presetTargetSchema),
  pinned: z.boolean(),
  /** Renewed before its token ends, without being asked. */
  keepFresh: z.boolean().default(false),
  /** Copies it, in Electron's notation. */
  hotkey: hotkeySchema.optional(),
  identity: presetIdentitySchema.optional(),
  /** Which row of the catalogue it came from; absent for a person's own. */
  catalogueId: z.string().min(1).max(64).optional(),
});
export type Preset = z.infer<typeof presetSchema>;

/** What a person types into the preset form, unchecked. */
export const presetDraftSchema = z.strictObject({
  name: z.string().max(presetLimits.storedNameLength),
  accessKind: z.enum(['resource', 'scopes'] satisfies AccessKind[]),
  access: z.string().max(10_000),
  sampleUrl: z.string().max(10_000),
});
export type PresetDraft = z.infer<typeof presetDraftSchema>;
