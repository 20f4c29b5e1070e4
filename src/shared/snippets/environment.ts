import { quoteForPosix, quoteForPowerShell } from './quoting';
import type { Shell } from './shell';

/** Sets `TOKEN` for the commands that follow. */
export const environment = (accessToken: string, shell: Shell): string =>
  shell === 'windows'
    ? `$env:TOKEN = ${quoteForPowerShell(accessToken)}`
    : `export TOKEN=${quoteForPosix(accessToken)}`;
