import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import type { PresetView, Snapshot } from '../../shared/snapshot';
import { draftFor } from '../../shared/test-support/preset-drafts';
import { demoResources } from '../demo/resources';
import { zoe } from '../demo/test-demo';
import type { Fetch } from '../identity/network-client';
import { pick } from '../identity/test-client';
import { TestProgram } from '../test-program';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

let program: TestProgram;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  program = await new TestProgram().start();
  program.person = pick(zoe);
  await program.commands.chooseDemo();
  await until(() => snapshot().account !== undefined && program.hasReadDirectories);
  // From here on nobody is at the browser.
  program.person = undefined;
});

afterEach(async () => {
  vi.useRealTimers();
  await program.stop();
});

const snapshot = (): Snapshot => program.state.snapshot;

function preset(name: string): PresetView {
  const found = snapshot().presets.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no preset ${name} in the snapshot`);
  return found;
}

async function add(name: string, resource: string): Promise<void> {
  await program.commands.addPreset(draftFor(name, resource));
}

const keepFresh = (name: string, wanted = true): Promise<unknown> =>
  program.commands.setKeepFresh({ presetId: preset(name).id, keepFresh: wanted });

const copy = (name: string): Promise<unknown> => program.commands.copyToken({ presetId: preset(name).id });

/** Lets time go by for the program, the demo tenant and MSAL, in steps of 10 s as keeping fresh sees it. */
async function pass(ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += 10 * second) {
    vi.setSystemTime(Date.now() + 10 * second);
    program.timers.pass(10 * second);
    await settled();
  }
}

/** As after a sleep, of which timers know nothing. */
async function sleepUntil(time: number): Promise<void> {
  vi.setSystemTime(time);
  program.timers.pass(15 * minute);
  await settled();
}

/** No token is being got. */
async function settled(): Promise<void> {
  await new Promise(setImmediate);
  await until(() => !snapshot().presets.some(({ acquiring }) => acquiring));
  await new Promise(setImmediate);
}

/** Unlike `expect.poll`, it leaves the clock alone. */
async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
}

async function untilStopped(name: string): Promise<PresetView> {
  await until(() => preset(name).keepFreshStopped !== undefined);
  return preset(name);
}

/** The requests to the token endpoint, by resource, from now on. */
function watchRequests(): string[] {
  const seen: string[] = [];
  const { network } = program;
  program.network = (url, init) => {
    if (init.method === 'POST') seen.push(resourceOf(init));
    return network(url, init);
  };
  return seen;
}

function resourceOf({ body }: RequestInit): string {
  const scope = new URLSearchParams(z.string().parse(body)).get('scope') ?? '';
  return (
    scope
      .split(' ')
      .find((each) => each.endsWith('/.default'))
      ?.replace('/.default', '') ?? ''
  );
}

/** Answers of the token endpoint with other times, in s. */
const withTimes =
  (network: Fetch, expiresIn: number, refreshIn: number): Fetch =>
  async (url, init) => {
    const response = await network(url, init);
    if (init.method !== 'POST') return response;
    const body = z.looseObject({}).parse(await response.json());
    return Response.json({ ...body, expires_in: expiresIn, refresh_in: refreshIn }, response);
  };

describe('a preset that is kept fresh', () => {
  it('has a token as soon as it is switched on, and a copy asks for no other', async () => {
    const requests = watchRequests();
    expect(preset('Demo API').token).toBeUndefined();
    await keepFresh('Demo API');
    await until(() => preset('Demo API').token !== undefined);
    await copy('Demo API');
    expect(program.clipboard.text).toMatch(/^eyJ/);
    expect(requests).toEqual([demoResources.api]);
    expect(program.opened).toHaveLength(1);
  });

  it('has a new token ahead of the end of the one before, and on disk as well', async () => {
    await keepFresh('Demo API');
    await until(() => preset('Demo API').token !== undefined);
    await copy('Demo API');
    const first = program.clipboard.text;
    const { token } = preset('Demo API');
    const requests = watchRequests();
    await sleepUntil((token?.expiresOn ?? 0) - 11 * minute);
    await pass(50 * second);
    expect(requests).toEqual([]);
    await pass(10 * second);
    expect(requests).toEqual([demoResources.api]);
    const renewed = preset('Demo API').token;
    expect(renewed?.expiresOn).toBeGreaterThan(token?.expiresOn ?? 0);
    await copy('Demo API');
    expect(program.clipboard.text).not.toBe(first);
    expect(requests).toHaveLength(1);
    await program.leave();
    await program.comeBack();
    expect(preset('Demo API').token).toEqual(renewed);
  });

  it('is renewed when the authority wants it', async () => {
    program.network = withTimes(program.network, 24 * 3600, 12 * 3600);
    await keepFresh('Demo API');
    await until(() => preset('Demo API').token !== undefined);
    const { token } = preset('Demo API');
    expect((token?.refreshOn ?? 0) - (token?.issuedOn ?? 0)).toBe(12 * hour);
    const requests = watchRequests();
    await sleepUntil((token?.refreshOn ?? 0) - minute);
    await pass(50 * second);
    expect(requests).toEqual([]);
    await pass(20 * second);
    expect(requests).toEqual([demoResources.api]);
    expect(preset('Demo API').token?.issuedOn).toBeGreaterThan(token?.issuedOn ?? 0);
  });

  it('has a short-lived token renewed after half its life', async () => {
    await keepFresh('Demo: short-lived token');
    await until(() => preset('Demo: short-lived token').token !== undefined);
    const requests = watchRequests();
    await pass(10 * minute);
    expect(requests).toEqual(Array.from({ length: 3 }, () => demoResources.shortLived));
    expect(preset('Demo: short-lived token').token?.expiresOn).toBeGreaterThan(Date.now() + 2 * minute);
  });

  it('goes on after the end of the program and its next start', async () => {
    await keepFresh('Demo API');
    await until(() => preset('Demo API').token !== undefined);
    await program.leave();
    const requests = watchRequests();
    await pass(3 * hour);
    expect(requests).toEqual([]);
    await program.comeBack();
    await until(() => (preset('Demo API').token?.expiresOn ?? 0) > Date.now());
  });
});

describe('a renewal that needs a person', () => {
  it.each([
    ['a session that has ended', demoResources.expired],
    ['a refresh token that was revoked', demoResources.revoked],
    ['a second factor', demoResources.mfa],
    ['consent', demoResources.consent],
  ])('(%s) ends it, without a browser, a window or a failure on show', async (_name, resource) => {
    await add('Troublesome', resource);
    const requests = watchRequests();
    await keepFresh('Troublesome');
    const stopped = await untilStopped('Troublesome');
    expect(stopped).toMatchObject({ keepFreshStopped: 'sign-in-needed', problem: 'sign-in-needed' });
    await pass(hour);
    expect(requests).toEqual([resource]);
    expect(program.opened).toHaveLength(1);
    expect(program.windowOpened).toBe(0);
    expect(snapshot().failure).toBeUndefined();
    expect(snapshot().signIn).toBeUndefined();
  });

  it('goes on when the person has signed in for it', async () => {
    await add('Troublesome', demoResources.mfa);
    await keepFresh('Troublesome');
    await untilStopped('Troublesome');
    program.person = pick(zoe, 'Approve');
    await program.commands.signInForPreset({ presetId: preset('Troublesome').id });
    await until(() => preset('Troublesome').keepFreshStopped === undefined);
    const requests = watchRequests();
    await sleepUntil((preset('Troublesome').token?.expiresOn ?? 0) - 9 * minute);
    expect(requests).toEqual([demoResources.mfa]);
    expect(preset('Troublesome').keepFreshStopped).toBeUndefined();
  });

  it('leaves the failure on show that the person is reading', async () => {
    await copy('Demo: blocked by policy');
    const { failure } = snapshot();
    expect(failure).toMatchObject({ kind: 'blocked' });
    await keepFresh('Demo: expired session');
    await untilStopped('Demo: expired session');
    await keepFresh('Demo API');
    await until(() => preset('Demo API').token !== undefined);
    expect(snapshot().failure?.details).toBe(failure?.details);
  });
});

describe('a renewal that no sign-in helps', () => {
  it.each([
    ['a policy blocks it', demoResources.blocked],
    ['there is no such resource', 'not a resource'],
  ])('ends at once: %s', async (_name, resource) => {
    await add('Refused', 'api://to-be-edited');
    const { id, name } = preset('Refused');
    await program.presets.replace({
      ...(program.presets.find(id) ?? never()),
      targets: { demo: { scopes: [`${resource}/.default`], requests: [] } },
    });
    const requests = watchRequests();
    await keepFresh(name);
    expect(await untilStopped(name)).toMatchObject({ keepFreshStopped: 'failed', problem: 'failed' });
    await pass(hour);
    expect(requests.length).toBeLessThanOrEqual(1);
    expect(program.opened).toHaveLength(1);
    expect(snapshot().failure).toBeUndefined();
  });
});

describe('a renewal that fails', () => {
  it('because the service is busy, is tried four times more, and then no more until somebody wants it', async () => {
    await add('Busy', demoResources.busy);
    const requests = watchRequests();
    await keepFresh('Busy');
    await pass(20 * minute);
    expect(preset('Busy').keepFreshStopped).toBeUndefined();
    await pass(5 * minute);
    expect(preset('Busy').keepFreshStopped).toBe('failed');
    // The clock stands still during a request, so that the second try comes when MSAL still refuses it by itself.
    expect(requests).toHaveLength(4);
    await pass(2 * hour);
    expect(requests).toHaveLength(4);
    await keepFresh('Busy', false);
    await keepFresh('Busy');
    await until(() => requests.length === 5);
    expect(snapshot().failure).toBeUndefined();
  });

  it('because the network is silent, is tried for one of all that are due, and then for all', async () => {
    const { network } = program;
    program.network = () => Promise.reject(new TypeError('the network is silent'));
    const requests = watchRequests();
    for (const name of ['Demo API', 'Key Vault', 'Storage']) await keepFresh(name);
    await settled();
    const before = requests.length;
    await pass(50 * second);
    expect(requests).toHaveLength(before);
    program.network = network;
    await pass(2 * minute);
    for (const name of ['Demo API', 'Key Vault', 'Storage']) expect(preset(name).token).toBeDefined();
  });

  it('is not even tried while the computer is offline', async () => {
    program.isOnline = false;
    const requests = watchRequests();
    await keepFresh('Demo API');
    await pass(hour);
    expect(requests).toEqual([]);
    program.isOnline = true;
    await pass(30 * second);
    expect(preset('Demo API').token).toBeDefined();
    expect(requests).toHaveLength(1);
  });
});

describe('a person who copies while many are renewed', { timeout: 30_000 }, () => {
  const names = Array.from({ length: 10 }, (_, index) => `API ${index}`);
  let requests: string[];
  let answer: () => void;

  /** Ten are due, and the first waits for its answer. */
  beforeEach(async () => {
    for (const name of names) await add(name, `https://api-${name.slice(4)}.example.com`);
    await copy('Demo API');
    program.isOnline = false;
    for (const name of names) await keepFresh(name);
    const held = new Promise<void>((resolve) => (answer = resolve));
    requests = watchRequests();
    const { network } = program;
    program.network = async (url, init) => {
      const response = network(url, init);
      if (init.method === 'POST' && requests.length === 1) await held;
      return response;
    };
    program.isOnline = true;
    program.timers.pass(30 * second);
    await until(() => requests.length === 1);
  }, 30_000);

  it('has a good token without waiting for any of them', async () => {
    program.clipboard.text = '';
    await copy('Demo API');
    expect(program.clipboard.text).toMatch(/^eyJ/);
    expect(requests).toHaveLength(1);
    answer();
    await until(() => requests.length === names.length);
  });

  it('waits for one of them at most when the token has to be got', async () => {
    const copied = copy('Key Vault');
    answer();
    await copied;
    expect(requests.indexOf('https://vault.azure.net')).toBe(1);
    await until(() => requests.length === names.length + 1);
  });
});

function never(): never {
  throw new Error('this cannot be');
}
