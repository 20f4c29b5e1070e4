import { copyFormats } from '../../../shared/copy-format';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { presetSchema } from '../../../shared/preset';
import { clientApplicationSchema } from '../../../shared/client-application';
import type { FoundFile } from '../../storage/bounded-file';
import { TemporaryPlace } from '../../test-support/temporary-place';
import {
  effectiveSettings,
  lockedSettings,
  managedClientApplications,
  managedPresets,
  usualSettings,
} from './effects';
import { readFileFromDisk, systemFile, trialFile } from './managed-file';
import { readManagedSettings } from './read-managed-settings';

const systemPath = '/etc/token-tray/managed.json';
const guid = '8b87af7d-8647-4dc7-8df4-5f69a2011bb5';

const file = (text: string | Uint8Array, mode = 0o100644): FoundFile => ({
  kind: 'file',
  bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text,
  mode,
});

const read = (found: FoundFile) => readManagedSettings(() => Promise.resolve(found), 'linux', {});

/** `line:column path reason` */
async function wrong(text: string | Uint8Array): Promise<string> {
  const result = await read(file(text));
  if (result.kind !== 'wrong') throw new Error(`it is ${result.kind}`);
  const { place, reason } = result;
  return place === undefined ? reason : `${place.line}:${place.column} ${place.path} ${reason}`;
}

describe('where the file is', () => {
  it('is the administrator’s place of each system', () => {
    expect(systemFile('linux', {})).toBe(systemPath);
    expect(systemFile('darwin', {})).toBe('/Library/Application Support/Token Tray/managed.json');
    expect(systemFile('win32', { ProgramData: 'D:\\Data' })).toBe('D:\\Data\\Token Tray\\managed.json');
    expect(systemFile('win32', {})).toBe('C:\\ProgramData\\Token Tray\\managed.json');
  });

  it('is for trials what the variable says', () => {
    const named = (path: string) => ({ TOKEN_TRAY_MANAGED_SETTINGS: path });
    expect(trialFile('linux', {})).toBeUndefined();
    expect(trialFile('linux', named(''))).toBeUndefined();
    expect(trialFile('linux', named('/tmp/x/../managed.json'))).toBe('/tmp/managed.json');
    expect(trialFile('win32', named('D:\\trial.json'))).toBe('D:\\trial.json');
  });

  it('is the system’s, right or wrong, before the variable’s', async () => {
    const asked: string[] = [];
    const from = (files: Readonly<Record<string, string>>) =>
      readManagedSettings(
        (path) => {
          asked.push(path);
          const text = files[path];
          return Promise.resolve(text === undefined ? { kind: 'missing' } : file(text));
        },
        'linux',
        { TOKEN_TRAY_MANAGED_SETTINGS: '/tmp/trial.json' },
      );
    const trial = '{"version":1,"organisation":"Trial"}';
    expect(await from({ '/tmp/trial.json': trial })).toEqual({
      kind: 'ok',
      file: '/tmp/trial.json',
      settings: { version: 1, organisation: 'Trial' },
    });
    asked.length = 0;
    expect(await from({ [systemPath]: '{', '/tmp/trial.json': trial })).toMatchObject({
      kind: 'wrong',
      file: systemPath,
    });
    expect(asked).toEqual([systemPath]);
    expect(await from({})).toEqual({
      kind: 'wrong',
      file: '/tmp/trial.json',
      reason: 'There is no such file.',
    });
  });

  it('is nowhere on most computers', async () => {
    expect(await read({ kind: 'missing' })).toEqual({ kind: 'none' });
  });
});

