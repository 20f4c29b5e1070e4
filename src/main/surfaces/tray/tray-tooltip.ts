import { t } from '../../../shared/messages';
import { onClipboardWords } from '../../../shared/messages/format-words';
import { liveWords } from '../../../shared/messages/time-words';
import type { ClipboardView, Snapshot } from '../../../shared/snapshot';
import { countsSeconds, withinWords } from './tray-clock';
import { isSignInNeeded } from './tray-icon';
import { shortName } from './tray-label';

/** Windows shows 127 characters of a tooltip: https://learn.microsoft.com/windows/win32/api/shellapi/ns-shellapi-notifyicondataa */
const nameLength = 32;

/** What the icon says, in words, with the time until the clipboard is cleared. */
export function trayToolTip(snapshot: Snapshot, now: number, platform: NodeJS.Platform): string {
  const { presets, clipboard } = snapshot;
  const signInNeeded = isSignInNeeded(snapshot, now);
  const facts = [
    ...(signInNeeded ? [t('tray.tooltip.sign-in-needed')] : []),
    ...(!signInNeeded && presets.some(({ acquiring }) => acquiring) ? [t('tray.status.acquiring')] : []),
    ...(clipboard === undefined ? [] : [clipboardWords(clipboard, now, platform)]),
  ];
  return facts.length === 0 ? t('app.name') : t('tray.tooltip', { facts: facts.join(' · ') });
}

function clipboardWords(clipboard: ClipboardView, now: number, platform: NodeJS.Platform): string {
  const { clearsOn } = clipboard;
  const what = onClipboardWords(clipboard, shortName(clipboard.presetName, nameLength));
  // It is still there when another program holds the clipboard at that moment.
  if (clearsOn === undefined || clearsOn <= now) return what;
  const left = clearsOn - now;
  return countsSeconds(platform)
    ? t('tray.tooltip.clipboard-clears', { what, time: liveWords(left) })
    : t('tray.tooltip.clipboard-clears-within', { what, span: withinWords(left) });
}
