import { z } from 'zod';
import { clientColourSchema } from './client-application';
import { clientApplicationLimits } from './client-application-limits';
import { customCloudSchema, httpsAddressSchema } from './cloud';
import { copyFormats } from './copy-format';
import { builtInFormatSchema } from './copy-format-schema';
import { cloudIdSchema, presetIconSchema, sampleRequestSchema } from './preset';
import { presetLimits } from './preset-limits';
import { settingsSchema, type SettingName } from './settings';

/**
 * What an organisation can lay down for everybody on a computer. All of it is for administrators to write by hand, so
 * descriptions stand with each member: they are what an editor shows. No secret belongs in it.
 */

/** Shorter than what it becomes: an id gets a prefix that the person's own never have. */
const idSchema = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,49}$/)
  .describe(
    'Tells it apart from others of its kind: a–z, 0–9 and hyphens. Keep it: people’s choices go by it.',
  );

const cloud = customCloudSchema.shape;

const managedCloudSchema = z.strictObject({
  id: cloud.id.describe('What “cloud” and “targets” below call it: a–z, 0–9 and hyphens.'),
  name: cloud.name.describe('What people see.'),
  authority: cloud.authority.describe(
    'https address that people sign in at, without the tenant. One that ends with /adfs is an AD FS.',
  ),
  arm: z
    .strictObject({
      endpoint: httpsAddressSchema.describe('https address of Azure Resource Manager there.'),
      audience: z.string().min(1).max(1024).describe('What its tokens are for, to the letter.'),
    })
    .exactOptional()
    .describe('Where tenants and subscriptions are asked for. Absent: none are found by themselves.'),
  resources: cloud.resources.describe(
    'What the APIs of the catalogue are called there: resources by id (resource-manager, graph, key-vault, storage, …). Those without one are not offered.',
  ),
});

const { shape } = settingsSchema;

const settingValuesSchema = z
  .strictObject({
    theme: shape.theme.exactOptional().describe('How the window looks.'),
    language: shape.language.exactOptional().describe('Language of the program.'),
    defaultFormat: builtInFormatSchema
      .exactOptional()
      .describe('What Enter, a click in the tray and a preset’s hotkey copy.'),
    signInFlows: shape.signInFlows
      .exactOptional()
      .describe('Which ways to sign in are used, in which order.'),
    paletteHotkey: shape.paletteHotkey
      .exactOptional()
      .describe('Opens the palette, in Electron’s notation (CommandOrControl+Alt+T); null for none.'),
    copyLastHotkey: shape.copyLastHotkey
      .exactOptional()
      .describe('Copies what was copied last again, in Electron’s notation; null for none.'),
    paletteReady: shape.paletteReady
      .exactOptional()
      .describe('Whether the palette is kept in memory, so that it opens at once.'),
    clipboardClearsAfter: shape.clipboardClearsAfter
      .exactOptional()
      .describe('After how many seconds a copied secret is taken off the clipboard; 0 never.'),
    clipboardClearsOnQuit: shape.clipboardClearsOnQuit
      .exactOptional()
      .describe('Whether quitting takes a copied secret off the clipboard.'),
    clipboardClearsOnLock: shape.clipboardClearsOnLock
      .exactOptional()
      .describe('The same when the computer is locked or sleeps.'),
    notifyBeforeEnd: shape.notifyBeforeEnd
      .exactOptional()
      .describe('How many minutes before a pinned preset’s token ends a notification says so; 0 never.'),
    notifyRenewalFailed: shape.notifyRenewalFailed
      .exactOptional()
      .describe('A notification when a token can no longer be renewed.'),
    notifyCopied: shape.notifyCopied.exactOptional().describe('A notification when a copy is done.'),
    keepFreshByDefault: shape.keepFreshByDefault
      .exactOptional()
      .describe('Whether a new preset’s token is renewed before it ends.'),
    startHidden: shape.startHidden
      .exactOptional()
      .describe('Whether starting the program shows no window. A start at login never shows one.'),
    activityList: shape.activityList
      .exactOptional()
      .describe('Whether a list of what was copied is kept on this computer. It never holds a token.'),
    localEndpoint: shape.localEndpoint
      .exactOptional()
      .describe('Whether scripts and SDKs on this computer can have tokens by HTTP.'),
    localEndpointPort: shape.localEndpointPort
      .exactOptional()
      .describe('The port they ask at; 0 for a random one.'),
    localEndpointPausesOnLock: shape.localEndpointPausesOnLock
      .exactOptional()
      .describe('Whether they are refused while the computer is locked.'),
  } satisfies Record<SettingName, z.ZodType>)
  .meta({ id: 'SettingValues' });

