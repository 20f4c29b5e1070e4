import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { Agent, request } from 'node:http';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Page } from 'playwright/test';
import { quantile } from '../../build/bench-figures.mjs';
import { AzOracle, hasAz } from '../../src/main/test-support/test-az';
import type { DesktopSession } from '../desktop/desktop-session';
import { expect, test } from '../desktop/fixtures';
import { enterDemo } from '../person';
import { report } from './comparison';
import { settledMemory } from './tray-program';

/** Enough that none comes near its hundred requests a second, however quick the endpoint is. */
const CONSUMERS = 60;
/** As many as there may be at once. */
const CONNECTIONS = 50;
/** Requests one after another, of each kind. */
const IN_TURN = 2000;
const AT_ONCE = 10_000;
const ROUNDS = 5;
const FOR_MEMORY = 100_000;
const AZ_REPETITIONS = 11;

const vault = 'https://vault.azure.net';

/** Where a request goes, by turn: consumers take turns, so that none is held back. */
type Target = (turn: number) => { readonly port: number; readonly secret: string };

/** How long until all of the answer is there, in ms. */
function ask(target: Target, turn: number, agent: Agent | false): Promise<number> {
  const { port, secret } = target(turn);
  const from = performance.now();
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        host: '127.0.0.1',
        port,
        path: `/msi/token?api-version=2019-08-01&resource=${encodeURIComponent(vault)}`,
        headers: { 'X-IDENTITY-HEADER': secret },
        agent,
      },
      (response) => {
        response.resume();
        response.once('end', () =>
          response.statusCode === 200
            ? resolve(performance.now() - from)
            : reject(new Error(`answered with ${response.statusCode ?? 'nothing'}`)),
        );
      },
    );
    sent.once('error', reject);
    sent.end();
  });
}

async function inTurn(target: Target, count: number, agent: Agent | false): Promise<number[]> {
  const took: number[] = [];
  for (let turn = 0; turn < count; turn += 1) took.push(await ask(target, turn, agent));
  return took;
}

/** As fast as they are answered on all connections. Returns ms per request. */
async function atOnce(target: Target, count: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  let turn = 0;
  const connection = async (): Promise<void> => {
    while (turn < count) {
      turn += 1;
      await ask(target, turn, agent);
    }
  };
  const from = performance.now();
  await Promise.all(Array.from({ length: CONNECTIONS }, connection));
  const took = performance.now() - from;
  agent.destroy();
  return took / count;
}

/** Adds programs as the page does, and returns the secrets that a person would paste. */
async function addConsumers(page: Page, desktop: DesktopSession): Promise<Target> {
  await page.evaluate(() => window.tokenTray.run('changeSettings', { change: { localEndpoint: true } }));
  const endpoint = () => page.evaluate(async () => (await window.tokenTray.getSnapshot()).endpoint);
  await expect.poll(async () => (await endpoint()).state).toBe('running');
  const { port = 0 } = await endpoint();
  const secrets: string[] = [];
  while (secrets.length < CONSUMERS) {
    const draft = {
      name: `program ${secrets.length}`,
      identity: {},
      resources: vault,
      asksForOthers: false,
      expiresOn: null,
      fromContainers: false,
    };
    await page.evaluate(async (given) => {
      const { tokenTray } = window;
      await tokenTray.run('addConsumer', given);
      const consumerId = (await tokenTray.getSnapshot()).endpoint.freshSecretOf ?? '';
      await tokenTray.run('copyConsumerLines', { consumerId, form: 'dotenv' });
    }, draft);
    const secretIn = (text: string): string => /^IDENTITY_HEADER=(.+)$/m.exec(text)?.[1] ?? '';
    const text = await desktop.clipboard.waitFor((each) => ![...secrets, ''].includes(secretIn(each)));
    secrets.push(secretIn(text));
  }
  await page.evaluate(() => window.tokenTray.run('forgetConsumerSecret', {}));
  return (turn) => ({ port, secret: secrets[turn % secrets.length] ?? '' });
}

