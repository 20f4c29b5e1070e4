import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { CommandOutcome, HotkeyOwner } from '../shared/ipc';
import type { Snapshot } from '../shared/snapshot';
import { presetDraft } from '../shared/test-support/preset-drafts';
import { zoe } from './demo/test-demo';
import { pick } from './identity/test-client';
import { TestProgram } from './test-program';

const done = { outcome: 'done' };
const palette = 'CommandOrControl+Alt+T';
const graph: HotkeyOwner = { presetId: 'graph' };
const vault: HotkeyOwner = { presetId: 'key-vault' };

let program: TestProgram;

beforeEach(async () => {
  program = await new TestProgram().start();
  program.person = pick(zoe);
});

afterEach(() => program.stop());

const set = (hotkey: HotkeyOwner, accelerator: string | null): Promise<CommandOutcome> =>
  program.commands.setHotkey({ hotkey, accelerator });
const problem = (why: string) => ({ outcome: 'invalid', problems: { accelerator: why } });
const snapshot = (): Snapshot => program.state.snapshot;
const hotkeyOf = (id: string): string | undefined =>
  snapshot().presets.find((each) => each.id === id)?.hotkey;
/** The hotkeys that would be heard, once the surfaces know of all changes. */
async function heard(): Promise<readonly string[]> {
  await new Promise((resolve) => setImmediate(resolve));
  return program.shortcuts.heard;
}

const settingsFile = z.object({
  paletteHotkey: z.string().nullable().optional(),
  copyLastHotkey: z.string().nullable().optional(),
});
const presetsFile = z.object({
  presets: z.array(z.object({ id: z.string(), hotkey: z.string().optional() })),
});
const onDisk = async (name: string): Promise<unknown> =>
  JSON.parse(await readFile(join(program.folder, `${name}.json`), 'utf8'));
const savedSettings = async () => settingsFile.parse(await onDisk('settings'));
const savedHotkey = async (id: string): Promise<string | undefined> =>
  presetsFile.parse(await onDisk('presets')).presets.find((each) => each.id === id)?.hotkey;

async function inTheDemo(): Promise<void> {
  await program.commands.chooseDemo();
  await expect.poll(() => snapshot().account).toBeDefined();
}

describe('a hotkey of the palette or the last copy', () => {
  it('is there from the start, or when it was set', async () => {
    expect(await heard()).toEqual([palette]);
    expect(await set('copy-last', 'F9')).toEqual(done);
    expect(await set('palette', 'Super+P')).toEqual(done);
    expect(await heard()).toEqual(['F9', 'Super+P']);
    expect(await savedSettings()).toMatchObject({ paletteHotkey: 'Super+P', copyLastHotkey: 'F9' });
    program.shortcuts.press('Super+P');
    await expect.poll(() => program.paletteOpened).toBe(1);
  });

  it('that the system refuses leaves the old one: in the settings, on disk and in use', async () => {
    await set('palette', 'Super+P');
    program.takenHotkeys.add('Super+Q');
    expect(await set('palette', 'Super+Q')).toEqual(problem('hotkey-not-available'));
    expect(snapshot().settings.values.paletteHotkey).toBe('Super+P');
    expect((await savedSettings()).paletteHotkey).toBe('Super+P');
    expect(await heard()).toEqual(['Super+P']);
    expect(snapshot().settings.hotkeyProblems).toEqual({});
  });

  it.each([
    ['A', 'hotkey-needs-modifier'],
    ['CommandOrControl+V', 'hotkey-is-common'],
  ])('that would harm other programs is not even asked for: %s', async (accelerator, why) => {
    const { asked } = program.shortcuts;
    expect(await set('palette', accelerator)).toEqual(problem(why));
    expect(program.shortcuts.asked).toBe(asked);
    expect(await heard()).toEqual([palette]);
  });

  it('can be taken away and put back to its default', async () => {
    expect(await set('palette', null)).toEqual(done);
    expect((await savedSettings()).paletteHotkey).toBeNull();
    expect(await heard()).toEqual([]);
    expect(await program.commands.resetSetting({ setting: 'paletteHotkey' })).toEqual(done);
    expect(await heard()).toEqual([palette]);
    await set('copy-last', 'F9');
    expect(await program.commands.resetSetting({ setting: 'copyLastHotkey' })).toEqual(done);
    expect(await heard()).toEqual([palette]);
  });

  it('is not put back to a default that something else has by now', async () => {
    await set('palette', 'Super+P');
    await set('copy-last', palette);
    expect(await program.commands.resetSetting({ setting: 'paletteHotkey' })).toEqual(
      problem('hotkey-in-use'),
    );
    expect(snapshot().settings.values).toMatchObject({ paletteHotkey: 'Super+P', copyLastHotkey: palette });
  });

  it('may be set to what it is', async () => {
    expect(await set('palette', palette)).toEqual(done);
    expect(await heard()).toEqual([palette]);
  });
});

