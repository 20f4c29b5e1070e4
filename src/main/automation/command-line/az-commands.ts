/**
 * Whether Token Tray answers this command of az itself; everything else is for the real one. Asked before there is a running
 * program: what is not for it does not need it.
 */
export const isAnsweredHere = ([group, command]: readonly string[]): boolean =>
  group === 'account' && ['get-access-token', 'show', 'list'].includes(command ?? '');