const managedClientSchema = z.strictObject({
  id: idSchema,
  kind: z
    .enum(['organisation', 'azure-cli', 'service-principal'])
    .describe(
      'Your own app registration, Azure CLI’s public client, or an app with a credential of its own.',
    ),
  name: z
    .string()
    .min(1)
    .max(clientApplicationLimits.nameLength)
    .exactOptional()
    .describe('What people see. Absent: what its kind is called.'),
  colour: clientColourSchema.exactOptional().describe('Tells it apart at a glance.'),
  clientId: z
    .string()
    .min(1)
    .max(clientApplicationLimits.clientIdLength)
    .exactOptional()
    .describe('Application (client) ID. Only kind “azure-cli” does without: its id is known.'),
  tenant: z
    .string()
    .min(1)
    .max(253)
    .exactOptional()
    .describe('Tenant ID, a verified domain, or “organizations”. Only an AD FS does without.'),
  cloud: cloudIdSchema
    .exactOptional()
    .describe('“public” (if absent), “us-government”, “china”, or the id of one of “clouds”.'),
});
export type ManagedClient = z.infer<typeof managedClientSchema>;

const targetShape = {
  resource: z
    .string()
    .min(1)
    .max(presetLimits.scopeLength)
    .exactOptional()
    .describe('What the token is for, such as https://vault.azure.net or api://my-api. Instead of “scopes”.'),
  scopes: z
    .array(z.string().min(1).max(presetLimits.scopeLength))
    .min(1)
    .max(presetLimits.scopes)
    .exactOptional()
    .describe('Scopes of one API. Instead of “resource”.'),
  method: sampleRequestSchema.shape.method.exactOptional().describe('Of the sample request; GET if absent.'),
  headers: z
    .record(z.string().regex(/^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,256}$/), z.string().regex(/^\P{Cc}{0,4096}$/u))
    .exactOptional()
    .describe('Of the sample request, apart from Authorization, which Token Tray adds.'),
  body: sampleRequestSchema.shape.body.unwrap().exactOptional().describe('Of the sample request.'),
};

const urlSchema = sampleRequestSchema.shape.url.describe(
  'Address of the sample request. Placeholders in braces are left for the person to fill in.',
);

/** Exactly one of them, which an editor can tell from this. */
const oneOf = (...members: readonly string[]) => ({
  oneOf: members.map((member) => ({ required: [member] })),
});

const managedTargetSchema = z
  .strictObject({ ...targetShape, url: urlSchema })
  .meta({ id: 'Target', ...oneOf('resource', 'scopes') });
export type ManagedTarget = z.infer<typeof managedTargetSchema>;

const managedPresetSchema = z
  .strictObject({
    id: idSchema,
    name: z.string().min(1).max(presetLimits.nameLength).describe('What people see.'),
    icon: presetIconSchema.exactOptional().describe('“custom” if absent.'),
    pinned: z.boolean().exactOptional().describe('Stands with the pinned ones; false if absent.'),
    keepFresh: z.boolean().exactOptional().describe('Its token is renewed before it ends; false if absent.'),
    ...targetShape,
    url: urlSchema.exactOptional(),
    cloud: cloudIdSchema
      .exactOptional()
      .describe('Where it can be used. Absent: the cloud of “clientApplication”, or else “public”.'),
    targets: z
      .record(cloudIdSchema, managedTargetSchema)
      .exactOptional()
      .describe('For several clouds, by cloud id: instead of “resource”, “scopes”, “url” and “cloud”.'),
    clientApplication: idSchema
      .exactOptional()
      .describe('Id of one of “clientApplications”, if the token has to come through it.'),
    tenant: z.guid().exactOptional().describe('ID of the tenant that the token has to come from.'),
  })
  .meta(oneOf('resource', 'scopes', 'targets'));
