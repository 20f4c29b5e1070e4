import Conf from 'conf';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accountKey } from '../shared/account-key';
import { ActivityList } from './activity/activity-list';
import { SecretClipboard } from './clipboard/secret-clipboard';
import { Commands } from './commands';
import { composeConsumers, composeEndpoint, openEndpoint } from './compose-endpoint';
import type { Endpoint } from './automation/endpoint/endpoint';
import { composeClients } from './compose-clients';
import { composeInspector } from './compose-inspector';
import { composeSharing } from './compose-sharing';
import { demoClientId } from './demo';
import { TestPage } from './demo/test-browser';
import { TestDemo } from './demo/test-demo';
import { noticeRecoveries, openDocuments } from './documents';
import type { Fetch } from './identity/network-client';
import type { OpenClients } from './identity/open-clients';
import { signInAt, TestSecretStorage, type Person } from './identity/test-client';
import { KeepFresh } from './keep-fresh/keep-fresh';
import type { Exchange } from './platform/exchange';
import { ProxyLogins } from './platform/proxy-logins';
import { SignInFlowChoice } from './sign-in-flow-choice';
import { PlainClipboard, type SynchronousClipboard } from './platform/clipboard';
import { afterByTimer, type After, type Log } from './ports';
import { GivenPresets } from './presets/given-presets';
import { PresetStore } from './presets/preset-store';
import { PresetAnswerStore } from './presets/preset-answers';
import { RecentCopies } from './presets/recent-copies';
import { SettingsStore } from './settings/settings-store';
import { settingsOf } from './settings/user-settings';
import { initialState, State } from './state';
import { TemplateStore } from './templates/template-store';
import type { FileToSave } from './preset-copies';
import type { DocumentPlace } from './storage/json-document';
import { HotkeySurface } from './surfaces/hotkeys/hotkey-surface';
import { dispatch } from './surfaces/renderer-bridge/dispatch';
import { FakeGlobalShortcuts } from './test-support/fake-global-shortcuts';
import { FakeTimers } from './test-support/fake-timers';
import { exchangeByNode } from './test-support/exchange-by-node';

/** What follows the state must not fail: thrown outside of all calls, this fails the test. */
function failTest(text: string): never {
  throw new Error(text);
}

export type TimerOwner =
  | 'teams'
  | 'endpoint'
  | 'keep-fresh'
  | 'clipboard'
  | 'recent-copies'
  | 'activity'
  | 'clients'
  | 'inspector'
  | 'hotkeys';

/** Everything that `app.ts` builds except Electron's halves, with the demo tenant and a person at the browser. */
export class TestProgram {
  readonly demo = new TestDemo();
  readonly secrets = new TestSecretStorage();
  readonly opened: string[] = [];
  readonly logged: string[] = [];
  readonly saved: FileToSave[] = [];
  readonly clipboard = { text: '' };
  clipboardIsHeld = false;
  /** Writes so far, those that were not taken too. */
  clipboardTries = 0;
  /** How long the computer has slept, in ms. */
  slept = 0;
  person: Person | undefined;
  browserStarts = true;
  folder = '';
  windowOpened = 0;
  paletteOpened = 0;
  /** What is chosen in the system's dialogs for files. */
  chosenFile: string | undefined;
  startsAtLogin = false;
  /** The system does not let programs change what starts at login. */
  loginItemsAreLocked = false;
  /** Hotkeys that another program has. */
  readonly takenHotkeys = new Set<string>();
  readonly shortcuts = new FakeGlobalShortcuts(this.takenHotkeys);
  /** Of keeping fresh. */
  readonly timers = new FakeTimers();
  /** Where each part gets its timers from. */
  timersOf = (owner: TimerOwner): After => (owner === 'keep-fresh' ? this.timers.after : afterByTimer);
  isOnline = true;
  endpointClock = (): number => Date.now() + this.slept;
  /** The way to the demo tenant, which a test may put something into. */
  network: Fetch = (url, init) => fetch(url, init);
  /** As over Chromium's network, without Chromium. */
  exchange: Exchange = exchangeByNode;
  readonly savedAnswers: { readonly name: string; readonly bytes: Buffer }[] = [];
  hasQuit = false;
  demosRunning = 0;
  private clients: OpenClients | undefined;
  private kept: KeepFresh | undefined;
  private hotkeys: HotkeySurface | undefined;
  private ownEndpoint: Endpoint | undefined;
  private built: { commands: Commands; state: State; presets: PresetStore } | undefined;

