import * as electron from 'electron';
import { realpathSync } from 'node:fs';
import { release, type } from 'node:os';
import { join } from 'node:path';
import { ActivityList } from './activity/activity-list';
import { appId } from './app-id';
import { onPath, startWords } from './automation/command-line/start-words';
import { SecretClipboard } from './clipboard/secret-clipboard';
import { Commands } from './commands';
import { composeConsumers, composeEndpoint, openEndpoint } from './compose-endpoint';
import { composeCommandLine, startCommandLine } from './compose-command-line';
import { findDoctorFacts } from './find-doctor-facts';
import { composeClients } from './compose-clients';
import { composeInspector } from './compose-inspector';
import { noticeRecoveries, openDocuments } from './documents';
import { errorName, errorTrace } from './error-words';
import type { RunningDemo } from './identity/open-clients';
import { KeepFresh } from './keep-fresh/keep-fresh';
import { createLog } from './log';
import { clipboardFor } from './platform/clipboard';
import { CertificateProblems } from './platform/certificate-problems';
import { createExchange } from './platform/exchange';
import { createFetch } from './platform/network';
import { loginItemFor } from './platform/login-item';
import { mayOpenExternally } from './platform/open-external';
import { ProxyLogins, type ProxyLogin } from './platform/proxy-logins';
import { ElectronSecretStorage, inMemoryOnly, type SecretStorage } from './platform/secret-storage';
import { afterByTimer } from './ports';
import { composeSharing } from './compose-sharing';
import { dialogsOver, fileDialogs } from './platform/file-dialogs';
import { GivenPresets } from './presets/given-presets';
import { PresetStore } from './presets/preset-store';
import { PresetAnswerStore } from './presets/preset-answers';
import { RecentCopies } from './presets/recent-copies';
import {
  isAllowedClient,
  isForbidden,
  managedClientApplications,
  managedClouds,
  managedPresets,
  managedTeams,
} from './settings/managed/effects';
import { readFileFromDisk } from './settings/managed/managed-file';
import { managedNotice, managedState, settingsIn } from './settings/managed/managed-view';
import { readManagedSettings } from './settings/managed/read-managed-settings';
import { SettingsStore } from './settings/settings-store';
import { settingsOf } from './settings/user-settings';
import { SignInFlowChoice } from './sign-in-flow-choice';
import { saveFileWithToken, savePrivately } from './platform/save-file';
import { presetFileLimits } from '../shared/preset-file-limits';
import { shellOf } from '../shared/snippets/shell';
import type { StartCommand } from './start-arguments';
import { initialState, State } from './state';
import { EncryptedDocument } from './storage/encrypted-document';
import type { DocumentPlace } from './storage/json-document';
import { startHotkeys } from './surfaces/hotkeys/global-hotkeys';
import { MainWindow } from './surfaces/main-window/main-window';
import { startNotifications } from './surfaces/notifications/notifications';
import { PaletteWindow } from './surfaces/palette/palette-window';
import { serveApp } from './surfaces/renderer-bridge/app-protocol';
import { TemplateStore } from './templates/template-store';
import { startPower } from './surfaces/power/power';
import { dispatch } from './surfaces/renderer-bridge/dispatch';
import { lockDownPages } from './surfaces/renderer-bridge/lock-down';
import { RendererBridge } from './surfaces/renderer-bridge/renderer-bridge';
import { TraySurface } from './surfaces/tray/tray';

/** The demo's port, if it is free; a curl line copied before a restart then still works after it. */
const demoPort = 43_821;

/** What `index.ts` needs of the program. */
export interface RunningApp {
  /** Whether a start by the person shows the window. */
  readonly showsWindow: boolean;
  run(command: StartCommand): void;
  /** Writes what nobody caught to the log. */
  reportUnforeseen(reason: unknown): void;
  /** Takes secrets off the clipboard and waits for everything to be on disk. */
  close(): Promise<void>;
}

/**
 * The composition root: every service is built here, once, with what it needs as arguments. Called when Electron is
 * ready.
 */
