/** The texts of the quick-copy palette; the rules are those of `en.ts`. */
export const palette = {
  'palette.title': 'Token Tray quick copy',
  'palette.search': 'Search presets',
  'palette.presets': 'Presets',
  'palette.none.text': 'Search looks at names, resources, scopes, account and tenant.',
  'palette.gone': '{name} is no longer there. Choose another.',
  'palette.failed': 'That did not work. Nothing was copied.',

  // The formats of one preset
  'palette.back.spoken': 'Back from {name}',
  'palette.copy-as': 'Copy as…',
  'palette.copy-as.spoken': 'Copy {name} as',
  'palette.copy-as.none': 'No format is called “{query}”',

  // Nothing to choose from
  'palette.welcome.title': 'Not set up yet',
  'palette.welcome.text': 'Choose how to sign in. After that, each token is two keys away.',
  'palette.welcome.action': 'Set up Token Tray',
  'palette.empty.action': 'Open Token Tray',

  // Keys and what they do
  'palette.keys': 'Keys',
  'palette.key.copy': 'Copy',
  'palette.key.more': 'More',
  'palette.key.back': 'Back',
  'palette.key.close': 'Close',
  'palette.key.enter': '↵',
  'palette.key.escape': 'Esc',
  'palette.key.with-control': 'Ctrl+{key}',
  'palette.key.with-alt': 'Alt+{key}',
  'palette.key.with-command': '⌘{key}',
  'palette.key.with-option': '⌥{key}',
} as const satisfies Record<string, string>;