describe('a file as a whole', () => {
  it('is refused where others may write to it, but not one of a trial', async () => {
    const text = '{"version":1}';
    for (const mode of [0o100664, 0o100646, 0o100777])
      expect(await read(file(text, mode)), mode.toString(8)).toMatchObject({
        kind: 'wrong',
        reason: expect.stringContaining('Users who are no administrators may write') as unknown,
      });
    const trial = await readManagedSettings(
      (path) => Promise.resolve(path === '/trial' ? file(text, 0o100666) : { kind: 'missing' }),
      'linux',
      { TOKEN_TRAY_MANAGED_SETTINGS: '/trial' },
    );
    expect(trial.kind).toBe('ok');
    const onWindows = await readManagedSettings(() => Promise.resolve(file(text, 0o100666)), 'win32', {});
    expect(onWindows.kind).toBe('ok');
  });

  it('is read from disk, and what is none is said', async () => {
    const place = new TemporaryPlace();
    const at = (name: string): string => join(place.folder, name);
    await writeFile(at('good.json'), '{"version":1}');
    await chmod(at('good.json'), 0o640);
    await writeFile(at('large.json'), ' '.repeat(1024 * 1024 + 1));
    await writeFile(at('largest.json'), `{"version":1}${' '.repeat(1024 * 1024 - 13)}`);
    await mkdir(at('folder.json'));
    const good = await readFileFromDisk(at('good.json'));
    expect(good.kind === 'file' && good.mode & 0o777).toBe(0o640);
    expect(await readFileFromDisk(at('folder.json'))).toEqual({ kind: 'no-file' });
    expect(await readFileFromDisk(at('large.json'))).toEqual({ kind: 'too-large' });
    expect((await readFileFromDisk(at('largest.json'))).kind).toBe('file');
    expect(await readFileFromDisk(at('none.json'))).toEqual({ kind: 'missing' });
    expect(await readFileFromDisk(at('good.json/below.json'))).toEqual({ kind: 'missing' });
    expect(await readFileFromDisk(at('nul\0.json'))).toEqual({ kind: 'not-readable' });
  });

  it.each([
    ['no-file', 'This is no file.'],
    ['not-readable', 'The file cannot be read.'],
    ['too-large', 'The file is larger than 1 MiB.'],
  ] as const)('that is %s is wrong', async (kind, reason) => {
    expect(await read({ kind })).toEqual({ kind: 'wrong', file: systemPath, reason });
  });

  it('may begin with a byte order mark, of UTF-8', async () => {
    expect((await read(file('\uFEFF{"version":1}'))).kind).toBe('ok');
    expect(await wrong(new Uint8Array([0xff, 0xfe, 0x7b, 0]))).toBe(
      'The file is saved as UTF-16; save it as UTF-8.',
    );
    const latin1 = Buffer.from('{\n  "version": 1,\n  "organisation": "Zoë"\n}', 'latin1');
    expect(await wrong(latin1)).toBe('3:22  Here is something that is no UTF-8; save the file as UTF-8.');
    expect(await wrong('\uFEFF{"version":2}')).toBe('1:12 version It has to be 1.');
  });
});

describe('JSON that is none', () => {
  it.each([
    ['', '1:1  A value is expected here'],
    ['  \n ', '2:2  A value is expected here'],
    ['{', '1:2  A closing brace is expected here.'],
    ['{\n  "version": 1,\n}', '3:1  The name of a member'],
    ['{\n  "version": 1\n  "organisation": "x"\n}', '3:3  A comma is expected before this.'],
    ['{"version" 1}', '1:12  A colon is expected before this.'],
    ['{"version":1,"clouds":[1,]}', '1:26  A value is expected here'],
    ['{"version":1,"clouds":[1 2]}', '1:26  A comma is expected before this.'],
    ['{"version":1,"clouds":[1', '1:25  A closing bracket is expected here.'],
    ['{\n// why\n"version":1}', '2:1  JSON has no comments; take this one out.'],
    ['{"version":1} /* end */', '1:15  JSON has no comments; take this one out.'],
    ['{"version":1}{}', '1:14  Nothing more is expected after the last brace.'],
    ["{'version':1}", '1:2  This is no JSON; texts and names'],
    ['{"version":undefined}', '1:12  This is no JSON; texts and names'],
    ['{"version":1.}', '1:12  This number is not written as JSON has it.'],
    ['{"organisation":"x\n"}', '1:17  This text has no closing double quote'],
    ['{"organisation":"C:\\x"}', '1:17  This is no escape of JSON'],
    ['{"organisation":"\\u12"}', '1:17  This is no escape of JSON'],
    ['{"organisation":"a\tb"}', '1:17  This character cannot stand here'],
    ['[[[['.repeat(250_000), '1:1  This is nested too deeply.'],
    ['{"version":1,\r\n"version":1}', '2:1  “version” is here twice.'],
    ['{"version":1,"defaults":{"theme":"dark",\n\n "theme":"light"}}', '3:2  “theme” is here twice.'],
  ])('%j', async (text, words) => {
    expect((await wrong(text)).slice(0, words.length)).toBe(words);
  });
});

/** A file with one member more on its second line. */
const withMember = (member: string): string => `{ "version": 1,\n${member} }`;
const client = (rest: string): string =>
  withMember(`"clientApplications": [{ "id": "a", "kind": "organisation", ${rest} }]`);
const preset = (rest: string): string => withMember(`"presets": [{ "id": "a", "name": "A", ${rest} }]`);

