import type { Shell } from './curl';

/** Sets `TOKEN` for the commands that follow. A token has no character that is special between quotes. */
export const environment = (accessToken: string, shell: Shell): string =>
  shell === 'cmd' ? `set "TOKEN=${accessToken}"` : `export TOKEN='${accessToken}'`;
