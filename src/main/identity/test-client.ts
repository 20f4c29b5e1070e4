import Conf from 'conf';
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { scopeForResource } from '../../shared/scopes';
import { demoResources } from '../demo/resources';
import { TestPage } from '../demo/test-browser';
import { TestDemo } from '../demo/test-demo';
import { demoClientId } from '../demo';
import type { SecretStorage } from '../platform/secret-storage';
import { afterByTimer, type After, type Log } from '../ports';
import type { DocumentPlace } from '../storage/json-document';
import { Accounts } from './accounts';
import { AnswerWatch } from './answer-watch';
import type { CacheContents, CachedAccount } from './cached-tokens';
import { demoCloud, type Cloud } from './clouds';
import type { DeviceCode } from './device-code-sign-in';
import { TokenFailure } from './failures';
import type { Fetch } from './network-client';
import type { SignInFlows } from './sign-in';
import { SignInDesk, type SignInProgress } from './sign-in-desk';
import { TokenService, type TokenAnswer, type TokenRequest } from './token-service';

type KeyringUse = 'encrypt' | 'decrypt';

/** A keyring that lives as long as the test: real encryption, with a key that only it knows. */
export class TestSecretStorage implements SecretStorage {
  private readonly key = randomBytes(32);
  /** Whether it protects anything now: it may be locked. */
  isOpen = true;
  private held:
    { readonly what: KeyringUse; reached: () => void; readonly released: Promise<void> } | undefined;

  isProtected(): Promise<boolean> {
    return Promise.resolve(this.isOpen);
  }

  /** The next one waits until it is released, as for a keyring that asks the person. */
  holdNext(what: KeyringUse): { readonly reached: Promise<void>; release(): void } {
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    const reached = new Promise<void>((resolve) => (this.held = { what, reached: resolve, released }));
    return { reached, release };
  }

  private async turn(what: KeyringUse): Promise<void> {
    await new Promise(setImmediate);
    const { held } = this;
    if (held?.what !== what) return;
    this.held = undefined;
    held.reached();
    await held.released;
  }

  // A turn of the event loop, as Electron's asynchronous half has it: that is where MSAL loses tokens.
  async encrypt(text: string): Promise<Buffer> {
    await this.turn('encrypt');
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.key, iv);
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), body]);
  }

  async decrypt(ciphertext: Buffer): Promise<string> {
    await this.turn('decrypt');
    const decipher = createDecipheriv('aes-256-gcm', this.key, ciphertext.subarray(0, 12));
    decipher.setAuthTag(ciphertext.subarray(12, 28));
    return Buffer.concat([decipher.update(ciphertext.subarray(28)), decipher.final()]).toString('utf8');
  }
}

export const silentLog: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** What a person does on the pages of the demo authority, from the account picker to the end. */
export type Person = (page: TestPage) => Promise<TestPage>;

export const pick =
  (...buttons: readonly string[]): Person =>
  async (page) => {
    let at = page;
    for (const button of buttons) at = await at.press(button);
    return at;
  };

/** Lets the person do their part in the browser, from the page on, and brings the answer to whoever listens for it. */
export async function signInAt(page: TestPage, person: Person): Promise<void> {
  const end = await person(page);
  // The answer is posted to msal-node's listener, which is on IPv4 only.
  const target = new URL(end.formAction);
  target.hostname = '127.0.0.1';
  await fetch(target, { method: 'POST', body: new URLSearchParams({ ...end.answer }) });
}

/** Types the code at the page that it is for, on whatever device that is, and lets the person do the rest there. */
export async function typeCode(
  { userCode, verificationUri }: Pick<DeviceCode, 'userCode' | 'verificationUri'>,
  person: Person,
): Promise<void> {
  const page = await TestPage.open(verificationUri);
  await person(await page.press('Continue', { code: userCode }));
}

export const scopesOf = (resource: string): string[] => [scopeForResource(resource)];

export const claimsOf = ({ accessToken }: TokenAnswer): Record<string, unknown> =>
  JSON.parse(Buffer.from(accessToken.split('.')[1] ?? '', 'base64url').toString('utf8')) as Record<
    string,
    unknown
  >;

export async function failureOf(promise: Promise<unknown>): Promise<TokenFailure> {
  const error: unknown = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof TokenFailure)) throw new Error('expected a TokenFailure', { cause: error });
  return error;
}

/** The real token service with real MSAL, a real encrypted cache on disk, and the demo tenant as its authority. */
export class TestClient {
  readonly secrets = new TestSecretStorage();
  readonly demo = new TestDemo();
  folder = '';
  /** Every address the service has opened in the browser. */
  readonly opened: string[] = [];
  readonly progress: (SignInProgress | undefined)[] = [];
  readonly unreadable: string[] = [];
  keyringLocked = false;
  /** Requests to the token endpoint. */
  requests = 0;
  person: Person | undefined;
  /** A browser that opens ends its sign-in at once, so that a test that expects none fails instead of waiting. */
  browserIsExpected = true;
  browserStarts = true;
  /** What a person could not do on the pages; `stop` throws it. */
  private personFailed: Error | undefined;
  after: After = afterByTimer;
  tenant = 'organizations';
  flows: SignInFlows = 'browser';
  cloud: Cloud = demoCloud;
  readonly desk = new SignInDesk((progress) => this.progress.push(progress));
  /** The way to the authority, which a test may put something into. */
  network: Fetch = (url, init) => fetch(this.demo.tenant.toLoopback(url), init);
  /** The browser's way there. */
  browse = (url: string): Promise<TestPage> => TestPage.open(this.demo.tenant.toLoopback(url));
  private opening: { service: TokenService; accounts: Accounts } | undefined;

