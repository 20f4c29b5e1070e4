import { definedOnly } from '../shared/defined-only';
import type { CommandArguments, CommandOutcome } from '../shared/ipc';
import { errorName } from './error-words';
import type { HotkeyChanges } from './hotkey-changes';
import { done, type Outcomes } from './outcomes';
import type { LoginItem } from './platform/login-item';
import type { Log } from './ports';
import type { SettingsStore } from './settings/settings-store';
import type { State } from './state';

export interface SettingsChangeServices {
  readonly state: State;
  readonly settings: SettingsStore;
  readonly loginItem: LoginItem;
  readonly log: Log;
}

/** The commands of the settings page; an administrator may have locked what they change. */
export class SettingsChanges {
  constructor(
    private readonly services: SettingsChangeServices,
    private readonly outcomes: Outcomes,
    private readonly hotkeys: HotkeyChanges,
  ) {}

  async change(change: CommandArguments<'changeSettings'>['change']): Promise<CommandOutcome> {
    const { settings } = this.services;
    if ([...settings.locked].some((name) => Object.hasOwn(change, name)))
      return this.outcomes.refused('changeSettings for a setting that is managed');
    return this.outcomes.saving(() => settings.change(definedOnly(change)));
  }

  async reset(setting: CommandArguments<'resetSetting'>['setting']): Promise<CommandOutcome> {
    const { settings } = this.services;
    if (setting === 'paletteHotkey' || setting === 'copyLastHotkey') {
      const hotkey = setting === 'paletteHotkey' ? 'palette' : 'copy-last';
      return this.hotkeys.set(hotkey, settings.usual[setting]);
    }
    if (settings.locked.has(setting))
      return this.outcomes.refused('resetSetting for a setting that is managed');
    return this.outcomes.saving(() => settings.reset(setting));
  }

  async setStartAtLogin(startAtLogin: boolean): Promise<CommandOutcome> {
    const { loginItem, state, log } = this.services;
    try {
      await loginItem.set(startAtLogin);
      state.removeNotice('start-at-login-unchanged');
    } catch (error) {
      log.error(`start at login was not changed: ${errorName(error)}`);
      state.addNotice({ kind: 'start-at-login-unchanged' });
    }
    await this.lookAtLoginItem();
    return done;
  }

  /** Whether the system starts the program at login; where it does, from where the program is now. */
  async lookAtLoginItem(): Promise<void> {
    const { loginItem, state, log } = this.services;
    try {
      await loginItem.refresh();
      state.update({ startAtLogin: await loginItem.isOn() });
    } catch (error) {
      log.warn(`start at login is not known: ${errorName(error)}`);
    }
  }
}
