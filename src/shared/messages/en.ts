import { accounts } from './en-accounts';
import { automation } from './en-automation';
import { catalogue } from './en-catalogue';
import { claims } from './en-claims';
import { credentials } from './en-credentials';
import { failures } from './en-failures';
import { inspector } from './en-inspector';
import { formats } from './en-formats';
import { json } from './en-json';
import { list } from './en-list';
import { mainWindow } from './en-main-window';
import { managed } from './en-managed';
import { notifications } from './en-notifications';
import { palette } from './en-palette';
import { presetEditor } from './en-preset-editor';
import { questions } from './en-questions';
import { scripts } from './en-scripts';
import { settings } from './en-settings';
import { snippets } from './en-snippets';
import { sharing } from './en-sharing';
import { tryIt } from './en-try-it';

/**
 * Every text a person sees, in ICU MessageFormat (https://unicode-org.github.io/icu/userguide/format_parse/messages/).
 * Sentence case, short, no jargon in the first line, no exclamation marks. Buttons are verbs.
 */
const common = {
  'app.name': 'Token Tray',
  'start.failed.title': 'Token Tray could not start',

  // Time. Figures that tick use tabular numerals; these are the words around them.
  'time.clock': '{minutes}:{seconds}',
  'time.minutes': '{minutes} min',
  'time.hours-minutes': '{hours} h {minutes} m',
  'time.hours-minutes.coarse': '{hours} h {minutes} min',
  'time.hours': '{hours} h',
  'time.less-than-a-minute': '< 1 min',

  // Token status
  'status.none': 'No token yet',
  'status.acquiring': 'Getting a token',
  'status.expired-just-now': 'Expired just now',
  'status.expired-ago': 'Expired {span} ago',
  'status.sign-in-needed': 'Sign-in needed',
  'status.failed': 'Failed',
  'status.until': 'Valid until {date}',
  'status.ended': 'Ended {date}',

  // What is wrong with a field
  'problem.client-id-missing': 'Enter the application (client) ID of your app registration.',
  'problem.client-id-not-a-guid':
    'A client ID looks like 12345678-90ab-cdef-1234-567890abcdef. Copy it from the app’s Overview page.',
  'problem.tenant-missing': 'Enter your tenant’s ID or one of its domains.',
  'problem.tenant-not-guid-or-domain':
    'A tenant is an ID like 12345678-90ab-cdef-1234-567890abcdef or a domain like contoso.com.',
  'problem.name-missing': 'Give it a name.',
  'problem.name-taken': 'There is one of this name already. Give it another one.',
  'problem.expiry-past': 'Choose a day in the future.',
  'problem.resources-too-many': 'That are more than 50. Leave out some, or add a second program.',
  'problem.name-too-long': 'Use 80 characters or fewer.',
  'problem.access-too-long': 'That is too long. Use at most 50 scopes of 1,024 characters each.',
  'problem.url-too-long': 'Use an address of 4,096 characters or fewer.',
  'problem.resource-missing': 'Enter the resource the token is for, such as https://vault.azure.net.',
  'problem.resource-not-one':
    'A token is for one resource. Enter one here, or choose “Scopes” for several scopes of one API.',
  'problem.resource-not-a-uri':
    'A resource is an address such as https://vault.azure.net, api://my-api, or an application ID.',
  'problem.scopes-missing': 'Enter at least one scope, such as https://graph.microsoft.com/User.Read.',
  'problem.scopes-not-scopes':
    'A scope names an API and a permission, such as https://graph.microsoft.com/User.Read.',
  'problem.scopes-of-two-resources':
    'These scopes belong to different APIs. A token is for one API: make a preset for each.',
  'problem.scopes-mixed-with-default':
    '“/.default” stands for all scopes of an API. Use it alone, or list scopes without it.',
  'problem.url-missing': 'Enter the address of a request to try, such as https://api.example.com/items.',
  'problem.url-not-absolute': 'Enter a whole address that starts with https://.',
  'problem.url-http-off-loopback':
    'Plain http would send your token readable over the network. Use https, or http only for localhost.',
  'problem.url-has-credentials':
    'Leave user name and password out of the address. The token takes their place.',

  // Tray. Four spaces stand for a column of their own; names come first, so that they are read first.
  'tray.tooltip': 'Token Tray — {facts}',
  'tray.tooltip.sign-in-needed': 'sign-in needed',
  'tray.tooltip.clipboard-clears': '{what}, clears in {time}',
  'tray.tooltip.clipboard-clears-within': '{what}, clears within {span}',
  'tray.signed-out': 'Not signed in',
  'tray.account': '{name} · {tenant}',
  'tray.where': '{tenant} · {cloud}',
  'tray.account-choice': '{name}    {username} · {tenant}',
  'tray.other-accounts': 'Accounts',
  'tray.tenant': 'Tenant',
  'tray.add-account': 'Sign in with another account…',
  'tray.sign-in': 'Sign in…',
  'tray.sign-in-for': 'Sign in for {name}…',
  'tray.signing-in': 'Waiting for your browser…',
  'tray.cancel-sign-in': 'Cancel sign-in',
  'tray.set-up': 'Set up Token Tray…',
  'tray.preset': '{name}    {status}',
  'tray.more': 'More',
  'tray.all-presets': 'All in the window…',
  'tray.copy-as-curl': 'Copy as curl',
  'tray.copy-as': 'Copy as',
  'tray.copy-last': 'Copy last again    {name} · {format}',
  'tray.clear-clipboard': 'Clear clipboard',
  'tray.clear-clipboard.within': 'Clear clipboard    by itself within {span}',
  'tray.seconds': '{seconds} s',
  'tray.with-hotkey': '{label}    {keys}',
  'tray.quick-copy': 'Quick copy…',
  'tray.open': 'Open Token Tray',
  'tray.settings': 'Settings…',
  'tray.quit': 'Quit',
  'tray.status.none': 'no token yet',
  'tray.status.acquiring': 'getting a token…',
  'tray.status.expired': 'expired',
  'tray.status.sign-in-needed': 'sign-in needed',
  'tray.status.failed': 'failed',
  'tray.status.then-sign-in': '{time}, then sign-in needed',

  // The page that the browser shows after a sign-in
  'browser.done.title': 'You can return to Token Tray',
  'browser.done.body': 'You can close this tab.',
  'browser.failed.title': 'The sign-in did not finish',
  'browser.failed.body': 'Token Tray shows what happened. You can close this tab.',

  // What is printed on keys. On a Mac most have symbols.
  'key.ctrl': 'Ctrl',
  'key.alt': 'Alt',
  'key.shift': 'Shift',
  'key.super': 'Super',
  'key.windows': 'Win',
  'key.space': 'Space',
  'key.tab': 'Tab',
  'key.backspace': 'Backspace',
  'key.delete': 'Delete',
  'key.insert': 'Insert',
  'key.enter': 'Enter',
  'key.up': '↑',
  'key.down': '↓',
  'key.left': '←',
  'key.right': '→',
  'key.home': 'Home',
  'key.end': 'End',
  'key.page-up': 'Page Up',
  'key.page-down': 'Page Down',
} as const satisfies Record<string, string>;

export const en = {
  ...common,
  ...accounts,
  ...automation,
  ...catalogue,
  ...claims,
  ...credentials,
  ...failures,
  ...claims,
  ...failures,
  ...inspector,
  ...formats,
  ...json,
  ...list,
  ...mainWindow,
  ...managed,
  ...palette,
  ...presetEditor,
  ...questions,
  ...scripts,
  ...settings,
  ...snippets,
  ...sharing,
  ...tryIt,
  ...notifications,
} as const;
