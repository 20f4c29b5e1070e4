import type { JsonDocument } from '../storage/json-document';
import type { UserSettings } from './user-settings';

/** The person's settings. A change is on disk when its promise resolves. */
export class SettingsStore {
  constructor(private readonly document: JsonDocument<UserSettings>) {}

  get value(): UserSettings {
    return this.document.value;
  }

  /** @throws what the file system throws; the change is then kept in memory all the same */
  async change(change: Partial<UserSettings>): Promise<void> {
    await this.document.save({ ...this.value, ...change });
  }
}
