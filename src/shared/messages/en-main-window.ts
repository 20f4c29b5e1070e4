/** The texts of the main window; the rules are those of `en.ts`. */
export const mainWindow = {
  'window.title': 'Token Tray',
} as const satisfies Record<string, string>;