describe('a member that is wrong', () => {
  it.each([
    ['[]', '1:1  It has to be an object in braces.'],
    ['"x"', '1:1  It has to be an object in braces.'],
    ['{}', '1:1 version “version” is missing; it has to be 1.'],
    ['{"version":"1"}', '1:12 version It has to be 1.'],
    [withMember('"themes": {}'), '2:1 themes This version of Token Tray knows no “themes” here.'],
    [withMember('"organisation": 7'), '2:17 organisation It has to be a text in double quotes.'],
    [withMember('"organisation": " "'), '2:17 organisation It has to be a text that is not empty.'],
    [
      withMember(`"organisation": "${'x'.repeat(81)}"`),
      '2:17 organisation It has to be a text of at most 80 characters.',
    ],
    [withMember('"presets": {}'), '2:12 presets It has to be a list in brackets.'],
    [
      withMember('"settings": { "theme": "pink" }'),
      '2:24 settings.theme It has to be “system”, “light” or “dark”.',
    ],
    [withMember('"settings": { "startHidden": 1 }'), '2:30 settings.startHidden It has to be true or false.'],
    [
      withMember('"settings": { "paletteHotkey": "A" }'),
      '2:32 settings.paletteHotkey It has to be a hotkey such as “CommandOrControl+Alt+T”, or null for none.',
    ],
    [
      withMember('"settings": { "clipboardClearsAfter": 5 }'),
      '2:39 settings.clipboardClearsAfter It has to be 0 for never, or a whole number of seconds from 10 to 600.',
    ],
    [
      withMember('"defaults": { "notifyBeforeEnd": 31 }'),
      '2:34 defaults.notifyBeforeEnd It has to be a whole number of minutes from 0 (never) to 30.',
    ],
    [
      withMember('"settings": { "thme": "dark" }'),
      '2:15 settings.thme This version of Token Tray knows no “thme” here.',
    ],
    [
      withMember('"settings": { "theme": "dark" },\n\n"defaults": { "theme": "dark" }'),
      '4:15 defaults.theme “theme” is among “settings”, too, where its value is fixed; leave it in one of them.',
    ],
    [
      withMember('"clouds": [{ "id": "Big", "name": "B", "authority": "https://b.example" }]'),
      '2:20 clouds[0].id It has to be the id of a cloud:',
    ],
    [
      withMember('"clouds": [{ "id": "public", "name": "B", "authority": "https://b.example" }]'),
      '2:20 clouds[0].id “public” is built in and cannot be described anew; choose another id.',
    ],
    [
      withMember(
        '"clouds": [{ "id": "b", "name": "B", "authority": "https://b.example" },\n{ "id": "b", "name": "C", "authority": "https://c.example" }]',
      ),
      '3:9 clouds[1].id There is another one with the id “b”.',
    ],
    ...['http://b.example', 'https://b.example/tenant', 'https://u:p@b.example', 'b.example'].map(
      (authority) => [
        withMember(`"clouds": [{ "id": "b", "name": "B", "authority": "${authority}" }]`),
        '2:51 clouds[0].authority It has to be an https address without a tenant',
      ],
    ),
    [
      withMember('"clouds": [{ "id": "b", "name": "B" }]'),
      '2:12 clouds[0].authority “authority” is missing; it has to be an https address without a tenant',
    ],
    [
      client(`"clientId": "${guid}"`),
      '2:24 clientApplications[0].tenant “tenant” is missing; it has to be the ID of a tenant',
    ],
    [client('"tenant": "contoso.com"'), '2:24 clientApplications[0].clientId “clientId” is missing;'],
    [
      client(`"clientId": "${guid}",\n"tenant": "contoso"`),
      '3:11 clientApplications[0].tenant It has to be the ID of a tenant, one of its domains',
    ],
    [
      client('"clientId": "app", "tenant": "contoso.com"'),
      '2:73 clientApplications[0].clientId It has to be an application (client) ID',
    ],
    [
      client(`"clientId": "${guid}", "tenant": "contoso.com", "cloud": "azure"`),
      '2:147 clientApplications[0].cloud There is no cloud “azure”, neither built in nor among “clouds”.',
    ],
    [
      client(`"clientId": "${guid}", "tenant": "contoso.com", "cloud": "demo"`),
      '2:147 clientApplications[0].cloud The demo tenant is not for this; choose another cloud.',
    ],
    ...['secret', 'clientSecret', 'password', 'credential', 'privateKey', 'certificate'].map((name) => [
      client(`"clientId": "${guid}", "tenant": "contoso.com", "${name}": "x"`),
      `2:138 clientApplications[0].${name} No secret may stand in this file`,
    ]),
    [
      withMember(
        `"clientApplications": [{ "id": "a", "kind": "service-principal", "clientId": "${guid}", "tenant": "organizations" }]`,
      ),
      '2:128 clientApplications[0].tenant It has to be the ID of a tenant or one of its domains',
    ],
    [
      withMember('"clientApplications": [{ "id": "a", "kind": "demo" }]'),
      '2:45 clientApplications[0].kind It has to be “organisation”, “azure-cli” or “service-principal”.',
    ],
    [
      withMember(
        '"forbid": { "azureCliClient": true },\n"clientApplications": [{ "id": "a", "kind": "azure-cli", "tenant": "organizations" }]',
      ),
      '3:45 clientApplications[0].kind “forbid” does not allow this kind of client application;',
    ],
    [
      withMember(
        `"clientApplications": [{ "id": "a", "kind": "azure-cli", "clientId": "${guid}", "tenant": "organizations" }]`,
      ),
      '2:70 clientApplications[0].clientId It has to be left out, or Azure CLI’s own id, 04b07795-',
    ],
    [
      preset('"url": "https://a.example"'),
      '2:13 presets[0].resource “resource” is missing: what the token is for.',
    ],
    [
      preset('"resource": "a", "url": "https://a.example"'),
      '2:51 presets[0].resource A resource is an address such as',
    ],
    [preset('"resource": "api://a"'), '2:13 presets[0].url Enter the address of a request to try'],
    [
      preset('"resource": "api://a", "url": "http://a.example"'),
      '2:69 presets[0].url Plain http would send your token readable',
    ],
    [
      preset('"resource": "api://a", "scopes": ["api://a/x"], "url": "https://a.example"'),
      '2:62 presets[0].scopes “resource” and “scopes” say the same in two ways',
    ],
    [
      preset('"scopes": ["api://a/x", "api://b/y"], "url": "https://a.example"'),
      '2:49 presets[0].scopes These scopes belong to different APIs.',
    ],
    [
      preset('"resource": "api://a", "url": "https://a.example", "cloud": "x"'),
      '2:99 presets[0].cloud There is no cloud “x”',
    ],
    [
      preset(
        '"targets": { "public": { "resource": "api://a", "url": "https://a.example" } }, "cloud": "public"',
      ),
      '2:119 presets[0].cloud “cloud” belongs into each of “targets” here.',
    ],
    [
      preset('"targets": {\n"Public": { "resource": "api://a", "url": "https://a.example" } }'),
      '3:1 presets[0].targets.Public It has to be the id of a cloud:',
    ],
    [
      preset('"targets": {\n"usa": { "resource": "api://a", "url": "https://a.example" } }'),
      '3:1 presets[0].targets.usa There is no cloud “usa”',
    ],
    [preset('"targets": {}'), '2:50 presets[0].targets This names no cloud'],
    [
      preset('"resource": "api://a", "url": "https://a.example", "clientApplication": "b"'),
      '2:111 presets[0].clientApplication There is no “b” among “clientApplications”.',
    ],
    [
      preset('"resource": "api://a", "url": "https://a.example", "tenant": "contoso.com"'),
      '2:100 presets[0].tenant It has to be the ID of a tenant, such as',
    ],
    [
      preset('"resource": "api://a", "url": "https://a.example", "headers": {\n "x-ms version": "1" }'),
      '3:2 presets[0].headers["x-ms version"] It has to be the name of an HTTP header',
    ],
    [
      preset('"resource": "api://a", "url": "https://a.example", "headers": {\n "authorization": "x" }'),
      '3:2 presets[0].headers.authorization Token Tray adds the Authorization header itself',
    ],
    [
      preset(
        '"resource": "api://a", "url": "https://a.example", "headers": {\n "x-ms-version": "1\\r\\nX: y" }',
      ),
      '3:18 presets[0].headers["x-ms-version"] It has to be the name of an HTTP header with a text of one line.',
    ],
    [
      withMember('"forbid": { "flows": ["browser", "device-code"] }'),
      '2:22 forbid.flows This forbids both ways to sign in',
    ],
    [
      withMember('"forbid": { "flows": ["browser"] }, "settings": { "signInFlows": "browser" }'),
      '2:66 settings.signInFlows This uses a way to sign in that “forbid” does not allow.',
    ],
    [
      withMember('"forbid": { "formats": ["curl"] }, "defaults": { "defaultFormat": "curl" }'),
      '2:67 defaults.defaultFormat This is a format that “forbid” does not allow.',
    ],
    [
      withMember(`"forbid": { "formats": ${JSON.stringify(copyFormats)} }`),
      '2:24 forbid.formats This forbids everything that can be copied',
    ],
    [
      withMember(
        '"forbid": { "azureCliClient": true, "ownClientApplications": true, "demoTenant": true, "servicePrincipals": true }',
      ),
      '2:11 forbid This forbids every way to sign in',
    ],
  ])('%s', async (text, words) => {
    expect((await wrong(text)).slice(0, words.length)).toBe(words);
  });

  it('is the first one of several', async () => {
    expect(await wrong('{\n "settings": { "theme": 1 },\n "version": 2,\n "organisation": 3 }')).toMatch(
      /^2:25 settings\.theme /,
    );
  });
});

