import Conf from 'conf';
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
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
import { EncryptedDocument } from '../storage/encrypted-document';
import type { DocumentPlace } from '../storage/json-document';
import type { CachedAccount } from './cached-tokens';
import { demoCloud } from './clouds';
import { TokenFailure } from './failures';
import type { Fetch } from './network-client';
import { TokenCache } from './token-cache';
import { TokenService, type SignInProgress, type TokenAnswer, type TokenRequest } from './token-service';

/** A keyring that lives as long as the test: real encryption, with a key that only it knows. */
export class TestSecretStorage implements SecretStorage {
  private readonly key = randomBytes(32);

  isProtected(): Promise<boolean> {
    return Promise.resolve(true);
  }

  // A turn of the event loop, as Electron's asynchronous half has it: that is where MSAL loses tokens.
  async encrypt(text: string): Promise<Buffer> {
    await new Promise(setImmediate);
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.key, iv);
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), body]);
  }

  async decrypt(ciphertext: Buffer): Promise<string> {
    await new Promise(setImmediate);
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
  /** The way to the authority, which a test may put something into. */
  network: Fetch = (url, init) => fetch(this.demo.tenant.toLoopback(url), init);
  /** The browser's way there. */
  browse = (url: string): Promise<TestPage> => TestPage.open(this.demo.tenant.toLoopback(url));
  private opening: { service: TokenService; cache: TokenCache; document: EncryptedDocument } | undefined;

  async start(): Promise<this> {
    this.folder = await mkdtemp(join(tmpdir(), 'token-tray-identity-'));
    await this.demo.start();
    await this.restart();
    return this;
  }

  /** As if the program had been quit and started: nothing is left but what is on disk. */
  async restart(): Promise<void> {
    await this.opening?.document.flush();
    const { document, unreadable } = await EncryptedDocument.open(this.place, 'token-cache', this.secrets);
    if (unreadable !== undefined) this.unreadable.push(unreadable);
    const cache = await TokenCache.open(
      document,
      this.tenant,
      {
        changed: () => undefined,
        unreadable: (file) => this.unreadable.push(file),
        notSaved: () => {
          throw new Error('the cache was not saved');
        },
      },
      silentLog,
    );
    const service = new TokenService({
      clientApplication: {
        id: 'test',
        kind: 'demo',
        clientId: demoClientId,
        tenant: this.tenant,
        cloud: demoCloud.id,
      },
      cloud: demoCloud,
      cache,
      fetch: (url, init) => {
        if (init.method === 'POST') this.requests += 1;
        return this.network(url, init);
      },
      openBrowser: (url) => this.openBrowser(url),
      after: (ms, work) => this.after(ms, work),
      now: () => Date.now(),
      log: silentLog,
      signInChanged: (progress) => this.progress.push(progress),
      signedIn: () => undefined,
    });
    this.opening = { service, cache, document };
  }

  async stop(): Promise<void> {
    this.service.cancelSignIn();
    await this.opening?.document.flush();
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
    await expect.poll(() => this.service.signInLink).toBeDefined();
    const redirect = new URL(this.service.signInLink ?? '').searchParams.get('redirect_uri');
    return Number(new URL(redirect ?? '').port);
  }

  get service(): TokenService {
    return this.open.service;
  }

  get cache(): TokenCache {
    return this.open.cache;
  }

  get cacheFile(): string {
    return join(this.folder, 'token-cache.json');
  }

  get account(): CachedAccount {
    const [account] = this.cache.contents.accounts;
    if (account === undefined) throw new Error('nobody is signed in');
    return account;
  }

  private get open(): { service: TokenService; cache: TokenCache; document: EncryptedDocument } {
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
    if (!this.browserIsExpected) this.service.cancelSignIn();
    const { person } = this;
    if (person === undefined || !this.browserIsExpected) return;
    try {
      await this.answer(await person(await this.browse(url)));
    } catch (error) {
      this.personFailed = new Error('the person could not sign in', { cause: error });
      this.service.cancelSignIn();
    }
  }

  private async answer(end: TestPage): Promise<void> {
    // The answer is posted to msal-node's listener, which is on IPv4 only.
    const target = new URL(end.formAction);
    target.hostname = '127.0.0.1';
    await fetch(target, { method: 'POST', body: new URLSearchParams({ ...end.answer }) });
  }
}
