/**
 * Where a person pastes. `posix`: bash, zsh and their kin. `windows`: curl lines are such that cmd.exe takes them, and
 * PowerShell, too, where nothing in them is special to it; variables are PowerShell's, which is what opens as a terminal
 * on Windows 11 and in editors.
 */
export type Shell = 'posix' | 'windows';

export const shellOf = (platform: NodeJS.Platform): Shell => (platform === 'win32' ? 'windows' : 'posix');
