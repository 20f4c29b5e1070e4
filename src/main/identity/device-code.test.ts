import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { demoResources } from '../demo/resources';
import { TestPage } from '../demo/test-browser';
import { alex, homeTenant, zoe } from '../demo/test-demo';
import { FakeTimers } from '../test-support/fake-timers';
import { SignInCancelled } from './failures';
import { claimsOf, failureOf, pick, scopesOf, TestClient, typeCode } from './test-client';

let client: TestClient;

beforeEach(async () => {
  client = await new TestClient().start();
  client.flows = 'device-code';
});

afterEach(() => client.stop());

describe('a sign-in with a code', () => {
  it('shows what to type where, and brings the token of whoever types it', async () => {
    const asked = client.service.getToken({ scopes: scopesOf(demoResources.api), account: undefined });
    const code = await client.untilCodeIsShown();
    expect(code.userCode).toMatch(/^[A-Z]{8}$/);
    expect(code.verificationUri).toBe(`${client.demo.tenant.origin}/devicelogin`);
    const shown = client.progress.at(-1);
    expect(shown).toMatchObject({ flow: 'device-code', canSwitch: false, deviceCode: code });
    // The code's own 15 minutes.
    const left = (shown?.endsOn ?? 0) - Date.now();
    expect(left).toBeGreaterThan(14 * 60_000);
    expect(left).toBeLessThanOrEqual(15 * 60_000);

    await typeCode(code, pick(alex));
    const answer = await asked;
    expect(claimsOf(answer)).toMatchObject({ aud: demoResources.api, name: alex, tid: homeTenant.id });
    expect(client.opened).toEqual([]);
    expect(client.progress.at(-1)).toBeUndefined();
    expect(client.desk.deviceCode).toBeUndefined();
  });

  it('is kept as one from the browser is: silent from then on, also after a restart', async () => {
    const asked = client.signIn();
    await typeCode(await client.untilCodeIsShown(), pick(zoe));
    await asked;
    const { accessToken } = await client.getToken();
    await client.restart();
    const before = client.requests;
    expect((await client.getToken()).accessToken).toBe(accessToken);
    expect(client.requests).toBe(before);
    expect(await client.accountFiles()).toHaveLength(1);
  });

  it('opens the page for the code when it is asked to, and not before', async () => {
    const asked = client.signIn();
    const { verificationUri } = await client.untilCodeIsShown();
    expect(client.opened).toEqual([]);
    client.desk.openAgain();
    expect(client.opened).toEqual([verificationUri]);
    client.desk.cancel();
    await expect(asked).rejects.toBeInstanceOf(SignInCancelled);
  });

  it('ends at once when it is cancelled, without waiting for the next poll', async () => {
    const asked = client.signIn();
    const code = await client.untilCodeIsShown();
    // From here on the network answers nothing: only what does not wait for it can end.
    client.network = () => new Promise(() => undefined);
    client.desk.cancel();
    await expect(asked).rejects.toBeInstanceOf(SignInCancelled);
    expect(client.progress.at(-1)).toBeUndefined();
    // Whoever types it now signs nobody in here.
    await typeCode(code, pick(zoe));
    expect(client.contents.accounts).toEqual([]);
  });

  it('ends at once when it is cancelled before there is a code', async () => {
    client.network = () => new Promise(() => undefined);
    const asked = client.signIn();
    client.desk.cancel();
    await expect(asked).rejects.toBeInstanceOf(SignInCancelled);
  });

  it('says when the person declines at the page', async () => {
    const asked = failureOf(client.signIn());
    await typeCode(await client.untilCodeIsShown(), (page) => page.press('Cancel'));
    const { failure } = await asked;
    expect(failure).toMatchObject({
      kind: 'declined',
      details: { flow: 'device-code', error: 'access_denied' },
    });
    expect(failure.details.code).toMatch(/^AADSTS\d+$/);
    expect(failure.details.correlationId).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('says when the code has ended, by the clock of the service', async () => {
    const asked = failureOf(client.signIn());
    await client.untilCodeIsShown();
    client.demo.ahead += 16 * 60_000;
    const { failure, interaction } = await asked;
    expect(failure).toMatchObject({ kind: 'code-expired', details: { flow: 'device-code' } });
    expect(interaction.needed).toBe(false);
  });

  it('says when the code has ended, by this computer’s clock', async () => {
    const timers = new FakeTimers();
    client.after = timers.after;
    const asked = failureOf(client.signIn());
    await client.untilCodeIsShown();
    timers.pass(15 * 60_000 - 1);
    expect(client.desk.current).toBeDefined();
    timers.pass(1);
    expect((await asked).failure.kind).toBe('code-expired');
    expect(timers.waiting).toBe(0);
  });

  it('says when a policy blocks it, with what the service says', async () => {
    const { network } = client;
    client.network = async (url, init) => {
      if (!url.includes('/oauth2/v2.0/token')) return network(url, init);
      const error_description = 'AADSTS53003: Access has been blocked by Conditional Access policies.';
      return Response.json({ error: 'access_denied', error_description, suberror: '' }, { status: 400 });
    };
    const { failure } = await failureOf(client.signIn());
    expect(failure).toMatchObject({ kind: 'blocked', details: { code: 'AADSTS53003', flow: 'device-code' } });
  });

  it('goes on with a new code after one has ended', async () => {
    const timers = new FakeTimers();
    client.after = timers.after;
    const asked = failureOf(client.signIn());
    const first = await client.untilCodeIsShown();
    timers.pass(15 * 60_000);
    await asked;
    const again = client.signIn();
    const second = await client.untilCodeIsShown();
    expect(second.userCode).not.toBe(first.userCode);
    await typeCode(second, pick(zoe));
    expect((await again).accountId).toBe(client.account.id);
  });

  it('may answer what an API asks for: the second factor at the page', async () => {
    const signingIn = client.signIn();
    await typeCode(await client.untilCodeIsShown(), pick(zoe));
    await signingIn;
    const asked = client.getToken(demoResources.mfa);
    await typeCode(await client.untilCodeIsShown(), pick(zoe, 'Approve'));
    expect(claimsOf(await asked)['amr']).toContain('mfa');
  });
});

describe('a browser that does not open', () => {
  beforeEach(() => {
    client.browserStarts = false;
  });

  it('is replaced by a code by itself where both may be used', async () => {
    client.flows = 'browser-then-device-code';
    const asked = client.signIn();
    const code = await client.untilCodeIsShown();
    expect(client.opened).toHaveLength(1);
    expect(client.progress.at(-1)).toMatchObject({ flow: 'device-code', canSwitch: true });
    await typeCode(code, pick(zoe));
    await asked;
    expect(client.account.name).toBe(zoe);
  });

  it('can be come back to, and then no code takes its place again', async () => {
    client.flows = 'browser-then-device-code';
    const asked = client.signIn();
    await client.untilCodeIsShown();
    client.desk.switchTo('browser');
    await expect.poll(() => client.opened.length).toBe(2);
    await expect.poll(() => client.progress.at(-1)?.browserFailed).toBe(true);
    expect(client.progress.at(-1)).toMatchObject({ flow: 'browser', canSwitch: true, deviceCode: undefined });
    expect(client.desk.link).toBe(client.opened[1]);
    expect(client.opened[1]).not.toBe(client.opened[0]);
    client.browserStarts = true;
    client.person = pick(zoe);
    client.desk.openAgain();
    await asked;
    expect(client.account.name).toBe(zoe);
  });

  it('is waited for where only the browser may be used', async () => {
    client.flows = 'browser';
    const asked = client.signIn();
    await expect.poll(() => client.progress.at(-1)?.browserFailed).toBe(true);
    expect(client.progress.at(-1)).toMatchObject({
      flow: 'browser',
      canSwitch: false,
      deviceCode: undefined,
    });
    client.desk.switchTo('device-code');
    client.browserStarts = true;
    client.person = pick(zoe);
    client.desk.openAgain();
    await asked;
    expect(client.progress.some((each) => each?.flow === 'device-code')).toBe(false);
  });
});

describe('going over from the browser to a code', () => {
  beforeEach(() => {
    client.flows = 'browser-then-device-code';
  });

  it('ends the one in the browser, whose page then brings nothing', async () => {
    const asked = client.signIn();
    await client.untilSignInIsOpen();
    const link = client.opened[0] ?? '';
    client.desk.switchTo('device-code');
    const code = await client.untilCodeIsShown();
    await expect(comeBackFrom(link)).rejects.toThrow();
    await typeCode(code, pick(alex));
    await asked;
    expect(client.contents.accounts.map(({ name }) => name)).toEqual([alex]);
  });

  it('back and forth before either is ready ends with the last one', async () => {
    const asked = client.signIn();
    client.desk.switchTo('device-code');
    client.desk.switchTo('browser');
    client.desk.switchTo('device-code');
    await typeCode(await client.untilCodeIsShown(), pick(zoe));
    await asked;
    expect(client.account.name).toBe(zoe);
  });

  it('can be cancelled after that, too', async () => {
    const asked = client.signIn();
    await client.untilSignInIsOpen();
    client.desk.switchTo('device-code');
    client.desk.cancel();
    await expect(asked).rejects.toBeInstanceOf(SignInCancelled);
  });

  it('is not possible where only a code may be used', async () => {
    client.flows = 'device-code';
    const asked = client.signIn();
    await client.untilCodeIsShown();
    client.desk.switchTo('browser');
    expect(client.opened).toEqual([]);
    expect(client.progress.at(-1)?.flow).toBe('device-code');
    client.desk.cancel();
    await expect(asked).rejects.toBeInstanceOf(SignInCancelled);
  });
});

/** Signs Zoë in on the page behind the link, and posts the answer to where it is awaited. */
async function comeBackFrom(link: string): Promise<Response> {
  const end = await pick(zoe)(await TestPage.open(client.demo.tenant.toLoopback(link)));
  const target = new URL(end.formAction);
  target.hostname = '127.0.0.1';
  return fetch(target, { method: 'POST', body: new URLSearchParams({ ...end.answer }) });
}
