import { z } from 'zod';
import { hotkeySchema } from './hotkey-schema';
import { deliveries } from './delivery';
import { presetLimits } from './preset-limits';
import { presetColours, presetIcons } from './preset-looks';
import { requestMethods } from './request-methods';

// Objects are looked up by these, and each has a `constructor`.
const idPattern = /^(?!constructor$)[a-z0-9][a-z0-9-]{0,63}$/;

/** `public`, `us-government`, `china`, `demo`, or the id of a custom cloud. */
export const cloudIdSchema = z.string().regex(idPattern);
export type CloudId = z.infer<typeof cloudIdSchema>;

export const presetIdSchema = z.string().regex(idPattern);

export const requestMethodSchema = z.enum(requestMethods);
export type { RequestMethod } from './request-methods';

export const sampleRequestSchema = z.strictObject({
  /** What it does, where a preset has several. */
  name: z.string().min(1).max(presetLimits.nameLength).optional(),
  method: requestMethodSchema,
  /** Absolute; `{placeholders}` are left for the person to fill in. */
  url: z.string().min(1).max(presetLimits.urlLength),
  headers: z
    .array(
      z.strictObject({
        name: z.string().min(1).max(presetLimits.headerNameLength),
        value: z.string().max(presetLimits.headerValueLength),
      }),
    )
    .max(presetLimits.headers),
  body: z.string().max(presetLimits.bodyLength).optional(),
});
export type SampleRequest = z.infer<typeof sampleRequestSchema>;

const targetSchema = z.strictObject({
  scopes: z.array(z.string().min(1).max(presetLimits.scopeLength)).min(1).max(presetLimits.scopes),
  /** The first is what "Copy curl" copies. None where the token is the password of a database. */
  requests: z.array(sampleRequestSchema).max(presetLimits.requests),
});

/** What a preset is in one cloud. A cloud that has no such resource has no target. Files of version 0.1 had one request. */
export const presetTargetSchema = z.preprocess((value) => {
  if (typeof value !== 'object' || value === null || !('request' in value)) return value;
  const { request, ...rest } = value;
  return { requests: [request], ...rest };
}, targetSchema);
export type PresetTarget = z.infer<typeof presetTargetSchema>;

export const presetIconSchema = z.enum(presetIcons);
export type { PresetColour, PresetIcon } from './preset-looks';

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
  colour: z.enum(presetColours).optional(),
  tags: z.array(z.string().min(1).max(presetLimits.tagLength)).max(presetLimits.tags).optional(),
  notes: z.string().min(1).max(presetLimits.notesLength).optional(),
  /** How the service takes the token; absent: as a bearer token. */
  delivery: z.enum(deliveries).optional(),
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
