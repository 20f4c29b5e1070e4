import type { ManagedSettings } from '../../shared/managed-settings';
import { settingNameSchema, type SettingName, type Settings } from '../../shared/settings';
import type { JsonDocument } from '../storage/json-document';
import { lockedSettings, unmanaged, usualSettings } from './managed/effects';
import { settingsOf, userSettingsSchema, type UserSettings } from './user-settings';

/** Somebody tried to change what the organisation has fixed. */
export class SettingLocked extends Error {
  override readonly name = 'SettingLocked';
}

/** What the program notes for itself beside the settings. */
type Notes = Pick<UserSettings, 'dismissedNotices' | 'mainWindow'>;

/**
 * The person's settings, and over them what the organisation has fixed. A change is on disk when its promise resolves.
 * What the person once chose stays in the file below a lock, and counts again when the lock is gone.
 */
export class SettingsStore {
  /** What a setting is that the person has not changed. */
  readonly usual: Settings;
  readonly locked: ReadonlySet<SettingName>;

  constructor(
    private readonly document: JsonDocument<UserSettings>,
    /** Called with each change of a setting, before it is on disk. */
    private readonly changed: (settings: Settings) => void,
    private readonly managed: ManagedSettings = unmanaged,
  ) {
    this.usual = usualSettings(managed);
    this.locked = lockedSettings(managed);
  }

  /** The settings as they are in force, and the notes. */
  get value(): Settings & Notes {
    const { dismissedNotices, mainWindow } = this.document.value;
    return { ...settingsOf(this.document.value, this.managed), dismissedNotices, mainWindow };
  }

  /**
   * A setting that is put to what it usually is counts as not changed.
   * @throws {SettingLocked} where one of them is fixed; nothing is changed then
   * @throws what the file system throws; the change is then kept in memory all the same
   */
  async change(change: Partial<Settings & Notes>): Promise<void> {
    const names = settingNameSchema.options.filter((name) => change[name] !== undefined);
    const fixed = names.find((name) => this.locked.has(name));
    if (fixed !== undefined) throw new SettingLocked(fixed);
    const asUsual = new Set<string>(names.filter((name) => change[name] === this.usual[name]));
    await this.save({ ...this.document.value, ...change }, asUsual);
  }

  /** Puts one setting back to what it usually is. @throws as `change` does */
  async reset(setting: SettingName): Promise<void> {
    if (this.locked.has(setting)) throw new SettingLocked(setting);
    await this.save(this.document.value, new Set([setting]));
  }

  private async save(next: object, without: ReadonlySet<string>): Promise<void> {
    const entries = Object.entries(next).filter(([name, value]) => !without.has(name) && value !== undefined);
    const saving = this.document.save(userSettingsSchema.parse(Object.fromEntries(entries)));
    this.changed(settingsOf(this.document.value, this.managed));
    await saving;
  }
}
