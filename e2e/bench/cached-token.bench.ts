import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright/test';
import { z } from 'zod';
import { quantile } from '../../build/bench-figures.mjs';
import type { Bridge } from '../../src/shared/ipc';
import type { Preset } from '../../src/shared/preset';
import type { Snapshot } from '../../src/shared/snapshot';
import { expect, test } from '../desktop/fixtures';
import type { Program } from '../desktop/program';
import { numberedPresets, writePresets } from '../own-presets';
import { enterDemo, token } from '../person';
import { report } from './comparison';

const ACCOUNTS = 20;
const TENANTS = 10;
const RESOURCES = 20;

/** Copies that are timed. */
const COPIES = 400;

const recordSchema = z.looseObject({ accountId: z.string(), cache: z.string() });
const entriesSchema = z.record(z.string(), z.looseObject({ realm: z.string().optional() }));
const cacheSchema = z.looseObject({
  Account: entriesSchema,
  IdToken: entriesSchema,
  AccessToken: entriesSchema,
  RefreshToken: entriesSchema,
});

const clientApplication = {
  id: 'bench',
  kind: 'organisation',
  clientId: 'd89140f7-6f0b-41ce-bfcb-f49dba8c724f',
  tenant: 'organizations',
  cloud: 'public',
} as const;

const snapshot = (page: Page): Promise<Snapshot> => page.evaluate(() => window.tokenTray.getSnapshot());

/** The public cloud in MSAL's cache. Its addresses are known to MSAL, so that no network is needed. */
const publicCache = 'login.microsoftonline.com';

