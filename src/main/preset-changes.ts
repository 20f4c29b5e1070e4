import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { checkPreset, type CheckedPreset } from '../shared/check-preset';
import type { CommandOutcome } from '../shared/ipc';
import type { Preset, PresetIdentity } from '../shared/preset';
import type { PresetDraft } from '../shared/preset-draft';
import { definedOnly } from '../shared/defined-only';
import type { HotkeyChanges } from './hotkey-changes';
import { asStored, currentIdentity, withoutDerived } from './identities';
import type { Outcomes } from './outcomes';
import type { PresetStore } from './presets/preset-store';
import type { State } from './state';

export interface PresetChangeServices {
  readonly state: State;
  readonly presets: PresetStore;
  /** Remembers that a person has typed its requests, but for those it had before. */
  readonly acceptTyped: (preset: Preset, before?: Preset) => Promise<void>;
  readonly saving: Outcomes['saving'];
  readonly refused: Outcomes['refused'];
}

/** The commands that change presets. */
export class PresetChanges {
  constructor(
    private readonly services: PresetChangeServices,
    private readonly hotkeys: HotkeyChanges,
  ) {}

  async add(draft: PresetDraft): Promise<CommandOutcome> {
    const { state, presets, acceptTyped, refused, saving } = this.services;
    if (this.ownAreForbidden) return refused('addPreset, which is forbidden');
    if (currentIdentity(state.value) === undefined) return refused('addPreset without a client application');
    const id = randomUUID();
    const checked = this.check(id, draft);
    if (!checked.ok) return { outcome: 'invalid', problems: definedOnly(checked.problems) };
    const preset = asStored(state.value, { id, ...checked.value });
    return saving(async () => {
      await presets.add(preset);
      await acceptTyped(preset);
    });
  }

  async edit(presetId: string, draft: PresetDraft): Promise<CommandOutcome> {
    const { state, presets, acceptTyped, refused, saving } = this.services;
    if (this.isFixed(presetId)) return refused('editPreset for a preset that is managed');
    const before = presets.find(presetId);
    if (before === undefined) return refused('editPreset for an unknown preset');
    const checked = this.check(presetId, draft);
    if (!checked.ok) return { outcome: 'invalid', problems: definedOnly(checked.problems) };
    const shown = { id: presetId, ...checked.value };
    const after = asStored(state.value, withoutDerived(state.value, before, shown));
    if (!isDeepStrictEqual([before.identity, before.targets], [after.identity, after.targets]))
      this.settle(presetId);
    if (after.keepFresh && !before.keepFresh) state.setKeepFreshStopped(presetId, undefined);
    return saving(async () => {
      await presets.replace(after);
      await acceptTyped(after, before);
    });
  }

  /** The form's own check, and what only the program and the system know of hotkeys. */
  private check(presetId: string, draft: PresetDraft): CheckedPreset {
    const { hotkey } = draft;
    const checked = checkPreset(draft);
    if (hotkey === null) return checked;
    const known = this.hotkeys.problemOf({ presetId }, hotkey);
    const hotkeyProblem = known ?? (checked.ok ? this.hotkeys.claim(hotkey) : undefined);
    if (hotkeyProblem === undefined) return checked;
    return { ok: false, problems: { ...(checked.ok ? {} : checked.problems), hotkey: hotkeyProblem } };
  }

  async delete(presetId: string): Promise<CommandOutcome> {
    const { presets, refused, saving } = this.services;
    if (this.isFixed(presetId)) return refused('deletePreset for a preset that is managed');
    if (presets.find(presetId) === undefined) return refused('deletePreset for an unknown preset');
    return saving(() => presets.delete(presetId));
  }

  /** Undo of `delete`, until the program ends. */
  async restore(presetId: string): Promise<CommandOutcome> {
    const { presets, refused, saving } = this.services;
    if (!presets.wasDeleted(presetId)) return refused('restorePreset for a preset that was not deleted');
    return saving(() => presets.restore(presetId, this.hotkeys.ofOthers({ presetId })));
  }

  async setIdentity(presetId: string, identity: PresetIdentity): Promise<CommandOutcome> {
    const { presets, refused, saving } = this.services;
    if (this.isFixed(presetId)) return refused('setPresetIdentity for a preset that is managed');
    const preset = presets.find(presetId);
    if (preset === undefined) return refused('setPresetIdentity for an unknown preset');
    const { identity: _before, ...rest } = preset;
    const fixed = definedOnly(identity);
    this.settle(presetId);
    return saving(() =>
      presets.replace(Object.keys(fixed).length === 0 ? rest : { ...rest, identity: fixed }),
    );
  }

  /** To before another one, or (`null`) to the end of the list. */
  async move(presetId: string, before: string | null, pinned: boolean | undefined): Promise<CommandOutcome> {
    const { presets, refused, saving } = this.services;
    if (presets.isManaged(presetId)) return refused('movePreset for a preset that is managed');
    if (presets.find(presetId) === undefined) return refused('movePreset for an unknown preset');
    if (before !== null && presets.find(before) === undefined)
      return refused('movePreset to before an unknown preset');
    return saving(() => presets.move(presetId, before, pinned));
  }

  async setPinned(presetId: string, pinned: boolean): Promise<CommandOutcome> {
    return this.change('setPinned', presetId, (preset) => ({ ...preset, pinned }));
  }

  async setKeepFresh(presetId: string, keepFresh: boolean): Promise<CommandOutcome> {
    return this.change('setKeepFresh', presetId, (preset) => {
      if (keepFresh) this.services.state.setKeepFreshStopped(presetId, undefined);
      return { ...preset, keepFresh };
    });
  }

  /** What people may change of every preset, even of those that somebody else keeps. */
  private async change(
    name: string,
    presetId: string,
    changed: (preset: Preset) => Preset,
  ): Promise<CommandOutcome> {
    const { presets, refused, saving } = this.services;
    const preset = presets.find(presetId);
    if (preset === undefined) return refused(`${name} for an unknown preset`);
    return saving(() => presets.replace(changed(preset)));
  }

  /** What went wrong was about what the preset was before. */
  private settle(presetId: string): void {
    const { state } = this.services;
    const { [presetId]: _settled, ...problems } = state.value.problems;
    state.update({ problems });
  }

  /** The organisation has given it, or lets nobody have presets of their own. */
  private isFixed(presetId: string): boolean {
    return this.services.presets.isManaged(presetId) || this.ownAreForbidden;
  }

  private get ownAreForbidden(): boolean {
    return this.services.state.value.forbidden.includes('ownPresets');
  }
}
