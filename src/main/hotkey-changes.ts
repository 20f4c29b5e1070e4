import { acceleratorProblem, type HotkeyProblem } from '../shared/accelerator';
import type { CommandOutcome, HotkeyOwner } from '../shared/ipc';
import type { Outcomes } from './outcomes';
import type { PresetStore } from './presets/preset-store';
import type { SettingsStore } from './settings/settings-store';

export interface HotkeyChangeServices {
  readonly presets: PresetStore;
  readonly settings: SettingsStore;
  /** Tries to have a hotkey from the system, and holds on to it. False: it was not given. */
  readonly claimHotkey: (accelerator: string) => boolean;
  readonly saving: Outcomes['saving'];
  readonly refused: Outcomes['refused'];
}

/** Gives hotkeys to what they do: the palette, the last copy, or one preset. One accelerator never has two owners. */
export class HotkeyChanges {
  constructor(private readonly services: HotkeyChangeServices) {}

  async set(owner: HotkeyOwner, accelerator: string | null): Promise<CommandOutcome> {
    const { presets, refused, saving } = this.services;
    if (typeof owner === 'object' && presets.find(owner.presetId) === undefined)
      return refused('setHotkey for an unknown preset');
    if (this.isLocked(owner)) return refused('setHotkey for one that is managed');
    if (accelerator === null) return saving(() => this.save(owner, null));
    const problem = this.problemOf(owner, accelerator) ?? this.claim(accelerator);
    if (problem !== undefined) return { outcome: 'invalid', problems: { accelerator: problem } };
    return saving(() => this.save(owner, accelerator));
  }

  /** Why it cannot be had, as far as that is known without asking the system. */
  problemOf(owner: HotkeyOwner, accelerator: string): HotkeyProblem | undefined {
    return this.ofOthers(owner).has(accelerator) ? 'hotkey-in-use' : acceleratorProblem(accelerator);
  }

  /** Asks the system for it, to be done last: it is held on to from then on. */
  claim(accelerator: string): HotkeyProblem | undefined {
    return this.services.claimHotkey(accelerator) ? undefined : 'hotkey-not-available';
  }

  /** Those of all presets, also of the ones that the current cloud does not have: it may be the next one's. */
  ofOthers(owner: HotkeyOwner): ReadonlySet<string> {
    const { presets, settings } = this.services;
    const { paletteHotkey, copyLastHotkey } = settings.value;
    const others = presets.all.filter(({ id }) => typeof owner !== 'object' || owner.presetId !== id);
    const hotkeys = [
      owner === 'palette' ? null : paletteHotkey,
      owner === 'copy-last' ? null : copyLastHotkey,
      ...others.map(({ hotkey }) => hotkey),
    ];
    return new Set(hotkeys.filter((hotkey) => typeof hotkey === 'string'));
  }

  private isLocked(owner: HotkeyOwner): boolean {
    const { locked } = this.services.settings;
    if (owner === 'palette') return locked.has('paletteHotkey');
    return owner === 'copy-last' && locked.has('copyLastHotkey');
  }

  private async save(owner: HotkeyOwner, accelerator: string | null): Promise<void> {
    const { presets, settings } = this.services;
    if (owner === 'palette') return settings.change({ paletteHotkey: accelerator });
    if (owner === 'copy-last') return settings.change({ copyLastHotkey: accelerator });
    const preset = presets.find(owner.presetId);
    if (preset === undefined) return;
    const { hotkey: _before, ...rest } = preset;
    await presets.replace(accelerator === null ? rest : { ...rest, hotkey: accelerator });
  }
}
