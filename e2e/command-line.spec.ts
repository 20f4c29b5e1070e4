import { execFile, spawn } from 'node:child_process';
import { chmod, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { ensureElectronRuntime } from '../build/electron-runtime.mjs';
import type { DesktopSession } from './desktop/desktop-session';
import { expect, test } from './desktop/fixtures';
import { claimsOf, enterDemo, signInInBrowser, zoe } from './person';

const repository = path.resolve(import.meta.dirname, '..');

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** What Chromium itself says about a desktop that is a test's own. */
const isChromiums = (line: string): boolean => /^\[\d+:[\d/.]+:(?:ERROR|WARNING):/.test(line);

async function words(args: readonly string[]): Promise<readonly string[]> {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return [
    (await ensureElectronRuntime()).executable,
    ...asRoot,
    '--password-store=gnome-libsecret',
    repository,
    ...args,
  ];
}

/** The real executable, as a script starts it. */
async function typed(
  desktop: DesktopSession,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const [file = '', ...rest] = await words(args);
  return new Promise((resolve) => {
    execFile(
      file,
      rest,
      { env: { ...desktop.env, ...env }, cwd: desktop.home, timeout: 60_000 },
      (error, stdout, stderr) => {
        const lines = stderr.split('\n').filter((line) => !isChromiums(line));
        resolve({ code: error === null ? 0 : Number(error.code ?? -1), stdout, stderr: lines.join('\n') });
      },
    );
  });
}

const vault = 'https://vault.azure.net';
const tokenOnly = ['get-access-token', '--resource', vault, '--query', 'accessToken', '-o', 'tsv'];

test('a script has a token from the running program, and nothing else on standard output', async ({
  program,
  desktop,
}) => {
  await enterDemo(program, desktop);
  const { code, stdout, stderr } = await typed(desktop, tokenOnly);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(claimsOf(stdout)).toMatchObject({ aud: vault });
  const json = JSON.parse((await typed(desktop, ['get-access-token'])).stdout) as Record<string, unknown>;
  expect(Object.keys(json)).toEqual([
    'accessToken',
    'expiresOn',
    'expires_on',
    'subscription',
    'tenant',
    'tokenType',
  ]);
  // The same line behind two hyphens, as Windows needs it, and without any screen.
  const again = await typed(desktop, ['--', ...tokenOnly], { DISPLAY: '', WAYLAND_DISPLAY: '' });
  expect(again).toEqual({ code: 0, stdout, stderr: '' });
  expect(await typed(desktop, ['get-access-token', '--bogus'])).toMatchObject({ code: 2, stdout: '' });
  expect(await typed(desktop, ['get-access-token', '-s', 'nothing'])).toMatchObject({ code: 1, stdout: '' });
});

test('it works in pipes, and curl calls the API with what it prints', async ({ program, desktop }) => {
  await enterDemo(program, desktop);
  const quoted = (await words([])).map((word) => `'${word}'`).join(' ');
  const script = `set -o pipefail
token_tray() { ${quoted} "$@" 2>/dev/null; }
token_tray get-access-token --resource ${vault} | head -1
token_tray presets list -o tsv > presets.tsv
eval "$(token_tray get-access-token --preset demo-api --format curl)" --silent --show-error`;
  const { stdout } = await promisify(execFile)('bash', ['-c', script], {
    env: desktop.env,
    cwd: desktop.home,
  });
  expect(stdout).toMatch(/^\{\n/);
  expect(stdout).toContain('"');
  expect(await readFile(path.join(desktop.home, 'presets.tsv'), 'utf8')).toContain('Microsoft Graph\t');
  expect(stdout.slice(2)).toMatch(/\{/);
});

test('the socket and what says where it is are for their owner alone, and no token is in either or in the log', async ({
  program,
  desktop,
}) => {
  await enterDemo(program, desktop);
  const { stdout } = await typed(desktop, tokenOnly);
  const folder = await program.userDataDir();
  const file = path.join(folder, 'command-line.json');
  const text = await readFile(file, 'utf8');
  const { path: socket } = JSON.parse(text) as { path: string };
  const mode = async (each: string): Promise<number> => (await stat(each)).mode & 0o777;
  expect([await mode(file), await mode(socket), await mode(path.dirname(socket))]).toEqual([
    0o600, 0o600, 0o700,
  ]);
  const log = await readFile(path.join(folder, 'logs', 'main.log'), 'utf8').catch(() => '');
  for (const each of [text, log]) expect(each).not.toContain(stdout.trim().split('.')[2]);
  await program.quit();
  await expect(stat(file)).rejects.toThrow('ENOENT');
});

test('a program that does not run is started in the tray, without a window and a browser', async ({
  desktop,
}) => {
  const first = await typed(desktop, ['account', 'list', '-o', 'json']);
  expect(first).toMatchObject({ code: 0, stdout: '[]\n' });
  // Said where it takes a while.
  expect(['', 'Starting Token Tray…\n']).toContain(first.stderr);
  expect(await typed(desktop, ['get-access-token'])).toMatchObject({ code: 1, stdout: '' });
  expect(desktop.browser.openedUrls()).toEqual([]);
  await expect.poll(async () => (await desktop.tray.icons()).length).toBe(1);
  // The tray is there, and whatever is in it can be used: the way out, for example.
  const found = await typed(desktop, ['doctor', '-o', 'json']);
  expect(JSON.parse(found.stdout)).toContainEqual(
    expect.objectContaining({ check: 'Program', result: 'ok' }),
  );
});

test('without a program and without a screen it says what is missing', async ({ desktop }) => {
  const { code, stdout, stderr } = await typed(desktop, ['doctor'], { DISPLAY: '', WAYLAND_DISPLAY: '' });
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toContain('cannot be started without a desktop');
});

test('a person signs in from the terminal, in the browser or with a code', async ({ program, desktop }) => {
  await enterDemo(program, desktop);
  await typed(desktop, ['sign-out']);
  expect(await typed(desktop, tokenOnly)).toMatchObject({ code: 1, stdout: '' });
  const signingIn = typed(desktop, ['sign-in', '--query', '[0].user.type', '-o', 'tsv']);
  await signInInBrowser(desktop, zoe);
  expect(await signingIn).toMatchObject({ code: 0, stdout: 'user\n' });
  expect((await typed(desktop, tokenOnly)).code).toBe(0);

  await typed(desktop, ['sign-out']);
  const [file = '', ...rest] = await words(['sign-in', '--device-code']);
  const child = spawn(file, rest, { env: desktop.env, cwd: desktop.home });
  let stderr = '';
  child.stderr.on('data', (part: Buffer) => (stderr += part.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  await expect.poll(() => stderr, { timeout: 20_000 }).toMatch(/open (\S+) and enter the code (\w+)/);
  const [, address = '', code = ''] = /open (\S+) and enter the code ([\w-]+)/.exec(stderr) ?? [];
  const browser = await desktop.browser.openPage(address);
  await browser.getByRole('textbox').fill(code);
  await browser.getByRole('button', { name: 'Continue' }).click();
  await browser.getByRole('button', { name: zoe, exact: true }).click();
  expect(await ended).toBe(0);
});

test('az is answered where Token Tray can, and the real one is asked for the rest', async ({
  program,
  desktop,
}) => {
  await enterDemo(program, desktop);
  const bin = path.join(desktop.home, 'bin');
  await mkdir(bin);
  const az = path.join(bin, 'az');
  await writeFile(az, '#!/bin/sh\necho "real az: $*"\nexit 7\n');
  await chmod(az, 0o755);
  const { PATH = '' } = desktop.env;
  const env = { PATH: `${bin}:${PATH}` };
  const { stdout } = await typed(
    desktop,
    ['az', 'account', 'get-access-token', '--query', 'tokenType', '-o', 'tsv'],
    env,
  );
  expect(stdout).toBe('Bearer\n');
  expect(await typed(desktop, ['az', 'group', 'list', '-o', 'table'], env)).toMatchObject({
    code: 7,
    stdout: 'real az: group list -o table\n',
  });
});
