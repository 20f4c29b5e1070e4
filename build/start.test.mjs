import { describe, expect, it } from 'vitest';
import { noDesktopMessage, noSandboxMessage } from './start.mjs';

describe('noDesktopMessage', () => {
  it('is silent on either kind of desktop', () => {
    expect(noDesktopMessage({ DISPLAY: ':0' })).toBeUndefined();
    expect(noDesktopMessage({ WAYLAND_DISPLAY: 'wayland-0' })).toBeUndefined();
  });

  it('says what is missing without one', () => {
    expect(noDesktopMessage({ DISPLAY: '' })).toContain('needs a desktop');
  });
});

describe('noSandboxMessage', () => {
  const facts = {
    isRoot: false,
    restrictedByAppArmor: '1\n',
    usernsAllowed: undefined,
    helper: { uid: 1000, mode: 0o100755 },
    helperPath: '/dist/chrome-sandbox',
  };

  it('gives both commands where user namespaces are restricted', () => {
    const message = noSandboxMessage(facts);
    expect(message).toContain("sudo chown root:root '/dist/chrome-sandbox'");
    expect(message).toContain("sudo chmod 4755 '/dist/chrome-sandbox'");
    expect(noSandboxMessage({ ...facts, restrictedByAppArmor: undefined, usernsAllowed: '0\n' })).toBe(
      message,
    );
    expect(noSandboxMessage({ ...facts, helper: undefined })).toBe(message);
    expect(noSandboxMessage({ ...facts, helper: { uid: 1000, mode: 0o104755 } })).toBe(message);
  });

  it('is silent where the helper has its rights, for root, and where nothing is restricted', () => {
    expect(noSandboxMessage({ ...facts, helper: { uid: 0, mode: 0o104755 } })).toBeUndefined();
    expect(noSandboxMessage({ ...facts, isRoot: true })).toBeUndefined();
    expect(noSandboxMessage({ ...facts, restrictedByAppArmor: '0\n', usernsAllowed: '1\n' })).toBeUndefined();
    expect(noSandboxMessage({ ...facts, restrictedByAppArmor: undefined })).toBeUndefined();
  });
});
