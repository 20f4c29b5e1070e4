import { defaultSettings, type SettingName, type Settings } from '../../shared/settings';
import type { JsonDocument } from '../storage/json-document';
import { settingsOf, type UserSettings } from './user-settings';

/** The person's settings. A change is on disk when its promise resolves. */
export class SettingsStore {
  constructor(
    private readonly document: JsonDocument<UserSettings>,
    /** Called with each change of a setting, before it is on disk. */
    private readonly changed: (settings: Settings) => void,
  ) {}

  get value(): UserSettings {
    return this.document.value;
  }

  /** @throws what the file system throws; the change is then kept in memory all the same */
  async change(change: Partial<UserSettings>): Promise<void> {
    const saving = this.document.save({ ...this.value, ...change });
    this.changed(settingsOf(this.value));
    await saving;
  }

  /** Puts one setting back to its default. @throws what the file system throws */
  async reset(setting: SettingName): Promise<void> {
    await this.change({ [setting]: defaultSettings[setting] });
  }
}
