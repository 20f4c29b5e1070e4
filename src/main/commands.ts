import { randomUUID } from 'node:crypto';
import { parseClaimsChallenge } from '../shared/claims-challenge';
import type { CopyFormat } from '../shared/copy-format';
import type { InspectionSlot } from '../shared/inspector/inspection';
import type { CommandArguments, CommandMap, CommandName, CommandOutcome, RevealOutcome } from '../shared/ipc';
import type { Preset } from '../shared/preset';
import type { ImportChoice, ImportItem } from '../shared/sharing-view';
import type { ActivityList } from './activity/activity-list';
import type { ConsumerStore } from './automation/endpoint/consumer-store';
import { ClientAccounts } from './client-accounts';
import { ClientChoices } from './client-choices';
import type { SecretClipboard } from './clipboard/secret-clipboard';
import { ConsumerCommands } from './consumer-commands';
import { HelpCommands } from './help-commands';
import { HotkeyChanges } from './hotkey-changes';
import type { ClientApplicationStore } from './identity/client-application-store';
import type { CredentialStore } from './identity/credentials/credential-store';
import type { Fetch } from './identity/network-client';
import type { OpenClients } from './identity/open-clients';
import type { SignInDesk } from './identity/sign-in-desk';
import { InspectorCommands } from './inspector-commands';
import type { Inspector } from './inspector/inspector';
import { knownIds } from './known-ids';
import { copyPlain, done, outcomesOf, unlessHeld, type Outcomes } from './outcomes';
import type { Exchange } from './platform/exchange';
import type { LoginItem } from './platform/login-item';
import type { ProxyLogins } from './platform/proxy-logins';
import type { Log, Now } from './ports';
import { PresetChanges } from './preset-changes';
import { PresetCopies, type FileToSave } from './preset-copies';
import { PresetRequests } from './preset-requests';
import { PresetTokens, type QuietRenewal } from './preset-tokens';
import type { PresetAnswerStore } from './presets/preset-answers';
import type { PresetStore } from './presets/preset-store';
import type { RecentCopies } from './presets/recent-copies';
import { Questions } from './questions';
import {
  ScriptCommands,
  type ScriptImport,
  type ScriptSignIn,
  type ScriptSnippet,
  type SignedIn,
} from './script-commands';
import { ScriptTokens, type ScriptAnswer, type ScriptToken, type ScriptTokenRequest } from './script-tokens';
import { SettingsChanges } from './settings-changes';
import type { SettingsStore } from './settings/settings-store';
import { SharingCommands, type FileDialogs } from './sharing-commands';
import type { PresetExport } from './sharing/preset-export';
import type { PresetImports } from './sharing/preset-imports';
import type { TeamCatalogues } from './sharing/team-catalogues';
import type { SignInFlowChoice } from './sign-in-flow-choice';
import type { State } from './state';
import type { FoundFile } from './storage/bounded-file';
import { TemplateChanges } from './template-changes';
import type { TemplateStore } from './templates/template-store';
import { TryIt } from './try-it/try-it';

export interface CommandServices {
  readonly state: State;
  readonly presets: PresetStore;
  readonly templates: TemplateStore;
  readonly clientApplications: ClientApplicationStore;
  readonly clients: OpenClients;
  readonly desk: SignInDesk;
  readonly signInFlow: SignInFlowChoice;
  readonly proxyLogins: ProxyLogins;
  readonly credentials: CredentialStore;
  readonly forgetNetwork: () => Promise<void>;
  readonly fetch: Fetch;
  readonly exchange: Exchange;
  /** Asks where to save a file of this name, and writes it for this person alone. False: they would rather not. */
  readonly saveAnswer: (name: string, bytes: Buffer) => Promise<boolean>;
  readonly answers: PresetAnswerStore;
  readonly settings: SettingsStore;
  readonly imports: PresetImports;
  readonly teams: TeamCatalogues;
  readonly dialogs: FileDialogs;
  readonly clipboard: SecretClipboard;
  readonly recentCopies: RecentCopies;
  readonly activity: ActivityList;
  readonly loginItem: LoginItem;
  readonly consumers: ConsumerStore;
  readonly inspector: Inspector;
  readonly palette: { open(): void; close(): void };
  /** Tries to have a hotkey from the system, and holds on to it. False: it was not given. */
  readonly claimHotkey: (accelerator: string) => boolean;
  /** Lets go of all hotkeys, or takes them again. */
  readonly pauseHotkeys: (paused: boolean) => void;
  readonly openMainWindow: () => void;
  /** Opens an https page in the system browser. @throws when it is none, or there is no browser */
  readonly openPage: (url: string) => Promise<void>;
  readonly saveFile: (file: FileToSave) => Promise<'saved' | 'cancelled'>;
  readonly quit: () => void;
  readonly demoClient: () => Promise<{ clientId: string; tenant: string }>;
  readonly now: Now;
  readonly log: Log;
}