export type ManagedPreset = z.infer<typeof managedPresetSchema>;

const forbidSchema = z.strictObject({
  azureCliClient: z.boolean().exactOptional().describe('Signing in as Azure CLI.'),
  ownClientApplications: z
    .boolean()
    .exactOptional()
    .describe('App registrations that people add themselves.'),
  demoTenant: z.boolean().exactOptional().describe('The built-in demo tenant.'),
  servicePrincipals: z
    .boolean()
    .exactOptional()
    .describe('Apps with a secret or a certificate that people add themselves.'),
  customClouds: z.boolean().exactOptional().describe('Clouds that people add themselves.'),
  ownPresets: z.boolean().exactOptional().describe('Presets that people add or change themselves.'),
  ownTemplates: z
    .boolean()
    .exactOptional()
    .describe('Formats that people write themselves; any of them can have the token in it.'),
  teamCatalogues: z.boolean().exactOptional().describe('Team catalogues that people add themselves.'),
  commandLine: z.boolean().exactOptional().describe('Tokens by the command line.'),
  localEndpoint: z.boolean().exactOptional().describe('Tokens by HTTP for scripts and SDKs on the computer.'),
  flows: z
    .array(z.enum(['browser', 'device-code']))
    .max(2)
    .exactOptional()
    .describe('Ways to sign in. Both together cannot be forbidden.'),
  formats: z
    .array(builtInFormatSchema)
    .max(copyFormats.length)
    .exactOptional()
    .describe(
      'What cannot be copied; “curl” and “environment” stand for all their forms. Something has to be left.',
    ),
  keepTokensOnDisk: z
    .boolean()
    .exactOptional()
    .describe('Saving sign-ins on disk, encrypted as they are: people then sign in after each start.'),
});

export const managedSettingsSchema = z.strictObject({
  $schema: z.string().max(2048).exactOptional().describe('Where this schema is, for editors.'),
  version: z.literal(1).describe('Of the form of this file.'),
  organisation: z
    .string()
    .trim()
    .min(1)
    .max(80)
    .exactOptional()
    .describe('Name of your organisation: “Set by Contoso”.'),
  contact: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .exactOptional()
    .describe('Whom to ask about these settings: an address on the web, an e-mail address, or words.'),
  clouds: z.array(managedCloudSchema).max(50).exactOptional().describe('Clouds beside the built-in ones.'),
  clientApplications: z
    .array(managedClientSchema)
    .max(50)
    .exactOptional()
    .describe('What people sign in with. The first is in use until a person chooses. Never with a secret.'),
  presets: z
    .array(managedPresetSchema)
    .max(500)
    .exactOptional()
    .describe('APIs that everybody finds in the list.'),
  teamCatalogues: z
    .array(
      z.strictObject({
        id: idSchema,
        name: z
          .string()
          .trim()
          .min(1)
          .max(80)
          .exactOptional()
          .describe('What people see where the catalogue has no name of its own.'),
        source: z
          .string()
          .min(1)
          .max(4096)
          .describe('https address or absolute path of a file with presets, as “Export” writes it.'),
      }),
    )
    .max(5)
    .exactOptional()
    .describe('Files with presets that are read again each day, so that they can change without this one.'),
  settings: settingValuesSchema
    .exactOptional()
    .describe('Settings with fixed values: people see them locked.'),
  defaults: settingValuesSchema.exactOptional().describe('Settings to begin with, which people can change.'),
  forbid: forbidSchema.exactOptional().describe('What people cannot do here: true forbids.'),
});
export type ManagedSettings = z.infer<typeof managedSettingsSchema>;
