import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ElectronSecretStorage } from '../platform/secret-storage';
import { EncryptedDocument } from '../storage/encrypted-document';
import { FakeAsyncSafeStorage } from '../test-support/fake-safe-storage';
import { TemporaryPlace } from '../test-support/temporary-place';
import { cloudById, type Cloud } from './clouds';
import { CredentialStore } from './credentials/credential-store';
import { ServicePrincipal } from './service-principal';
import { TestTokenEndpoint } from './test-token-endpoint';
import type { AcquireRequest } from './token-source';

const clientId = randomUUID();
const tenant = randomUUID();
const vault = 'https://vault.azure.net/.default';
const document = 'service-principal-sp.json';

class TestPrincipal {
  readonly endpoint = new TestTokenEndpoint();
  readonly told: string[] = [];
  readonly place = new TemporaryPlace();
  readonly secrets = new ElectronSecretStorage(new FakeAsyncSafeStorage(), 'linux');
  readonly store = new CredentialStore(this.place, this.secrets, {
    unreadable: (file) => this.told.push(file),
    locked: () => this.told.push('locked'),
  });

  open(cloud: Cloud | undefined = cloudById('public')): Promise<ServicePrincipal> {
    if (cloud === undefined) throw new Error('no cloud');
    return ServicePrincipal.open({
      clientApplication: { id: 'sp', name: 'Nightly job', clientId, tenant },
      cloud,
      fetch: this.endpoint.fetch,
      credential: () => this.store.get('sp'),
      forgetCredential: () => this.store.delete('sp'),
      place: this.place,
      secrets: this.secrets,
      events: {
        changed: () => this.told.push('changed'),
        notSaved: () => this.told.push('not saved'),
        unreadable: (file) => this.told.push(file),
      },
      log: this.place.log,
    });
  }

  async withSecret(): Promise<this> {
    await this.store.put('sp', { type: 'secret', secret: 'first' });
    return this;
  }
}

const request = (changes: Partial<AcquireRequest> = {}): AcquireRequest => ({
  tenantId: tenant,
  scopes: [vault],
  forceRefresh: false,
  inMemory: false,
  correlationId: randomUUID(),
  ...changes,
});

describe('a service principal', () => {
  it('is an account of its own', async () => {
    const principal = await (await new TestPrincipal().withSecret()).open();
    expect(principal.account).toEqual({
      kind: 'service-principal',
      id: clientId,
      name: 'Nightly job',
      username: clientId,
      homeTenantId: tenant,
      tenantId: tenant,
    });
    expect(principal.tokens).toEqual([]);
  });

  it('has its tokens after a restart, in an encrypted file and without asking again', async () => {
    const test = await new TestPrincipal().withSecret();
    const principal = await test.open();
    const { accessToken } = await principal.acquire(request());
    await principal.setDirectory({ readOn: 1, tenants: [] });
    expect(test.told).toEqual(['changed', 'changed']);
    const again = await test.open();
    expect(again.tokens).toEqual([
      expect.objectContaining({ accountId: clientId, tenantId: tenant, scopes: new Set([vault]) }),
    ]);
    expect(again.directory).toEqual({ readOn: 1, tenants: [] });
    expect(await again.acquire(request())).toMatchObject({ accessToken, fromCache: true });
    expect(test.endpoint.posted).toHaveLength(1);
    expect(await test.place.read(document)).not.toContain(accessToken.slice(0, 20));
    expect(test.place.logged).toEqual([]);
  });

  it('keeps tokens of several resources that are asked for at once', async () => {
    const test = await new TestPrincipal().withSecret();
    const principal = await test.open();
    const scopes = Array.from({ length: 20 }, (_each, index) => `https://api${index}.example/.default`);
    await Promise.all(scopes.map((scope) => principal.acquire(request({ scopes: [scope] }))));
    await principal.flush();
    expect((await test.open()).tokens).toHaveLength(20);
  });

  it('says that its credential is missing, and uses one that is saved later or replaced', async () => {
    const test = new TestPrincipal();
    const principal = await test.open();
    await expect(principal.acquire(request())).rejects.toMatchObject({ name: 'CredentialMissing' });
    await test.withSecret();
    await principal.acquire(request());
    expect(test.endpoint.lastForm.get('client_secret')).toBe('first');
    await test.store.put('sp', { type: 'secret', secret: 'second' });
    expect((await principal.acquire(request())).fromCache).toBe(true);
    await principal.acquire(request({ forceRefresh: true }));
    expect(test.endpoint.lastForm.get('client_secret')).toBe('second');
  });

  it('is gone from memory and disk when it is forgotten, also while a token is on its way', async () => {
    const test = await new TestPrincipal().withSecret();
    let answer = (): void => undefined;
    const principal = await test.open();
    await principal.acquire(request());
    const asked = new Promise<void>((resolve) => {
      test.endpoint.before = () => {
        resolve();
        return new Promise((go) => (answer = go));
      };
    });
    const coming = principal.acquire(request({ forceRefresh: true }));
    await asked;
    await principal.forget();
    answer();
    await coming;
    await principal.flush();
    expect(await test.place.files()).not.toContain(document);
    expect(await test.store.get('sp')).toBeUndefined();
    await expect(principal.acquire(request())).rejects.toThrow();
  });

  it.each(['{', '{"version":1,"accountId":"x","cache":"{"}'])(
    'begins anew when its file makes no sense: %s',
    async (text) => {
      const test = await new TestPrincipal().withSecret();
      const saved = await EncryptedDocument.open(test.place, 'service-principal-sp', test.secrets);
      await saved.document.save(text);
      const principal = await test.open();
      expect(test.told).toEqual([expect.stringMatching(/^service-principal-sp\.damaged-/)]);
      expect((await principal.acquire(request())).fromCache).toBe(false);
    },
  );

  it('goes on in memory when it cannot be written, and says so', async () => {
    const test = await new TestPrincipal().withSecret();
    const principal = await test.open();
    await test.place.block();
    const { accessToken } = await principal.acquire(request());
    expect(test.told).toContain('not saved');
    expect(test.place.logged.join()).not.toContain(accessToken);
    expect((await principal.acquire(request())).fromCache).toBe(true);
  });
});
