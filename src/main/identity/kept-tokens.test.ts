import { readFile, readdir, writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { demoResources } from '../demo/resources';
import { homeTenant, zoe } from '../demo/test-demo';
import { failureOf, pick, TestClient } from './test-client';

const fileSchema = z.object({ ciphertext: z.string() });
const recordSchema = z.looseObject({ cache: z.string() });
const cacheSchema = z.looseObject({ Account: z.record(z.string(), z.looseObject({})) });

let client: TestClient;

beforeEach(async () => {
  client = await new TestClient().start();
  client.person = pick(zoe);
});

afterEach(() => client.stop());

describe('what is kept', () => {
  it('has no token in clear on disk', async () => {
    await client.signIn();
    const { accessToken } = await client.getToken();
    await client.restart();
    for (const name of await readdir(client.folder)) {
      const text = await readFile(`${client.folder}/${name}`, 'latin1');
      expect(text).not.toContain(accessToken);
      expect(text).not.toMatch(/eyJ[\w-]{10,}\./);
      expect(text).not.toContain('AccessToken');
    }
  });

  it('is gone from memory and disk after signing out', async () => {
    await client.signIn();
    await client.getToken();
    await client.service.signOut(client.account.id);
    expect(client.contents).toEqual({ accounts: [], tokens: [] });
    await client.restart();
    expect(client.contents).toEqual({ accounts: [], tokens: [] });
  });

  it('has no token and no account in a failure', async () => {
    await client.signIn();
    const { accessToken } = await client.getToken();
    const { failure } = await failureOf(client.getToken(demoResources.blocked));
    const text = JSON.stringify(failure);
    expect(text).not.toContain(accessToken);
    expect(text).not.toContain(client.account.username);
  });

  it('is gone after signing out after a restart, for the next start, too', async () => {
    await client.signIn();
    await client.getToken();
    await client.restart();
    await client.service.signOut(client.account.id);
    await client.restart();
    expect(client.contents).toEqual({ accounts: [], tokens: [] });
    expect(await client.accountFiles()).toEqual([]);
  });
});

describe('a damaged cache', () => {
  it('that does not decrypt is set aside; the program starts empty and goes on', async () => {
    await client.signIn();
    await client.restart();
    await writeFile(await client.accountFile(), '{"version":1,"ciphertext":"AAAA"}');
    await client.restart();
    expect(client.contents.accounts).toEqual([]);
    expect(client.unreadable).toHaveLength(1);
    expect(await readdir(client.folder)).toContain(client.unreadable[0]);
    await client.signIn();
    await client.getToken();
  });

  it('that decrypts to something else than a cache is set aside', async () => {
    await client.signIn();
    const file = await client.accountFile();
    const ciphertext = (await client.secrets.encrypt('not a cache')).toString('base64');
    await writeFile(file, JSON.stringify({ version: 1, ciphertext }));
    await client.restart();
    expect(client.unreadable).toHaveLength(1);
    await client.signIn();
    expect(client.account.username).toContain('@');
  });

  it('whose file is no JSON is set aside', async () => {
    await client.signIn();
    await client.restart();
    await writeFile(await client.accountFile(), '{"version":1,"ciphertext":');
    await client.restart();
    expect(client.contents.accounts).toEqual([]);
    expect(client.unreadable).toHaveLength(1);
    expect(await readdir(client.folder)).toContain(client.unreadable[0]);
    await client.signIn();
    await client.getToken();
  });

  it('that can be shown but that MSAL refuses is set aside, and the browser asked', async () => {
    await client.signIn();
    await client.getToken();
    const file = await client.accountFile();
    await client.accounts.close();
    const { ciphertext } = fileSchema.parse(JSON.parse(await readFile(file, 'utf8')));
    const record = recordSchema.parse(
      JSON.parse(await client.secrets.decrypt(Buffer.from(ciphertext, 'base64'))),
    );
    const cache = cacheSchema.parse(JSON.parse(record.cache));
    for (const account of Object.values(cache.Account)) account['tenantProfiles'] = ['no JSON'];
    const broken = JSON.stringify({ ...record, cache: JSON.stringify(cache) });
    const encrypted = (await client.secrets.encrypt(broken)).toString('base64');
    await writeFile(file, JSON.stringify({ version: 1, ciphertext: encrypted }));
    await client.restart();
    expect(client.unreadable).toEqual([]);
    expect(client.account.name).toBe(zoe);

    expect((await client.getToken()).tenantId).toBe(homeTenant.id);
    expect(client.opened).toHaveLength(2);
    expect(client.unreadable).toHaveLength(1);
    expect(await readdir(client.folder)).toContain(client.unreadable[0]);
    await client.restart();
    await client.getToken();
    expect(client.opened).toHaveLength(2);
  });
});
