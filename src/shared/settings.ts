import { z } from 'zod';
import { copyFormatSchema } from './copy-format-schema';
import { hotkeySchema } from './hotkey-schema';
import { settingLimits } from './setting-limits';

const { clipboardClearsAfter, notifyBeforeEnd, port } = settingLimits;

/** What a person can set. */
export const settingsSchema = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']),
  language: z.enum(['system', 'en']),
  /** What Enter, a click in the tray and a preset's hotkey copy. */
  defaultFormat: copyFormatSchema,
  /** Which ways to sign in are used, in which order. */
  signInFlows: z.enum(['browser-then-device-code', 'browser', 'device-code']),
  paletteHotkey: hotkeySchema.nullable(),
  copyLastHotkey: hotkeySchema.nullable(),
  /** How long the palette's renderer is kept: it opens at once then, and takes memory. */
  paletteReady: z.enum(['never', 'after-first-use', 'from-start']),
  /** After how long a copied secret is cleared, in s; 0 never. */
  clipboardClearsAfter: z.union([
    z.literal(0),
    z.int().min(clipboardClearsAfter.least).max(clipboardClearsAfter.most),
  ]),
  clipboardClearsOnQuit: z.boolean(),
  /** When the computer is locked or sleeps. */
  clipboardClearsOnLock: z.boolean(),
  /** How long before a pinned preset's token ends, in min; 0 never. */
  notifyBeforeEnd: z.int().min(0).max(notifyBeforeEnd.most),
  notifyRenewalFailed: z.boolean(),
  notifyCopied: z.boolean(),
  /** Whether a new preset is kept fresh. */
  keepFreshByDefault: z.boolean(),
  /** Whether starting the program shows no window. A start at login never shows one. */
  startHidden: z.boolean(),
  activityList: z.boolean(),
  /** Whether scripts can have tokens by HTTP on this computer. */
  localEndpoint: z.boolean(),
  /** 0: a random one, which is kept while it is free. */
  localEndpointPort: z.union([z.literal(0), z.int().min(port.least).max(port.most)]),
  /** Refuses while the computer is locked. */
  localEndpointPausesOnLock: z.boolean(),
});
export type Settings = z.infer<typeof settingsSchema>;
export type SettingName = keyof Settings;

export const settingNameSchema = settingsSchema.keyof();

/**
 * Hotkeys have a command of their own: whether one is free is known only after trying. The schema has no defaults in it:
 * zod would fill them in here, too, and changing one setting would reset all others.
 */
export const settingsChangeSchema = settingsSchema
  .omit({ paletteHotkey: true, copyLastHotkey: true })
  .partial()
  .refine((change) => Object.keys(change).length > 0);

export const defaultSettings: Settings = {
  theme: 'system',
  language: 'system',
  defaultFormat: 'token',
  signInFlows: 'browser-then-device-code',
  paletteHotkey: 'CommandOrControl+Alt+T',
  copyLastHotkey: null,
  paletteReady: 'after-first-use',
  clipboardClearsAfter: 60,
  clipboardClearsOnQuit: true,
  clipboardClearsOnLock: true,
  notifyBeforeEnd: 5,
  notifyRenewalFailed: true,
  notifyCopied: true,
  keepFreshByDefault: false,
  startHidden: true,
  activityList: true,
  localEndpoint: false,
  localEndpointPort: 0,
  localEndpointPausesOnLock: true,
};