type Args<Name extends CommandName> = CommandArguments<Name>;

/**
 * The one list of things a person can do. Every surface calls these, and nothing else. What a command leads to is
 * seen in the next snapshot.
 */
export class Commands implements CommandMap {
  private readonly outcomes: Outcomes;
  private readonly tokens: PresetTokens;
  private readonly copies: PresetCopies;
  private readonly accounts: ClientAccounts;
  private readonly clientChoices: ClientChoices;
  private readonly sharing: SharingCommands;
  private readonly hotkeys: HotkeyChanges;
  private readonly presetChanges: PresetChanges;
  private readonly requests: PresetRequests;
  private readonly inspection: InspectorCommands;
  private readonly templateChanges: TemplateChanges;
  private readonly tryIt: TryIt;
  private readonly scriptTokens: ScriptTokens;
  private readonly scriptCommands: ScriptCommands;
  private readonly consumers: ConsumerCommands;
  private readonly settingsChanges: SettingsChanges;
  private readonly help: HelpCommands;

  constructor(private readonly services: CommandServices) {
    const questions = new Questions(services);
    this.tokens = new PresetTokens(services, (client) => {
      void this.accounts.readDirectories(client, { onlyNew: true });
    });
    const outcomes = outcomesOf(services);
    this.outcomes = outcomes;
    this.accounts = new ClientAccounts({ ...services, ...outcomes }, this.tokens);
    this.clientChoices = new ClientChoices(services, outcomes, this.accounts);
    this.copies = new PresetCopies({ ...services, questions }, this.tokens);
    this.requests = new PresetRequests({ ...services, questions }, this.tokens);
    this.tryIt = new TryIt({ ...services, questions }, this.tokens);
    const acceptTyped = (preset: Preset, before?: Preset): Promise<void> =>
      this.requests.acceptTyped(preset, before);
    this.hotkeys = new HotkeyChanges({ ...services, ...outcomes });
    this.presetChanges = new PresetChanges({ ...services, ...outcomes, acceptTyped }, this.hotkeys);
    this.inspection = new InspectorCommands(services, this.tokens);
    this.templateChanges = new TemplateChanges({ ...services, ...outcomes });
    this.sharing = new SharingCommands(services, outcomes);
    this.scriptTokens = new ScriptTokens(services);
    this.scriptCommands = new ScriptCommands({ ...services, newId: randomUUID }, this.tokens, this.copies);
    this.consumers = new ConsumerCommands(services, outcomes, this.tokens);
    this.settingsChanges = new SettingsChanges(services, outcomes, this.hotkeys);
    this.help = new HelpCommands(services, outcomes, this.tokens, this.accounts);
  }

  // Copying

  async copyToken({ presetId }: Args<'copyToken'>): Promise<CommandOutcome> {
    return this.copies.copy(presetId, 'token');
  }

  async copySnippet({ presetId, format, request }: Args<'copySnippet'>): Promise<CommandOutcome> {
    return this.copies.copy(presetId, format, request);
  }

  async saveSnippet({ presetId, format, request }: Args<'saveSnippet'>): Promise<CommandOutcome> {
    return this.copies.save(presetId, format, request);
  }

  async copyInDefaultFormat({ presetId }: Args<'copyInDefaultFormat'>): Promise<CommandOutcome> {
    return this.copies.copyFitting(presetId, this.services.settings.value.defaultFormat);
  }

