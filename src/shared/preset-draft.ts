import { z } from 'zod';
import { deliveries } from './delivery';
import { acceleratorSchema } from './hotkey-schema';
import { cloudIdSchema, presetIconSchema, presetIdentitySchema, requestMethodSchema } from './preset';
import { presetColours } from './preset-looks';
import type { AccessKind } from './scopes';

// Far above what `checkPreset` takes, so that a field that is too long is explained where it is and not refused as a whole.
const line = z.string().max(20_000);
const text = z.string().max(1_000_000);

const headerDraftSchema = z.strictObject({ name: line, value: line });

export const requestDraftSchema = z.strictObject({
  /** Empty: none. */
  name: line,
  method: requestMethodSchema,
  url: line,
  headers: z.array(headerDraftSchema).max(500),
  /** `null`: none at all, which is not the same as an empty one. */
  body: text.nullable(),
});
export type RequestDraft = z.infer<typeof requestDraftSchema>;

export const targetDraftSchema = z.strictObject({
  accessKind: z.enum(['resource', 'scopes'] satisfies AccessKind[]),
  access: text,
  requests: z.array(requestDraftSchema).max(100),
});
export type TargetDraft = z.infer<typeof targetDraftSchema>;

/** All of a preset that a person edits, unchecked: `checkPreset` makes a preset of it. */
export const presetDraftSchema = z.strictObject({
  name: line,
  icon: presetIconSchema,
  colour: z.enum(presetColours).nullable(),
  /** With commas between them. */
  tags: line,
  notes: text,
  delivery: z.enum(deliveries),
  pinned: z.boolean(),
  keepFresh: z.boolean(),
  hotkey: acceleratorSchema.nullable(),
  identity: presetIdentitySchema,
  targets: z
    .record(cloudIdSchema, targetDraftSchema)
    .refine((targets) => Object.keys(targets).length <= 100, 'too many clouds'),
  /** Which row of the catalogue it comes from. */
  catalogueId: z.string().min(1).max(64).nullable(),
});
export type PresetDraft = z.infer<typeof presetDraftSchema>;
