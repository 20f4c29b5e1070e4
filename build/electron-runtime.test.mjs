import { homedir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { verifyHash } from './electron-fallback.mjs';
import { cacheFolder, isWorthRetrying, noRuntimeMessage } from './electron-runtime.mjs';

describe('cacheFolder', () => {
  it('follows XDG_CACHE_HOME', () => {
    expect(cacheFolder({ XDG_CACHE_HOME: '/var/cache/me' })).toBe('/var/cache/me/token-tray');
  });

  it('is under the home folder without it, or where it is relative, which the XDG specification says to ignore', () => {
    const expected = path.join(homedir(), '.cache', 'token-tray');
    expect(cacheFolder({})).toBe(expected);
    expect(cacheFolder({ XDG_CACHE_HOME: 'cache' })).toBe(expected);
  });
});

describe('isWorthRetrying', () => {
  const now = Date.UTC(2026, 0, 2);
  const hour = 60 * 60 * 1000;

  it('repeats the download when none has failed, or failed at once', () => {
    expect(isWorthRetrying(undefined, now)).toBe(true);
    expect(isWorthRetrying({ failedAt: now, tookMs: 400 }, now)).toBe(true);
  });

  it('leaves a slow one alone for a day', () => {
    expect(isWorthRetrying({ failedAt: now - hour, tookMs: 30_000 }, now)).toBe(false);
    expect(isWorthRetrying({ failedAt: now - 25 * hour, tookMs: 30_000 }, now)).toBe(true);
  });
});

it('names the file to get by hand where there is no fallback', () => {
  const message = noRuntimeMessage({
    platform: 'darwin',
    arch: 'arm64',
    version: '45.4.1',
    reason: 'fetch failed',
  });
  expect(message).toContain('electron-v45.4.1-darwin-arm64.zip');
  expect(message).toContain('fetch failed');
  expect(message).toContain('ELECTRON_OVERRIDE_DIST_PATH');
});

describe('verifyHash', () => {
  const abc = new TextEncoder().encode('abc');
  // Both from FIPS 180-2, appendices B and C.
  const sha256 = 'sha256-ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
  const sha512 =
    'sha512-3a81oZNherrMQXNJriBBMRLm+k6JqX6iCp7u5ktV05ohkpkqJ0/BqDa6PCOj/uu9RU1EI2Q86A4qmslPpUyknw==';

  it('accepts the expected content', () => {
    expect(() => verifyHash(abc, sha256, 'It')).not.toThrow();
    expect(() => verifyHash(abc, sha512, 'It')).not.toThrow();
  });

  it('refuses any other, and says which', () => {
    const other = new TextEncoder().encode('abd');
    expect(() => verifyHash(other, sha256, 'The tarball')).toThrow(/^The tarball is not the expected one/);
    expect(() => verifyHash(other, sha512, 'The tarball')).toThrow(/It was not used/);
  });
});