/** The same numbers at each run: mulberry32. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const good = JSON.stringify(
  {
    version: 1,
    organisation: 'Contoso',
    contact: 'https://help.contoso.com',
    clouds: [
      {
        id: 'hub',
        name: 'Hub',
        authority: 'https://adfs.contoso.com/adfs',
        resources: { graph: 'api://graph' },
      },
    ],
    clientApplications: [
      { id: 'app', kind: 'organisation', name: 'Contoso', clientId: guid, tenant: 'contoso.com' },
      { id: 'hub', kind: 'organisation', clientId: 'token-tray', cloud: 'hub' },
    ],
    presets: [
      { id: 'orders', name: 'Orders', resource: 'api://orders', url: 'https://orders.contoso.com/{id}' },
      {
        id: 'both',
        name: 'Both',
        icon: 'shield',
        clientApplication: 'hub',
        targets: {
          hub: {
            scopes: ['api://x/read', 'api://x/write'],
            url: 'https://x.contoso.com',
            headers: { 'x-v': '1' },
          },
        },
      },
    ],
    settings: { clipboardClearsAfter: 30, paletteHotkey: null },
    defaults: { theme: 'dark' },
    forbid: { flows: ['device-code'], formats: ['environment'] },
  },
  undefined,
  2,
);

it('says none, ok or wrong with a place in the file, whatever is in it', async () => {
  expect((await read(file(good))).kind).toBe('ok');
  const random = numbers(4);
  const upTo = (end: number): number => Math.floor(random() * end);
  const pieces = [
    '"',
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '\n',
    '\\',
    '0',
    'null',
    '{}',
    '[]',
    'é',
    '\uD800',
    '/*',
    '"id"',
  ];
  const values = ['1', '""', 'null', '{}', '[]', '"demo"', 'true', '-1e999', '"x y"', '[[]]'];
  const counts = { ok: 0, wrong: 0 };
  for (let round = 0; round < 4000; round += 1) {
    const at = upTo(good.length);
    const piece = pieces[upTo(pieces.length)] ?? '';
    const value = values[upTo(values.length)] ?? '';
    let seen = -1;
    const nth = upTo(60);
    const text = [
      () => good.slice(0, at) + piece + good.slice(at),
      () => good.slice(0, at) + good.slice(at + 1 + upTo(20)),
      () => good.slice(0, at) + good.slice(upTo(good.length)),
      // One value becomes another one, so that what is wrong lies behind the syntax.
      () => good.replace(/(?<=: ?)("[^"]*"|\d+|null)/g, (old) => ((seen += 1) === nth ? value : old)),
    ][upTo(4)];
    const mutated = text?.() ?? '';
    const result = await read(file(mutated));
    if (result.kind === 'none') throw new Error('it was there');
    counts[result.kind] += 1;
    if (result.kind === 'wrong') {
      const lines = mutated.split('\n');
      expect(result.place?.line, mutated).toBeGreaterThanOrEqual(1);
      expect(result.place?.line, mutated).toBeLessThanOrEqual(lines.length);
      const line = lines[(result.place?.line ?? 0) - 1] ?? '';
      expect(result.place?.column, mutated).toBeLessThanOrEqual(line.length + 1);
      expect(result.reason).toMatch(/^[A-Z“].*\.$/);
    } else {
      // What is found good can be used.
      const { settings } = result;
      for (const each of managedPresets(settings)) expect(presetSchema.safeParse(each).error).toBeUndefined();
      for (const each of managedClientApplications(settings))
        expect(clientApplicationSchema.safeParse(each).error).toBeUndefined();
      effectiveSettings({}, settings);
      usualSettings(settings);
      lockedSettings(settings);
    }
  }
  expect(counts.wrong).toBeGreaterThan(2000);
  expect(counts.ok).toBeGreaterThan(100);
}, 60_000);
