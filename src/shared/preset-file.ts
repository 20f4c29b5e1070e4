import { z } from 'zod';
import { deliveries } from './delivery';
import { cloudIdSchema, presetIconSchema, presetIdSchema, sampleRequestSchema } from './preset';
import { presetFileLimits } from './preset-file-limits';
import { presetLimits } from './preset-limits';
import { presetColours } from './preset-looks';

/**
 * A file with presets, for others to read: what a person exports, and what a team publishes. It says what an API is, and
 * nothing about whoever uses it: no account, no client application, no hotkey, no secret. It is for people to write by hand,
 * too, so descriptions stand with each member: they are what an editor shows.
 */

export const presetFileFormat = 'token-tray-presets';

const request = sampleRequestSchema.shape;

const fileRequestSchema = z
  .strictObject({
    name: request.name.unwrap().exactOptional().describe('What it does, where a preset has several.'),
    method: request.method.exactOptional().describe('GET if absent.'),
    url: request.url.describe('Address. Placeholders in braces are left for the person to fill in.'),
    headers: z
      .array(
        z.strictObject({
          name: z
            .string()
            .regex(/^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,256}$/)
            .describe('Name of the header.'),
          value: z
            .string()
            .regex(/^\P{Cc}{0,4096}$/u)
            .describe('Its value, on one line.'),
        }),
      )
      .max(50)
      .exactOptional()
      .describe('Headers, apart from Authorization, which Token Tray adds, and from all that hold a secret.'),
    body: request.body.unwrap().exactOptional().describe('Body.'),
  })
  .meta({ id: 'Request' });
export type FileRequest = z.infer<typeof fileRequestSchema>;

const fileTargetSchema = z
  .strictObject({
    resource: z
      .string()
      .min(1)
      .max(presetLimits.scopeLength)
      .exactOptional()
      .describe(
        'What the token is for, such as https://vault.azure.net or api://my-api. Instead of “scopes”.',
      ),
    scopes: z
      .array(z.string().min(1).max(presetLimits.scopeLength))
      .min(1)
      .max(presetLimits.scopes)
      .exactOptional()
      .describe('Scopes of one API. Instead of “resource”.'),
    requests: z
      .array(fileRequestSchema)
      .max(presetLimits.requests)
      .exactOptional()
      .describe('Sample requests; “Copy curl” copies the first. None where the token is a password.'),
  })
  .meta({ id: 'Target', oneOf: [{ required: ['resource'] }, { required: ['scopes'] }] });
export type FileTarget = z.infer<typeof fileTargetSchema>;

export const filePresetSchema = z.strictObject({
  id: presetIdSchema.describe(
    'Tells it apart from the others: a–z, 0–9 and hyphens. Keep it: what changes in a preset goes by it.',
  ),
  name: z.string().trim().min(1).max(presetLimits.storedNameLength).describe('What people see.'),
  icon: presetIconSchema.exactOptional().describe('“custom” if absent.'),
  colour: z.enum(presetColours).exactOptional().describe('Tells it apart at a glance.'),
  tags: z
    .array(z.string().min(1).max(presetLimits.tagLength))
    .max(presetLimits.tags)
    .exactOptional()
    .describe('Words that search finds it by.'),
  notes: z
    .string()
    .min(1)
    .max(presetLimits.notesLength)
    .exactOptional()
    .describe('What people should know about it.'),
  delivery: z
    .enum(deliveries)
    .exactOptional()
    .describe('How the service takes the token; as a bearer token if absent.'),
  tenant: z
    .string()
    .min(1)
    .max(253)
    .exactOptional()
    .describe('ID or domain of the tenant, if the token has to come from a certain one.'),
  catalogueId: z
    .string()
    .min(1)
    .max(64)
    .exactOptional()
    .describe('Id of the entry of Token Tray’s catalogue that it came from.'),
  targets: z
    .record(cloudIdSchema, fileTargetSchema)
    .describe('What it is in each cloud, by cloud id: “public”, “us-government”, “china”, or a custom one.'),
});
export type FilePreset = z.infer<typeof filePresetSchema>;

export const presetFileSchema = z.strictObject({
  $schema: z.string().max(2048).exactOptional().describe('Where this schema is, for editors.'),
  format: z.literal(presetFileFormat).describe('Says what this file is.'),
  version: z.literal(1).describe('Of the form of this file.'),
  name: z
    .string()
    .trim()
    .min(1)
    .max(presetFileLimits.nameLength)
    .exactOptional()
    .describe('Of the whole, such as “Contoso APIs”: what a team catalogue is called.'),
  presets: z.array(filePresetSchema).max(presetFileLimits.presets).describe('The presets.'),
});
export type PresetFile = z.infer<typeof presetFileSchema>;
