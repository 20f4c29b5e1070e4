import { z } from 'zod';
import { isAccelerator } from './accelerator';
import { copyFormats } from './copy-format';
import { settingLimits } from './setting-limits';

/** A hotkey as Electron writes it: https://www.electronjs.org/docs/latest/tutorial/keyboard-shortcuts#accelerators */
export const acceleratorSchema = z.string().max(64).refine(isAccelerator);

const { clipboardClearsAfter, notifyBeforeEnd } = settingLimits;

/**
 * What a person can set. Each has a default, so that a file from before there was a setting can still be read, and a
 * wrong value costs that one setting only.
 */
export const settingsSchema = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  language: z.enum(['system', 'en']).default('system'),
  /** What Enter, a click in the tray and a preset's hotkey copy. */
  defaultFormat: z.enum(copyFormats).default('token'),
  paletteHotkey: acceleratorSchema.nullable().default('CommandOrControl+Alt+T'),
  copyLastHotkey: acceleratorSchema.nullable().default(null),
  /** How long the palette's renderer is kept: it opens at once then, and takes memory. */
  paletteReady: z.enum(['never', 'after-first-use', 'from-start']).default('after-first-use'),
  /** After how long a copied secret is cleared, in s; 0 never. */
  clipboardClearsAfter: z
    .union([z.literal(0), z.int().min(clipboardClearsAfter.least).max(clipboardClearsAfter.most)])
    .default(60),
  clipboardClearsOnQuit: z.boolean().default(true),
  /** When the computer is locked or sleeps. */
  clipboardClearsOnLock: z.boolean().default(true),
  /** How long before a pinned preset's token ends, in min; 0 never. */
  notifyBeforeEnd: z.int().min(0).max(notifyBeforeEnd.most).default(5),
  notifyRenewalFailed: z.boolean().default(true),
  notifyCopied: z.boolean().default(true),
  /** Whether a new preset is kept fresh. */
  keepFreshByDefault: z.boolean().default(false),
  /** Whether starting the program shows no window. A start at login never shows one. */
  startHidden: z.boolean().default(true),
  activityList: z.boolean().default(true),
});
export type Settings = z.infer<typeof settingsSchema>;
export type SettingName = keyof Settings;

export const settingNameSchema = settingsSchema.keyof();

/** Hotkeys have a command of their own: whether one is free is known only after trying. */
export const settingsChangeSchema = settingsSchema
  .omit({ paletteHotkey: true, copyLastHotkey: true })
  .partial()
  .refine((change) => Object.keys(change).length > 0);

export const defaultSettings: Settings = settingsSchema.parse({});