  async start(): Promise<this> {
    this.folder = await mkdtemp(join(tmpdir(), 'token-tray-program-'));
    await this.demo.start();
    const documents = await openDocuments(this.place);
    const state = new State(
      {
        ...initialState,
        appVersion: '0.0.0',
        presets: documents.presets.value.presets,
        recentCopies: documents.recentCopies.value.copies,
        presetAnswers: documents.presetAnswers.value.answers,
        settings: settingsOf(documents.settings.value),
        system: { hotkeysNeedPortal: false, canHideFromHistory: false, canTellLock: false },
        dismissedNotices: [],
      },
      { ...this.log, error: failTest },
    );
    noticeRecoveries(state, documents);
    const clipboard = new SecretClipboard(
      new PlainClipboard(this.systemClipboard, 'win32'),
      this.timersOf('clipboard'),
      () => Date.now() + this.slept,
      (view) => state.update({ clipboard: view }),
    );
    clipboard.setClearAfter(state.value.settings.clipboardClearsAfter * 1000);
    const settings = new SettingsStore(documents.settings, (changed) => {
      state.update({ settings: changed });
      clipboard.setClearAfter(changed.clipboardClearsAfter * 1000);
    });
    const notSaved = (): void => state.addNotice({ kind: 'not-saved' });
    const recentCopies = new RecentCopies(
      documents.recentCopies,
      this.timersOf('recent-copies'),
      (copies) => state.update({ recentCopies: copies }),
      notSaved,
    );
    const activity = new ActivityList(
      this.timersOf('activity'),
      (entries) => state.update({ activity: entries }),
      notSaved,
    );
    const answers = new PresetAnswerStore(documents.presetAnswers, (presetAnswers) =>
      state.update({ presetAnswers }),
    );
    const templates = new TemplateStore(documents.templates, (all) => state.update({ templates: all }));
    const presets = new PresetStore(
      documents.presets,
      (all) => {
        state.update({ presets: all });
        answers.keepOnly(all).catch(notSaved);
      },
      new GivenPresets([], documents.presetChoices),
    );
    const signInFlow = new SignInFlowChoice(() => state.value.settings.signInFlows);
    const fetch: Fetch = (url, init) => this.network(url, init);
    const { imports, teams } = composeSharing({
      state,
      documents,
      presets,
      settings,
      folder: this.folder,
      fetch,
      platform: 'linux',
      after: this.timersOf('teams'),
      now: () => Date.now(),
      log: this.log,
    });
    const { clientApplications, clients, credentials, desk } = composeClients({
      state,
      documents,
      place: this.place,
      secrets: this.secrets,
      fetch,
      openBrowser: (url) => this.openBrowser(url),
      flows: () => signInFlow.take(),
      startDemo: () => {
        this.demosRunning += 1;
        return Promise.resolve({
          origin: this.demo.tenant.origin,
          toLoopback: (url) => this.demo.tenant.toLoopback(url),
          stop: () => {
            this.demosRunning -= 1;
            return Promise.resolve();
          },
        });
      },
      after: this.timersOf('clients'),
      now: () => Date.now(),
      log: this.log,
    });
    this.clients = clients;
    const consumers = composeConsumers(state, this.timersOf('endpoint'));
    const commands: Commands = new Commands({
      state,
      presets,
      templates,
      clientApplications,
      answers,
      settings,
      imports,
      teams,
      consumers,
      dialogs: {
        openFile: () => Promise.resolve(this.chosenFile),
        saveFile: () => Promise.resolve(this.chosenFile),
        write: (path, text) => writeFile(path, text),
      },
      recentCopies,
      activity,
      inspector: composeInspector({
        state,
        clients,
        fetch,
        after: this.timersOf('inspector'),
        now: () => Date.now() + this.slept,
      }),
      loginItem: {
        isOn: () => Promise.resolve(this.startsAtLogin),
        set: (on) => {
          if (this.loginItemsAreLocked) return Promise.reject(new Error('locked'));
          this.startsAtLogin = on;
          return Promise.resolve();
        },
        refresh: () => Promise.resolve(),
      },
      palette: { open: () => (this.paletteOpened += 1), close: () => undefined },
      claimHotkey: (accelerator) => hotkeys.claim(accelerator),
      pauseHotkeys: (paused) => hotkeys.pause(paused),
      clipboard,
      clients,
      desk,
      signInFlow,
      proxyLogins: new ProxyLogins(),
      credentials,
      forgetNetwork: () => Promise.resolve(),
      fetch,
      exchange: (request, limits) => this.exchange(request, limits),
      saveAnswer: (name, bytes) => {
        this.savedAnswers.push({ name, bytes });
        return Promise.resolve(true);
      },
      openMainWindow: () => (this.windowOpened += 1),
      openPage: (url) => {
        this.opened.push(url);
        return Promise.resolve();
      },
      saveFile: (file) => {
        this.saved.push(file);
        return Promise.resolve('saved');
      },
      quit: () => (this.hasQuit = true),
      demoClient: () => Promise.resolve({ clientId: demoClientId, tenant: 'organizations' }),
      now: () => Date.now(),
      log: this.log,
    });
    const hotkeys = new HotkeySurface({
      state,
      shortcuts: this.shortcuts,
      run: ({ name, args }) => dispatch(commands, name, args, this.log),
      problemsChanged: (hotkeyProblems) => state.update({ hotkeyProblems }),
      platform: 'linux',
      now: () => Date.now(),
      after: this.timersOf('hotkeys'),
      log: this.log,
    });
    this.hotkeys = hotkeys;
    const endpoint = composeEndpoint({
      state,
      consumers,
      commands,
      after: this.timersOf('endpoint'),
      now: () => this.endpointClock(),
      log: this.log,
    });
    this.ownEndpoint = endpoint;
    await openEndpoint(consumers, endpoint, this.place, this.secrets);
    this.kept = new KeepFresh({
      snapshot: () => state.snapshot,
      subscribe: (listener) => state.subscribe(listener),
      renew: (presetId) => commands.renewQuietly(presetId),
      stopped: (presetId, problem) => state.setKeepFreshStopped(presetId, problem),
      isOnline: () => this.isOnline,
      after: this.timersOf('keep-fresh'),
      now: () => Date.now(),
    });
    this.kept.start();
    this.built = { commands, state, presets };
    return this;
  }

