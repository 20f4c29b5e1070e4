import { describe, expect, it } from 'vitest';
import {
  choosePackages,
  installablePackages,
  installCommand,
  librariesInLinkerCache,
  librariesNotFound,
  packagesForLibraries,
} from './system-packages.mjs';

const LDD = `
	linux-vdso.so.1 (0x00007ffd1b5f2000)
	libffmpeg.so => /opt/electron/libffmpeg.so (0x00007f0e6a400000)
	libgtk-3.so.0 => not found
	libasound.so.2 => not found
	libnss3.so => not found
	libnssutil3.so => not found
	libc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f0e69c1e000)
`;

const LDCONFIG = `1234 libs found in cache \`/etc/ld.so.cache'
	libnotify.so.4 (libc6,x86-64) => /lib/x86_64-linux-gnu/libnotify.so.4
	libsecret-1.so.0 (libc6) => /lib/i386-linux-gnu/libsecret-1.so.0
	libXss.so.1 (libc6,AArch64) => /lib/aarch64-linux-gnu/libXss.so.1
`;

/** What `apt-cache policy libgtk-3-0t64 libgtk-3-0 libnss3 libasound2t64 libasound2` prints on Debian 13. */
const POLICY_TRIXIE = `libgtk-3-0t64:
  Installed: (none)
  Candidate: 3.24.49-3
  Version table:
     3.24.49-3 500
        500 http://mirror.example/debian trixie/main amd64 Packages
libgtk-3-0:
  Installed: (none)
  Candidate: (none)
  Version table:
libnss3:
  Installed: (none)
  Candidate: 2:3.110-1
  Version table:
     2:3.110-1 500
        500 http://mirror.example/debian trixie/main amd64 Packages
libasound2t64:
  Installed: (none)
  Candidate: 1.2.14-1
  Version table:
     1.2.14-1 500
        500 http://mirror.example/debian trixie/main amd64 Packages
libasound2:
  Installed: (none)
  Candidate: (none)
  Version table:
`;

/** Debian 12 says nothing of names it does not know. */
const POLICY_BOOKWORM = `libgtk-3-0:
  Installed: (none)
  Candidate: 3.24.38-2~deb12u3
  Version table:
     3.24.38-2~deb12u3 500
libnss3:
  Installed: (none)
  Candidate: 2:3.87.1-1+deb12u1
  Version table:
     2:3.87.1-1+deb12u1 500
libasound2:
  Installed: (none)
  Candidate: 1.2.8-1+b1
  Version table:
     1.2.8-1+b1 500
`;

it('reads from ldd which libraries were not found', () => {
  expect(librariesNotFound(LDD)).toEqual(['libgtk-3.so.0', 'libasound.so.2', 'libnss3.so', 'libnssutil3.so']);
  expect(librariesNotFound('\tnot a dynamic executable\n')).toEqual([]);
});

it('counts only libraries of the own architecture as there', () => {
  expect([...librariesInLinkerCache(LDCONFIG, 'x64')]).toEqual(['libnotify.so.4']);
  expect([...librariesInLinkerCache(LDCONFIG, 'arm64')]).toEqual(['libXss.so.1']);
});

describe('packages for missing libraries', () => {
  const missing = packagesForLibraries(librariesNotFound(LDD));

  it('takes the renamed packages where those are the ones that exist', () => {
    expect(choosePackages(missing, installablePackages(POLICY_TRIXIE))).toEqual([
      'libasound2t64',
      'libgtk-3-0t64',
      'libnss3',
    ]);
  });

  it('takes the old names where the others are unknown', () => {
    const expected = ['libasound2', 'libgtk-3-0', 'libnss3'];
    expect(choosePackages(missing, installablePackages(POLICY_BOOKWORM))).toEqual(expected);
    expect(choosePackages(missing, installablePackages(''))).toEqual(expected);
  });

  it('leaves a library that nobody knows a package for without one', () => {
    expect(packagesForLibraries(['libnew.so.7'])).toEqual([{ name: 'libnew.so.7', packages: [] }]);
    expect(choosePackages(packagesForLibraries(['libnew.so.7']), new Set())).toEqual([]);
  });
});

it('gives a command that can be pasted', () => {
  expect(installCommand(['libnss3', 'xvfb'])).toBe(
    'sudo apt-get update && sudo apt-get install -y --no-install-recommends libnss3 xvfb',
  );
});