  async start(): Promise<this> {
    this.folder = await mkdtemp(join(tmpdir(), 'token-tray-identity-'));
    await this.demo.start();
    await this.restart();
    return this;
  }

  /** As if the program had been quit and started: nothing is left but what is on disk. */
  async restart(firstAccountId?: string): Promise<void> {
    await this.opening?.accounts.close();
    const watch = new AnswerWatch(() => Date.now());
    const clientFetch: Fetch = watch.watched((url, init) => {
      if (init.method === 'POST') this.requests += 1;
      return this.network(url, init);
    });
    const accounts = new Accounts({
      clientApplicationId: 'test',
      client: { clientId: demoClientId, tenant: this.tenant, cloud: this.cloud, fetch: clientFetch },
      place: this.place,
      secrets: this.secrets,
      events: {
        changed: () => undefined,
        unreadable: (file) => this.unreadable.push(file),
        notSaved: () => {
          throw new Error('the account was not saved');
        },
        locked: () => (this.keyringLocked = true),
      },
      now: () => Date.now(),
      log: silentLog,
    });
    const service = new TokenService({
      clientApplication: {
        id: 'test',
        kind: 'demo',
        clientId: demoClientId,
        tenant: this.tenant,
        cloud: this.cloud.id,
      },
      cloud: this.cloud,
      accounts,
      desk: this.desk,
      watch,
      fetch: clientFetch,
      openBrowser: (url) => this.openBrowser(url),
      flows: () => this.flows,
      after: (ms, work) => this.after(ms, work),
      now: () => Date.now(),
      log: silentLog,
      signedIn: () => undefined,
    });
    this.opening = { service, accounts };
    await accounts.open(firstAccountId);
  }

  async stop(): Promise<void> {
    this.desk.cancel();
    await this.opening?.accounts.close();
    await this.demo.stop();
    await rm(this.folder, { recursive: true, force: true });
    if (this.personFailed !== undefined) throw this.personFailed;
  }

  signIn(): Promise<TokenAnswer> {
    return this.service.signInAnyone();
  }

  /** A token for the signed-in account. */
  getToken(resource: string = demoResources.api, changes: Partial<TokenRequest> = {}): Promise<TokenAnswer> {
    return this.service.getToken({ scopes: scopesOf(resource), account: this.account, ...changes });
  }

  /** Resolves to the port that the browser's answer is awaited on. */
  async untilSignInIsOpen(): Promise<number> {
    await expect.poll(() => this.desk.link).toBeDefined();
    const redirect = new URL(this.desk.link ?? '').searchParams.get('redirect_uri');
    return Number(new URL(redirect ?? '').port);
  }

  get service(): TokenService {
    return this.open.service;
  }

  get accounts(): Accounts {
    return this.open.accounts;
  }

  /** Of all accounts together. */
  get contents(): CacheContents {
    const all = this.accounts.all;
    return { accounts: all.map(({ account }) => account), tokens: all.flatMap(({ tokens }) => tokens) };
  }

  /** The files of accounts, without the folder. */
  async accountFiles(): Promise<readonly string[]> {
    return (await readdir(this.folder)).filter((name) => /^account-test-[0-9a-f]{16}\.json$/.test(name));
  }

  /** The file of the only account. */
  async accountFile(): Promise<string> {
    const [name, ...others] = await this.accountFiles();
    if (name === undefined || others.length > 0) throw new Error('not exactly one account');
    return join(this.folder, name);
  }

  get account(): CachedAccount {
    const [account] = this.contents.accounts;
    if (account === undefined) throw new Error('nobody is signed in');
    return account;
  }

  /** A signed-in account by the name of the person. */
  accountOf(name: string): CachedAccount {
    const found = this.contents.accounts.find((account) => account.name === name);
    if (found === undefined) throw new Error(`${name} is not signed in`);
    return found;
  }

  /** Signs this person in beside those who are. */
  async signInAs(name: string): Promise<CachedAccount> {
    this.person = pick(name);
    await this.signIn();
    return this.accountOf(name);
  }

  /** The code to type, once the sign-in under way has one. */
  async untilCodeIsShown(): Promise<DeviceCode> {
    await expect.poll(() => this.desk.deviceCode).toBeDefined();
    const { deviceCode } = this.desk;
    if (deviceCode === undefined) throw new Error('the sign-in has ended');
    return deviceCode;
  }

  private get open(): { service: TokenService; accounts: Accounts } {
    if (this.opening === undefined) throw new Error('not started');
    return this.opening;
  }

  private get place(): DocumentPlace {
    return {
      folder: this.folder,
      open: (name) =>
        new Conf<Record<string, unknown>>({ configName: name, cwd: this.folder, projectName: 'token-tray' }),
      now: () => Date.now(),
      log: silentLog,
    };
  }

  private async openBrowser(url: string): Promise<void> {
    this.opened.push(url);
    if (!this.browserStarts) throw new Error('no browser');
    if (!this.browserIsExpected) this.desk.cancel();
    const { person } = this;
    if (person === undefined || !this.browserIsExpected) return;
    try {
      await signInAt(await this.browse(url), person);
    } catch (error) {
      this.personFailed = new Error('the person could not sign in', { cause: error });
      this.desk.cancel();
    }
  }
}
