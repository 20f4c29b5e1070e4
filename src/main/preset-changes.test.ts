import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { draftOf } from '../shared/draft-of-preset';
import type { Preset } from '../shared/preset';
import type { PresetDraft } from '../shared/preset-draft';
import type { PresetView, Snapshot } from '../shared/snapshot';
import { draftFor, presetDraft, requestDraft, targetDraft } from '../shared/test-support/preset-drafts';
import { zoe } from './demo/test-demo';
import { pick } from './identity/test-client';
import { TestProgram } from './test-program';

const done = { outcome: 'done' };
const refused = { outcome: 'refused' };

let program: TestProgram;

beforeEach(async () => {
  program = await new TestProgram().start();
  program.person = pick(zoe);
  await program.commands.chooseDemo();
  await expect.poll(() => snapshot().account).toBeDefined();
});

afterEach(() => program.stop());

const snapshot = (): Snapshot => program.state.snapshot;

function preset(id: string): PresetView {
  const found = snapshot().presets.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no preset ${id} in the snapshot`);
  return found;
}

function stored(id: string): Preset {
  const found = program.presets.find(id);
  if (found === undefined) throw new Error(`no preset ${id}`);
  return found;
}

/** A preset as an editor has it: what the window shows in full, as a draft. */
async function draftOfShown(presetId: string): Promise<PresetDraft> {
  await program.commands.showPreset({ presetId });
  const { shownPreset } = snapshot();
  if (shownPreset === undefined) throw new Error(`${presetId} is not shown`);
  return draftOf(shownPreset.preset);
}

const url = 'https://orders.example/v1/items?$top=1';

describe('a new preset', () => {
  it('is copied like the others', async () => {
    expect(await program.commands.addPreset(draftFor(' Orders ', 'api://orders', url))).toEqual(done);
    const added = snapshot().presets.at(-1);
    expect(added).toMatchObject({ name: 'Orders', scopes: ['api://orders/.default'], pinned: false });
    await program.commands.copySnippet({ presetId: added?.id ?? '', format: 'curl' });
    expect(program.clipboard.text).toMatch(
      /^curl 'https:\/\/orders\.example\/v1\/items\?\$top=1' -H "Authorization: Bearer eyJ/,
    );
  });

  it('has all that was typed, for each cloud', async () => {
    const targets = {
      demo: targetDraft({
        requests: [
          requestDraft({ name: 'List', headers: [{ name: 'x-a', value: 'b' }] }),
          requestDraft({ name: 'Add', method: 'POST', body: '{}' }),
        ],
      }),
      china: targetDraft({ access: 'api://orders-china', requests: [] }),
    };
    const draft = presetDraft({
      colour: 'teal',
      tags: 'team, test',
      notes: 'Ask Kim.',
      delivery: 'cosmos',
      pinned: true,
      keepFresh: true,
      hotkey: 'Alt+O',
      identity: { tenantId: 'contoso.com' },
      targets,
      catalogueId: 'orders',
    });
    expect(await program.commands.addPreset(draft)).toEqual(done);
    const added = snapshot().presets.find(({ name }) => name === 'Orders');
    expect(draftOf(stored(added?.id ?? ''))).toEqual(draft);
    expect(added).toMatchObject({ colour: 'teal', tags: ['team', 'test'], hotkey: 'Alt+O' });
    expect(program.shortcuts.heard).toContain('Alt+O');
  });

  it('needs a client application to be for', async () => {
    const [demo] = snapshot().clientApplications;
    await program.commands.removeClientApplication({ clientApplicationId: demo?.id ?? '' });
    expect(await program.commands.addPreset(presetDraft())).toEqual(refused);
  });
});

describe('a wrong form', () => {
  it.each([
    [{ name: ' ' }, { name: 'name-missing' }],
    [
      {
        targets: {
          demo: targetDraft({ accessKind: 'scopes', access: 'https://a.example/x https://b.example/y' }),
        },
      },
      { 'targets.demo.access': 'scopes-of-two-resources' },
    ],
    [
      {
        targets: {
          demo: targetDraft({ requests: [requestDraft(), requestDraft({ url: 'http://a.example/' })] }),
        },
      },
      { 'targets.demo.requests.1.url': 'url-http-off-loopback' },
    ],
  ] satisfies [Partial<PresetDraft>, object][])('is saved nowhere: %j', async (change, problems) => {
    const before = program.presets.all;
    const draft = presetDraft(change);
    const invalid = { outcome: 'invalid', problems };
    expect(await program.commands.addPreset(draft)).toEqual(invalid);
    expect(await program.commands.editPreset({ presetId: 'graph', draft })).toEqual(invalid);
    expect(program.presets.all).toBe(before);
  });
});

describe('a preset that is edited', () => {
  it('has one new request, and what was left alone as it was', async () => {
    const before = stored('storage');
    const draft = await draftOfShown('storage');
    const { demo = targetDraft() } = draft.targets;
    const requests = [...demo.requests, requestDraft({ url: 'https://x.example/' })];
    const edited = { ...draft, name: 'My blobs', targets: { ...draft.targets, demo: { ...demo, requests } } };
    expect(await program.commands.editPreset({ presetId: 'storage', draft: edited })).toEqual(done);
    const { targets, ...rest } = stored('storage');
    const { targets: targetsBefore, ...restBefore } = before;
    expect(rest).toEqual({ ...restBefore, name: 'My blobs' });
    expect(targets['public']).toEqual(targetsBefore['public']);
    expect(targets['demo']?.requests).toEqual([
      ...(targetsBefore['demo']?.requests ?? []),
      { method: 'GET', url: 'https://x.example/', headers: [] },
    ]);
  });

  it('is the same when nothing was changed', async () => {
    for (const before of program.presets.all) {
      const draft = await draftOfShown(before.id);
      expect(await program.commands.editPreset({ presetId: before.id, draft })).toEqual(done);
      expect(stored(before.id)).toEqual(before);
    }
  });

  it('keeps pointing to the demo when its port changes', async () => {
    const draft = await draftOfShown('demo-api');
    const { demo = targetDraft() } = draft.targets;
    const [request = requestDraft()] = demo.requests;
    expect(request.url).toBe(`${program.demo.tenant.origin}/api/echo`);
    const requests = [{ ...request, url: `${request.url}?page=2` }];
    await program.commands.editPreset({
      presetId: 'demo-api',
      draft: { ...draft, targets: { demo: { ...demo, requests } } },
    });
    expect(stored('demo-api').targets['demo']?.requests[0]?.url).toBe('{demo}/api/echo?page=2');
    expect(snapshot().shownPreset?.requests[0]?.url).toBe(requests[0]?.url);
  });

  it('is no longer said to have failed once it is for something else', async () => {
    await program.commands.copyToken({ presetId: 'demo-blocked' });
    expect(preset('demo-blocked').problem).toBe('failed');
    const draft = await draftOfShown('demo-blocked');
    await program.commands.editPreset({ presetId: 'demo-blocked', draft: { ...draft, notes: 'Blocked.' } });
    expect(preset('demo-blocked').problem).toBe('failed');
    const targets = { demo: targetDraft({ access: 'api://demo.token-tray' }) };
    await program.commands.editPreset({ presetId: 'demo-blocked', draft: { ...draft, targets } });
    expect(preset('demo-blocked')).not.toHaveProperty('problem');
  });

  it('must be there', async () => {
    expect(await program.commands.editPreset({ presetId: 'nothing', draft: presetDraft() })).toEqual(refused);
  });
});

describe('what a custom cloud’s table says of a preset', () => {
  const cloud = {
    name: 'Contoso',
    authority: 'https://login.contoso.example',
    armEndpoint: '',
    armAudience: '',
    resources: 'key-vault = https://vault.contoso.example',
  };

  beforeEach(async () => {
    await program.commands.addCloud(cloud);
    program.browserStarts = false;
    const added = snapshot().clouds.find(({ name }) => name === 'Contoso');
    const clientId = crypto.randomUUID();
    await program.commands.chooseOrganisationApp({ clientId, tenant: 'contoso.com', cloud: added?.id ?? '' });
    await program.commands.cancelSignIn();
  });

  it('stays in the table until the person changes it', async () => {
    const before = stored('key-vault');
    const draft = await draftOfShown('key-vault');
    const cloudId = snapshot().shownPreset?.cloudId ?? '';
    expect(draft.targets[cloudId]?.access).toBe('https://vault.contoso.example');
    await program.commands.editPreset({ presetId: 'key-vault', draft: { ...draft, notes: 'Ours' } });
    expect(stored('key-vault')).toEqual({ ...before, notes: 'Ours' });
    const targets = { ...draft.targets, [cloudId]: targetDraft({ access: 'https://v.contoso.example' }) };
    await program.commands.editPreset({ presetId: 'key-vault', draft: { ...draft, targets } });
    expect(stored('key-vault').targets[cloudId]?.scopes).toEqual(['https://v.contoso.example/.default']);
  });
});

describe('a preset that is deleted', () => {
  it('comes back where it was when that is undone', async () => {
    const before = program.presets.all.map(({ id }) => id);
    await program.commands.deletePreset({ presetId: 'key-vault' });
    expect(snapshot().presets.some(({ id }) => id === 'key-vault')).toBe(false);
    expect(await program.commands.restorePreset({ presetId: 'key-vault' })).toEqual(done);
    expect(program.presets.all.map(({ id }) => id)).toEqual(before);
    expect(await program.commands.restorePreset({ presetId: 'key-vault' })).toEqual(refused);
  });
});

it('presets stand first when they are pinned', async () => {
  await program.commands.setPinned({ presetId: 'devops', pinned: true });
  const order = snapshot().presets.map(({ pinned }) => pinned);
  expect(order).toEqual(order.toSorted((a, b) => Number(b) - Number(a)));
  expect(preset('devops').pinned).toBe(true);
});