  async copyFresh({ presetId, format }: Args<'copyFresh'>): Promise<CommandOutcome> {
    return this.copies.copyFresh(presetId, format);
  }

  async answerClaimsChallenge({ presetId, text }: Args<'answerClaimsChallenge'>): Promise<CommandOutcome> {
    const challenge = parseClaimsChallenge(text);
    if (!challenge.ok) return { outcome: 'invalid', problems: { text: challenge.problem } };
    return this.copies.copyWithClaims(presetId, challenge.claims);
  }

  async copyLast(): Promise<CommandOutcome> {
    const { lastCopy } = this.services.state.snapshot;
    // Before the first copy there is nothing to repeat, but something to choose.
    if (lastCopy === undefined) return this.openPalette();
    return this.copies.copy(lastCopy.presetId, lastCopy.format);
  }

  /** Gets a new token from the network, whatever the cache has. */
  async renew({ presetId }: Args<'renew'>): Promise<CommandOutcome> {
    return this.tokens.renew(presetId);
  }

  /** Renews without ever asking a person. For keeping fresh, not for surfaces. */
  async renewQuietly(presetId: string): Promise<QuietRenewal> {
    return this.tokens.renewQuietly(presetId);
  }

  async clearClipboard(): Promise<CommandOutcome> {
    const { clipboard } = this.services;
    const cleared = await unlessHeld(clipboard.clear());
    // It is still to be cleared, whether anybody reads the answer or not: the tray has no place for one.
    if (cleared.outcome === 'clipboard-held') void clipboard.clearSurely();
    return cleared;
  }

  /** The computer is about to sleep, or was locked. Not for surfaces that a person touches. */
  async leaveComputer(): Promise<void> {
    if (this.services.settings.value.clipboardClearsOnLock) await this.services.clipboard.clearSurely();
  }

  /** It has woken up, or was unlocked: everything looks at the time anew. */
  returnToComputer(): void {
    this.services.clipboard.clearIfDue();
    this.services.inspector.forgetIfDue();
    this.services.state.refresh();
  }

  /** Whether what the clipboard bar says is still there. What cannot be looked at now is looked at the next time. */
  async lookAtClipboard(): Promise<void> {
    await this.services.clipboard.look();
  }

  // Client applications

  async chooseOrganisationApp(draft: Args<'chooseOrganisationApp'>): Promise<CommandOutcome> {
    return this.clientChoices.chooseOrganisationApp(draft);
  }

  async chooseAzureCli(): Promise<CommandOutcome> {
    return this.clientChoices.chooseAzureCli();
  }

  async chooseDemo(): Promise<CommandOutcome> {
    return this.clientChoices.chooseDemo();
  }

  async addServicePrincipal(draft: Args<'addServicePrincipal'>): Promise<CommandOutcome> {
    return this.clientChoices.addServicePrincipal(draft);
  }

  async setCredential(change: Args<'setCredential'>): Promise<CommandOutcome> {
    return this.clientChoices.setCredential(change);
  }

  async selectClientApplication({
    clientApplicationId,
  }: Args<'selectClientApplication'>): Promise<CommandOutcome> {
    return this.accounts.select(clientApplicationId);
  }

  async renameClientApplication({
    clientApplicationId,
    name,
    colour,
  }: Args<'renameClientApplication'>): Promise<CommandOutcome> {
    return this.accounts.rename(clientApplicationId, name, colour);
  }

  async removeClientApplication({
    clientApplicationId,
  }: Args<'removeClientApplication'>): Promise<CommandOutcome> {
    return this.accounts.remove(clientApplicationId);
  }

  async forgetEverything(): Promise<CommandOutcome> {
    return this.accounts.forgetEverything();
  }

  /** Opens the client applications; the one that was in use when the program ended comes first. Not for surfaces. */
  async resume(): Promise<void> {
    await this.accounts.resume();
  }

  // Clouds

  async addCloud(draft: Args<'addCloud'>): Promise<CommandOutcome> {
    return this.clientChoices.addCloud(draft);
  }

  async editCloud(change: Args<'editCloud'>): Promise<CommandOutcome> {
    return this.clientChoices.editCloud(change);
  }

  async removeCloud({ cloudId }: Args<'removeCloud'>): Promise<CommandOutcome> {
    return this.clientChoices.removeCloud(cloudId);
  }

