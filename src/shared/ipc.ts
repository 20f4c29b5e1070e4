import { z } from 'zod';
import { longestChallenge } from './claims-challenge';
import {
  clientApplicationDraftSchema,
  clientColourSchema,
  servicePrincipalDraftSchema,
} from './client-application';
import { clientApplicationLimits } from './client-application-limits';
import { cloudDraftSchema } from './cloud';
import { commandLineTextNames } from './command-line/command-line-texts';
import { consumerDraftSchema } from './endpoint/consumer';
import { consumerLimits } from './endpoint/consumer-limits';
import { environmentForms } from './endpoint/environment-lines';
import { credentialDraftSchema } from './credential-draft';
import { builtInFormatSchema, copyFormatSchema, templateFormatSchema } from './copy-format-schema';
import { templateDraftSchema } from './own-template';
import { templateLimits } from './own-template-limits';
import { presetLimits } from './preset-limits';
import { acceleratorSchema } from './hotkey-schema';
import type { HotkeyProblem } from './accelerator';
import type { FieldProblem } from './drafts';
import { commandedFailureActions } from './failure';
import { cloudIdSchema, presetIdentitySchema, presetIdSchema } from './preset';
import { presetDraftSchema } from './preset-draft';
import { inspectionSlots, type InspectionSlot } from './inspector/inspection';
import { presetFileLimits } from './preset-file-limits';
import { settingNameSchema, settingsChangeSchema } from './settings';
import { longestPlaceholderName, longestPlaceholderValue } from './placeholders';
import { importChoices } from './sharing-view';
import type { Snapshot, WindowPage } from './snapshot';
import type { SnapshotUpdate } from './snapshot-update';

const nothing = z.strictObject({});
const requestIndex = z
  .int()
  .min(0)
  .max(presetLimits.requests - 1);
const oneTemplate = z.strictObject({ templateId: templateFormatSchema });
const onePreset = z.strictObject({ presetId: presetIdSchema });
const clientApplicationId = z.string().min(1).max(64);
const oneClient = z.strictObject({ clientApplicationId });
/** Of an account among those of all client applications: see `accountKey`. */
const accountId = z.string().min(1).max(600);
const oneAccount = z.strictObject({ accountId });
const tenantId = z.string().min(1).max(253);
/** One of the two tokens that the inspector shows. */
export const inspectionSlotSchema = z.enum(inspectionSlots);
const oneInspected = z.strictObject({ slot: inspectionSlotSchema });
const tokenPart = z.enum(['header', 'payload']);

const consumerId = z.string().min(1).max(64);
const oneConsumer = z.strictObject({ consumerId });
const oneWish = z.strictObject({
  consumerId,
  resource: z.string().min(1).max(consumerLimits.resourceLength),
});

const importIdSchema = z.string().min(1).max(64);
const oneTeam = z.strictObject({ teamId: z.string().regex(/^[a-z0-9]{8}$/) });

/** What a hotkey does: `palette`, `copy-last`, or copying one preset. */
export const hotkeyOwnerSchema = z.union([
  z.enum(['palette', 'copy-last']),
  z.strictObject({ presetId: presetIdSchema }),
]);
export type HotkeyOwner = z.infer<typeof hotkeyOwnerSchema>;

/** Texts that a page offers to copy. They are named, so that no page can put a text of its own on the clipboard. */
export const helpTextSchema = z.enum(['redirect-uri', 'azure-cli-client-id']);

/** Pages on the web that a page offers to open. They are named for the same reason. */
export const helpLinkSchema = z.enum(['app-registrations', 'register-app-guide', 'error-code']);

/**
 * Every command a renderer can give, with the schema of what it needs. `Commands` in main has a method for each.
 * What a command leads to is seen in the next snapshot.
 */
