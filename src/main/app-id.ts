/**
 * What systems know the program by. It is the `appId` of electron-builder.yml, or Windows shows no notifications, and
 * names the .desktop file (`desktopName` in package.json), or Wayland knows no windows and no hotkeys of it.
 */
export const appId = 'io.github.tokentray.TokenTray';
