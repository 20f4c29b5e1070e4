import { describe, expect, it } from 'vitest';
import type { SignInView, Snapshot } from '../../../shared/snapshot';
import { snapshotWith } from '../../../shared/test-support/snapshots';
import { signInNotification } from './sign-in-notification';

const begun: SignInView = {
  presetName: 'Demo API',
  flow: 'browser' as const,
  canSwitch: false,
  endsOn: 300_000,
  browserFailed: false,
  linkReady: false,
};
const signingIn = (change: Partial<SignInView> = {}): Snapshot =>
  snapshotWith({ signIn: { ...begun, ...change } });
const calm = snapshotWith();
const waiting = signingIn({ linkReady: true });

describe('the notification of a sign-in that a copy needs', () => {
  it('comes when the browser is open, and a click goes there', () => {
    expect(signInNotification(calm, signingIn(), false)).toBeUndefined();
    expect(signInNotification(signingIn(), waiting, false)).toMatchObject({
      title: 'Sign in to get the Demo API token',
      body: 'Your browser is open and waiting. Click to open the page again.',
      click: { name: 'openBrowserAgain', args: {} },
    });
    expect(signInNotification(calm, waiting, false)).toBeDefined();
  });

  it('comes once', () => {
    expect(signInNotification(waiting, signingIn({ linkReady: true }), false)).toBeUndefined();
    const next = signingIn({ linkReady: true, endsOn: 900_000 });
    expect(signInNotification(waiting, next, false)).toBeDefined();
  });

  it('leads to the link where the browser did not open', () => {
    const failed = signingIn({ linkReady: true, browserFailed: true });
    expect(signInNotification(waiting, failed, false)).toMatchObject({
      body: 'Your browser did not open. Click for the link to sign in with.',
      click: { name: 'openMainWindow', args: {} },
    });
  });

  it('is not there while the window shows the same, nor for a sign-in without a preset', () => {
    expect(signInNotification(signingIn(), waiting, true)).toBeUndefined();
    const { presetName: _none, ...plain } = begun;
    const plainly = snapshotWith({ signIn: { ...plain, linkReady: true } });
    expect(signInNotification(calm, plainly, false)).toBeUndefined();
  });

  it('is over when the sign-in is', () => {
    const view = signInNotification(calm, waiting, false);
    expect(view?.isOver(waiting, 0)).toBe(false);
    expect(view?.isOver(calm, 0)).toBe(true);
    expect(view?.isOver(signingIn({ linkReady: true, endsOn: 900_000 }), 0)).toBe(true);
  });
});