  // Signing in and out

  async signIn({ clientApplicationId }: Args<'signIn'> = {}): Promise<CommandOutcome> {
    return this.accounts.signIn(clientApplicationId);
  }

  /** Signs in for one API, and for its second factor or consent, without copying anything. */
  async signInForPreset({ presetId }: Args<'signInForPreset'>): Promise<CommandOutcome> {
    return this.tokens.signInFor(presetId);
  }

  cancelSignIn(): Promise<CommandOutcome> {
    this.services.desk.cancel();
    return Promise.resolve(done);
  }

  openBrowserAgain(): Promise<CommandOutcome> {
    this.services.desk.openAgain();
    return Promise.resolve(done);
  }

  switchSignIn({ flow }: Args<'switchSignIn'>): Promise<CommandOutcome> {
    this.services.desk.switchTo(flow);
    return Promise.resolve(done);
  }

  async copySignInLink(): Promise<CommandOutcome> {
    const { clients, clipboard, desk } = this.services;
    if (desk.link === undefined) return this.outcomes.refused('copySignInLink without a sign-in');
    return copyPlain(clipboard, clients.reachable(desk.link));
  }

  async copyDeviceCode(): Promise<CommandOutcome> {
    const { clipboard, desk } = this.services;
    if (desk.deviceCode === undefined) return this.outcomes.refused('copyDeviceCode without a code');
    return copyPlain(clipboard, desk.deviceCode.userCode);
  }

  async selectAccount({ accountId }: Args<'selectAccount'>): Promise<CommandOutcome> {
    return this.accounts.selectAccount(accountId);
  }

  async signOut({ accountId }: Args<'signOut'>): Promise<CommandOutcome> {
    return this.accounts.signOut(accountId);
  }

  showAccount({ accountId }: Args<'showAccount'>): Promise<CommandOutcome> {
    this.services.openMainWindow();
    return Promise.resolve(this.accounts.showAccount(accountId));
  }

  async copyAccountDetails({ accountId }: Args<'copyAccountDetails'>): Promise<CommandOutcome> {
    return this.accounts.copyDetails(accountId);
  }

  async copyId({ id }: Args<'copyId'>): Promise<CommandOutcome> {
    const { clipboard, state } = this.services;
    if (!knownIds(state.snapshot).has(id)) return this.outcomes.refused('copyId for an unknown ID');
    return copyPlain(clipboard, id);
  }

  async selectTenant({ accountId, tenantId }: Args<'selectTenant'>): Promise<CommandOutcome> {
    return this.accounts.selectTenant(accountId, tenantId);
  }

  async selectSubscription({
    accountId,
    tenantId,
    subscriptionId,
  }: Args<'selectSubscription'>): Promise<CommandOutcome> {
    return this.accounts.selectSubscription(accountId, tenantId, subscriptionId);
  }

  async signInForTenant({ accountId, tenant }: Args<'signInForTenant'>): Promise<CommandOutcome> {
    return this.accounts.signInForTenant(accountId, tenant);
  }

  async refreshDirectory({ accountId }: Args<'refreshDirectory'>): Promise<CommandOutcome> {
    return this.accounts.refreshDirectory(accountId);
  }

  // Presets

  showPreset({ presetId }: Args<'showPreset'>): Promise<CommandOutcome> {
    this.services.state.update({ shownPresetId: presetId ?? undefined });
    return Promise.resolve(done);
  }

  async addPreset(draft: Args<'addPreset'>): Promise<CommandOutcome> {
    return this.presetChanges.add(draft);
  }

  async editPreset({ presetId, draft }: Args<'editPreset'>): Promise<CommandOutcome> {
    return this.presetChanges.edit(presetId, draft);
  }

  async deletePreset({ presetId }: Args<'deletePreset'>): Promise<CommandOutcome> {
    return this.presetChanges.delete(presetId);
  }

  /** Undo of `deletePreset`, until the program ends. */
  async restorePreset({ presetId }: Args<'restorePreset'>): Promise<CommandOutcome> {
    return this.presetChanges.restore(presetId);
  }