/** Node's own server, without anything of ours. */
async function startBareServer(): Promise<{ readonly target: Target; readonly child: ChildProcess }> {
  const file = path.join(import.meta.dirname, 'bare-server.mjs');
  const child = spawn(process.execPath, [file], { stdio: ['pipe', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: child.stdout }))
    return { target: () => ({ port: Number(line), secret: 'none' }), child };
  throw new Error('The bare server did not start.');
}

test('a cached token by the local endpoint', async ({ program, desktop }, info) => {
  const page = await enterDemo(program, desktop);
  const own = await addConsumers(page, desktop);
  await page.close();
  const { target: bare, child } = await startBareServer();
  const nothing = 'a bare node:http server';

  const oneConnection = (): Agent => new Agent({ keepAlive: true, maxSockets: 1 });
  const ways: readonly (readonly [string, () => Agent | false])[] = [
    ['one connection', oneConnection],
    ['a connection for each', () => false],
  ];
  for (const [title, agents] of ways) {
    const took = { own: [] as number[], bare: [] as number[] };
    const agent = { own: agents(), bare: agents() };
    await inTurn(own, 500, agent.own);
    await inTurn(bare, 500, agent.bare);
    for (let done = 0; done < IN_TURN; done += 100) {
      took.own.push(...(await inTurn(own, 100, agent.own)));
      took.bare.push(...(await inTurn(bare, 100, agent.bare)));
    }
    // All of the endpoint's connections are needed below.
    for (const each of Object.values(agent)) if (each !== false) each.destroy();
    const name = `cached token by the endpoint, ${title}`;
    await report(info, {
      name,
      unit: 'ms',
      product: took.own,
      reference: { name: nothing, readings: took.bare },
      aim: { of: 'median', atMost: 5 },
    });
    await report(info, {
      name: `${name}: 99th percentile`,
      unit: 'ms',
      product: [quantile(took.own, 0.99)],
      reference: { name: nothing, readings: [quantile(took.bare, 0.99)] },
      aim: { of: 'median', atMost: 20 },
    });
  }

  const each = { own: [] as number[], bare: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    // The bare one first: until then the last connections to the other are closed.
    each.bare.push(await atOnce(bare, AT_ONCE));
    each.own.push(await atOnce(own, AT_ONCE));
  }
  await report(info, {
    name: `time per token, ${CONSUMERS} programs on ${CONNECTIONS} connections`,
    unit: 'ms',
    product: each.own,
    reference: { name: nothing, readings: each.bare },
    // A thousand a second.
    aim: { of: 'median', atMost: 1 },
  });

  const before = await settledMemory(program.pid);
  await atOnce(own, FOR_MEMORY);
  const after = await settledMemory(program.pid);
  await report(info, {
    name: `memory after ${FOR_MEMORY.toLocaleString('en')} tokens`,
    unit: 'MiB',
    product: [after],
    reference: { name: 'before', readings: [before] },
    aim: { of: 'ratio', atMost: 1.05 },
  });
  child.stdin?.end();

  if (!hasAz || spawnSync('az', ['--version']).status !== 0) return;
  const az = await AzOracle.start();
  try {
    const readings: number[] = [];
    for (let round = 0; round < AZ_REPETITIONS; round += 1) {
      const from = performance.now();
      const { status } = spawnSync('az', ['account', 'get-access-token'], { env: az.env });
      expect(status).toBe(0);
      readings.push(performance.now() - from);
    }
    const agent = oneConnection();
    const took = await inTurn(own, 1000, agent);
    agent.destroy();
    await report(info, {
      name: 'cached token by the endpoint',
      unit: 'ms',
      product: took,
      reference: { name: 'az from its cache', readings: readings.slice(1) },
      aim: { of: 'ratio', atMost: 0.01 },
    });
  } finally {
    await az.stop();
  }
});
