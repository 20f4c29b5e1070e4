import { t } from '../../../shared/messages';
import type { SignInView, Snapshot } from '../../../shared/snapshot';
import { answerSlot, type NotificationView } from './notification-view';
import { shortName } from './short-name';

type Browser = 'not-yet' | 'open' | 'failed';

/**
 * What to say when getting a preset's token needs a sign-in while nobody looks at the window, which would show the
 * same. Once the browser is open, and again if it did not open after all. Pure.
 */
export function signInNotification(
  before: Snapshot,
  { signIn }: Snapshot,
  windowFocused: boolean,
): NotificationView | undefined {
  if (windowFocused || signIn?.presetName === undefined) return undefined;
  const { presetName, endsOn } = signIn;
  const browser = browserOf(signIn);
  const isSame = before.signIn?.endsOn === endsOn && browserOf(before.signIn) === browser;
  if (browser === 'not-yet' || isSame) return undefined;
  return {
    slot: answerSlot,
    title: t('notification.sign-in.title', { name: shortName(presetName) }),
    body: t(`notification.sign-in.browser-${browser}`),
    click: browser === 'open' ? { name: 'openBrowserAgain', args: {} } : { name: 'openMainWindow', args: {} },
    silent: false,
    isOver: (snapshot) => snapshot.signIn?.endsOn !== endsOn,
  };
}

function browserOf({ linkReady, browserFailed }: SignInView): Browser {
  if (browserFailed) return 'failed';
  return linkReady ? 'open' : 'not-yet';
}
