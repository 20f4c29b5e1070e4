/** The texts of notifications; the rules are those of `en.ts`. */
export const notifications = {
  'notification.copied.body': 'Good for {span}.',
  'notification.copied.body-clears': 'Good for {span}. The clipboard is cleared in {seconds} s.',
} as const satisfies Record<string, string>;