export async function startApp(appFolder: string, quit: () => void): Promise<RunningApp> {
  const { app } = electron;
  const userData = app.getPath('userData');
  const log = createLog(join(userData, 'logs', 'main.log'));
  const now = Date.now;
  const platform = process.platform;
  const shell = shellOf(platform);

  const place: DocumentPlace = {
    folder: userData,
    // `fileExtension` and `clearInvalidConfig` are the defaults; a file that cannot be parsed never gets this far.
    // Loaded with the first write: it brings a schema validator of its own, which takes a tenth of the start.
    open: async (name) => {
      const { default: Store } = await import('electron-store');
      return new Store<Record<string, unknown>>({ name, cwd: userData });
    },
    now,
    log,
  };
  const managed = await readManagedSettings(readFileFromDisk, platform, process.env);
  const managedSettings = settingsIn(managed);
  const documents = await openDocuments(place);
  const systemClipboard = clipboardFor(electron, platform);

  const state = new State(
    {
      ...initialState,
      appVersion: app.getVersion(),
      presets: documents.presets.value.presets,
      recentCopies: documents.recentCopies.value.copies,
      presetAnswers: documents.presetAnswers.value.answers,
      settings: settingsOf(documents.settings.value, managedSettings),
      shell,
      templates: documents.templates.value.templates,
      ...managedState(managed, shell),
      system: {
        hotkeysNeedPortal: process.env['XDG_SESSION_TYPE'] === 'wayland',
        canHideFromHistory: systemClipboard.canHideFromHistory,
        canTellLock: platform === 'darwin' || platform === 'win32',
      },
      dismissedNotices: documents.settings.value.dismissedNotices,
      commandLine: { command: commandLineStart(appFolder) },
    },
    log,
  );
  noticeRecoveries(state, documents);
  const wrongFile = managedNotice(managed);
  if (wrongFile !== undefined) {
    log.warn('managed settings were not used: their file is wrong');
    state.addNotice(wrongFile);
  }
  electron.nativeTheme.themeSource = state.value.settings.theme;

  const looksAtClipboard = platform !== 'darwin';
  const clipboard = new SecretClipboard(
    systemClipboard,
    afterByTimer,
    now,
    (view) => state.update({ clipboard: view }),
    looksAtClipboard ? 5_000 : undefined,
  );
  clipboard.setClearAfter(state.value.settings.clipboardClearsAfter * 1000);
  const settings = new SettingsStore(
    documents.settings,
    (changed) => {
      state.update({ settings: changed });
      clipboard.setClearAfter(changed.clipboardClearsAfter * 1000);
      electron.nativeTheme.themeSource = changed.theme;
    },
    managedSettings,
  );
  const notSaved = (): void => state.addNotice({ kind: 'not-saved' });
  const recentCopies = new RecentCopies(
    documents.recentCopies,
    afterByTimer,
    (copies) => state.update({ recentCopies: copies }),
    notSaved,
  );
  const activity = new ActivityList(afterByTimer, (entries) => state.update({ activity: entries }), notSaved);
  const answers = new PresetAnswerStore(documents.presetAnswers, (presetAnswers) =>
    state.update({ presetAnswers }),
  );
  const presets = new PresetStore(
    documents.presets,
    (all) => {
      state.update({ presets: all });
      answers.keepOnly(all).catch(notSaved);
    },
    new GivenPresets(managedPresets(managedSettings), documents.presetChoices),
  );
  const templates = new TemplateStore(documents.templates, (all) => state.update({ templates: all }));
  state.update({ presets: presets.all });
  const secrets = new ElectronSecretStorage(electron.safeStorage, platform);
  // What the organisation does not want on disk stays in memory, as where there is no keyring.
  const signInSecrets = isForbidden(managedSettings, 'keepTokensOnDisk') ? inMemoryOnly : secrets;

  const loginItem = loginItemFor({
    app,
    platform,
    start: {
      execPath: process.execPath,
      argv: process.argv,
      env: process.env,
      isPackaged: app.isPackaged,
      appPath: appFolder,
    },
    appId,
    appName: app.getName(),
    configFolder: app.getPath('appData'),
  });

  async function openPage(url: string): Promise<void> {
    if (!mayOpenExternally(url, state.value.demoOrigin !== undefined)) {
      throw new Error('Only https addresses are opened, and the demo on this computer.');
    }
    await electron.shell.openExternal(url);
  }

  const signInFlow = new SignInFlowChoice(
    () => state.value.settings.signInFlows,
    () => state.value.lockedSettings.includes('signInFlows'),
  );
  const proxyLogins = new ProxyLogins();
  const certificateProblems = new CertificateProblems(now);
  electron.session.defaultSession.setCertificateVerifyProc(certificateProblems.look);
  const network = {
    request: (options: electron.ClientRequestConstructorOptions) => electron.net.request(options),
    proxyLogins,
    certificateProblems,
  };
  const refusedLogins = new WeakSet<ProxyLogin>();
  const fetch = createFetch(network, refusedLogins);
  const exchange = createExchange(network, refusedLogins, () => performance.now());
  const { imports, teams } = composeSharing({
    state,
    documents,
    presets,
    settings,
    folder: userData,
    fetch: createFetch({ ...network, longestAnswer: presetFileLimits.size }, refusedLogins),
    managed: {
      teams: managedTeams(managedSettings),
      ownAreForbidden: isForbidden(managedSettings, 'teamCatalogues'),
    },
    platform,
    after: afterByTimer,
    now,
    log,
  });
  await teams.open();
  const { clientApplications, clients, credentials, desk } = composeClients({
    state,
    documents,
    managed: {
      clientApplications: managedClientApplications(managedSettings),
      clouds: managedClouds(managedSettings),
      isAllowed: (client) => isAllowedClient(managedSettings, client),
    },
    place,
    secrets: signInSecrets,
    fetch,
    openBrowser: openPage,
    flows: () => signInFlow.take(),
    startDemo: (document) => startDemo(document, now, state),
    after: afterByTimer,
    now,
    log,
  });

  const dialogs = dialogsOver(electron.dialog, electron.BaseWindow);
  const consumers = composeConsumers(state, afterByTimer);
  const commands = new Commands({
    state,
    presets,
    templates,
    clientApplications,
    answers,
    settings,
    clipboard,
    imports,
    teams,
    consumers,
    dialogs: fileDialogs(dialogs),
    recentCopies,
    activity,
    loginItem,
    inspector: composeInspector({ state, clients, fetch, after: afterByTimer, now }),
    palette: { open: () => palette.open(), close: () => palette.close() },
    claimHotkey: (accelerator) => hotkeys.claim(accelerator),
    pauseHotkeys: (paused) => hotkeys.pause(paused),
    clients,
    desk,
    signInFlow,
    proxyLogins,
    credentials,
    forgetNetwork: async () => {
      await proxyLogins.forgetAll();
      await electron.session.defaultSession.clearAuthCache();
    },
    fetch,
    exchange,
    saveAnswer: (name, bytes) => savePrivately(dialogs, app.getPath('downloads'), name, bytes),
    openMainWindow: () => mainWindow.open(),
    openPage,
    saveFile: (file) => saveFileWithToken(dialogs, file),
    quit,
    demoClient: async () => {
      const { demoClientId } = await import('./demo');
      return { clientId: demoClientId, tenant: 'organizations' };
    },
    now,
    log,
  });

  lockDownPages(log);
  serveApp(join(appFolder, 'out', 'renderer'));
  const bridge = new RendererBridge(commands, state, log, (page, slot) =>
    mainWindow.wasJustPressed(page) ? commands.revealToken(slot) : { outcome: 'refused' },
  );
  const mainWindow = new MainWindow({
    state,
    preload: join(appFolder, 'out', 'preload', 'index.cjs'),
    icon: join(appFolder, 'assets', 'app-icon.png'),
    devTools: !app.isPackaged,
    connect: (page) => bridge.connect(page),
    rememberedBounds: () => settings.value.mainWindow,
    rememberBounds: (bounds) => {
      settings.change({ mainWindow: bounds }).catch(() => log.warn('the place of the window was not saved'));
    },
    focused: () => {
      if (looksAtClipboard) void commands.lookAtClipboard();
    },
    // The next time it shows what it is for.
    onClosed: () => {
      state.update({ windowPage: 'main', shownPresetId: undefined, exported: undefined });
      imports.cancel();
      commands.leaveWindow();
    },
    log,
  });
  const palette = new PaletteWindow({
    state,
    preload: join(appFolder, 'out', 'preload', 'index.cjs'),
    devTools: !app.isPackaged,
    connect: (page) => bridge.connect(page),
    left: (by) => hotkeys.paletteLeft(by),
    log,
  });
  const closeNotifications = startNotifications({
    state,
    run: ({ name, args }) => void dispatch(commands, name, args, log),
    windowFocused: () => mainWindow.isFocused,
    after: afterByTimer,
    now,
    log,
  });
  new TraySurface({
    state,
    run: ({ name, args }) => void dispatch(commands, name, args, log),
    iconFolder: join(appFolder, 'assets', 'tray'),
    platform,
    desktop: process.env['XDG_CURRENT_DESKTOP'] ?? '',
    after: afterByTimer,
    now,
  });
  const hotkeys = startHotkeys({
    state,
    run: ({ name, args }) => dispatch(commands, name, args, log),
    problemsChanged: (hotkeyProblems) => state.update({ hotkeyProblems }),
    platform,
    now,
    after: afterByTimer,
    log,
  });

  const endpoint = composeEndpoint({ state, consumers, commands, after: afterByTimer, now, log });
  const commandLine = composeCommandLine({
    state,
    commands,
    doctorFacts: (left) =>
      findDoctorFacts(
        {
          state,
          clients,
          secrets,
          fetch,
          resolveProxy: (url) => electron.session.defaultSession.resolveProxy(url),
          versions: {
            program: app.getVersion(),
            electron: process.versions.electron,
            system: `${type()} ${release()}`,
          },
          after: afterByTimer,
          now,
        },
        left,
      ),
    userData,
    runtimeFolder: process.env['XDG_RUNTIME_DIR'],
    platform,
    log,
  });
  const keepFresh = new KeepFresh({
    snapshot: () => state.snapshot,
    subscribe: (listener) => state.subscribe(listener),
    renew: (presetId) => commands.renewQuietly(presetId),
    stopped: (presetId, problem) => state.setKeepFreshStopped(presetId, problem),
    // The demo is on this computer.
    isOnline: () =>
      electron.net.isOnline() || Object.values(state.value.open).every(({ cloud }) => cloud.id === 'demo'),
    after: afterByTimer,
    now,
  });
  startPower({
    leaves: () => void commands.leaveComputer(),
    returns: () => {
      commands.returnToComputer();
      keepFresh.resumed();
      hotkeys.tryAgain();
      teams.resumed();
    },
    locked: () => endpoint.lock(),
    unlocked: () => endpoint.unlock(),
  });

  // The tray is there already: opening the cache of the last client application may wait for the keyring.
  // What is asked for from here on may meet a proxy.
  await openProxyLogins(proxyLogins, place, signInSecrets);
  await commands.resume();
  // Whoever has started the program by a command waits for this; accounts are there now.
  await startCommandLine(commandLine, log);
  keepFresh.start();
  teams.start();
  void openActivity(activity, place, secrets);
  void openEndpoint(consumers, endpoint, place, secrets);
  void commands.lookAtLoginItem();

  palette.keepReady();

  return {
    showsWindow: clientApplications.isFirstRun || !settings.value.startHidden,
    run: (command) => void dispatch(commands, command, {}, log),
    reportUnforeseen: (reason) => log.error(`not caught: ${errorTrace(reason)}`),
    // The clipboard comes last: what is still under way must not get there any more.
    close: async () => {
      keepFresh.stop();
      teams.stop();
      hotkeys.close();
      closeNotifications();
      const clear = async (): Promise<void> => {
        if (settings.value.clipboardClearsOnQuit) await clipboard.clearSurely();
      };
      const clearing = clear();
      await Promise.allSettled([
        endpoint.close(),
        commandLine.stop(),
        clients.closeAll(),
        credentials.flush(),
        recentCopies.flush(),
        activity.flush(),
      ]);
      await clearing;
      // What was still under way may have got there meanwhile.
      await clear();
    },
  };
}