export const commandArguments = {
  copyToken: onePreset,
  /** Of the first sample request, or of the one that is named by its place. */
  copySnippet: z.strictObject({
    presetId: presetIdSchema,
    format: z.union([builtInFormatSchema.exclude(['token']), templateFormatSchema]),
    request: requestIndex.optional(),
  }),
  /** A Postman environment, where the person says. */
  saveSnippet: z.strictObject({
    presetId: presetIdSchema,
    format: builtInFormatSchema.extract(['postman-environment']),
    request: requestIndex.optional(),
  }),
  /** In the format that is set as the default. */
  copyInDefaultFormat: onePreset,
  /** The last used preset in the last used format. */
  copyLast: nothing,
  /** The same with a new token from the network, whatever the cache has. */
  copyFresh: z.strictObject({ presetId: presetIdSchema, format: copyFormatSchema }),
  /** Gets a token that has what an API asked for: a WWW-Authenticate header, or its claims. */
  answerClaimsChallenge: z.strictObject({ presetId: presetIdSchema, text: z.string().max(longestChallenge) }),
  renew: onePreset,
  clearClipboard: nothing,
  chooseOrganisationApp: clientApplicationDraftSchema,
  chooseAzureCli: nothing,
  chooseDemo: nothing,
  /** Problems of its credential come under `secret`, `certificate` or `passphrase`. */
  addServicePrincipal: servicePrincipalDraftSchema.extend({ credential: credentialDraftSchema }),
  setCredential: z.strictObject({ clientApplicationId, credential: credentialDraftSchema }),
  selectClientApplication: oneClient,
  /** An empty name: what its kind is called. */
  renameClientApplication: z.strictObject({
    clientApplicationId,
    name: z.string().trim().max(clientApplicationLimits.nameLength),
    colour: clientColourSchema,
  }),
  /** Signs out its accounts, too. */
  removeClientApplication: oneClient,
  /** Every account, client application and custom cloud; presets and settings stay. */
  forgetEverything: nothing,
  addCloud: cloudDraftSchema,
  editCloud: z.strictObject({ cloudId: cloudIdSchema, draft: cloudDraftSchema }),
  /** One that is used by a client application is refused. */
  removeCloud: z.strictObject({ cloudId: cloudIdSchema }),
  /** In the client application in use, or in another one, which is in use then. */
  signIn: z.strictObject({ clientApplicationId: clientApplicationId.optional() }),
  signInForPreset: onePreset,
  cancelSignIn: nothing,
  openBrowserAgain: nothing,
  copySignInLink: nothing,
  copyDeviceCode: nothing,
  /** Goes over to the other way to sign in. */
  switchSignIn: z.strictObject({ flow: z.enum(['browser', 'device-code']) }),
  selectAccount: oneAccount,
  signOut: oneAccount,
  /** Opens the page with all that is known of it. */
  showAccount: oneAccount,
  copyAccountDetails: oneAccount,
  /** One that the snapshot holds: of a client application, tenant, subscription or user. */
  copyId: z.strictObject({ id: z.string().min(1).max(600) }),
  selectTenant: z.strictObject({ accountId, tenantId }),
  selectSubscription: z.strictObject({ accountId, tenantId, subscriptionId: z.string().min(1).max(100) }),
  /** A GUID or a domain; one that is not listed yet is from then on. */
  signInForTenant: z.strictObject({ accountId, tenant: tenantId }),
  /** Asks ARM for tenants and subscriptions again. */
  refreshDirectory: oneAccount,
  /** What the snapshot has in full; `null`: none any more. */
  showPreset: z.strictObject({ presetId: presetIdSchema.nullable() }),
  /** Problems come under the field's path: `targets.public.requests.0.url`. */
  addPreset: presetDraftSchema,
  editPreset: z.strictObject({ presetId: presetIdSchema, draft: presetDraftSchema }),
  deletePreset: onePreset,
  restorePreset: onePreset,
  /** Whom its token is for; what is absent is the account and tenant in use. */
  setPresetIdentity: z.strictObject({ presetId: presetIdSchema, identity: presetIdentitySchema }),
  /** To before another one, or (`null`) to the end of the person's list; pins or unpins it on the way. */
  movePreset: z.strictObject({
    presetId: presetIdSchema,
    before: presetIdSchema.nullable(),
    pinned: z.boolean().optional(),
  }),
  setPinned: z.strictObject({ presetId: presetIdSchema, pinned: z.boolean() }),
  setKeepFresh: z.strictObject({ presetId: presetIdSchema, keepFresh: z.boolean() }),
  /** What the person says to the snapshot's question. */
  answerQuestion: z.strictObject({
    questionId: z.string().min(1).max(64),
    answer: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('go-on') }),
      z.strictObject({
        kind: z.literal('fill-in'),
        values: z.record(z.string().max(longestPlaceholderName), z.string().max(longestPlaceholderValue)),
      }),
      z.strictObject({ kind: z.literal('leave-in') }),
      z.strictObject({ kind: z.literal('cancel') }),
    ]),
  }),
  /** Asks for what stands for its `{placeholders}`. */
  editPlaceholders: onePreset,
  addTemplate: templateDraftSchema,
  editTemplate: oneTemplate.extend({ draft: templateDraftSchema }),
  deleteTemplate: oneTemplate,
  restoreTemplate: oneTemplate,
  /** To a place among the others, from 0 on. */
  moveTemplate: oneTemplate.extend({ to: z.int().min(0).max(templateLimits.templates) }),
  /** Asks for a file, and shows what it would change. */
  chooseImportFile: nothing,
  /** One that was dropped on the window; without its bytes where it is too large. */
  importFile: z.strictObject({
    name: z.string().min(1).max(1000),
    size: z.int().min(0),
    bytes: z.instanceof(Uint8Array).refine(({ length }) => length <= presetFileLimits.size),
  }),
  importText: z.strictObject({ text: z.string().max(presetFileLimits.size) }),
  /** A choice for each item of the import that is shown. */
  importPresets: z.strictObject({
    importId: importIdSchema,
    choices: z.array(z.enum(importChoices)).max(2 * presetFileLimits.presets),
  }),
  cancelImport: nothing,
  undoImport: z.strictObject({ importId: importIdSchema }),
  exportPresets: z.strictObject({
    presetIds: z.array(presetIdSchema).min(1).max(10_000),
    to: z.enum(['file', 'clipboard']),
  }),
  /** Puts away what is said of the last import, export or subscription. */
  dismissSharing: nothing,
  /** Subscribes to an https address or a file. Its problem comes under `source`. */
  addTeam: z.strictObject({ source: z.string().max(5000) }),
  chooseTeamFile: nothing,
  removeTeam: oneTeam,
  refreshTeam: oneTeam,
  /** Opens the page on which its sample requests are sent. */
  openTryIt: onePreset,
  chooseTrialRequest: z.strictObject({ index: z.int().min(0).max(100) }),
  /** Sends the request that is chosen there, with the token; what may change something is asked about first. */
  sendTrial: nothing,
  cancelTrial: nothing,
  /** Gets a token with what the answer asks for, and sends again. */
  satisfyTrial: nothing,
  saveTrialAnswer: nothing,
  /** A part of what is shown of the body. */
  copyTrialBody: z.strictObject({ start: z.int().nonnegative(), end: z.int().nonnegative() }),
  copyTrialHeaders: nothing,
  changeSettings: z.strictObject({ change: settingsChangeSchema }),
  resetSetting: z.strictObject({ setting: settingNameSchema }),
  setStartAtLogin: z.strictObject({ startAtLogin: z.boolean() }),
  /** `null` takes it away. A hotkey that cannot be had is answered with a problem, and the old one stays. */
  setHotkey: z.strictObject({ hotkey: hotkeyOwnerSchema, accelerator: acceleratorSchema.nullable() }),
  /**
   * While a page records a new hotkey: without it, pressing one of ours would do what it does, and the page would not
   * hear of it. Ends by itself when a hotkey is set, and when the window closes or loses the focus.
   */
  pauseHotkeys: z.strictObject({ paused: z.boolean() }),
  /** Gets a preset's token as a copy does, and opens the page that says what is in it. */
  inspectToken: z.strictObject({ presetId: presetIdSchema, slot: inspectionSlotSchema }),
  /** Finds the token in what was pasted. The text is longer than any that is looked into. */
  inspectText: z.strictObject({ slot: inspectionSlotSchema, text: z.string().max(2_000_000) }),
  /** The same with what is on the clipboard, which goes through no page this way. */
  inspectClipboard: oneInspected,
  forgetInspected: oneInspected,
  /** Checks its signature with the keys of its issuer. */
  verifyInspected: oneInspected,
  /** One claim as plain text: by its place, so that no page can put a text of its own on the clipboard. */
  copyClaim: z.strictObject({
    slot: inspectionSlotSchema,
    part: tokenPart,
    index: z.int().min(0).max(100_000),
  }),
  /** Header or payload as JSON. */
  copyTokenPart: z.strictObject({ slot: inspectionSlotSchema, part: tokenPart }),
  /** The token itself, as a secret. */
  copyInspected: oneInspected,
  /** Problems come under the fields of the draft. Its secret can be copied until `forgetConsumerSecret`. */
  addConsumer: consumerDraftSchema,
  editConsumer: z.strictObject({ consumerId, draft: consumerDraftSchema }),
  /** Revokes its secret for good. */
  removeConsumer: oneConsumer,
  switchConsumer: z.strictObject({ consumerId, isOn: z.boolean() }),
  /** Gives it another secret; the one before is no good any more. */
  renewConsumerSecret: oneConsumer,
  /** With its secret, as a secret; refused when the secret is not in memory any more. */
  copyConsumerLines: z.strictObject({ consumerId, form: z.enum(environmentForms) }),
  /** Nobody wants to copy the fresh secret any more. */
  forgetConsumerSecret: nothing,
  /** Decides on a resource that a consumer has asked for: from now on it may have it, or is refused without a word. */
  answerConsumer: oneWish.extend({ allow: z.boolean() }),
  /** Signs in for what a consumer could not have. */
  signInForConsumer: oneWish,
  clearActivity: nothing,
  dismissCopyFailed: nothing,
  /** Does again what the failure on show came from, with a sign-in if that is what it takes. */
  retryFailed: nothing,
  /** What a button on the failure page does that is main's to do. */
  failureAction: z.strictObject({ action: z.enum(commandedFailureActions) }),
  /** For the proxy of the failure on show, which is then tried again. */
  setProxyLogin: z.strictObject({
    username: z.string().min(1).max(500),
    password: z.string().max(1000),
    remember: z.boolean(),
  }),
  dismissFailure: nothing,
  copyFailureDetails: nothing,
  dismissNotice: z.strictObject({ kind: z.string().min(1).max(64) }),
  copyHelpText: z.strictObject({ text: helpTextSchema }),
  /** A line for a terminal, made for this installation. */
  copyCommandLineText: z.strictObject({ text: z.enum(commandLineTextNames) }),
  openHelpLink: z.strictObject({ link: helpLinkSchema }),
  /** The documentation of an API in the catalogue, or of one that is retired. */
  openCatalogueLink: z.strictObject({ id: z.string().min(1).max(64) }),
  openMainWindow: nothing,
  /** Opens the main window on one of its pages. */
  showPage: z.strictObject({
    page: z.enum([
      'main',
      'settings',
      'activity',
      'accounts',
      'add-client',
      'inspector',
      'templates',
      'catalogue',
      'sharing',
      'automation',
    ] satisfies WindowPage[]),
  }),
  openPalette: nothing,
  closePalette: nothing,
  quit: nothing,
} as const;

