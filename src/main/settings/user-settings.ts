import { z } from 'zod';
import { defaultSettings, settingsSchema, type Settings } from '../../shared/settings';
import { isObject } from '../storage/is-object';

const completeSchema = settingsSchema.extend({
  version: z.literal(1),
  /** Notices that say something once and were dismissed. */
  dismissedNotices: z.array(z.string().max(64)).max(50),
  /** Where the main window was, in device-independent pixels. */
  mainWindow: z
    .strictObject({ x: z.int(), y: z.int(), width: z.int().positive(), height: z.int().positive() })
    .optional(),
});

/** What is remembered for this person on this computer: the settings, and what the program notes for itself. */
export type UserSettings = z.infer<typeof completeSchema>;

const defaults = { ...defaultSettings, dismissedNotices: [] };

export const initialUserSettings: UserSettings = { version: 1, ...defaults };

/** A file from before there was a setting lacks it, and is good all the same. */
export const userSettingsSchema = z.preprocess(
  (value) => (isObject(value) ? { ...defaults, ...value } : value),
  completeSchema,
);

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
 * What can be saved of a file with wrong values in it (somebody has edited it by hand, or a newer version has written
 * it): each wrong one falls back to its default, and what is not known is left out. Nothing for a file that has none of
 * the settings.
 */
export function repairUserSettings(value: unknown): UserSettings | undefined {
  if (!isObject(value)) return undefined;
  const { version: _version, ...shape } = completeSchema.shape;
  const known = Object.entries(value).filter(([name]) => isKnown(shape, name));
  if (known.length === 0) return undefined;
  const good = known.filter(([name, each]) => isKnown(shape, name) && shape[name].safeParse(each).success);
  return userSettingsSchema.parse({ ...Object.fromEntries(good), version: 1 });
}

const isKnown = <Shape extends object>(shape: Shape, name: string): name is string & keyof Shape =>
  Object.hasOwn(shape, name);
