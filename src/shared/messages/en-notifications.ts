/** The texts of notifications; the rules are those of `en.ts`. */
export const notifications = {
  // Answers to what a person has just done
  'notification.copied.good-for': 'Good for {span}.',
  'notification.copied.clears': 'The clipboard is cleared in {time}.',
  'notification.copied.seconds': '{seconds} s',
  'notification.copied.fill-in': 'First fill in {placeholders}.',
  'notification.copy-failed.title': 'The clipboard is in use by another program',
  'notification.copy-failed.body': 'Nothing was copied. Click to try again.',
  'notification.sign-in.title': 'Sign in to get the {name} token',
  'notification.sign-in.browser-open': 'Your browser is open and waiting. Click to open the page again.',
  'notification.sign-in.browser-failed': 'Your browser did not open. Click for the link to sign in with.',
  'notification.renewed.title': '{name} token renewed',
  'notification.renewed.body': 'Good for {span}. Click to copy it.',

  // What nobody asked for
  'notification.ending.title': '{name} token ends in {span}',
  'notification.ending.body': 'It is good until {time}. Click to renew it.',
  'notification.ending-several.title': '{count} tokens end in {span}',
  'notification.ending-several.body': 'The first is good until {time}. Click to see them.',
  'notification.stopped.sign-in-needed.title': 'Sign in again to keep {name} fresh',
  'notification.stopped.sign-in-needed.body': 'Its token is no longer renewed by itself. Click to sign in.',
  'notification.stopped.failed.title': '{name} is no longer kept fresh',
  'notification.stopped.failed.body': 'Its token could not be renewed. Click to try again.',
  'notification.stopped-several.sign-in-needed.title': 'Sign in again to keep {count} APIs fresh',
  'notification.stopped-several.sign-in-needed.body':
    'Their tokens are no longer renewed by themselves. Click to sign in.',
  'notification.stopped-several.failed.title': '{count} APIs are no longer kept fresh',
  'notification.stopped-several.failed.body': 'Their tokens could not be renewed. Click to see them.',
  'notification.consumer-wish.title': '“{name}” wants tokens for {resource}',
  'notification.consumer-wish.body': 'It gets none until you allow it. Click to decide.',
  'notification.consumer-sign-in.title': 'Sign in so that “{name}” gets its tokens',
  'notification.consumer-sign-in.body': 'A program on this computer waits for them. Click to sign in.',
  'notification.team-changed.title': '{name} has changed',
  'notification.teams-changed.title': '{count} team catalogues have changed',
  'notification.teams-changed.body': 'Token Tray shows what is new.',
} as const satisfies Record<string, string>;
