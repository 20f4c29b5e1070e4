import { join } from 'node:path';
import type { PresetView, Snapshot } from '../../../shared/snapshot';
import { tokenStatus } from '../../../shared/token-status';

export type TrayState = 'idle' | 'renewing' | 'sign-in-needed' | 'token-on-clipboard';

/**
 * What the icon says. A sign-in that is needed outweighs the rest, since it is for the person to act on; getting a token
 * outweighs the clipboard, since it is soon over.
 */
export function trayState(snapshot: Snapshot, now: number): TrayState {
  if (isSignInNeeded(snapshot, now)) return 'sign-in-needed';
  if (snapshot.presets.some(({ acquiring }) => acquiring)) return 'renewing';
  return snapshot.clipboard === undefined ? 'idle' : 'token-on-clipboard';
}

export function isSignInNeeded({ page, account, presets, signIn, endpoint }: Snapshot, now: number): boolean {
  if (page !== 'presets') return false;
  return (
    account === undefined ||
    signIn !== undefined ||
    endpoint.signInsNeeded.length > 0 ||
    presets.some((preset) => tokenStatus(preset, now).name === 'sign-in-needed' || endsWithoutPerson(preset))
  );
}

/** Its token may still be good, but it will not be renewed before somebody signs in. */
export const endsWithoutPerson = ({ keepFreshStopped }: PresetView): boolean =>
  keepFreshStopped === 'sign-in-needed';

export interface Panel {
  readonly platform: NodeJS.Platform;
  /** `XDG_CURRENT_DESKTOP`, on Linux. */
  readonly desktop: string;
  readonly dark: boolean;
}

/** The icon's file. macOS tints a template image by itself; elsewhere the glyph has to fit the panel. */
export function trayIconFile(folder: string, state: TrayState, { platform, desktop, dark }: Panel): string {
  if (platform === 'darwin') return join(folder, `${state}Template.png`);
  // GNOME's top bar is dark in its light theme, too.
  const onDark = dark || (platform === 'linux' && /\b(GNOME|Unity)\b/i.test(desktop));
  const glyph = onDark ? 'light' : 'dark';
  // 24 px is what panels ask for; the @2x file beside it is found by Electron.
  return join(folder, platform === 'win32' ? `${state}-${glyph}.ico` : `${state}-${glyph}-24.png`);
}
