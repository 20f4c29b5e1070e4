import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { InspectedView } from '../shared/inspector/inspection';
import { tokenOf } from '../shared/test-support/tokens';
import { zoe } from './demo/test-demo';
import { pick } from './identity/test-client';
import { keptFor } from './inspector/inspector';
import { TestProgram } from './test-program';
import { FakeTimers } from './test-support/fake-timers';

const done = { outcome: 'done' };
const refused = { outcome: 'refused' };

let program: TestProgram;
let timers: FakeTimers;

beforeEach(async () => {
  timers = new FakeTimers();
  program = new TestProgram();
  const others = program.timersOf;
  program.timersOf = (owner) => (owner === 'inspector' ? timers.after : others(owner));
  await program.start();
  program.person = pick(zoe);
  await program.commands.chooseDemo();
  await expect.poll(() => program.state.snapshot.account).toBeDefined();
});

afterEach(() => program.stop());

const first = (): InspectedView | undefined => program.state.snapshot.inspection?.first;
const inspect = (presetId = 'demo-api') => program.commands.inspectToken({ presetId, slot: 'first' });
const told = (): Promise<void> => new Promise(setImmediate);

function expectNoneIn(text: string, token: string): void {
  for (const part of [token, ...token.split('.')]) expect(text).not.toContain(part);
}

describe('a preset’s token', () => {
  it('is looked into on its page, with a window to see it in', async () => {
    expect(await inspect()).toEqual(done);
    expect(program.state.snapshot.windowPage).toBe('inspector');
    expect(program.windowOpened).toBe(1);
    expect(first()).toMatchObject({
      origin: { kind: 'preset', presetId: 'demo-api', name: 'Demo API', cloudId: 'demo' },
      token: {
        kind: 'signed',
        facts: {
          use: 'access',
          who: 'user',
          name: zoe,
          tenant: { name: 'fjord-demo.example' },
          client: { name: 'Demo' },
        },
        warnings: [],
      },
    });
    expect(program.clipboard.text).toBe('');
    expect(program.opened).toHaveLength(1);
  });

  it('is got by a sign-in where it takes one', async () => {
    program.person = async (page) => (await pick(zoe)(page)).press('Approve');
    await inspect('demo-second-factor');
    expect(first()).toMatchObject({ token: { facts: { secondFactor: 'done' } } });
    expect(program.opened).toHaveLength(2);
  });

  it('is never in the snapshot, nor is its signature, nor in the log', async () => {
    await inspect();
    await program.commands.verifyInspected({ slot: 'first' });
    const revealed = program.commands.revealToken('first');
    if (revealed.outcome !== 'revealed') throw new Error('refused');
    expectNoneIn(JSON.stringify(program.state.snapshot), revealed.token);
    expectNoneIn(program.logged.join('\n'), revealed.token);
  });

  it('has its signature checked only when somebody wants it', async () => {
    await inspect();
    expect(first()?.verification).toBeUndefined();
    const checking = program.commands.verifyInspected({ slot: 'first' });
    expect(first()?.verification).toEqual({ state: 'checking' });
    expect(await checking).toEqual(done);
    expect(first()?.verification).toMatchObject({ state: 'good', by: 'login.demo.token-tray.invalid' });
  });

  it('is refused for a preset that is not there', async () => {
    expect(await inspect('no-such')).toEqual(refused);
    expect(program.state.snapshot.windowPage).toBe('main');
  });
});

