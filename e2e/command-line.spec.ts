import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { ensureElectronRuntime } from '../build/electron-runtime.mjs';
import type { DesktopSession } from './desktop/desktop-session';
import { expect, test } from './desktop/fixtures';
import { killProcesses, processTree, waitForEnd } from './desktop/processes';
import type { ProcessInfo } from './desktop/processes';
import { filesBelow, holds, readIfThere } from './files';
import { claimsOf, enterDemo, token, waitingSheet, whenTenantsAreRead, zoe } from './person';

const repositoryRoot = path.resolve(import.meta.dirname, '..');
const vault = 'https://vault.azure.net';

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** What a person types to start the command line of this program. */
async function command(): Promise<readonly string[]> {
  const { executable } = await ensureElectronRuntime();
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return [executable, ...asRoot, '--disable-gpu', '--password-store=gnome-libsecret', repositoryRoot];
}

async function start(
  desktop: DesktopSession,
  words: readonly string[],
  env: Readonly<Record<string, string | undefined>> = {},
): Promise<ChildProcessWithoutNullStreams> {
  const [program = '', ...args] = await command();
  return spawn(program, [...args, ...words], { env: { ...desktop.env, ...env }, cwd: desktop.home });
}

function ending(child: ChildProcessWithoutNullStreams, input = ''): Promise<Ended> {
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, stdout, stderr }));
  });
}

/** Types a command, and waits for its end. */
const type = async (
  desktop: DesktopSession,
  words: readonly string[],
  env: Readonly<Record<string, string | undefined>> = {},
  input = '',
): Promise<Ended> => ending(await start(desktop, words, env), input);

const quoted = (words: readonly string[]): string =>
  words.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(' ');

/** Has a shell do it: `$TT` is the command. */
async function inShell(desktop: DesktopSession, script: string): Promise<Ended> {
  const text = `tt() { ${quoted(await command())} "$@"; }\n${script}`;
  return ending(spawn('bash', ['-c', text], { env: desktop.env, cwd: desktop.home }));
}

const rendezvousSchema = z.object({ path: z.string(), key: z.string() });

const profileOf = (desktop: DesktopSession): string => path.join(desktop.home, '.config', 'Token Tray');

const modeOf = (file: string): string => (statSync(file).mode & 0o777).toString(8);

/** The program that a command has started, with its processes. It has nothing of its environment left to be known by. */
function startedBy({ home }: DesktopSession): readonly ProcessInfo[] {
  const folderOf = (pid: number): string | undefined => {
    try {
      return readlinkSync(`/proc/${pid}/cwd`);
    } catch {
      // It has ended meanwhile.
      return undefined;
    }
  };
  const isOurs = ({ pid, type: kind, commandLine }: ProcessInfo): boolean =>
    kind === 'main' && commandLine.includes('--at-login') && folderOf(pid) === home;
  return processTree(1)
    .filter(isOurs)
    .flatMap(({ pid }) => processTree(pid));
}

