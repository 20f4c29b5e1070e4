import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { demoResources } from './demo/resources';
import { demoClientId } from './demo';
import { alex, homeTenant, zoe } from './demo/test-demo';
import { pick, scopesOf } from './identity/test-client';
import type { ScriptToken, ScriptTokenRequest } from './script-tokens';
import { enterDemo } from './test-enter-demo';
import { TestProgram } from './test-program';

let program: TestProgram;

beforeEach(async () => {
  program = await new TestProgram().start();
});

afterEach(() => program.stop());

async function signedIn(): Promise<void> {
  await enterDemo(program);
}

const vault = scopesOf('https://vault.azure.net');

const ask = (change: Partial<ScriptTokenRequest> = {}) =>
  program.commands.tokenForScript({
    caller: { kind: 'command-line' },
    what: { scopes: vault },
    identity: {},
    mayAsk: false,
    ...change,
  });

async function given(change: Partial<ScriptTokenRequest> = {}): Promise<ScriptToken> {
  const answer = await ask(change);
  if (answer.outcome !== 'token') throw new Error(`There was no token: ${answer.outcome}`);
  return answer;
}

const claims = (token: string): unknown =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));

describe('a token for a script', () => {
  it('is for what was asked, of the account in use, without a browser', async () => {
    await signedIn();
    const opened = program.opened.length;
    const { answer, identity, subscription } = await given();
    expect(claims(answer.accessToken)).toMatchObject({ aud: 'https://vault.azure.net' });
    expect(identity.account?.name).toBe(zoe);
    expect(answer.expiresOn).toBeGreaterThan(Date.now() + 5 * 60_000);
    await expect.poll(() => program.hasReadDirectories).toBe(true);
    expect(subscription ?? (await given()).subscription).toMatchObject({ state: 'Enabled' });
    expect(program.opened).toHaveLength(opened);
  });

  it('is of the client application that was asked for, whatever account a preset has of another one', async () => {
    await signedIn();
    const first = program.state.value.currentId ?? '';
    const accountId = Object.values(program.state.value.accountIds)[0] ?? '';
    await program.commands.setPresetIdentity({
      presetId: 'graph',
      identity: { clientApplicationId: first, accountId },
    });
    program.person = pick(alex);
    const draft = { clientId: demoClientId, tenant: homeTenant.id, cloud: 'demo' };
    await program.commands.chooseOrganisationApp(draft);
    await expect.poll(() => program.state.snapshot.account?.name).toBe(alex);
    const second = program.state.value.currentId ?? '';
    expect((await given({ what: { presetId: 'graph' } })).identity.account?.name).toBe(zoe);
    const other = await given({ what: { presetId: 'graph' }, identity: { clientApplicationId: second } });
    expect(claims(other.answer.accessToken)).toMatchObject({ name: alex });
  });

  it('comes from the cache the next time, and anew where that is asked for', async () => {
    await signedIn();
    const first = await given();
    expect((await given()).answer.accessToken).toBe(first.answer.accessToken);
    expect((await given({ forceRefresh: true })).answer.accessToken).not.toBe(first.answer.accessToken);
  });

  it('is for the scopes of a preset', async () => {
    await signedIn();
    const { scopes, preset } = await given({ what: { presetId: 'graph' } });
    expect(scopes).toEqual(scopesOf('https://graph.microsoft.com'));
    expect(preset?.preset.name).toBe('Microsoft Graph');
  });

  it('is said not to be there for what nobody knows', async () => {
    expect(await ask()).toEqual({ outcome: 'no-client' });
    await signedIn();
    expect(await ask({ what: { presetId: 'nothing' } })).toEqual({ outcome: 'unknown-preset' });
    expect(await ask({ identity: { clientApplicationId: 'gone' } })).toEqual({ outcome: 'no-client' });
    expect(await ask({ identity: { accountId: 'gone' } })).toMatchObject({ outcome: 'not-signed-in' });
  });

  it('is not asked for in the browser, and nothing of it is shown', async () => {
    program.person = undefined;
    await program.commands.chooseDemo();
    await program.commands.cancelSignIn();
    const opened = program.opened.length;
    expect(await ask()).toMatchObject({ outcome: 'not-signed-in' });
    expect(program.opened).toHaveLength(opened);
    await signedIn();
    const failed = await ask({ what: { scopes: scopesOf(demoResources.mfa) } });
    expect(failed).toMatchObject({ outcome: 'failed' });
    expect(program.state.snapshot.failure).toBeUndefined();
    expect(program.state.snapshot.signIn).toBeUndefined();
  });

  it('is asked for in the browser where the person has said so', async () => {
    program.person = undefined;
    await program.commands.chooseDemo();
    await program.commands.cancelSignIn();
    program.person = pick(zoe);
    const { identity } = await given({ mayAsk: true });
    expect(identity.account?.name).toBe(zoe);
  });

  it('is noted, unless no list is kept', async () => {
    await signedIn();
    await given();
    await given({ caller: { kind: 'endpoint', consumerName: 'my notebook' } });
    await program.commands.showPage({ page: 'activity' });
    expect(program.state.snapshot.activity).toMatchObject([
      { kind: 'endpoint', consumerName: 'my notebook', resource: 'https://vault.azure.net', count: 1 },
      { kind: 'command-line', resource: 'https://vault.azure.net', count: 1 },
    ]);
    await program.commands.clearActivity();
    await program.commands.changeSettings({ change: { activityList: false } });
    await given();
    expect(program.state.snapshot.activity).toEqual([]);
  });
});
