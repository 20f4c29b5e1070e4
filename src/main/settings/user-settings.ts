import { z } from 'zod';

/** What is remembered for this person on this computer. */
export const userSettingsSchema = z.strictObject({
  version: z.literal(1),
  theme: z.enum(['system', 'light', 'dark']),
  /** After how long a copied secret is cleared, in s; 0 never. */
  clipboardClearsAfter: z.int().min(0).max(600),
  /** Notices that say something once and were dismissed. */
  dismissedNotices: z.array(z.string().max(64)).max(50),
  /** Where the main window was, in device-independent pixels. */
  mainWindow: z
    .strictObject({ x: z.int(), y: z.int(), width: z.int().positive(), height: z.int().positive() })
    .optional(),
});
export type UserSettings = z.infer<typeof userSettingsSchema>;

export const initialUserSettings: UserSettings = {
  version: 1,
  theme: 'system',
  clipboardClearsAfter: 60,
  dismissedNotices: [],
};