test('a token, by the running program: in pipes, in files, and nowhere else', async ({
  desktop,
  program,
}) => {
  const page = await enterDemo(program, desktop);
  await whenTenantsAreRead(page);
  const plain = await type(desktop, ['get-access-token', '--resource', vault]);
  expect({ code: plain.code, stderr: plain.stderr }).toEqual({ code: 0, stderr: '' });
  const answer = z.record(z.string(), z.unknown()).parse(JSON.parse(plain.stdout));
  expect(Object.keys(answer)).toEqual([
    'accessToken',
    'expiresOn',
    'expires_on',
    'subscription',
    'tenant',
    'tokenType',
  ]);
  const accessToken = String(answer['accessToken']);
  expect(claimsOf(accessToken)).toMatchObject({ aud: vault });

  // A token is in no argument, log or file; the way to it is for this person alone.
  const { path: socket } = rendezvousSchema.parse(
    JSON.parse(readFileSync(path.join(profileOf(desktop), 'command-line.json'), 'utf8')),
  );
  expect(modeOf(path.join(profileOf(desktop), 'command-line.json'))).toBe('600');
  expect(modeOf(socket)).toBe('600');
  expect(modeOf(path.dirname(socket))).toBe('700');
  const signature = accessToken.split('.')[2] ?? '';
  for (const { name, bytes } of await filesBelow(desktop.home))
    expect(holds(bytes, signature), name).toBe(false);
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name)))
    expect(holds(await readIfThere(`/proc/${pid}/cmdline`), signature), pid).toBe(false);
  expect(program.terminalOutput()).not.toContain(signature);

  const piped = await inShell(
    desktop,
    `set -o pipefail
     tt get-access-token --resource ${vault} --query accessToken -o tsv > token.txt; echo "file $?"
     tt get-access-token --resource ${vault} | head -1; echo "head \${PIPESTATUS[1]}"
     tt get-access-token --resource ${vault} -o none | cat; echo "none $?"
     tt get-access-token --resource ${vault} 2> /dev/null > /dev/full; echo "full $?"
     tt get-access-token --nothing 2> /dev/null | cat; echo "wrong $?"
     tt get-access-token --account nobody 2> /dev/null | cat; echo "failed $?"
     tt get-access-token --resource ${vault} -o jsonc | grep -c $'\\e'; echo "colours \${PIPESTATUS[1]}"`,
  );
  expect(piped.stdout.split('\n')).toEqual([
    'file 0',
    '{',
    'head 0',
    'none 0',
    'full 1',
    'wrong 2',
    'failed 1',
    '0',
    'colours 1',
    '',
  ]);
  expect(piped.stderr).toBe('');
  expect(readFileSync(path.join(desktop.home, 'token.txt'), 'utf8').trim()).toMatch(token);
});

test('a file with presets goes out and comes back in', async ({ desktop, program }) => {
  await enterDemo(program, desktop);
  const there = await inShell(
    desktop,
    'tt presets export graph | tee graph.json | tt presets import - -o none; echo "same $?"',
  );
  expect(there.stdout).toBe('same 0\n');
  expect(readFileSync(path.join(desktop.home, 'graph.json'), 'utf8')).toContain('token-tray-presets');
});

test('a program that does not run is started in the tray, without a window', async ({ desktop }) => {
  const first = await type(desktop, ['get-access-token']);
  expect({ code: first.code, stdout: first.stdout }).toEqual({ code: 1, stdout: '' });
  expect(first.stderr).toMatch(/^(Starting Token Tray…\n)?ERROR: Token Tray is not set up yet/);
  // It stays, for the next one.
  await desktop.tray.icon();
  const next = await type(desktop, ['account', 'list']);
  expect(next).toMatchObject({ code: 0, stdout: '[]\n' });
  const { path: socket } = rendezvousSchema.parse(
    JSON.parse(readFileSync(path.join(profileOf(desktop), 'command-line.json'), 'utf8')),
  );
  expect(existsSync(socket)).toBe(true);
  expect(desktop.browser.openedUrls()).toEqual([]);
  const started = startedBy(desktop);
  expect(started.map(({ type: kind }) => kind)).toContain('main');
  expect(started.map(({ type: kind }) => kind)).not.toContain('renderer');
  killProcesses(started);
  await waitForEnd(started);
});

test('without a desktop there is a plain error', async ({ desktop }) => {
  const { code, stdout, stderr } = await type(desktop, ['get-access-token'], { DISPLAY: undefined });
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(/^ERROR: .*without a desktop/);
});

test('a socket that was left by a program that was killed is in nobody’s way', async ({
  desktop,
  program,
}) => {
  await enterDemo(program, desktop);
  expect((await type(desktop, ['account', 'show', '-o', 'none'])).code).toBe(0);
  await program.kill();
  const after = await type(desktop, ['account', 'show', '--query', 'user.type', '-o', 'tsv']);
  expect({ code: after.code, stdout: after.stdout }).toEqual({ code: 0, stdout: 'user\n' });
  const started = startedBy(desktop);
  killProcesses(started);
  await waitForEnd(started);
});

