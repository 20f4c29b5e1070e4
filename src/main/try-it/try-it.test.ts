import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Delivery } from '../../shared/delivery';
import type { SampleRequest } from '../../shared/preset';
import type { TrialView } from '../../shared/trial';
import { mostShown } from '../../shared/trial';
import { zoe } from '../demo/test-demo';
import { pick } from '../identity/test-client';
import { TestProgram } from '../test-program';

let program: TestProgram;

beforeEach(async () => {
  program = await new TestProgram().start();
  program.person = pick(zoe);
  await program.commands.chooseDemo();
  await expect.poll(() => program.state.snapshot.account).toBeDefined();
});

afterEach(() => program.stop());

async function open(requests: readonly Partial<SampleRequest>[], delivery?: Delivery): Promise<void> {
  await program.presets.add({
    id: 'tried',
    name: 'Tried',
    icon: 'custom',
    pinned: false,
    keepFresh: false,
    ...(delivery === undefined ? {} : { delivery }),
    targets: {
      demo: {
        scopes: ['api://demo.token-tray/.default'],
        requests: requests.map((change) => ({
          method: 'GET',
          url: '{demo}/api/echo',
          headers: [],
          ...change,
        })),
      },
    },
  });
  await program.commands.openTryIt({ presetId: 'tried' });
}

function trial(): TrialView {
  const found = program.state.snapshot.trial;
  if (found === undefined) throw new Error('nothing is tried');
  return found;
}

async function send(path: string, change: Partial<SampleRequest> = {}): Promise<TrialView> {
  await open([{ url: `{demo}/api/${path}`, ...change }]);
  await program.commands.sendTrial();
  return trial();
}

describe('a sample request', () => {
  it('is sent with the token, and its answer is shown without it', async () => {
    const { phase, answer } = await send('headers', { headers: [{ name: 'X-Note', value: 'hello' }] });
    expect(phase).toBe('ended');
    expect(answer).toMatchObject({ status: 200, body: { kind: 'json', isShortened: false } });
    expect(answer?.body.text).toContain('"authorization": "Bearer [token]"');
    expect(answer?.body.text).toContain('"x-note": "hello"');
    expect(answer?.total).toBeGreaterThanOrEqual(answer?.firstByteAfter ?? Infinity);
    expect(JSON.stringify(program.state.snapshot)).not.toContain('eyJ');
  });

  it('says what a challenge asks for, and is sent again with it', async () => {
    const { answer } = await send('challenge');
    expect(answer).toMatchObject({
      status: 401,
      advice: { kind: 'challenge', asks: [{ kind: 'context', values: ['c1'] }] },
    });
    program.person = pick(zoe, 'Approve');
    await program.commands.satisfyTrial();
    expect(trial().answer).toMatchObject({ status: 200 });
    expect(trial().answer?.body.text).toContain('"c1"');
    expect(await program.commands.satisfyTrial()).toEqual({ outcome: 'refused' });
  });

  it('says which permission is missing', async () => {
    expect((await send('forbidden/resource-manager')).answer).toMatchObject({
      status: 403,
      advice: { missing: { kind: 'action', action: 'Microsoft.Compute/virtualMachines/read' } },
    });
  });

  it('shows the beginning of a long answer, and all of it is saved', async () => {
    const { answer } = await send('big');
    expect(answer?.body).toMatchObject({ kind: 'json', isShortened: true, isCut: false });
    expect(answer?.body.text).toHaveLength(mostShown);
    expect(await program.commands.saveTrialAnswer()).toEqual({ outcome: 'done' });
    const [saved] = program.savedAnswers;
    expect(saved?.name).toBe('big.json');
    expect(saved?.bytes.length).toBe(answer?.body.size);
    const text = saved?.bytes.toString('utf8') ?? '';
    expect(text).toContain('9007199254740994');
    expect(() => JSON.parse(text) as unknown).not.toThrow();
    await program.commands.copyTrialBody({ start: 0, end: 12 });
    expect(program.clipboard.text).toBe(answer?.body.text.slice(0, 12));
  });

  it('that leads elsewhere is not followed', async () => {
    expect((await send('redirect')).answer).toMatchObject({
      status: 302,
      advice: { kind: 'redirect', host: 'elsewhere.example', location: 'https://elsewhere.example/api/echo' },
    });
  });

  it('may bring what is no text', async () => {
    const { answer } = await send('picture');
    expect(answer?.body).toMatchObject({ kind: 'binary', contentType: 'image/png', text: '' });
    await program.commands.saveTrialAnswer();
    expect(program.savedAnswers[0]?.name).toBe('picture.png');
  });

  it('says when to come back', async () => {
    expect((await send('too-many')).answer).toMatchObject({ status: 429, advice: { kind: 'throttled' } });
  });

  it('is ended when the person wants it to', async () => {
    await open([{ url: '{demo}/api/slow?ms=20000' }]);
    const sending = program.commands.sendTrial();
    await expect.poll(() => trial().phase).toBe('sending');
    await program.commands.cancelTrial();
    await sending;
    expect(trial()).toMatchObject({ phase: 'cancelled' });
    expect(trial().answer).toBeUndefined();
  });

  it('that may change something is asked about first, and sent once', async () => {
    await open([
      { method: 'POST', body: '{"a":"é"}', headers: [{ name: 'Content-Type', value: 'application/json' }] },
    ]);
    await program.commands.sendTrial();
    expect(program.state.snapshot.question).toMatchObject({ kind: 'method', method: 'POST', bodySize: 10 });
    expect(trial().phase).toBe('ready');
    await program.answer('cancel');
    expect(trial().phase).toBe('ready');
    await program.commands.sendTrial();
    await program.answer('go-on');
    expect(trial().answer).toMatchObject({ status: 200, method: 'POST' });
    expect(trial().answer?.body.text).toContain('\\"a\\":\\"é\\"');
  });

  it('that has become another one meanwhile is asked about again', async () => {
    await open([{ method: 'POST', body: '1' }, { method: 'DELETE' }]);
    await program.commands.sendTrial();
    const preset = program.presets.find('tried');
    if (preset === undefined) throw new Error('nothing is tried');
    const target = preset.targets['demo'];
    await program.presets.replace({
      ...preset,
      targets: {
        demo: {
          scopes: target?.scopes ?? [],
          requests: [{ method: 'DELETE', url: '{demo}/api/echo', headers: [] }],
        },
      },
    });
    await program.answer('go-on');
    expect(program.state.snapshot.question).toMatchObject({ kind: 'method', method: 'DELETE' });
    expect(trial().answer).toBeUndefined();
  });

  it('that is no longer looked at is not asked about any more', async () => {
    await open([{ method: 'POST' }, { method: 'DELETE' }]);
    await program.commands.sendTrial();
    await program.commands.chooseTrialRequest({ index: 1 });
    expect(program.state.snapshot.question).toBeUndefined();
    expect(trial().answer).toBeUndefined();
  });

  it('is not sent to a host that the token may not be meant for', async () => {
    await open([{ url: 'https://evil.example/' }]);
    let asked = 0;
    program.exchange = () => {
      asked += 1;
      return Promise.reject(new Error('net::ERR_NAME_NOT_RESOLVED'));
    };
    await program.commands.sendTrial();
    expect(program.state.snapshot.question).toMatchObject({ kind: 'host', purpose: { kind: 'try' } });
    await program.answer('cancel');
    expect(asked).toBe(0);
    await program.commands.sendTrial();
    await program.answer('go-on');
    expect(asked).toBe(1);
    expect(trial().problem).toEqual({
      kind: 'network',
      host: 'evil.example',
      name: 'ERR_NAME_NOT_RESOLVED',
    });
  });

  it('is one of several', async () => {
    await open([{}, { url: '{demo}/api/me', name: 'Who am I' }]);
    await program.commands.chooseTrialRequest({ index: 1 });
    await program.commands.sendTrial();
    expect(trial().answer?.body.text).toContain('userPrincipalName');
    await program.commands.chooseTrialRequest({ index: 0 });
    expect(trial().answer).toBeUndefined();
    expect(await program.commands.chooseTrialRequest({ index: 2 })).toEqual({ outcome: 'refused' });
  });

  it('is none where the token is a password', async () => {
    await open([], 'sql');
    expect(trial().unavailable).toEqual({ why: 'database', delivery: 'sql' });
    expect(await program.commands.sendTrial()).toEqual({ outcome: 'refused' });
  });

  it('goes from the snapshot with its page, and from memory with the window', async () => {
    await send('headers');
    await program.commands.showPage({ page: 'main' });
    expect(program.state.snapshot.trial).toBeUndefined();
    await program.commands.openTryIt({ presetId: 'tried' });
    expect(trial().answer?.status).toBe(200);
    program.commands.leaveWindow();
    expect(program.state.value.trial).toBeUndefined();
  });
});

