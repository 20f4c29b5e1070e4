import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { environmentForPosix, environmentForPowerShell } from './environment';
import { shellOf } from './shell';

const run = promisify(execFile);
const jwt = 'eyJhbGciOiJSUzI1NiJ9.e30.c2lnbmF0dXJl-_';
/** RFC 6749 allows every visible character in a token. */
const anything = Array.from({ length: 0x7f - 0x20 }, (_, index) => String.fromCharCode(0x20 + index)).join(
  '',
);
const hostile = `x'; echo injected; export TOKEN='$(echo injected)`;

describe.each(['bash', 'dash'])('an environment variable in %s', (shell) => {
  it.each([jwt, anything, hostile])('is there for the commands that follow: %s', async (token) => {
    const line = environmentForPosix(token);
    expect(line).not.toContain('\n');
    // Only what is exported reaches another program.
    const { stdout } = await run(shell, ['-c', `${line}\nprintenv TOKEN`]);
    expect(stdout).toBe(`${token}\n`);
  });
});

describe('an environment variable', () => {
  it('is set as people would write it', () => {
    expect(environmentForPosix(jwt)).toBe(`export TOKEN='${jwt}'`);
    expect(environmentForPowerShell(jwt)).toBe(`$env:TOKEN = '${jwt}'`);
  });

  it('ends in PowerShell where it should', () => {
    expect(environmentForPowerShell("x'; Remove-Item y; '")).toBe(`$env:TOKEN = 'x''; Remove-Item y; '''`);
    expect(environmentForPowerShell('x’; Remove-Item y; ‘')).toBe(`$env:TOKEN = 'x’’; Remove-Item y; ‘‘'`);
  });
});

it('is for the shell of the system', () => {
  expect([shellOf('win32'), shellOf('linux'), shellOf('darwin')]).toEqual(['windows', 'posix', 'posix']);
});