test('signing in with a code, and out', async ({ desktop, program }) => {
  await enterDemo(program, desktop);
  expect(await type(desktop, ['sign-out'])).toMatchObject({ code: 0, stdout: '' });
  expect((await type(desktop, ['get-access-token', '--resource', vault])).code).toBe(1);
  const opened = desktop.browser.openedUrls().length;

  const child = await start(desktop, ['sign-in', '--device-code', '--query', '[0].user.type', '-o', 'tsv']);
  let told = '';
  child.stderr.on('data', (chunk: Buffer) => (told += chunk.toString()));
  const ended = ending(child);
  await expect.poll(() => told).toMatch(/open \S+ and enter the code \S+\./);
  const [, address = '', code = ''] = /open (\S+) and enter the code (\S+)\./.exec(told) ?? [];
  const page = await desktop.browser.openPage(address);
  await page.getByRole('textbox').fill(code);
  await page.getByRole('button').first().click();
  await page.getByRole('button', { name: zoe }).click();
  expect(await ended).toMatchObject({ code: 0, stdout: 'user\n' });
  // Nobody but the person has opened anything.
  expect(desktop.browser.openedUrls()).toHaveLength(opened);
  expect((await type(desktop, ['get-access-token', '--resource', vault])).code).toBe(0);
});

test('Ctrl+C ends the sign-in that a token waits for', async ({ desktop, program }) => {
  const page = await enterDemo(program, desktop);
  const child = await start(desktop, ['get-access-token', '--preset', 'demo-second-factor', '--interactive']);
  let told = '';
  child.stderr.on('data', (chunk: Buffer) => (told += chunk.toString()));
  const ended = ending(child);
  await desktop.browser.nextUrl();
  await expect.poll(() => told).toBe('Sign in in the browser that has just opened.\n');
  await expect(waitingSheet(page)).toBeVisible();
  child.kill('SIGINT');
  const { code, stdout, stderr } = await ended;
  expect(code).not.toBe(0);
  expect({ stdout, stderr }).toEqual({ stdout: '', stderr: told });
  await expect(waitingSheet(page)).toBeHidden();
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
});

test('az answers for tokens, and the real one for the rest', async ({ desktop, program }) => {
  await enterDemo(program, desktop);
  const folder = path.join(desktop.folder, 'real-az');
  mkdirSync(folder);
  const az = path.join(folder, 'az');
  writeFileSync(az, '#!/bin/sh\nprintf "real:"; printf " <%s>" "$@"; cat; exit 7\n');
  chmodSync(az, 0o755);
  const env = { PATH: `${folder}:/usr/bin:/bin` };
  const own = await type(
    desktop,
    ['az', 'account', 'get-access-token', '--query', 'tokenType', '-o', 'tsv'],
    env,
  );
  expect(own).toEqual({ code: 0, stdout: 'Bearer\n', stderr: '' });
  const passedOn = await type(desktop, ['az', 'group', 'list', '--query', "[?name == 'a b']"], env, ' input');
  expect(passedOn).toEqual({
    code: 7,
    stdout: "real: <group> <list> <--query> <[?name == 'a b']> input",
    stderr: '',
  });
  const without = await type(desktop, ['az', 'group', 'list'], { PATH: folder.replace('real-az', 'no-az') });
  expect({ code: without.code, stdout: without.stdout }).toEqual({ code: 1, stdout: '' });
  expect(without.stderr).toMatch(/^ERROR: .*Azure CLI/);

  // What is not for Token Tray does not need it, and does not start it: over SSH, say.
  await program.quit();
  const alone = await type(desktop, ['az', 'group', 'list'], { ...env, DISPLAY: undefined });
  expect(alone).toMatchObject({ code: 7, stdout: 'real: <group> <list>', stderr: '' });
  expect(startedBy(desktop)).toEqual([]);

  // A script of the same name that only leads back here is not the real one.
  const alias = path.join(desktop.folder, 'alias');
  mkdirSync(alias);
  const [executable = ''] = await command();
  writeFileSync(path.join(alias, 'az'), `#!/bin/sh\n# token-tray\nexec '${executable}' az "$@"\n`);
  chmodSync(path.join(alias, 'az'), 0o755);
  const both = await type(desktop, ['az', 'version'], { PATH: `${alias}:${env.PATH}` });
  expect(both).toMatchObject({ code: 7, stdout: 'real: <version>' });
});