/** A GUID for each number, the same each time. */
const guid = (kind: string, number: number): string =>
  `${kind.padEnd(8, '0')}-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** MSAL takes the tenant of an answer from the id token. Nobody checks its signature there. */
function idTokenIn(entry: Record<string, unknown>, tenant: string): { readonly secret?: string } {
  const { secret, credential_type: type } = entry;
  if (type !== 'IdToken' || typeof secret !== 'string') return {};
  const [header = '', payload = '', signature = ''] = secret.split('.');
  const claims = z.looseObject({}).parse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')));
  const changed = Buffer.from(JSON.stringify({ ...claims, tid: tenant })).toString('base64url');
  return { secret: [header, changed, signature].join('.') };
}

/** The same account record under other ids: what MSAL would have written for somebody else, in ten tenants. */
function recordOf(text: string, number: number): { readonly accountId: string; readonly text: string } {
  const record = recordSchema.parse(JSON.parse(text));
  const [oid = '', home = ''] = record.accountId.split('.');
  const tenants = Array.from({ length: TENANTS }, (_, n) => guid(`b${n}`, 0));
  const homeOfThis = tenants[0] ?? home;
  const cache = cacheSchema.parse(
    JSON.parse(
      record.cache
        .replaceAll(oid, guid('a', number))
        .replaceAll(home, homeOfThis)
        .replaceAll('login.demo.token-tray.invalid', publicCache),
    ),
  );
  const inEachTenant = (entries: z.infer<typeof entriesSchema>): z.infer<typeof entriesSchema> =>
    Object.fromEntries(
      tenants.flatMap((tenant) =>
        Object.entries(entries)
          .filter(([, entry]) => entry.realm === homeOfThis)
          .map(([key, entry]) => {
            // The account's own id names its home tenant in every entry.
            const accountId = `${guid('a', number)}.${homeOfThis}`;
            const rest = key.replace(accountId, '').replaceAll(homeOfThis, tenant);
            return [`${accountId}${rest}`, { ...entry, realm: tenant, ...idTokenIn(entry, tenant) }];
          }),
      ),
    );
  const { Account, IdToken, AccessToken } = cache;
  const others = {
    ...cache,
    Account: inEachTenant(Account),
    IdToken: inEachTenant(IdToken),
    AccessToken: inEachTenant(AccessToken),
  };
  const accountId = `${guid('a', number)}.${homeOfThis}`;
  const directory = {
    readOn: 0,
    tenants: tenants.map((id, n) => ({ id, name: `Tenant ${n}`, subscriptions: [] })),
  };
  const made = { ...record, accountId, cache: JSON.stringify(others), directory };
  return { accountId, text: JSON.stringify(made) };
}

const decrypt = (program: Program, ciphertext: string): Promise<string> =>
  program.app.evaluate(({ safeStorage }, text) => {
    // The half that Electron 33 has, too.
    const storage: { decryptString(ciphertext: Buffer): string } = safeStorage;
    return storage.decryptString(Buffer.from(text, 'base64'));
  }, ciphertext);
const encrypt = (program: Program, text: string): Promise<string> =>
  program.app.evaluate(({ safeStorage }, clear) => {
    const storage: { encryptString(text: string): Buffer } = safeStorage;
    return storage.encryptString(clear).toString('base64');
  }, text);

/** Twenty accounts in the place of the one that has signed in. The program that can encrypt writes nothing meanwhile. */
async function multiply(program: Program, profile: string): Promise<void> {
  const file = readdirSync(profile).find((name) => /^account-.*\.json$/.test(name)) ?? '';
  const { ciphertext } = z
    .object({ ciphertext: z.string() })
    .parse(JSON.parse(readFileSync(path.join(profile, file), 'utf8')));
  const text = await decrypt(program, ciphertext);
  for (let number = 0; number < ACCOUNTS; number += 1) {
    const encrypted = await encrypt(program, recordOf(text, number).text);
    const name = `account-${clientApplication.id}-${number.toString(16).padStart(16, '0')}.json`;
    writeFileSync(path.join(profile, name), JSON.stringify({ version: 1, ciphertext: encrypted }));
  }
}

/** Round trips from the page to main and back, in ms, each for another account, tenant and resource than the last. */
function roundTrips(page: Page, accountIds: string[], presetIds: string[], count: number) {
  return page.evaluate(
    async ({ accounts, presets, copies }) => {
      const { tokenTray } = window;
      const timed = async (give: () => ReturnType<Bridge['run']>): Promise<number> => {
        const from = performance.now();
        const { outcome } = await give();
        const took = performance.now() - from;
        if (outcome !== 'done') throw new Error(outcome);
        return took;
      };
      const pick = <Item>(items: readonly Item[], turn: number): Item => {
        const item = items[turn % items.length];
        if (item === undefined) throw new Error('nothing to pick from');
        return item;
      };
      const took: number[] = [];
      const nothings: number[] = [];
      for (let turn = 0; turn < copies; turn += 1) {
        const accountId = pick(accounts, turn * 7);
        await tokenTray.run('selectAccount', { accountId });
        const { tenants } = await tokenTray.getSnapshot();
        const { id: tenantId } = pick(tenants, turn * 3);
        await tokenTray.run('selectTenant', { accountId, tenantId });
        // What follows a change of account is drawn by now.
        await new Promise(requestAnimationFrame);
        nothings.push(await timed(() => tokenTray.run('openBrowserAgain', {})));
        const late = new Promise<never>((_resolve, reject) =>
          setTimeout(() => reject(new Error('a token was not in the cache')), 10_000),
        );
        const copying = timed(() => tokenTray.run('copyToken', { presetId: pick(presets, turn) }));
        took.push(await Promise.race([copying, late]));
      }
      return { took, nothings };
    },
    { accounts: accountIds, presets: presetIds, copies: count },
  );
}

test('a cached token, with 20 accounts × 10 tenants × 20 resources', async ({ desktop, launch }, info) => {
  const presets = numberedPresets(RESOURCES).map((preset): Preset => {
    const { demo } = preset.targets;
    return demo === undefined ? preset : { ...preset, targets: { demo, public: demo } };
  });
  const profile = path.join(desktop.folder, 'profile-4000-tokens');
  writePresets(profile, presets);
  const options = { args: [`--user-data-dir=${profile}`] };
  const first = await launch(options);
  const firstPage = await enterDemo(first, desktop);
  for (const { id } of presets)
    await firstPage.evaluate((presetId) => window.tokenTray.run('copyToken', { presetId }), id);
  await firstPage.evaluate(() => window.tokenTray.run('changeSettings', { change: { startHidden: false } }));
  await multiply(first, profile);
  await first.kill();
  const file = {
    version: 1,
    clientApplications: [clientApplication],
    currentId: clientApplication.id,
    accounts: {},
  };
  writeFileSync(path.join(profile, 'client-applications.json'), JSON.stringify(file));

  const program = await launch(options);
  const page = await program.mainWindow();
  await expect.poll(async () => (await snapshot(page)).accounts.length, { timeout: 30_000 }).toBe(ACCOUNTS);
  const { accounts } = await snapshot(page);
  const made = accounts.filter(({ tenants }) => tenants.length >= TENANTS).map(({ id }) => id);
  expect(made).toHaveLength(ACCOUNTS);
  const opened = desktop.browser.openedUrls().length;

  // Each account's client is made with its first token: that is loading, not getting a cached one.
  const ids = presets.map(({ id }) => id);
  await roundTrips(page, made, ids, ACCOUNTS);
  const { took, nothings } = await roundTrips(page, made, ids, COPIES);
  expect(desktop.browser.openedUrls()).toHaveLength(opened);
  expect((await snapshot(page)).failure).toBeUndefined();
  await desktop.clipboard.waitFor((text) => token.test(text));

  const name = `copy of a cached token, ${ACCOUNTS} × ${TENANTS} × ${RESOURCES} in the cache`;
  const nothing = 'a command that does nothing';
  await report(info, {
    name,
    unit: 'ms',
    product: took,
    reference: { name: nothing, readings: nothings },
    aim: { of: 'median', atMost: 5 },
  });
  await report(info, {
    name: `${name}: 99th percentile`,
    unit: 'ms',
    product: [quantile(took, 0.99)],
    reference: { name: nothing, readings: [quantile(nothings, 0.99)] },
    aim: { of: 'median', atMost: 20 },
  });
});