  async setPresetIdentity({ presetId, identity }: Args<'setPresetIdentity'>): Promise<CommandOutcome> {
    return this.presetChanges.setIdentity(presetId, identity);
  }

  async movePreset({ presetId, before, pinned }: Args<'movePreset'>): Promise<CommandOutcome> {
    return this.presetChanges.move(presetId, before, pinned);
  }

  async setPinned({ presetId, pinned }: Args<'setPinned'>): Promise<CommandOutcome> {
    return this.presetChanges.setPinned(presetId, pinned);
  }

  async setKeepFresh({ presetId, keepFresh }: Args<'setKeepFresh'>): Promise<CommandOutcome> {
    return this.presetChanges.setKeepFresh(presetId, keepFresh);
  }

  // Before a request is used

  async answerQuestion({ questionId, answer }: Args<'answerQuestion'>): Promise<CommandOutcome> {
    return this.requests.answer(questionId, answer);
  }

  async editPlaceholders({ presetId }: Args<'editPlaceholders'>): Promise<CommandOutcome> {
    return Promise.resolve(this.requests.editPlaceholders(presetId));
  }

  /** The window is closed: nobody sees the question or the answer any more. Not for surfaces. */
  leaveWindow(): void {
    this.requests.dropQuestion();
    this.consumers.forgetSecret();
    this.tryIt.close();
  }

  // Trying sample requests

  async openTryIt({ presetId }: Args<'openTryIt'>): Promise<CommandOutcome> {
    return Promise.resolve(this.tryIt.open(presetId));
  }

  async chooseTrialRequest({ index }: Args<'chooseTrialRequest'>): Promise<CommandOutcome> {
    return Promise.resolve(this.tryIt.choose(index));
  }

  async sendTrial(): Promise<CommandOutcome> {
    return this.tryIt.send();
  }

  async cancelTrial(): Promise<CommandOutcome> {
    return Promise.resolve(this.tryIt.cancel());
  }

  async satisfyTrial(): Promise<CommandOutcome> {
    return this.tryIt.satisfy();
  }

  async saveTrialAnswer(): Promise<CommandOutcome> {
    return this.tryIt.save();
  }

  async copyTrialBody({ start, end }: Args<'copyTrialBody'>): Promise<CommandOutcome> {
    return this.tryIt.copyBody(start, end);
  }

  async copyTrialHeaders(): Promise<CommandOutcome> {
    return this.tryIt.copyHeaders();
  }

  // Templates

  async addTemplate(draft: Args<'addTemplate'>): Promise<CommandOutcome> {
    return this.templateChanges.add(draft);
  }

  async editTemplate({ templateId, draft }: Args<'editTemplate'>): Promise<CommandOutcome> {
    return this.templateChanges.edit(templateId, draft);
  }

  async deleteTemplate({ templateId }: Args<'deleteTemplate'>): Promise<CommandOutcome> {
    return this.templateChanges.delete(templateId);
  }

  async restoreTemplate({ templateId }: Args<'restoreTemplate'>): Promise<CommandOutcome> {
    return this.templateChanges.restore(templateId);
  }

  async moveTemplate({ templateId, to }: Args<'moveTemplate'>): Promise<CommandOutcome> {
    return this.templateChanges.move(templateId, to);
  }

  // Sharing

  async chooseImportFile(): Promise<CommandOutcome> {
    return this.sharing.chooseImportFile();
  }

  importFile(file: Args<'importFile'>): Promise<CommandOutcome> {
    return Promise.resolve(this.sharing.importFile(file));
  }

  importText({ text }: Args<'importText'>): Promise<CommandOutcome> {
    return Promise.resolve(this.sharing.importText(text));
  }

  async importPresets(chosen: Args<'importPresets'>): Promise<CommandOutcome> {
    return this.sharing.importPresets(chosen);
  }

  cancelImport(): Promise<CommandOutcome> {
    return Promise.resolve(this.sharing.cancelImport());
  }

  async undoImport({ importId }: Args<'undoImport'>): Promise<CommandOutcome> {
    return this.sharing.undoImport(importId);
  }

  async exportPresets(chosen: Args<'exportPresets'>): Promise<CommandOutcome> {
    return this.sharing.exportPresets(chosen);
  }