export type CommandName = keyof typeof commandArguments;
export type CommandArguments<Name extends CommandName> = z.infer<(typeof commandArguments)[Name]>;

/**
 * `done`: carried out, or what went wrong is in the snapshot's failure. `invalid`: the form's fields are wrong and
 * nothing was saved. `refused`: the message itself was wrong (unknown preset, wrong form); it was logged and ignored.
 * `clipboard-held`: another program has the clipboard, and what was to be done with it was not. `failed`: something
 * unforeseen, which was logged.
 */
export type CommandOutcome =
  | { readonly outcome: 'done' }
  | { readonly outcome: 'invalid'; readonly problems: Readonly<Record<string, FieldProblem | HotkeyProblem>> }
  | { readonly outcome: 'refused' }
  | { readonly outcome: 'clipboard-held' }
  | { readonly outcome: 'failed' };

/**
 * What a press on "Reveal" in the inspector gets: the one way for a token to a page. It has a channel of its own instead of
 * a place among the commands: no command then can ever answer with a token, neither in its types nor when it runs, and the
 * tray, hotkeys, notifications and the palette, who give commands, have no way to this. Main answers it for the main
 * window alone, a moment after a key or a button of the mouse was pressed in it.
 */
export type RevealOutcome =
  { readonly outcome: 'revealed'; readonly token: string } | { readonly outcome: 'refused' };

export type CommandMap = {
  readonly [Name in CommandName]: (args: CommandArguments<Name>) => Promise<CommandOutcome>;
};

/** What the preload script puts on `window.tokenTray`. */
export interface Bridge {
  readonly platform: string;
  run<Name extends CommandName>(name: Name, args: CommandArguments<Name>): Promise<CommandOutcome>;
  /** Only to be written into the field that shows it, and to be wiped there. */
  revealToken(slot: InspectionSlot): Promise<RevealOutcome>;
  /** The whole of it as it is now. */
  getSnapshot(): Promise<Snapshot>;
  /** First the whole snapshot, then what changes of it, in order. Returns a function that ends it. */
  followSnapshot(listener: (update: SnapshotUpdate) => void): () => void;
}
