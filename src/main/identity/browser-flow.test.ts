import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { demoResources } from '../demo/resources';
import { alex, zoe } from '../demo/test-demo';
import { signInTimeout } from './browser-sign-in';
import { SignInCancelled } from './failures';
import { failureOf, pick, scopesOf, TestClient } from './test-client';

let client: TestClient;

beforeEach(async () => {
  client = await new TestClient().start();
});

afterEach(() => client.stop());

describe('a sign-in in the browser', () => {
  it('ends when the person cancels it, and frees the port', async () => {
    const asked = client.signIn();
    const port = await client.untilSignInIsOpen();
    expect(await canListenOn(port)).toBe(false);
    client.desk.cancel();
    await expect(asked).rejects.toBeInstanceOf(SignInCancelled);
    expect(await canListenOn(port)).toBe(true);
    expect(client.progress.at(-1)).toBeUndefined();
  });

  it('ends after five minutes, and frees the port', async () => {
    let atTimeout: (() => void) | undefined;
    client.after = (ms, work) => {
      expect(ms).toBe(signInTimeout);
      atTimeout = work;
      return () => undefined;
    };
    const asked = failureOf(client.signIn());
    const port = await client.untilSignInIsOpen();
    atTimeout?.();
    expect((await asked).failure.kind).toBe('timed-out');
    expect(await canListenOn(port)).toBe(true);
  });

  it('ends for want of a browser where none could be opened', async () => {
    client.browserStarts = false;
    let atTimeout: (() => void) | undefined;
    client.after = (_ms, work) => {
      atTimeout = work;
      return () => undefined;
    };
    const asked = failureOf(client.signIn());
    await expect.poll(() => client.progress.at(-1)?.browserFailed).toBe(true);
    atTimeout?.();
    expect((await asked).failure).toMatchObject({ kind: 'no-browser', details: { flow: 'browser' } });
  });

  it('can be cancelled before the address is known', async () => {
    const asked = client.signIn();
    client.desk.cancel();
    await expect(asked).rejects.toBeInstanceOf(SignInCancelled);
    expect(client.opened).toEqual([]);
  });

  it('opens the same address again', async () => {
    const asked = client.signIn();
    await client.untilSignInIsOpen();
    client.desk.openAgain();
    expect(client.opened).toHaveLength(2);
    expect(client.opened[1]).toBe(client.opened[0]);
    client.desk.cancel();
    await expect(asked).rejects.toBeInstanceOf(SignInCancelled);
  });

  it('says so when the system has no browser, and still takes the answer from a copied link', async () => {
    client.browserStarts = false;
    const asked = client.signIn();
    await client.untilSignInIsOpen();
    await expect.poll(() => client.progress.at(-1)?.browserFailed).toBe(true);
    const link = client.desk.link ?? '';
    client.browserStarts = true;
    client.person = pick(alex);
    client.desk.openAgain();
    await asked;
    expect(client.opened.at(-1)).toBe(link);
    expect(client.account.name).toBe(alex);
  });

  it('tells when the person declines', async () => {
    client.person = pick(zoe, 'Cancel');
    const asked = client.service.getToken({ scopes: scopesOf(demoResources.consent), account: undefined });
    expect((await failureOf(asked)).failure.kind).toBe('declined');
  });
});

async function canListenOn(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