  dismissSharing(): Promise<CommandOutcome> {
    return Promise.resolve(this.sharing.dismiss());
  }

  async addTeam({ source }: Args<'addTeam'>): Promise<CommandOutcome> {
    return this.sharing.addTeam(source);
  }

  async chooseTeamFile(): Promise<CommandOutcome> {
    return this.sharing.chooseTeamFile();
  }

  async removeTeam({ teamId }: Args<'removeTeam'>): Promise<CommandOutcome> {
    return this.sharing.removeTeam(teamId);
  }

  async refreshTeam({ teamId }: Args<'refreshTeam'>): Promise<CommandOutcome> {
    return this.sharing.refreshTeam(teamId);
  }

  // Settings

  async changeSettings({ change }: Args<'changeSettings'>): Promise<CommandOutcome> {
    return this.settingsChanges.change(change);
  }

  async resetSetting({ setting }: Args<'resetSetting'>): Promise<CommandOutcome> {
    return this.settingsChanges.reset(setting);
  }

  async setStartAtLogin({ startAtLogin }: Args<'setStartAtLogin'>): Promise<CommandOutcome> {
    return this.settingsChanges.setStartAtLogin(startAtLogin);
  }

  /** Whether the system starts the program at login; where it does, from where the program is now. Not for surfaces. */
  async lookAtLoginItem(): Promise<void> {
    await this.settingsChanges.lookAtLoginItem();
  }

  async setHotkey({ hotkey, accelerator }: Args<'setHotkey'>): Promise<CommandOutcome> {
    return this.hotkeys.set(hotkey, accelerator);
  }

  pauseHotkeys({ paused }: Args<'pauseHotkeys'>): Promise<CommandOutcome> {
    this.services.pauseHotkeys(paused);
    return Promise.resolve(done);
  }

  // Looking into tokens

  async inspectToken(args: Args<'inspectToken'>): Promise<CommandOutcome> {
    return this.inspection.preset(args);
  }

  inspectText(args: Args<'inspectText'>): Promise<CommandOutcome> {
    return Promise.resolve(this.inspection.text(args));
  }

  async inspectClipboard(args: Args<'inspectClipboard'>): Promise<CommandOutcome> {
    return this.inspection.clipboard(args);
  }

  forgetInspected(args: Args<'forgetInspected'>): Promise<CommandOutcome> {
    return Promise.resolve(this.inspection.forget(args));
  }

  async verifyInspected(args: Args<'verifyInspected'>): Promise<CommandOutcome> {
    return this.inspection.verify(args);
  }

  async copyClaim(args: Args<'copyClaim'>): Promise<CommandOutcome> {
    return this.inspection.copyClaim(args);
  }

  async copyTokenPart(args: Args<'copyTokenPart'>): Promise<CommandOutcome> {
    return this.inspection.copyPart(args);
  }

  async copyInspected(args: Args<'copyInspected'>): Promise<CommandOutcome> {
    return this.inspection.copyToken(args);
  }

  /** Not a command: it answers with a token. Only for the inspector's field, when somebody has pressed for it. */
  revealToken(slot: InspectionSlot): RevealOutcome {
    return this.inspection.reveal(slot);
  }

  // Scripts

  async addConsumer(draft: Args<'addConsumer'>): Promise<CommandOutcome> {
    return this.consumers.add(draft);
  }

  async editConsumer({ consumerId, draft }: Args<'editConsumer'>): Promise<CommandOutcome> {
    return this.consumers.edit(consumerId, draft);
  }

  async removeConsumer({ consumerId }: Args<'removeConsumer'>): Promise<CommandOutcome> {
    return this.consumers.remove(consumerId);
  }

  async switchConsumer({ consumerId, isOn }: Args<'switchConsumer'>): Promise<CommandOutcome> {
    return this.consumers.switch(consumerId, isOn);
  }

  async renewConsumerSecret({ consumerId }: Args<'renewConsumerSecret'>): Promise<CommandOutcome> {
    return this.consumers.renewSecret(consumerId);
  }

  async copyConsumerLines({ consumerId, form }: Args<'copyConsumerLines'>): Promise<CommandOutcome> {
    return this.consumers.copyLines(consumerId, form);
  }

