import { z } from 'zod';
import { defaultSettings, settingsSchema, type Settings } from '../../shared/settings';

/** What is remembered for this person on this computer: the settings, and what the program notes for itself. */
export const userSettingsSchema = settingsSchema.extend({
  version: z.literal(1),
  /** Notices that say something once and were dismissed. */
  dismissedNotices: z.array(z.string().max(64)).max(50).default([]),
  /** Where the main window was, in device-independent pixels. */
  mainWindow: z
    .strictObject({ x: z.int(), y: z.int(), width: z.int().positive(), height: z.int().positive() })
    .optional(),
});
export type UserSettings = z.infer<typeof userSettingsSchema>;

export const initialUserSettings: UserSettings = { version: 1, ...defaultSettings, dismissedNotices: [] };

/** The settings alone. */
export function settingsOf(userSettings: UserSettings): Settings {
  const {
    version: _version,
    dismissedNotices: _dismissed,
    mainWindow: _mainWindow,
    ...settings
  } = userSettings;
  return settings;
}

/**
 * What can be saved of a file with wrong values in it (somebody has edited it by hand): each wrong one falls back to its
 * default, and what is not known is left out. Nothing for a file of another kind.
 */
export function repairUserSettings(value: unknown): UserSettings | undefined {
  const parsed = z.record(z.string(), z.unknown()).safeParse(value);
  if (!parsed.success) return undefined;
  const { shape } = userSettingsSchema;
  const good = Object.entries(parsed.data).filter(
    ([name, each]) => isKnown(shape, name) && shape[name].safeParse(each).success,
  );
  return userSettingsSchema.parse({ ...Object.fromEntries(good), version: 1 });
}

const isKnown = <Shape extends object>(shape: Shape, name: string): name is string & keyof Shape =>
  Object.hasOwn(shape, name);