describe('a token for a registry', () => {
  it('is exchanged twice first, and none of the three is shown', async () => {
    const own = ['refresh-token-of-the-registry', 'access-token-of-the-registry'];
    const seen: string[] = [];
    program.exchange = ({ url, headers, body = '' }) => {
      const { pathname } = new URL(url);
      const authorization = headers.find(({ name }) => name === 'Authorization')?.value ?? '';
      seen.push(`${pathname} ${authorization}${decodeURIComponent(body).replace(/eyJ[\w.-]+/, 'TOKEN')}`);
      const answer =
        pathname === '/oauth2/exchange'
          ? { refresh_token: own[0] }
          : pathname === '/oauth2/token'
            ? { access_token: own[1] }
            : { repositories: ['a'], echo: own };
      return Promise.resolve({
        status: 200,
        headers: [{ name: 'content-type', value: 'application/json' }],
        body: Buffer.from(JSON.stringify(answer)),
        isCut: false,
        firstByteAfter: 1,
        total: 2,
      });
    };
    await open([{ url: '{demo}/v2/a/b/tags/list' }], 'container-registry');
    await program.commands.sendTrial();
    expect(seen[0]).toMatch(
      /^\/oauth2\/exchange grant_type=access_token&service=127\.0\.0\.1:\d+&tenant=[\w-]+&access_token=TOKEN$/,
    );
    expect(seen[1]).toContain('&scope=repository:a/b:pull&refresh_token=refresh-token-of-the-registry');
    expect(seen[2]).toBe('/v2/a/b/tags/list Bearer access-token-of-the-registry');
    expect(trial().answer?.body.text).toBe('{"repositories":["a"],"echo":["[token]","[token]"]}');
  });
});