describe('a token from elsewhere', () => {
  const token = tokenOf({ aud: 'https://vault.azure.net', scp: 'x', name: 'Zoë', exp: 4_102_444_800 });

  beforeEach(async () => {
    await program.commands.showPage({ page: 'inspector' });
  });

  it('is found in what was pasted', async () => {
    expect(await program.commands.inspectText({ slot: 'first', text: `Bearer ${token}` })).toEqual(done);
    expect(first()).toMatchObject({
      origin: { kind: 'pasted', place: 'header' },
      token: { kind: 'signed', facts: { audience: { name: 'Key Vault' } } },
    });
    expectNoneIn(JSON.stringify(program.state.snapshot), token);
  });

  it('is read from the clipboard without going through a page', async () => {
    program.clipboard.text = `Authorization: Bearer ${token}`;
    expect(await program.commands.inspectClipboard({ slot: 'first' })).toEqual(done);
    expect(first()).toMatchObject({ origin: { kind: 'pasted', place: 'header' } });
    program.clipboard.text = ' ';
    expect(await program.commands.inspectClipboard({ slot: 'first' })).toEqual({
      outcome: 'invalid',
      problems: { text: 'inspect-clipboard-empty' },
    });
  });

  it('does not make the program’s own copy stay any longer', async () => {
    await program.commands.copyToken({ presetId: 'demo-api' });
    const before = program.state.snapshot.clipboard;
    await program.commands.inspectClipboard({ slot: 'first' });
    expect(first()?.token.kind).toBe('signed');
    expect(program.state.snapshot.clipboard).toEqual(before);
  });

  it('is not looked for in nothing, or in too much', async () => {
    const of = (text: string) => program.commands.inspectText({ slot: 'first', text });
    expect(await of(' \n')).toEqual({ outcome: 'invalid', problems: { text: 'inspect-empty' } });
    expect(await of('x'.repeat(262_145))).toEqual({
      outcome: 'invalid',
      problems: { text: 'inspect-too-long' },
    });
    expect(first()).toBeUndefined();
  });

  it('is said to be opaque or damaged, and cannot be verified', async () => {
    await program.commands.inspectText({ slot: 'first', text: 'hello there' });
    expect(first()?.token).toMatchObject({ kind: 'opaque', hint: 'words' });
    expect(await program.commands.verifyInspected({ slot: 'first' })).toEqual(refused);
    await program.commands.inspectText({ slot: 'first', text: token.slice(0, 40) });
    expect(first()?.token.kind).toBe('malformed');
  });

  it('is compared with another one, which takes its place when it goes', async () => {
    await program.commands.inspectText({ slot: 'second', text: token });
    expect(first()).toBeDefined();
    await program.commands.inspectToken({ presetId: 'demo-api', slot: 'second' });
    expect(program.state.snapshot.inspection?.second?.origin.kind).toBe('preset');
    await program.commands.forgetInspected({ slot: 'first' });
    expect(program.state.snapshot.inspection).toEqual({
      first: expect.objectContaining({ id: 2 }) as unknown,
    });
  });

  it('lends its claims to the clipboard, and nothing that it does not have', async () => {
    await program.commands.inspectText({ slot: 'first', text: token });
    expect(await program.commands.copyClaim({ slot: 'first', part: 'payload', index: 2 })).toEqual(done);
    expect(program.clipboard.text).toBe('Zoë');
    expect(await program.commands.copyClaim({ slot: 'first', part: 'payload', index: 3 })).toEqual(done);
    expect(program.clipboard.text).toBe('4102444800');
    expect(await program.commands.copyClaim({ slot: 'first', part: 'payload', index: 4 })).toEqual(refused);
    expect(await program.commands.copyClaim({ slot: 'second', part: 'payload', index: 0 })).toEqual(refused);
    expect(await program.commands.copyTokenPart({ slot: 'first', part: 'header' })).toEqual(done);
    expect(JSON.parse(program.clipboard.text)).toEqual({ typ: 'JWT', alg: 'RS256', kid: 'key-1' });
    expect(program.state.snapshot.clipboard).toBeUndefined();
  });

  it('is copied itself as a secret', async () => {
    await program.commands.inspectText({ slot: 'first', text: token });
    expect(await program.commands.copyInspected({ slot: 'first' })).toEqual(done);
    expect(program.clipboard.text).toBe(token);
    expect(program.state.snapshot.clipboard).toMatchObject({
      format: 'token',
      tokenExpiresOn: 4_102_444_800_000,
    });
  });
});

describe('what was looked into is forgotten', () => {
  it('when its page is left, whatever leads away from it', async () => {
    await inspect();
    await program.commands.showPage({ page: 'main' });
    await told();
    expect(program.commands.revealToken('first')).toEqual(refused);
    await program.commands.showPage({ page: 'inspector' });
    expect(first()).toBeUndefined();
    await inspect();
    // As when the window is closed.
    program.state.update({ windowPage: 'main' });
    await told();
    await program.commands.showPage({ page: 'inspector' });
    expect(first()).toBeUndefined();
    expect(timers.waiting).toBe(0);
  });

  it('after ten minutes', async () => {
    await inspect();
    program.slept = keptFor - 5_000;
    timers.pass(keptFor - 5_000);
    expect(first()).toBeDefined();
    program.slept = keptFor;
    timers.pass(5_000);
    expect(first()).toBeUndefined();
    expect(program.commands.revealToken('first')).toEqual(refused);
    expect(timers.waiting).toBe(0);
  });

  it('after a sleep of as long, which timers do not count', async () => {
    await inspect();
    program.slept = keptFor + 1;
    program.commands.returnToComputer();
    expect(first()).toBeUndefined();
  });

  it('when the page was left before the token came', async () => {
    const getting = inspect('microsoft-graph');
    await program.commands.showPage({ page: 'main' });
    await getting;
    await program.commands.showPage({ page: 'inspector' });
    expect(first()).toBeUndefined();
  });
});

describe('the token itself', () => {
  it('is told only while its page is shown, and not where copying tokens is forbidden', async () => {
    expect(program.commands.revealToken('first')).toEqual(refused);
    await inspect();
    expect(program.commands.revealToken('first')).toMatchObject({ outcome: 'revealed' });
    expect(program.commands.revealToken('second')).toEqual(refused);
    program.state.update({ forbiddenFormats: ['token'] });
    expect(program.commands.revealToken('first')).toEqual(refused);
    expect(await program.commands.copyInspected({ slot: 'first' })).toEqual(refused);
  });
});
