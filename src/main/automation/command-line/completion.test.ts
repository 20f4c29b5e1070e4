import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestProgram } from '../../test-program';
import type { CompletionShell } from './completion';
import { typed } from './test-command-line';

const has = (program: string): boolean => spawnSync(program, ['--version']).error === undefined;

let folder: string;

/** Scripts as the program gives them. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'token-tray-completion-'));
  const program = await new TestProgram().start();
  for (const shell of ['bash', 'zsh', 'fish', 'powershell'] satisfies CompletionShell[])
    writeFileSync(file(shell), (await typed(program, ['completion', shell])).stdout);
  await program.stop();
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (shell: CompletionShell): string => join(folder, shell);

/** What each shell offers after these words, the last of them still being typed. */
const offers: Partial<Record<CompletionShell, (words: readonly string[]) => readonly string[]>> = {
  bash: (words) =>
    run('bash', [
      '--norc',
      '-c',
      `source "$1"; shift; COMP_WORDS=(token-tray "$@"); COMP_CWORD=$#
       _token_tray token-tray "\${COMP_WORDS[COMP_CWORD]}" "\${COMP_WORDS[COMP_CWORD-1]}"
       printf '%s\\n' "\${COMPREPLY[@]}"`,
      'bash',
      file('bash'),
      ...words,
    ]),
  fish: (words) =>
    run('fish', [
      '--no-config',
      '-c',
      `source $argv[1]; complete --do-complete "token-tray $argv[2]" | string replace -r '\\t.*' ''`,
      file('fish'),
      words.join(' '),
    ]),
  // As its completion system calls it; what is begun is picked there, by `compadd` itself.
  zsh: (words) =>
    run('zsh', [
      '-f',
      '-c',
      `compdef() { :; }; _files() { :; }
       compadd() { shift; print -rl -- "$@"; }
       source $1; shift
       words=(token-tray "$@"); CURRENT=$#words
       _token_tray`,
      'zsh',
      file('zsh'),
      ...words,
    ]).filter((each) => each.startsWith(words.at(-1) ?? '')),
};

function run(program: string, args: readonly string[]): readonly string[] {
  const env = { PATH: process.env['PATH'], HOME: folder, TERM: 'dumb', LANG: 'C.UTF-8', COLUMNS: '200' };
  const out = execFileSync(program, args, { env, timeout: 20_000 }).toString('utf8');
  return out.split(/\s+/).filter((word) => word !== '');
}

describe.each(['bash', 'zsh', 'fish'] as const)('%s completes', (shell) => {
  const offered = (...words: readonly string[]): readonly string[] => offers[shell]?.(words) ?? [];

  it.skipIf(!has(shell)).each([
    ['commands', [''], ['get-access-token', 'account', 'presets', 'doctor', 'sign-in', 'az'], ['list']],
    ['commands of a group', ['account', ''], ['list', 'show'], ['doctor']],
    ['what is begun', ['presets', 'ex'], ['export'], ['import', 'list']],
    ['options', ['get-access-token', '--res'], ['--resource', '--resource-type'], ['--scope']],
    ['values of an option', ['get-access-token', '--output', ''], ['jsonc', 'tsv', 'table'], ['--query']],
    ['what begins one', ['get-access-token', '--resource-type', 'm'], ['media', 'ms-graph'], ['arm']],
    ['shells', ['completion', ''], ['bash', 'powershell'], ['doctor']],
  ])('%s', (_what, words, there, missing) => {
    const found = offered(...words);
    expect(found).toEqual(expect.arrayContaining(there));
    for (const each of missing) expect(found).not.toContain(each);
  });
});

describe('a script for completion', () => {
  it.skipIf(!has('bash'))('has no mistakes for bash', () => {
    expect(execFileSync('bash', ['-n', file('bash')]).toString()).toBe('');
  });
  it.skipIf(!has('zsh'))('has none for zsh', () => {
    expect(execFileSync('zsh', ['-n', file('zsh')]).toString()).toBe('');
  });
  it.skipIf(!has('zsh'))('is taken by zsh’s own completion system', () => {
    const text = `autoload -Uz compinit && compinit -u -d $2/dump; source $1; print -r -- $_comps[token-tray]`;
    expect(run('zsh', ['-f', '-c', text, 'zsh', file('zsh'), folder])).toEqual(['_token_tray']);
  });
  it.skipIf(!has('fish'))('has none for fish', () => {
    expect(execFileSync('fish', ['--no-execute', file('fish')]).toString()).toBe('');
  });
});
