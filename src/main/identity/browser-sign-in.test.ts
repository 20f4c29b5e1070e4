import { describe, expect, it } from 'vitest';
import { FakeTimers } from '../test-support/fake-timers';
import { startServer } from '../test-support/http-server';
import { testNow } from '../test-support/temporary-place';
import { BrowserSignIn, signInTimeout } from './browser-sign-in';
import { SignInCancelled, SignInTimedOut } from './failures';

const nextTurn = (): Promise<void> => new Promise(setImmediate);

function make(openBrowser: (url: string) => Promise<void> = () => Promise.resolve()) {
  const timers = new FakeTimers();
  const opened: string[] = [];
  const logged: string[] = [];
  const log = (text: string): void => void logged.push(text);
  let changes = 0;
  const signIn = new BrowserSignIn({
    openBrowser: (url) => {
      opened.push(url);
      return openBrowser(url);
    },
    after: timers.after,
    now: () => testNow,
    log: { info: log, warn: log, error: log },
    changed: () => (changes += 1),
  });
  return { signIn, timers, opened, logged, changes: () => changes };
}

/** MSAL's half: it listens on loopback, and fails when the answer that comes there is an error. */
async function listen() {
  let failed: (error: Error) => void = () => undefined;
  const answer = new Promise<string>((_resolve, reject) => (failed = reject));
  answer.catch(() => undefined);
  const server = await startServer((_request, response) => {
    response.end('You can return');
    failed(new Error('access_denied'));
  });
  const { port } = new URL(server.origin);
  const parameters = new URLSearchParams({ redirect_uri: `http://localhost:${port}`, state: 'the state' });
  const url = `https://login.example/authorize?${parameters}`;
  const acquire = async (openBrowser: (url: string) => Promise<void>): Promise<string> => {
    await openBrowser(url);
    return answer;
  };
  return { server, url, acquire };
}

describe('a sign-in in the browser', () => {
  it('opens the address and gives what the sign-in gives', async () => {
    const { signIn, timers, opened, changes } = make();
    const result = signIn.run(async (openBrowser) => {
      await openBrowser('https://login.example/authorize');
      return 'token';
    });
    expect(await result).toBe('token');
    expect(opened).toEqual(['https://login.example/authorize']);
    expect(signIn.link).toBe('https://login.example/authorize');
    expect(changes()).toBe(1);
    expect(timers.waiting).toBe(0);
  });

  it('does not wait for the browser, which may take its time to start', async () => {
    const { signIn } = make(() => new Promise(() => undefined));
    const result = await signIn.run(async (openBrowser) => {
      await openBrowser('https://login.example/authorize');
      return 'token';
    });
    expect(result).toBe('token');
  });

  it('tells what went wrong as it is, and leaves no timer', async () => {
    const { signIn, timers } = make();
    const error = new Error('consent_required');
    await expect(signIn.run(() => Promise.reject(error))).rejects.toBe(error);
    expect(timers.waiting).toBe(0);
  });

  it('says until when it waits', () => {
    expect(make().signIn.endsOn).toBe(testNow + 5 * 60_000);
  });
});

describe('a sign-in that the person ends in Token Tray', () => {
  it('gives MSAL’s listener the answer of a person who declines, so that the port is freed', async () => {
    const { server, acquire } = await listen();
    const { signIn, timers } = make();
    const result = signIn.run(acquire);
    signIn.stop(new SignInCancelled());
    await expect(result).rejects.toBeInstanceOf(SignInCancelled);
    expect(server.requests).toHaveLength(1);
    const [request] = server.requests;
    expect(request).toMatchObject({ method: 'POST', url: '/' });
    const answer = Object.fromEntries(new URLSearchParams(request?.body));
    expect(answer).toMatchObject({ error: 'access_denied', state: 'the state' });
    expect(timers.waiting).toBe(0);
  });

  it('answers once, however often Cancel is pressed', async () => {
    const { server, acquire } = await listen();
    const { signIn, timers } = make();
    const result = signIn.run(acquire);
    signIn.stop(new SignInCancelled());
    signIn.stop(new SignInCancelled());
    timers.pass(signInTimeout);
    await expect(result).rejects.toBeInstanceOf(SignInCancelled);
    await nextTurn();
    expect(server.requests).toHaveLength(1);
  });

  it('never opens the browser when it was ended before the address was known', async () => {
    const { signIn, opened } = make();
    const result = signIn.run(async (openBrowser) => {
      await nextTurn();
      await openBrowser('https://login.example/authorize');
    });
    signIn.stop(new SignInCancelled());
    await expect(result).rejects.toBeInstanceOf(SignInCancelled);
    expect(opened).toEqual([]);
  });

  it('gives nothing when it is cancelled after the browser has answered', async () => {
    const { server, url } = await listen();
    await server.stop();
    const { signIn } = make();
    let finish = (): void => undefined;
    const result = signIn.run(async (openBrowser) => {
      await openBrowser(url);
      await new Promise<void>((resolve) => (finish = resolve));
      return 'token';
    });
    await nextTurn();
    signIn.stop(new SignInCancelled());
    finish();
    await expect(result).rejects.toBeInstanceOf(SignInCancelled);
  });
});

describe('a sign-in that nobody finishes', () => {
  it('ends after five minutes, and not before', async () => {
    const { server, acquire } = await listen();
    const { signIn, timers } = make();
    const result = signIn.run(acquire);
    timers.pass(5 * 60_000 - 1);
    await nextTurn();
    expect(server.requests).toHaveLength(0);
    timers.pass(1);
    await expect(result).rejects.toBeInstanceOf(SignInTimedOut);
  });
});

describe('a browser that does not open', () => {
  const failing = () => Promise.reject(new Error('no browser'));

  it('is said, and the link stays to be copied', async () => {
    const { signIn, logged, changes } = make(failing);
    void signIn.run((openBrowser) => openBrowser('https://login.example/authorize?state=secret'));
    await nextTurn();
    expect(signIn.browserFailed).toBe(true);
    expect(signIn.link).toContain('login.example');
    expect(changes()).toBe(2);
    expect(logged.join()).toMatch(/browser/);
    expect(logged.join()).not.toContain('secret');
  });

  it('is forgotten when it opens the second time', async () => {
    let works = false;
    const { signIn, opened } = make(() => (works ? Promise.resolve() : failing()));
    void signIn.run((openBrowser) => openBrowser('https://login.example/authorize'));
    await nextTurn();
    works = true;
    signIn.openAgain();
    await nextTurn();
    expect(signIn.browserFailed).toBe(false);
    expect(opened).toHaveLength(2);
  });

  it('is not opened again before there is an address', () => {
    const { signIn, opened } = make();
    signIn.openAgain();
    expect(opened).toEqual([]);
  });
});
