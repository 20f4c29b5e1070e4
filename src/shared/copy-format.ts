/**
 * What can be copied of a preset. Files in main's `snippets/` make the text; the message catalogue has the words under
 * `format.<format>` and `copied.<format>`.
 */
export const copyFormats = ['token', 'curl', 'authorization-header', 'powershell', 'environment'] as const;
export type CopyFormat = (typeof copyFormats)[number];