  async stop(): Promise<void> {
    this.kept?.stop();
    this.hotkeys?.close();
    await this.ownEndpoint?.close();
    await this.clients?.closeAll();
    await this.demo.stop();
    await rm(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }

  /** Whether tenants and subscriptions of everybody who is signed in were read, or could not be. */
  get hasReadDirectories(): boolean {
    const { directoriesFailed, open } = this.state.value;
    return Object.values(open).every(({ clientApplication, accounts }) =>
      accounts.every(
        ({ account, directory }) =>
          directory !== undefined || directoriesFailed.has(accountKey(clientApplication.id, account.id)),
      ),
    );
  }

  /** As when the program ends: everything is written and closed. */
  async leave(): Promise<void> {
    await this.clients?.closeAll();
  }

  /** As when it starts again. */
  async comeBack(): Promise<void> {
    await this.commands.resume();
  }

  /** Gives this answer to the question that is up; nothing where there is none. */
  async answer(kind: 'go-on' | 'leave-in' | 'cancel'): Promise<void> {
    const { question } = this.state.value;
    if (question === undefined || (kind === 'leave-in') !== (question.kind === 'placeholders')) return;
    await this.commands.answerQuestion({ questionId: question.id, answer: { kind } });
  }

  get endpoint(): Endpoint {
    if (this.ownEndpoint === undefined) throw new Error('not started');
    return this.ownEndpoint;
  }

  get commands(): Commands {
    return this.parts.commands;
  }

  get state(): State {
    return this.parts.state;
  }

  get presets(): PresetStore {
    return this.parts.presets;
  }

  private get parts(): { commands: Commands; state: State; presets: PresetStore } {
    if (this.built === undefined) throw new Error('not started');
    return this.built;
  }

  private get log(): Log {
    const note = (text: string): void => void this.logged.push(text);
    return { info: note, warn: note, error: note };
  }

  /** As on Windows: while another program holds it, nothing can be done and nothing says so. */
  private get systemClipboard(): SynchronousClipboard {
    const write = (text: string): void => {
      this.clipboardTries += 1;
      if (!this.clipboardIsHeld) this.clipboard.text = text;
    };
    return {
      writeText: write,
      readText: () => (this.clipboardIsHeld ? '' : this.clipboard.text),
      availableFormats: () => (this.clipboard.text === '' ? [] : ['text/plain']),
      clear: () => write(''),
    };
  }

  private get place(): DocumentPlace {
    return {
      folder: this.folder,
      open: (name) =>
        new Conf<Record<string, unknown>>({ configName: name, cwd: this.folder, projectName: 'token-tray' }),
      now: () => Date.now(),
      log: this.log,
    };
  }

  private async openBrowser(url: string): Promise<void> {
    this.opened.push(url);
    if (!this.browserStarts) throw new Error('no browser');
    if (this.person === undefined) return;
    await signInAt(await TestPage.open(url), this.person);
  }
}
