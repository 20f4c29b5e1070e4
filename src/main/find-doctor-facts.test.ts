import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findDoctorFacts } from './find-doctor-facts';
import { enterDemo } from './test-enter-demo';
import { FakeTimers } from './test-support/fake-timers';
import { TestProgram } from './test-program';

let program: TestProgram;
let server: Server;
/** Answers nothing unless a test says so. */
let answer: (send: () => void) => void;
/** Told of each request. */
let asked: () => void;
let timers: FakeTimers;

beforeEach(async () => {
  answer = () => undefined;
  timers = new FakeTimers();
  server = createServer((_request, response) => {
    asked();
    answer(() => response.writeHead(401, { date: 'Sat, 28 Nov 2026 10:00:30 GMT' }).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  program = new TestProgram();
  await program.start();
  await enterDemo(program);
});

afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await program.stop();
});

const find = (left = new AbortController().signal) =>
  findDoctorFacts(
    {
      state: program.state,
      clients: { reachable: () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/` },
      secrets: { isProtected: () => Promise.resolve(true) },
      fetch,
      resolveProxy: () => Promise.resolve('DIRECT'),
      versions: { program: '1', electron: '33', system: 'Linux 6' },
      after: timers.after,
      now: () => Date.parse('2026-11-28T10:00:00Z'),
    },
    left,
  );

/** Until the sign-in service and Azure Resource Manager have been asked. */
const bothAsked = (): Promise<void> =>
  new Promise((resolve) => {
    let count = 0;
    asked = () => {
      count += 1;
      if (count === 2) resolve();
    };
  });

describe('what the doctor finds out', () => {
  it('is that any answer will do, and what its clock says', async () => {
    answer = (send) => send();
    asked = () => undefined;
    const { reached, clockSkew, proxy } = await find();
    expect(reached.map(({ what, problem }) => ({ what, problem }))).toEqual([
      { what: 'sign-in', problem: undefined },
      { what: 'resource-manager', problem: undefined },
    ]);
    expect({ clockSkew, proxy }).toEqual({ clockSkew: 30_000, proxy: 'DIRECT' });
    expect(timers.waiting).toBe(0);
  });

  it('is that nobody answers, after ten seconds', async () => {
    const both = bothAsked();
    const finding = find();
    await both;
    timers.pass(10_000);
    const { reached, clockSkew } = await finding;
    for (const { took, problem } of reached) {
      expect(took).toBeUndefined();
      expect(problem).toMatch(/did not answer in time/);
    }
    expect(reached).toHaveLength(2);
    expect(clockSkew).toBeUndefined();
  });

  it('is given up when whoever asked has left', async () => {
    const both = bothAsked();
    const leaving = new AbortController();
    const finding = find(leaving.signal);
    await both;
    leaving.abort();
    await finding;
    expect(timers.waiting).toBe(0);
  });
});
