import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BuiltInFormat } from '../../shared/copy-format';
import { isThere, runProgram } from './run-program';

/** Runs texts of one format for real, many in one process where that can be. */
export interface SnippetRunner {
  readonly name: string;
  readonly format: BuiltInFormat;
  /** What it cannot do without. */
  readonly programs: readonly string[];
  /** How many are run at once. */
  readonly batch: number;
  /** What it cannot write, and says so where it is made. */
  readonly limits?: {
    readonly asciiHeaders?: true;
    readonly noBodyWithGet?: true;
    readonly noEscapedMarks?: true;
    readonly leavesOutEmptyHeaders?: true;
    readonly noPrototypeHeader?: true;
  };
  run(texts: readonly string[], folder: string, env: Readonly<Record<string, string>>): Promise<void>;
}

const python = '/usr/bin/python3';

const inShell =
  (shell: string) =>
  async (
    texts: readonly string[],
    folder: string,
    env: Readonly<Record<string, string>> = {},
  ): Promise<void> => {
    const script = join(folder, 'script');
    // With its end said, so that a text that swallows what follows is seen.
    await writeFile(script, [...texts, 'echo END-OF-SCRIPT', ''].join('\n'));
    const output = await runProgram(shell, [script], folder, env);
    if (!output.endsWith('END-OF-SCRIPT\n'))
      throw new Error(`The script did not come to its end: ${output.slice(-500)}`);
  };

/** bash takes the commands apart; HTTPie, which takes its time to start, then runs them all in one process. */
async function inHttpie(texts: readonly string[], folder: string): Promise<void> {
  const collect = `http() { printf '%s\\0' "$@" >> script.arguments; printf '\\1\\0' >> script.arguments; }`;
  await inShell('bash')([collect, ...texts], folder);
  const run = `
import sys
from httpie.core import main
commands = open("script.arguments", "rb").read().decode().split("\\1\\0")[:-1]
for command in commands:
    main(["http", "--ignore-stdin", *command.split("\\0")[:-1]])
`;
  await writeFile(join(folder, 'script.py'), run);
  await runProgram(python, ['script.py'], folder, { HTTPIE_CONFIG_DIR: folder });
}

async function inNode(texts: readonly string[], folder: string): Promise<void> {
  const script = join(folder, 'script.mjs');
  await writeFile(script, texts.map((text) => `{\n${text}\n}`).join('\n'));
  await runProgram(process.execPath, [script], folder);
}

async function inPython(texts: readonly string[], folder: string): Promise<void> {
  const script = join(folder, 'script.py');
  await writeFile(script, texts.join('\n'));
  await runProgram(python, [script], folder);
}

/** Each text is a program; their main functions become functions of one. */
async function inGo(texts: readonly string[], folder: string): Promise<void> {
  const functions = texts.map((text, index) => {
    const [, body] = text.split('func main() {\n');
    return `func case${index}() {\n${body ?? ''}`;
  });
  const program = [
    'package main',
    'import ("fmt"; "io"; "net/http"; "strings")',
    'var _ = strings.NewReader',
    ...functions,
    'func main() {',
    ...texts.map((_text, index) => `case${index}()`),
    '}',
  ].join('\n');
  const script = join(folder, 'script.go');
  await writeFile(script, program);
  // What was compiled before need not be compiled again.
  const cache = process.env['GOCACHE'] ?? join(process.env['HOME'] ?? folder, '.cache', 'go-build');
  await runProgram('go', ['run', script], folder, { GO111MODULE: 'off', GOCACHE: cache });
}

/** Mono's compiler knows C# 7: no top-level statements, and no `using` without a block. */
async function inMono(texts: readonly string[], folder: string): Promise<void> {
  const methods = texts.map((text, index) => {
    const statements = text.replace(/^using System[^\n]*\n/gm, '').replaceAll(/^using var /gm, 'var ');
    return `static async Task Case${index}() {\n${statements}\n}`;
  });
  const program = [
    'using System; using System.Net.Http; using System.Text; using System.Threading.Tasks;',
    'static class Program {',
    ...methods,
    'static void Main() {',
    ...texts.map((_text, index) => `Case${index}().GetAwaiter().GetResult();`),
    '}',
    '}',
  ].join('\n');
  await writeFile(join(folder, 'script.cs'), program);
  await runProgram('mcs', ['-r:System.Net.Http.dll', '-out:script.exe', 'script.cs'], folder);
  await runProgram('mono', ['script.exe'], folder);
}

export const snippetRunners: readonly SnippetRunner[] = [
  ...['bash', 'dash', 'zsh'].map((shell) => ({
    name: `curl in ${shell}`,
    format: 'curl-bash' as const,
    programs: [shell, 'curl'],
    batch: 24,
    run: inShell(shell),
  })),
  ...['bash', 'dash', 'zsh'].map((shell) => ({
    name: `curl with the endpoint's token in ${shell}`,
    format: 'endpoint-curl' as const,
    programs: [shell, 'curl', 'sed'],
    batch: 24,
    run: inShell(shell),
  })),
  { name: 'wget', format: 'wget', programs: ['dash', 'wget'], batch: 24, run: inShell('dash') },
  {
    name: 'HTTPie',
    format: 'httpie',
    programs: ['bash', 'http'],
    batch: 40,
    limits: { noEscapedMarks: true },
    run: inHttpie,
  },
  {
    name: 'Python requests',
    format: 'python-requests',
    programs: ['python3'],
    batch: 60,
    run: inPython,
  },
  {
    name: 'fetch in Node',
    format: 'javascript-fetch',
    programs: [],
    batch: 60,
    limits: { noBodyWithGet: true, noPrototypeHeader: true },
    run: inNode,
  },
  { name: 'Go', format: 'go-net-http', programs: ['go'], batch: 60, run: inGo },
  {
    name: 'C# in Mono',
    format: 'csharp-httpclient',
    programs: ['mcs', 'mono'],
    batch: 60,
    limits: { asciiHeaders: true, noBodyWithGet: true, leavesOutEmptyHeaders: true },
    run: inMono,
  },
];

/** Whether all that a runner needs is on this computer. */
export async function canRun({ name, programs }: SnippetRunner, folder: string): Promise<boolean> {
  if (!programs.every(isThere)) return false;
  if (name !== 'Python requests') return true;
  return runProgram(python, ['-c', 'import requests'], folder).then(
    () => true,
    () => false,
  );
}
