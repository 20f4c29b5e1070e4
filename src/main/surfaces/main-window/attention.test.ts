import { expect, it } from 'vitest';
import type { FailureView } from '../../../shared/failure';
import { presetView, snapshotWith } from '../../../shared/test-support/snapshots';
import { attention } from './attention';

const calm = snapshotWith();
const signingIn = snapshotWith({
  signIn: { flow: 'browser' as const, canSwitch: false, endsOn: 1, browserFailed: false, linkReady: false },
});
const linkReady = snapshotWith({
  signIn: { flow: 'browser' as const, canSwitch: false, endsOn: 1, browserFailed: false, linkReady: true },
});
const failed = (happenedOn: number): FailureView => ({
  kind: 'consent',
  advice: 'consent',
  names: {},
  details: { text: 'x', errorClass: 'x', happenedOn },
  actions: [],
});

it('opens the window behind the browser when a sign-in begins', () => {
  expect(attention(calm, signingIn)).toBe('show-behind');
});

it('leaves the window where it is while the sign-in waits', () => {
  expect(attention(signingIn, linkReady)).toBe('none');
});

it('brings the window to the front when somebody has signed in', () => {
  const signedIn = snapshotWith({ lastSignInOn: 2 });
  expect(attention(linkReady, signedIn)).toBe('show');
  expect(attention(signedIn, snapshotWith({ lastSignInOn: 2, theme: 'dark' }))).toBe('none');
  expect(attention(signedIn, snapshotWith({ lastSignInOn: 3 }))).toBe('show');
});

it('stays where it is when the sign-in was ended in Token Tray', () => {
  expect(attention(linkReady, calm)).toBe('none');
});

it('brings the window to the front for each failure once', () => {
  const failure = failed(1);
  const before = snapshotWith({ failure });
  expect(attention(calm, before)).toBe('show');
  expect(attention(before, snapshotWith({ failure: { ...failure }, presets: [presetView()] }))).toBe('none');
  expect(attention(before, snapshotWith({ failure: failed(2) }))).toBe('show');
  expect(attention(before, calm)).toBe('none');
});

it('leaves people alone for everything else', () => {
  expect(attention(calm, snapshotWith({ presets: [presetView({ acquiring: true })], theme: 'dark' }))).toBe(
    'none',
  );
});
