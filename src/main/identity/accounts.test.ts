import { readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { demoResources } from '../demo/resources';
import { alex, zoe } from '../demo/test-demo';
import { pick, scopesOf, TestClient } from './test-client';

const fileSchema = z.object({ version: z.literal(1), ciphertext: z.string() });
const recordSchema = z.looseObject({ accountId: z.string(), cache: z.string() });
const cacheSchema = z.record(z.string(), z.record(z.string(), z.looseObject({})));

/** Can be shown, and makes MSAL refuse the whole cache. */
const brokenAccount = {
  home_account_id: 'somebody.else',
  environment: 'login.demo.token-tray.invalid',
  realm: 'elsewhere',
  local_account_id: 'x',
  username: 'x',
  authority_type: 'MSSTS',
  tenantProfiles: ['no JSON'],
};

let client: TestClient;

beforeEach(async () => {
  client = await new TestClient().start();
});

afterEach(() => client.stop());

async function recordIn(file: string) {
  const { ciphertext } = fileSchema.parse(JSON.parse(await readFile(join(client.folder, file), 'utf8')));
  return recordSchema.parse(JSON.parse(await client.secrets.decrypt(Buffer.from(ciphertext, 'base64'))));
}

async function write(file: string, text: string): Promise<void> {
  const ciphertext = (await client.secrets.encrypt(text)).toString('base64');
  await writeFile(join(client.folder, file), JSON.stringify({ version: 1, ciphertext }));
}

async function fileOf(name: string): Promise<string> {
  const { id } = client.accountOf(name);
  for (const file of await client.accountFiles()) if ((await recordIn(file)).accountId === id) return file;
  throw new Error(`no file of ${name}`);
}

const names = (): readonly string[] => client.contents.accounts.map(({ name }) => name);

/** Both with a token of their own. */
async function bothSignedIn(): Promise<void> {
  for (const name of [zoe, alex])
    await client.getToken(demoResources.api, { account: await client.signInAs(name) });
}

describe('two accounts', () => {
  it('have a file each, with nothing of the other in it and no name on it', async () => {
    await bothSignedIn();
    const files = await client.accountFiles();
    expect(files).toHaveLength(2);
    for (const name of [zoe, alex]) {
      const { id } = client.accountOf(name);
      const { cache } = await recordIn(await fileOf(name));
      const entries = Object.values(cacheSchema.parse(JSON.parse(cache))).flatMap((part) =>
        Object.values(part),
      );
      const owners = entries.flatMap(({ home_account_id: owner }) => (owner === undefined ? [] : [owner]));
      expect(new Set(owners)).toEqual(new Set([id]));
      expect(files.join(' ')).not.toContain(id.slice(0, 8));
    }
  });

  it('are written one without the other', async () => {
    await bothSignedIn();
    const [mine, yours] = [await fileOf(zoe), await fileOf(alex)];
    const before = await readFile(join(client.folder, yours), 'utf8');
    const mineBefore = await readFile(join(client.folder, mine), 'utf8');
    await client.getToken('https://vault.azure.net', { account: client.accountOf(zoe) });
    expect(await readFile(join(client.folder, yours), 'utf8')).toBe(before);
    expect(await readFile(join(client.folder, mine), 'utf8')).not.toBe(mineBefore);
  });

  it('are signed out one at a time: its file is gone at once, the other one’s stays and goes on', async () => {
    await bothSignedIn();
    const [mine, yours] = [await fileOf(zoe), await fileOf(alex)];
    await client.service.signOut(client.accountOf(zoe).id);
    expect(await readdir(client.folder)).not.toContain(mine);
    expect(await client.accountFiles()).toEqual([yours]);
    expect(names()).toEqual([alex]);
    await client.restart();
    expect(names()).toEqual([alex]);
    const before = client.requests;
    await client.getToken();
    expect(client.requests).toBe(before);
  });

  it('keep what they have when one signs in again', async () => {
    await bothSignedIn();
    const requests = client.requests;
    await client.signInAs(zoe);
    expect(client.requests - requests).toBe(1);
    expect(await client.accountFiles()).toHaveLength(2);
    for (const name of [zoe, alex])
      await client.getToken(demoResources.api, { account: client.accountOf(name) });
    expect(client.requests - requests).toBe(1);
  });

  it('come in the order of their last sign-in, also after a restart', async () => {
    await client.signInAs(zoe);
    await client.signInAs(alex);
    expect(names()).toEqual([zoe, alex]);
    await client.signInAs(zoe);
    expect(names()).toEqual([alex, zoe]);
    await client.restart();
    expect(names()).toEqual([alex, zoe]);
  });
});

describe('an account that signs in while its file is still to be read', () => {
  it('keeps what was in the file, and what the sign-in has brought', async () => {
    await bothSignedIn();
    const directory = { readOn: 1, tenants: [{ id: 'a', subscriptions: [] }] };
    await client.accounts.find(client.accountOf(alex).id)?.setDirectory(directory);
    const { id } = client.accountOf(zoe);
    const hold = client.secrets.holdNext('decrypt');
    const starting = client.restart(id);
    await hold.reached;
    const { requests } = client;
    client.person = pick(alex);
    await client.service.getToken({ scopes: scopesOf('https://vault.azure.net'), account: undefined });
    expect(client.requests - requests).toBe(1);
    hold.release();
    await starting;
    for (let start = 0; start < 2; start += 1) {
      expect(client.accounts.find(client.accountOf(alex).id)?.directory).toEqual(directory);
      for (const resource of [demoResources.api, 'https://vault.azure.net'])
        await client.getToken(resource, { account: client.accountOf(alex) });
      await client.restart();
    }
    expect(client.requests - requests).toBe(1);
    expect([...names()].sort()).toEqual([alex, zoe].sort());
  });
});

describe('a file that makes no sense', () => {
  it.each([
    ['is no JSON', () => '{"version":1,'],
    ['does not decrypt', () => '{"version":1,"ciphertext":"AAAA"}'],
    ['is of another version', () => '{"version":2,"ciphertext":"AAAA"}'],
  ])('is set aside and touches no other account: it %s', async (_what, text) => {
    await bothSignedIn();
    const mine = await fileOf(zoe);
    await client.accounts.close();
    await writeFile(join(client.folder, mine), text());
    await client.restart();
    expect(names()).toEqual([alex]);
    expect(client.unreadable).toHaveLength(1);
    expect(await readdir(client.folder)).toContain(client.unreadable[0]);
    expect(await readdir(client.folder)).not.toContain(mine);
    const before = client.requests;
    await client.getToken();
    expect(client.requests).toBe(before);
    // What was set aside is not taken for an account at the next start.
    await client.restart();
    expect(client.unreadable).toHaveLength(1);
    await client.signInAs(zoe);
    expect(await client.accountFiles()).toHaveLength(2);
  });

  it('is set aside when it is of somebody who is not in it', async () => {
    await bothSignedIn();
    const mine = await fileOf(zoe);
    const record = await recordIn(mine);
    await client.accounts.close();
    await write(mine, JSON.stringify({ ...record, accountId: 'somebody.else' }));
    await client.restart();
    expect(names()).toEqual([alex]);
    expect(client.unreadable).toHaveLength(1);
  });

  it.each<[string, (cache: Record<string, object>) => object]>([
    ['nothing that a sign-in could be added to', (cache) => ({ ...cache, RefreshToken: 'none' })],
    [
      'another account that MSAL cannot read',
      (cache) => ({ ...cache, Account: { ...cache['Account'], other: brokenAccount } }),
    ],
  ])('is replaced by the next sign-in when it shows an account but has %s', async (_what, damage) => {
    await client.signInAs(zoe);
    const mine = await fileOf(zoe);
    const record = await recordIn(mine);
    const cache = damage(cacheSchema.parse(JSON.parse(record.cache)));
    await client.accounts.close();
    await write(mine, JSON.stringify({ ...record, cache: JSON.stringify(cache) }));
    await client.restart();
    expect(names()).toEqual([zoe]);
    client.person = pick(zoe);
    await client.getToken('https://storage.azure.com/');
    await client.signInAs(zoe);
    await client.getToken();
    const { length } = client.opened;
    await client.restart();
    await client.getToken('https://vault.azure.net');
    expect(client.opened).toHaveLength(length);
  });
});

describe('a keyring that is locked', () => {
  it('is told, and the files stay as they are for the day it is open again', async () => {
    await bothSignedIn();
    const files = await client.accountFiles();
    const read = () => Promise.all(files.map((file) => readFile(join(client.folder, file), 'utf8')));
    await client.accounts.close();
    const before = await read();
    client.secrets.isOpen = false;
    await client.restart();
    expect(client.keyringLocked).toBe(true);
    expect(names()).toEqual([]);
    // Whoever signs in now is in memory only.
    await client.signInAs(zoe);
    await client.getToken();
    expect(await read()).toEqual(before);
    expect(await client.accountFiles()).toEqual(files);

    client.secrets.isOpen = true;
    client.keyringLocked = false;
    await client.restart();
    expect(client.keyringLocked).toBe(false);
    expect(names()).toEqual([zoe, alex]);
    const requests = client.requests;
    await client.getToken();
    expect(client.requests).toBe(requests);
  });

  it('is not told where nothing was ever kept', async () => {
    client.secrets.isOpen = false;
    await client.restart();
    expect(client.keyringLocked).toBe(false);
    await client.signInAs(zoe);
    expect(await client.accountFiles()).toEqual([]);
  });

  it('keeps no file from being deleted when everything is forgotten', async () => {
    await bothSignedIn();
    client.secrets.isOpen = false;
    await client.restart();
    await client.accounts.forgetAll();
    expect(await client.accountFiles()).toEqual([]);
  });
});

describe('the one cache of version 0.1', () => {
  /** What that version has left behind: the caches of all accounts in one document. */
  async function asVersion01(): Promise<void> {
    await bothSignedIn();
    const files = await client.accountFiles();
    const caches = await Promise.all(files.map(async (file) => (await recordIn(file)).cache));
    const all: Record<string, object> = {};
    for (const cache of caches)
      for (const [part, entries] of Object.entries(cacheSchema.parse(JSON.parse(cache))))
        all[part] = { ...all[part], ...entries };
    await client.accounts.forgetAll();
    await write('token-cache-test.json', JSON.stringify(all));
    await client.restart();
  }

  it('is taken over into a file for each account, and is gone', async () => {
    await asVersion01();
    expect([...names()].sort()).toEqual([alex, zoe].sort());
    expect(await client.accountFiles()).toHaveLength(2);
    expect(await readdir(client.folder)).not.toContain('token-cache-test.json');
    expect(client.unreadable).toEqual([]);
    const { requests, opened } = client;
    for (const name of [zoe, alex])
      await client.getToken(demoResources.api, { account: client.accountOf(name) });
    expect(client.requests).toBe(requests);
    await client.restart();
    for (const name of [zoe, alex])
      await client.getToken('https://vault.azure.net', { account: client.accountOf(name) });
    expect(client.opened).toBe(opened);
    expect(client.opened).toHaveLength(2);
  });

  it('stays while the keyring is locked, and is taken over when it is open again', async () => {
    client.secrets.isOpen = true;
    await bothSignedIn();
    const cache = (await recordIn(await fileOf(zoe))).cache;
    await client.accounts.forgetAll();
    await write('token-cache-test.json', cache);
    const before = await stat(join(client.folder, 'token-cache-test.json'));
    client.secrets.isOpen = false;
    await client.restart();
    expect(client.keyringLocked).toBe(true);
    expect((await stat(join(client.folder, 'token-cache-test.json'))).mtimeMs).toBe(before.mtimeMs);
    client.secrets.isOpen = true;
    await client.restart();
    expect(names()).toEqual([zoe]);
  });

  it('is set aside when it makes no sense', async () => {
    await write('token-cache-test.json', 'not a cache');
    await client.restart();
    expect(client.unreadable).toHaveLength(1);
    expect(await readdir(client.folder)).toEqual(client.unreadable);
  });
});

describe('an account that was closed', () => {
  it('writes nothing any more: its file may be gone, or another one’s', async () => {
    await client.signInAs(zoe);
    const [file = ''] = await client.accountFiles();
    const left = client.accounts.find(client.account.id);
    await client.restart();
    const before = await readFile(join(client.folder, file), 'utf8');
    await left?.setDirectory({ readOn: 1, tenants: [] });
    expect(await readFile(join(client.folder, file), 'utf8')).toBe(before);
    await client.accounts.forgetAll();
    await left?.setDirectory({ readOn: 2, tenants: [] });
    expect(await client.accountFiles()).toEqual([]);
  });
});

describe('forgetting everything', () => {
  it('leaves no file of an account, also not of one that has just signed in', async () => {
    await client.signInAs(zoe);
    const hold = client.secrets.holdNext('encrypt');
    const signingIn = client.signInAs(alex);
    await hold.reached;
    const forgetting = client.accounts.forgetAll();
    hold.release();
    await Promise.allSettled([signingIn, forgetting]);
    expect(await client.accountFiles()).toEqual([]);
    expect(client.contents).toEqual({ accounts: [], tokens: [] });
    await client.restart();
    expect(client.contents.accounts).toEqual([]);
  });
});
