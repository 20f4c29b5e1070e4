import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import { ensureElectronRuntime } from '../../build/electron-runtime.mjs';
import { AzOracle, hasAz } from '../../src/main/test-support/az-oracle';
import { expect, test } from '../desktop/fixtures';
import { enterDemo } from '../person';
import { report } from './comparison';

const repositoryRoot = path.resolve(import.meta.dirname, '../..');

/** The first of them warms up and does not count. */
const REPETITIONS = 41;

const question = ['--query', 'tokenType', '-o', 'tsv'];

interface Contender {
  readonly command: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  /** What it has to say, or nothing was measured. */
  readonly says: string;
}

/** From start to end of the process, in ms. */
function timed({ command: [program = '', ...args], env, says }: Contender): Promise<number> {
  const from = performance.now();
  const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'ignore'] });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      const took = performance.now() - from;
      if (code === 0 && said === says) resolve(took);
      else reject(new Error(`${program} ended with ${code ?? 'a signal'} and said ${said}`));
    });
  });
}

test('a cached token by the command line', async ({ desktop, program }, info) => {
  test.skip(!hasAz || spawnSync('az', ['--version']).status !== 0, 'azure-cli not found');
  test.setTimeout(600_000);
  await enterDemo(program, desktop);
  const az = await AzOracle.start();
  try {
    const { executable } = await ensureElectronRuntime();
    const switches = [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu'];
    const contenders = {
      own: {
        command: [executable, ...switches, repositoryRoot, 'get-access-token', ...question],
        env: desktop.env,
        says: 'Bearer\n',
      },
      az: {
        command: ['az', 'account', 'get-access-token', ...question],
        env: az.env,
        says: 'Bearer\n',
      },
      bare: {
        command: [executable, ...switches, path.join(import.meta.dirname, 'bare-exit')],
        env: desktop.env,
        says: '',
      },
    } satisfies Record<string, Contender>;
    const readings = { own: [] as number[], az: [] as number[], bare: [] as number[] };
    for (let round = 0; round < REPETITIONS; round += 1)
      for (const kind of ['own', 'az', 'bare'] as const) readings[kind].push(await timed(contenders[kind]));
    const counted = (kind: keyof typeof readings) => readings[kind].slice(1);
    expect(counted('own')).toHaveLength(REPETITIONS - 1);
    const aim = { of: 'ratio', atMost: 0.6 } as const;
    await report(info, {
      name: 'get-access-token, cached',
      unit: 'ms',
      product: counted('own'),
      reference: { name: 'az from its cache', readings: counted('az') },
      aim,
    });
    await report(info, {
      name: 'a bare Electron that only exits, the floor',
      unit: 'ms',
      product: counted('bare'),
      reference: { name: 'az from its cache', readings: counted('az') },
      aim,
    });
  } finally {
    await az.stop();
  }
});
