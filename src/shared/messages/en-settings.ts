/** The texts of the settings and activity pages; the rules are those of `en.ts`. */
export const settings = {
  'problem.hotkey-needs-modifier':
    'Add Ctrl, Alt or the Windows key. Alone, this key would be gone from every other program.',
  'problem.hotkey-is-common': 'Every program has a use of its own for this one. Add another key to it.',
  'problem.hotkey-in-use': 'Token Tray has this hotkey for something else already.',
  'problem.hotkey-not-available':
    'The system did not give this hotkey. Another program may have it; the one you had stays.',
} as const satisfies Record<string, string>;
