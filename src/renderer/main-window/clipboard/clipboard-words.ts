import type { ClipboardView } from '../../../shared/snapshot';
import { coarseWords, liveWords } from '../../../shared/messages/time-words';
import { copiedWords } from '../../../shared/messages/format-words';
import { t } from '../../../shared/messages';

/** What is on the clipboard: "Microsoft Graph token copied". */
export const clipboardWhat = (clipboard: ClipboardView): string =>
  copiedWords(clipboard, clipboard.presetName);

/** What a person has to fill in before the command runs, or nothing. */
export const clipboardToFillIn = ({ placeholders }: ClipboardView): string | undefined =>
  placeholders.length === 0 ? undefined : t('clipboard.fill-in', { placeholders: placeholders.join(', ') });

/** How long it is good for, and when it is cleared, at `now` (ms since the epoch). */
export function clipboardTimes({ tokenExpiresOn, clearsOn }: ClipboardView, now: number): string {
  if (tokenExpiresOn === undefined)
    return clearsOn === undefined ? '' : t('clipboard.clears', { time: liveWords(clearsOn - now) });
  const left = tokenExpiresOn - now;
  const span = coarseWords(left);
  if (clearsOn === undefined) return left > 0 ? t('clipboard.good-for', { span }) : t('clipboard.ended');
  const time = liveWords(clearsOn - now);
  return left > 0 ? t('clipboard.good-for-clears', { span, time }) : t('clipboard.ended-clears', { time });
}

/** The same for the ear, as it was at the moment of copying: it does not change, so it is said once. */
export function spokenClipboard(clipboard: ClipboardView): string {
  const { copiedOn, tokenExpiresOn, clearsOn } = clipboard;
  const what = [clipboardWhat(clipboard), clipboardToFillIn(clipboard)]
    .filter((part) => part !== undefined)
    .join('. ');
  const seconds = clearsOn === undefined ? undefined : Math.round((clearsOn - copiedOn) / 1000);
  if (tokenExpiresOn === undefined)
    return seconds === undefined ? what : t('clipboard.spoken-no-token-clears', { what, seconds });
  const span = coarseWords(tokenExpiresOn - copiedOn);
  if (seconds === undefined) return t('clipboard.spoken', { what, span });
  return t('clipboard.spoken-clears', { what, span, seconds });
}
