import { escapeForCmd, quoteForPosix, quoteForPowerShell } from './quoting';

/** Each sets `TOKEN` for the commands that follow. */

export const environmentForPosix = (accessToken: string): string =>
  `export TOKEN=${quoteForPosix(accessToken)}`;

export const environmentForPowerShell = (accessToken: string): string =>
  `$env:TOKEN = ${quoteForPowerShell(accessToken)}`;

export const environmentForCmd = (accessToken: string): string => `set TOKEN=${escapeForCmd(accessToken)}`;
