import { afterEach, beforeEach, expect, it } from 'vitest';
import { parseClaimsChallenge } from '../shared/claims-challenge';
import { zoe } from './demo/test-demo';
import { pick } from './identity/test-client';
import { enterDemo } from './test-enter-demo';
import { TestProgram } from './test-program';

const done = { outcome: 'done' };
const presetId = 'resource-manager';

let program: TestProgram;

beforeEach(async () => {
  program = await new TestProgram().start();
  await enterDemo(program);
});

afterEach(() => program.stop());

/** What the API asks for after the token on the clipboard was not enough. */
async function challenge(): Promise<string> {
  const { status, headers } = await program.demo.api('/challenge', program.clipboard.text);
  expect(status).toBe(401);
  return `HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: ${headers.get('www-authenticate') ?? ''}\r\n`;
}

it('copies a token that the API takes, after a sign-in with what it asked for', async () => {
  expect(await program.commands.copyToken({ presetId })).toEqual(done);
  const before = program.clipboard.text;
  const read = parseClaimsChallenge(await challenge());
  expect(read).toMatchObject({ asks: [{ kind: 'context', values: ['c1'] }], error: 'insufficient_claims' });
  const opened = program.opened.length;
  program.person = pick(zoe, 'Approve');
  // As the page sends it: what was read, not what was pasted.
  const text = read.ok ? read.claims : '';
  expect(await program.commands.answerClaimsChallenge({ presetId, text })).toEqual(done);
  expect(program.opened).toHaveLength(opened + 1);
  expect(program.clipboard.text).not.toBe(before);
  expect((await program.demo.api('/challenge', program.clipboard.text)).status).toBe(200);
});

it('takes the pasted response as well', async () => {
  await program.commands.copyToken({ presetId });
  const text = await challenge();
  program.person = pick(zoe, 'Approve');
  expect(await program.commands.answerClaimsChallenge({ presetId, text })).toEqual(done);
  expect((await program.demo.api('/challenge', program.clipboard.text)).status).toBe(200);
});

it('opens no browser and copies nothing for what is no challenge', async () => {
  await program.commands.copyToken({ presetId });
  const token = program.clipboard.text;
  const opened = program.opened.length;
  expect(await program.commands.answerClaimsChallenge({ presetId, text: token })).toEqual({
    outcome: 'invalid',
    problems: { text: 'claims-is-a-token' },
  });
  expect(program.opened).toHaveLength(opened);
  expect(program.clipboard.text).toBe(token);
});
