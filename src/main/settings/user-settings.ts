import { z } from 'zod';
import type { ManagedSettings } from '../../shared/managed-settings';
import { defaultSettings, settingsSchema, type Settings } from '../../shared/settings';
import { isObject } from '../storage/is-object';
import { effectiveSettings, unmanaged } from './managed/effects';

const fileSchema = settingsSchema.partial().extend({
  version: z.literal(2),
  /** Notices that say something once and were dismissed. */
  dismissedNotices: z.array(z.string().max(64)).max(50).default([]),
  /** Where the main window was, in device-independent pixels. */
  mainWindow: z
    .strictObject({ x: z.int(), y: z.int(), width: z.int().positive(), height: z.int().positive() })
    .optional(),
});

/**
 * What is remembered for this person on this computer: the settings they have changed, and what the program notes for
 * itself. A setting that is not in it is as it usually is, which the organisation may decide.
 */
export type UserSettings = z.infer<typeof fileSchema>;

export const initialUserSettings: UserSettings = { version: 2, dismissedNotices: [] };

/** Up to version 1 all settings were in the file, changed or not. */
export const userSettingsSchema = z.preprocess(
  (value) => (isObject(value) && 'version' in value && value.version === 1 ? changedOnly(value) : value),
  fileSchema,
);

const changedOnly = (file: object): object => ({
  ...Object.fromEntries(
    Object.entries(file).filter(
      ([name, value]) => !isKnown(defaultSettings, name) || defaultSettings[name] !== value,
    ),
  ),
  version: 2,
});

/** The settings as they are in force. */
export function settingsOf(userSettings: UserSettings, managed: ManagedSettings = unmanaged): Settings {
  const { version: _version, dismissedNotices: _dismissed, mainWindow: _mainWindow, ...own } = userSettings;
  return effectiveSettings(own, managed);
}

/**
 * What can be saved of a file with wrong values in it (somebody has edited it by hand, or a newer version has written
 * it): each wrong one falls back to its default, and what is not known is left out. Nothing for a file that has none of
 * the settings.
 */
export function repairUserSettings(value: unknown): UserSettings | undefined {
  if (!isObject(value)) return undefined;
  const { version: _version, ...shape } = fileSchema.shape;
  const known = Object.entries(value).filter(([name]) => isKnown(shape, name));
  if (known.length === 0) return undefined;
  const good = known.filter(([name, each]) => isKnown(shape, name) && shape[name].safeParse(each).success);
  const version = 'version' in value && value.version === 1 ? 1 : 2;
  return userSettingsSchema.parse({ ...Object.fromEntries(good), version });
}

const isKnown = <Shape extends object>(shape: Shape, name: string): name is string & keyof Shape =>
  Object.hasOwn(shape, name);