describe('a hotkey that two want', () => {
  it('stays with the one who has it', async () => {
    await inTheDemo();
    await set('copy-last', 'F9');
    await set(graph, 'Alt+G');
    const owners: [HotkeyOwner, string][] = [
      ['palette', 'F9'],
      ['palette', 'Alt+G'],
      ['copy-last', palette],
      ['copy-last', 'Alt+G'],
      [graph, palette],
      [vault, 'Alt+G'],
    ];
    for (const [owner, accelerator] of owners) {
      expect(await set(owner, accelerator)).toEqual(problem('hotkey-in-use'));
    }
    expect(snapshot().settings.values).toMatchObject({ paletteHotkey: palette, copyLastHotkey: 'F9' });
    expect([hotkeyOf('graph'), hotkeyOf('key-vault')]).toEqual(['Alt+G', undefined]);
  });

  it('goes to one when both ask at once', async () => {
    await inTheDemo();
    const outcomes = await Promise.all([set(graph, 'Alt+G'), set(vault, 'Alt+G'), set('palette', 'Alt+G')]);
    expect(outcomes).toEqual([done, problem('hotkey-in-use'), problem('hotkey-in-use')]);
    expect([hotkeyOf('graph'), hotkeyOf('key-vault')]).toEqual(['Alt+G', undefined]);
  });

  it('is free again when it was taken away', async () => {
    await set('palette', null);
    expect(await set('copy-last', palette)).toEqual(done);
    expect(await heard()).toEqual([palette]);
  });

  it('is kept for a preset of another cloud', async () => {
    await inTheDemo();
    expect(await set({ presetId: 'demo-api' }, 'Alt+D')).toEqual(done);
    expect(await heard()).toEqual(['Alt+D', palette]);
    program.person = undefined;
    await program.commands.chooseAzureCli();
    await expect.poll(() => snapshot().cloudName).not.toBe('Demo');
    expect(await heard()).toEqual([palette]);
    expect(await set(graph, 'Alt+D')).toEqual(problem('hotkey-in-use'));
    await program.commands.cancelSignIn();
  });
});