  forgetConsumerSecret(): Promise<CommandOutcome> {
    return Promise.resolve(this.consumers.forgetSecret());
  }

  async answerConsumer({ consumerId, resource, allow }: Args<'answerConsumer'>): Promise<CommandOutcome> {
    return this.consumers.answer(consumerId, resource, allow);
  }

  async signInForConsumer({ consumerId, resource }: Args<'signInForConsumer'>): Promise<CommandOutcome> {
    return this.consumers.signIn(consumerId, resource);
  }

  /**
   * Not a command, and not for pages, the tray, hotkeys or notifications: it answers with a token. Only the command line
   * and the local endpoint may call it.
   */
  tokenForScript(request: ScriptTokenRequest): Promise<ScriptAnswer> {
    return this.scriptTokens.get(request);
  }

  /** A text with a token in it: not a command either, for the same reason. */
  snippetForScript(token: ScriptToken, format: CopyFormat): ScriptSnippet {
    return this.scriptCommands.snippet(token, format);
  }

  signInForScript(wanted: ScriptSignIn): Promise<SignedIn> {
    return this.scriptCommands.signIn(wanted);
  }

  readFileForScript(path: string): Promise<FoundFile> {
    return this.scriptCommands.readFile(path);
  }

  exportForScript(presetIds: readonly string[]): PresetExport {
    return this.scriptCommands.export(presetIds);
  }

  importForScript(
    bytes: Uint8Array,
    choose: (items: readonly ImportItem[]) => readonly ImportChoice[],
  ): Promise<ScriptImport> {
    return this.scriptCommands.import(bytes, choose);
  }

  // Activity

  async clearActivity(): Promise<CommandOutcome> {
    return this.outcomes.saving(() => this.services.activity.clear());
  }

  async dismissCopyFailed(): Promise<CommandOutcome> {
    this.services.state.update({ copyFailed: undefined });
    return Promise.resolve(done);
  }

  // Telling and helping

  async retryFailed(): Promise<CommandOutcome> {
    return this.tokens.retry();
  }

  async dismissFailure(): Promise<CommandOutcome> {
    this.services.state.update({ failure: undefined });
    return Promise.resolve(done);
  }

  /** As plain text, for an administrator. */
  async copyFailureDetails(): Promise<CommandOutcome> {
    return this.help.copyFailureDetails();
  }

  async failureAction({ action }: Args<'failureAction'>): Promise<CommandOutcome> {
    return this.help.failureAction(action);
  }

  async setProxyLogin(login: Args<'setProxyLogin'>): Promise<CommandOutcome> {
    return this.help.setProxyLogin(login);
  }

  async dismissNotice({ kind }: Args<'dismissNotice'>): Promise<CommandOutcome> {
    return this.help.dismissNotice(kind);
  }

  async copyHelpText({ text }: Args<'copyHelpText'>): Promise<CommandOutcome> {
    return this.help.copyHelpText(text);
  }

  async copyCommandLineText({ text }: Args<'copyCommandLineText'>): Promise<CommandOutcome> {
    return this.help.copyCommandLineText(text);
  }

  async openHelpLink({ link }: Args<'openHelpLink'>): Promise<CommandOutcome> {
    return this.help.openHelpLink(link);
  }

  async openCatalogueLink({ id }: Args<'openCatalogueLink'>): Promise<CommandOutcome> {
    return this.help.openCatalogueLink(id);
  }

  showPage({ page }: Args<'showPage'>): Promise<CommandOutcome> {
    this.services.state.update({ windowPage: page });
    // Somebody may have changed it in the system's settings.
    if (page === 'settings') void this.lookAtLoginItem();
    this.services.openMainWindow();
    return Promise.resolve(done);
  }

  openPalette(): Promise<CommandOutcome> {
    this.services.palette.open();
    return Promise.resolve(done);
  }

  closePalette(): Promise<CommandOutcome> {
    this.services.palette.close();
    return Promise.resolve(done);
  }

  openMainWindow(): Promise<CommandOutcome> {
    this.services.openMainWindow();
    return Promise.resolve(done);
  }

  quit(): Promise<CommandOutcome> {
    this.services.quit();
    return Promise.resolve(done);
  }
}