/** What a person types for a command of this very installation. */
function commandLineStart(appPath: string): string {
  const { execPath, platform, env } = process;
  return startWords({
    platform,
    isPackaged: electron.app.isPackaged,
    execPath,
    appPath,
    env,
    isOnPath: (name) => onPath(name, execPath, env['PATH'], realpathSync),
  });
}

/** A list that cannot be read is begun anew, in memory: nothing of the program waits for it, or ends with it. */
async function openActivity(
  activity: ActivityList,
  place: DocumentPlace,
  secrets: ElectronSecretStorage,
): Promise<void> {
  try {
    const { document } = await EncryptedDocument.open(place, 'activity', secrets);
    await activity.open(document);
  } catch (error) {
    place.log.error(`the activity list could not be opened: ${errorName(error)}`);
  }
}

/** Asked for again where it cannot be read. */
async function openProxyLogins(
  proxyLogins: ProxyLogins,
  place: DocumentPlace,
  secrets: SecretStorage,
): Promise<void> {
  try {
    const { document } = await EncryptedDocument.open(place, 'proxy-logins', secrets);
    proxyLogins.open(document);
  } catch (error) {
    place.log.error(`what proxies were told could not be opened: ${errorName(error)}`);
  }
}

async function startDemo(document: EncryptedDocument, now: () => number, state: State): Promise<RunningDemo> {
  const { demoTenants, startDemoTenant } = await import('./demo');
  state.update({ tenantNames: Object.fromEntries(demoTenants.map(({ id, name }) => [id, name])) });
  return startDemoTenant({
    load: () => Promise.resolve(document.text),
    save: (text) => document.save(text),
    now,
    preferredPort: demoPort,
  });
}
