/** The texts of the settings and activity pages; the rules are those of `en.ts`. */
export const settings = {
  // Pages beside the presets
  'page.back': 'Back',
  'page.back.hint': 'Back (Esc)',

  // Settings
  'settings.title': 'Settings',
  'settings.on': 'On',
  'settings.off': 'Off',
  'settings.reset': 'Reset to “{value}”',
  'settings.reset.spoken': 'Reset “{name}” to “{value}”',
  'settings.seconds': '{count, plural, one {# second} other {# seconds}}',
  'settings.minutes': '{count, plural, one {# minute} other {# minutes}}',
  'settings.minutes-seconds': '{minutes} min {seconds} s',

  'settings.general': 'General',
  'settings.start-at-login': 'Start at login',
  'settings.start-at-login.unknown': 'The system has not said yet whether it can do this.',
  'settings.start-hidden': 'Start without a window',
  'settings.start-hidden.hint': 'Token Tray then starts in the tray, as it always does at login.',
  'settings.theme': 'Theme',
  'settings.theme.system': 'Like the system',
  'settings.theme.light': 'Light',
  'settings.theme.dark': 'Dark',
  'settings.language': 'Language',
  'settings.language.hint': 'English is the first. More languages will follow.',
  'settings.language.system': 'System (English)',
  'settings.language.en': 'English',

  'settings.sign-in': 'Signing in',
  'settings.sign-in-flows': 'Sign in with',
  'settings.sign-in-flows.hint': 'A code can be entered on any device; it is used when no browser opens.',
  'settings.sign-in-flows.browser-then-device-code': 'Browser, then code',
  'settings.sign-in-flows.browser': 'Browser only',
  'settings.sign-in-flows.device-code': 'Code only',

  'settings.copying': 'Copying',
  'settings.default-format': 'Default format',
  'settings.default-format.hint': 'What Enter, a click in the tray and a preset’s hotkey copy.',

  'settings.clipboard': 'Clipboard',
  'settings.clear-after': 'Clear the clipboard after',
  'settings.clear-after.hint': 'Only if it still holds what Token Tray copied.',
  'settings.clear-after.never': 'Never',
  'settings.clear-on-quit': 'Clear it when Token Tray quits',
  'settings.clear-on-lock': 'Clear it when the computer is locked or sleeps',
  'settings.clear-on-sleep': 'Clear it when the computer sleeps',
  'settings.history.hidden': 'What you copy here is kept out of clipboard histories and cloud clipboards.',
  'settings.history.not-hidden':
    'Keeping copies out of clipboard histories is not available here: it needs Electron 44 or newer. If you use a clipboard manager, tell it to leave out Token Tray.',

  'settings.notifications': 'Notifications',
  'settings.notify-before-end': 'Before a pinned token ends',
  'settings.notify-before-end.ahead': '{span} before',
  'settings.notify-renewal-failed': 'When a token can no longer be renewed',
  'settings.notify-copied': 'When a copy is done',
  'settings.notify-copied.hint': 'For copies from the tray or by hotkey. One that needs you is always said.',

  'settings.keep-fresh': 'Keep fresh',
  'settings.keep-fresh-by-default': 'Keep new presets fresh',
  'settings.keep-fresh-by-default.hint':
    'Their tokens are renewed before they end. For the presets you have, it is in each one’s menu.',

  'settings.palette': 'Quick-copy palette',
  'settings.palette-ready': 'Keep it ready',
  'settings.palette-ready.never': 'Never',
  'settings.palette-ready.never.hint': 'Takes no memory while it is closed, and opens a moment later.',
  'settings.palette-ready.after-first-use': 'After first use',
  'settings.palette-ready.after-first-use.hint':
    'Opens at once from the second time on, and takes some memory from then.',
  'settings.palette-ready.from-start': 'From the start',
  'settings.palette-ready.from-start.hint': 'Opens at once every time, and always takes some memory.',

  'settings.activity': 'Activity',
  'settings.activity-list': 'Keep a list of what was copied',
  'settings.activity-list.hint':
    'Time, preset or script, and account of the last 500 times, on this computer only. Never a token.',
  'settings.activity-show': 'Show activity',

  // Activity
  'activity.title': 'Activity',
  'activity.command-line': 'Command line',
  'activity.kind.copy': 'Copied',
  'activity.kind.endpoint': 'By a program, through the local endpoint',
  'activity.kind.command-line': 'By a script, through the command line',
  'activity.tokens': '{count, plural, one {# token} other {# tokens}}',
  'activity.today': 'Today',
  'activity.yesterday': 'Yesterday',
  'activity.clear': 'Clear',
  'activity.clear.question': 'Clear {count, plural, one {# entry} other {# entries}}?',
  'activity.clear.confirm': 'Clear',
  'activity.clear.keep': 'Keep',
  'activity.empty.title': 'Nothing yet',
  'activity.empty.text':
    'Each copy and each program that gets tokens is noted here, with time and account. Never the token itself.',
  'activity.off.title': 'The list is off',
  'activity.off.text': 'Neither copies nor programs are noted at the moment.',
  'activity.off.switch-on': 'Switch on',

  // Hotkeys
  'settings.hotkeys': 'Hotkeys',
  'settings.hotkeys.portal':
    'On Wayland your desktop decides about hotkeys and may ask you first. You can also bind the command “token-tray --palette” to a key in the desktop’s own keyboard settings.',
  'settings.palette-hotkey': 'Open the palette',
  'settings.palette-hotkey.hint': 'From any program.',
  'settings.copy-last-hotkey': 'Copy last again',
  'settings.copy-last-hotkey.hint': 'Without a window. With nothing copied yet, it opens the palette.',
  'settings.preset-hotkeys': 'A preset of your choice',
  'settings.preset-hotkeys.hint': 'Copies it in the default format, without a window.',
  'settings.preset-hotkeys.add': 'Add…',
  'hotkey.press': 'Press the keys…',
  'hotkey.held': '{keys}…',
  'hotkey.help': 'Hold {one} or {other} and press another key. Esc cancels.',
  'hotkey.help.set': 'Hold {one} or {other} and press another key. Backspace turns it off, Esc cancels.',
  'hotkey.turn-off': 'Turn off',
  'hotkey.cancel': 'Cancel',
  'hotkey.does-not-work':
    'This hotkey does not work: the system did not give it. Another program may have it; choose another one here.',
  'hotkey-sheet.title': 'Hotkey for {name}',
  'hotkey-sheet.text': 'Copies it from any program, without a window, in the default format: {format}.',
  'hotkey-sheet.label': 'Hotkey',
  'hotkey-sheet.done': 'Done',
  'problem.hotkey-not-usable': 'This key cannot be part of a hotkey. Try another one.',
  'problem.hotkey-needs-modifier':
    'Add a key to hold, such as Ctrl, Alt or ⌘. Alone, this key would be gone from every other program.',
  'problem.hotkey-is-common': 'Every program has a use of its own for this one. Add another key to it.',
  'problem.hotkey-in-use': 'Token Tray has this hotkey for something else already.',
  'problem.hotkey-not-available':
    'The system did not give this hotkey. Another program may have it; the one you had stays.',
} as const satisfies Record<string, string>;