describe('a preset’s hotkey', () => {
  beforeEach(inTheDemo);

  it('copies it in the default format, also after a change of either', async () => {
    await program.commands.changeSettings({ change: { defaultFormat: 'curl' } });
    expect(await set(graph, 'Alt+G')).toEqual(done);
    expect(await savedHotkey('graph')).toBe('Alt+G');
    program.shortcuts.press('Alt+G');
    await expect.poll(() => program.clipboard.text).toMatch(/^curl /);
    expect(snapshot().clipboard).toMatchObject({ presetId: 'graph', format: 'curl' });
  });

  it('can be taken away, and is not set for a preset that there is not', async () => {
    await set(graph, 'Alt+G');
    expect(await set(graph, null)).toEqual(done);
    expect([hotkeyOf('graph'), await savedHotkey('graph')]).toEqual([undefined, undefined]);
    expect(await heard()).toEqual([palette]);
    expect(await set({ presetId: 'no-such-preset' }, 'Alt+G')).toEqual({ outcome: 'refused' });
    expect(await heard()).toEqual([palette]);
  });

  it('that is refused leaves the old one', async () => {
    await set(graph, 'Alt+G');
    program.takenHotkeys.add('Alt+H');
    expect(await set(graph, 'Alt+H')).toEqual(problem('hotkey-not-available'));
    expect([hotkeyOf('graph'), await savedHotkey('graph')]).toEqual(['Alt+G', 'Alt+G']);
    expect(await heard()).toEqual(['Alt+G', palette]);
  });

  it('survives a pin, and is changed with the rest of the preset', async () => {
    const edit = (hotkey: string | null): Promise<CommandOutcome> =>
      program.commands.editPreset({ presetId: 'graph', draft: presetDraft({ name: 'Graph', hotkey }) });
    await set(graph, 'Alt+G');
    await program.commands.setPinned({ presetId: 'graph', pinned: true });
    expect(hotkeyOf('graph')).toBe('Alt+G');
    expect(await edit('Alt+G')).toEqual(done);
    expect(await edit('Alt+H')).toEqual(done);
    expect(await heard()).toEqual(['Alt+H', palette]);
    expect(await edit(null)).toEqual(done);
    expect(await heard()).toEqual([palette]);
  });

  it('that cannot be had is said in the form, and nothing of the form is saved', async () => {
    program.takenHotkeys.add('Alt+T');
    await set(vault, 'Alt+V');
    for (const [hotkey, why] of [
      ['Alt+T', 'hotkey-not-available'],
      ['Alt+V', 'hotkey-in-use'],
      ['A', 'hotkey-needs-modifier'],
    ] as const) {
      const refused = { outcome: 'invalid', problems: { hotkey: why } };
      const draft = presetDraft({ name: 'Mine', hotkey });
      expect(await program.commands.editPreset({ presetId: 'graph', draft })).toEqual(refused);
      expect(await program.commands.addPreset(draft)).toEqual(refused);
    }
    expect(snapshot().presets.some(({ name }) => name === 'Mine')).toBe(false);
    expect(await heard()).toEqual(['Alt+V', palette]);
  });

  it('is not asked for while something else in the form is wrong', async () => {
    const { asked } = program.shortcuts;
    const draft = presetDraft({ name: '', hotkey: 'Alt+N' });
    expect(await program.commands.addPreset(draft)).toEqual({
      outcome: 'invalid',
      problems: { name: 'name-missing' },
    });
    expect(program.shortcuts.asked).toBe(asked);
  });

  it('goes with the preset and comes back with it', async () => {
    await set(graph, 'Alt+G');
    await program.commands.deletePreset({ presetId: 'graph' });
    expect(await heard()).toEqual([palette]);
    await program.commands.restorePreset({ presetId: 'graph' });
    expect(hotkeyOf('graph')).toBe('Alt+G');
    expect(await heard()).toEqual(['Alt+G', palette]);
  });

  it.each<[string, HotkeyOwner]>([
    ['another preset', vault],
    ['the last copy', 'copy-last'],
    ['the palette', 'palette'],
  ])('stays with %s if it was given away before the preset came back', async (_name, owner) => {
    await set(graph, 'Alt+G');
    await program.commands.deletePreset({ presetId: 'graph' });
    expect(await set(owner, 'Alt+G')).toEqual(done);
    await program.commands.restorePreset({ presetId: 'graph' });
    expect([hotkeyOf('graph'), await savedHotkey('graph')]).toEqual([undefined, undefined]);
    expect(snapshot().presets.some(({ id }) => id === 'graph')).toBe(true);
    expect(await heard()).toContain('Alt+G');
  });

  it('signs in first where nobody is signed in', async () => {
    await set(graph, 'Alt+G');
    const accountId = snapshot().account?.id ?? '';
    await program.commands.signOut({ accountId });
    expect(await heard()).toEqual(['Alt+G', palette]);
    program.shortcuts.press('Alt+G');
    await expect.poll(() => program.clipboard.text).toMatch(/^eyJ/);
  });
});

describe('the hotkey of the last copy', () => {
  it('copies the last preset again, in its format', async () => {
    await inTheDemo();
    await set('copy-last', 'F9');
    await program.commands.copySnippet({ presetId: 'graph', format: 'powershell' });
    const { text } = program.clipboard;
    program.clipboard.text = 'something else';
    program.shortcuts.press('F9');
    await expect.poll(() => program.clipboard.text).toBe(text);
  });

  it('lets choose before there is one', async () => {
    await inTheDemo();
    await set('copy-last', 'F9');
    program.shortcuts.press('F9');
    await expect.poll(() => program.paletteOpened).toBe(1);
    expect(program.clipboard.text).toBe('');
  });
});

describe('hotkeys that are set and do not work', () => {
  it('are in the snapshot until they do', async () => {
    await set('palette', 'Super+P');
    await program.commands.pauseHotkeys({ paused: true });
    program.takenHotkeys.add('Super+P');
    await program.commands.pauseHotkeys({ paused: false });
    expect(snapshot().settings.hotkeyProblems).toEqual({ 'Super+P': 'hotkey-not-available' });
    program.takenHotkeys.clear();
    await program.commands.showPage({ page: 'settings' });
    expect(await heard()).toEqual(['Super+P']);
    expect(snapshot().settings.hotkeyProblems).toEqual({});
  });
});
