/** The texts of the main window; the rules are those of `en.ts`. */
export const mainWindow = {
  'window.title': 'Token Tray',
  'window.starting': 'Starting Token Tray…',

  // Welcome
  'welcome.title': 'Tokens, one click away',
  'welcome.lead':
    'Sign in once in your browser, then copy an access token for any of your APIs. Choose how you want to begin.',
  'welcome.organisation.title': 'My organisation’s app',
  'welcome.organisation.badge': 'Recommended',
  'welcome.organisation.text':
    'Sign in with an app registration of your own. Your administrators see it and decide what it may do.',
  'welcome.azure-cli.title': 'Azure CLI’s public client',
  'welcome.azure-cli.text':
    'No set-up. Sign-ins show as “Microsoft Azure CLI”, with its fixed Graph permissions. Your organisation may block it.',
  'welcome.demo.title': 'Demo tenant',
  'welcome.demo.text': 'Look around without an account. Everything works, and nothing leaves this computer.',
  'welcome.busy': 'Setting up…',

  // Welcome: the form for an app registration
  'organisation.title': 'My organisation’s app',
  'organisation.lead': 'Both IDs are on the app registration’s Overview page.',
  'organisation.back': 'Back',
  'organisation.client-id': 'Application (client) ID',
  'organisation.client-id.example': '12345678-90ab-cdef-1234-567890abcdef',
  'organisation.tenant': 'Directory (tenant) ID or domain',
  'organisation.tenant.example': 'contoso.com',
  'organisation.submit': 'Continue to sign in',
  'organisation.help': 'How do I get these?',
  'organisation.help.open': 'Open the Entra admin centre',
  'organisation.help.guide': 'Read Microsoft’s guide',
  'organisation.step-1.title': 'Register an app',
  'organisation.step-1.text':
    'In the Entra admin centre, open App registrations and choose New registration. Any name will do; leave the redirect address empty.',
  'organisation.step-2.title': 'Add this computer’s way back',
  'organisation.step-2.text':
    'Under Authentication, add the platform “Mobile and desktop applications” with this redirect address:',
  'organisation.step-2.copy': 'Copy',
  'organisation.step-2.copy.spoken': 'Copy the redirect address',
  'organisation.step-2.copied': 'Copied',
  'organisation.step-3.title': 'Allow public client flows',
  'organisation.step-3.text':
    'On the same page, under Advanced settings. Optional: only sign-in with a device code needs it.',
  'organisation.step-4.title': 'Add the APIs you need tokens for',
  'organisation.step-4.text':
    'Under API permissions, add delegated permissions. An administrator may have to grant them.',
  'organisation.step-5.title': 'Copy the two IDs',
  'organisation.step-5.text':
    'On Overview, copy the application (client) ID and the directory (tenant) ID into the fields above.',

  // Header
  'header.signed-out': 'Not signed in',
  'header.tenant-cloud': '{tenant} · {cloud}',
  'header.account': 'Account:',
  'header.add-preset': 'Add an API',
  'header.more': 'More',
  'more-menu.activity': 'Activity',
  'more-menu.settings': 'Settings…',
  'more-menu.version': 'Token Tray {version}',
  'more-menu.quit': 'Quit Token Tray',

  // Signed out
  'signed-out.title': 'Sign in to get tokens',
  'signed-out.text': 'Your browser opens once. After that a copy is one click.',
  'signed-out.text.demo':
    'Your browser opens the demo’s sign-in page. Choose one of its people; no password is needed.',
  'signed-out.action': 'Sign in',

  // Signing in
  'signing-in.title': 'Waiting for your browser',
  'signing-in.for-account': 'Finish signing in there. This window comes back when you are done.',
  'signing-in.for-preset': 'Finish signing in for {name} there. This window comes back when you are done.',
  'signing-in.browser-failed.title': 'Your browser did not open',
  'signing-in.browser-failed':
    'Copy the link and open it in a browser on this computer. This window comes back when you have signed in.',
  'signing-in.time-left': 'Gives up in {time}',
  // What is shown must be part of what is spoken: who says what they see gets the button.
  'signing-in.open-again': 'Open the browser',
  'signing-in.open-again.spoken': 'Open the browser again',
  'signing-in.copy-link': 'Copy the link',
  'signing-in.link-copied': 'Link copied',
  'signing-in.cancel': 'Cancel',
  'signing-in.use-code': 'Use a code instead',
  'device-code.title': 'Sign in with a code',
  'device-code.title.for-preset': 'Sign in with a code for {name}',
  'device-code.text': 'Enter this code in any browser, on this computer or another device, at',
  'device-code.text.waiting': 'The sign-in service gives you a code to enter in any browser.',
  'device-code.waiting': 'Getting a code…',
  'device-code.copy': 'Copy the code',
  'device-code.copied': 'Code copied',
  'device-code.open': 'Open the page',
  'device-code.time-left': 'Good for {time}.',
  'device-code.warning': 'Enter only codes that you asked for yourself.',
  'device-code.use-browser': 'Use the browser instead',

  // Search
  'search.label': 'Search presets',
  'search.placeholder': 'Search',
  'search.clear': 'Clear the search',
  'search.count': '{count, plural, one {# preset} other {# presets}} found',
  'search.none.title': 'Nothing matches “{query}”',
  'search.none.text': 'Search looks at names, hosts, scopes and tags.',
  'search.none.add': 'Look for “{query}” among all APIs',

  // The list
  'list.title': 'Presets',
  'list.pinned': 'Pinned',
  'list.others': 'All APIs',
  'list.only': 'APIs',
  'list.empty.title': 'No presets yet',
  'list.empty.text': 'A preset is an API you need tokens for: its resource, and a request to try.',
  'list.empty.add': 'Add an API',
  'row.copy-token': 'Copy token',
  'row.copy-token.short': 'Token',
  'row.copy-token.spoken': 'Copy token for {name}',
  'row.copy-command': 'Copy {format}',
  'row.copy-command.spoken': 'Copy {format} for {name}',
  'row.formats': 'Copy as…',
  'row.formats.spoken': 'Other formats for {name}',
  'row.copied': 'Copied',
  'row.copied.spoken': 'Copied. {action}',
  'row.pin.spoken': 'Pin {name}',
  'row.unpin.spoken': 'Unpin {name}',
  'row.more.spoken': 'More for {name}',
  'row.time-left': '{time} left',
  'row.ends-in': 'Ends in {time}',
  'row.managed': 'Given by your organisation',
  'row.menu': '{name}',
  'row.menu.copy-token': 'Copy token',
  'row.menu.copy-command': 'Copy {format}',
  'row.menu.more-formats': 'More formats…',
  'row.menu.formats': 'Copy {name} as',
  'row.menu.copy-as': 'Copy as',
  'row.menu.keep-fresh': 'Keep fresh',
  'row.menu.hotkey': 'Hotkey…',
  'row.menu.pin': 'Pin',
  'row.menu.unpin': 'Unpin',
  'row.menu.edit': 'Edit…',
  'row.menu.duplicate': 'Duplicate…',
  'row.menu.renew': 'Renew token',
  'row.menu.who': 'Account and tenant…',
  'row.menu.claims': 'Answer a claims challenge…',
  'row.for': '{resource} · {who}',
  'row.menu.delete': 'Delete',
  'row.kept-fresh': 'Kept fresh',
  'row.not-fresh.sign-in-needed': 'Sign in again',
  'row.not-fresh.sign-in-needed.short': 'Sign in',
  'row.not-fresh.sign-in-needed.spoken': 'Sign in again to keep {name} fresh',
  'row.not-fresh.failed': 'Renew now',
  'row.not-fresh.failed.short': 'Renew',
  'row.not-fresh.failed.spoken': 'Renew now to keep {name} fresh',
  'row.deleted': '{name} deleted',
  'row.deleted.undo': 'Undo',

  // Clipboard bar
  'clipboard.label': 'What was copied',
  'clipboard.good-for': 'Good for {span}',
  'clipboard.good-for-clears': 'Good for {span} · clears in {time}',
  'clipboard.ended': 'No longer valid',
  'clipboard.ended-clears': 'No longer valid · clears in {time}',
  'clipboard.clears': 'Clears in {time}',
  'clipboard.spoken-no-token-clears':
    '{what}. The clipboard is cleared in {seconds, plural, one {# second} other {# seconds}}.',
  'clipboard.spoken': '{what}. Good for {span}.',
  'clipboard.spoken-clears':
    '{what}. Good for {span}. The clipboard is cleared in {seconds, plural, one {# second} other {# seconds}}.',
  'clipboard.fill-in': 'First fill in {placeholders}',
  'clipboard.clear': 'Clear now',

  // Notices
  'offline.banner': 'You are offline. Tokens you already have can still be copied.',
  'notices.label': 'Notices',
  'notice.dismiss': 'Dismiss',
  'notice.dismiss.spoken': 'Dismiss: {text}',
  'notice.tokens-in-memory-only':
    'This system has no keyring, so tokens are kept in memory only: you sign in again after a restart.',
  'notice.presets-restored': 'The presets file was damaged. Your presets are back from the last good copy.',
  'notice.presets-restored-corrected':
    'The presets file was damaged. Your presets are back from the last good copy, without hotkeys that cannot be used.',
  'notice.presets-reset':
    'The presets file was damaged and had no good copy. You start with the built-in presets.',
  'notice.presets-corrected':
    'The presets file had hotkeys that cannot be used. These presets have no hotkey now; everything else is as you left it.',
  'notice.settings-restored':
    'The settings file was damaged. Your settings are back from the last good copy.',
  'notice.settings-restored-corrected':
    'The settings file was damaged. Your settings are back from the last good copy; those that were not valid there are back to their defaults.',
  'notice.settings-reset':
    'The settings file was damaged and had no good copy. Settings are back to their defaults.',
  'notice.settings-corrected':
    'Some settings in the settings file were not valid. They are back to their defaults; the others are as you left them.',
  'notice.client-applications-restored':
    'The file with your client applications was damaged. They are back from the last good copy.',
  'notice.client-applications-reset':
    'The file with your client applications was damaged and had no good copy. Choose again how to sign in.',
  'notice.templates-restored':
    'The file with your templates was damaged. They are back from the last good copy.',
  'notice.templates-reset': 'The file with your templates was damaged and had no good copy.',
  'notice.team-catalogues-restored':
    'The file with your team catalogues was damaged. They are back from the last good copy.',
  'notice.team-catalogues-reset':
    'The file with your team catalogues was damaged and had no good copy. Subscribe to them again.',
  'notice.preset-choices-restored':
    'The file with your pins and hotkeys for presets of others was damaged. They are back from the last good copy.',
  'notice.preset-choices-reset':
    'The file with your pins and hotkeys for presets of others was damaged and had no good copy.',
  'notice.token-cache-unreadable':
    'Saved tokens could not be read, so you sign in again. Your presets are untouched.',
  'notice.client-application-unavailable':
    'What you signed in with last could not be opened. Choose again how to sign in; your presets are untouched.',
  'notice.keyring-locked':
    'Your keyring is locked, so saved sign-ins cannot be read. Unlock it and start Token Tray again; nothing of them is lost.',
  'notice.clock-skewed':
    'This computer’s clock is more than five minutes wrong, so times shown here are, too, and tokens may be refused.',
  'notice.not-saved': 'The last change could not be saved to disk. It is lost when you quit.',
  'notice.start-at-login-unchanged':
    'Start at login could not be changed. See which programs start at login in your system’s settings.',
  'notice.file': 'The damaged file was kept as {file}.',

  // Toasts
  'toast.label': 'Message',
  'toast.refused': 'That did not work. Nothing was changed.',
  'toast.clipboard-held': 'The clipboard is in use by another program. Try again in a moment.',
  'toast.failed': 'That did not work, for a reason nobody foresaw. It is in the log.',
  'toast.dismiss': 'Dismiss',
  'copy-failed.text': 'The clipboard is in use by another program. The token is not lost.',
  'copy-failed.again': 'Copy again',

  // Spoken only, each once
  'announced.soon': '{name} token ends in {minutes, plural, one {# minute} other {# minutes}}',
  'announced.ended': '{name} token has ended',
  'announced.clipboard-cleared': 'What you copied is off the clipboard',
} as const satisfies Record<string, string>;
