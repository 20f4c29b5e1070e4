import { createServer } from 'node:http';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { containing, matching, zoe } from '../../demo/test-demo';
import { pick } from '../../identity/test-client';
import { demoResources } from '../../demo/resources';
import { enterDemo } from '../../test-enter-demo';
import type { TestProgram } from '../../test-program';
import {
  addConsumer,
  ask,
  askFor,
  copiedVariables,
  draft,
  portOf,
  startWithEndpoint,
  vault,
} from './test-consumer';

let program: TestProgram;

beforeEach(async () => {
  program = await startWithEndpoint();
});

afterEach(() => program.stop());

const claims = (token: unknown): unknown =>
  JSON.parse(Buffer.from(String(token).split('.')[1] ?? '', 'base64url').toString('utf8'));

const azd = (key: string, body: unknown) =>
  ask(portOf(program), {
    path: '/azd/token?api-version=2023-07-12-preview',
    method: 'POST',
    headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

describe('a token by App Service’s protocol', () => {
  it('is there for whoever has the secret, in the form of 2019', async () => {
    await enterDemo(program);
    const { IDENTITY_ENDPOINT, IDENTITY_HEADER } = await addConsumer(program);
    expect(IDENTITY_ENDPOINT).toBe(`http://127.0.0.1:${portOf(program)}/msi/token`);
    const { status, body, headers } = await askFor(program, IDENTITY_HEADER);
    expect(status).toBe(200);
    expect(body).toEqual({
      access_token: matching(/^ey/),
      resource: vault,
      token_type: 'Bearer',
      client_id: matching(/^[0-9a-f-]{36}$/),
      expires_on: matching(/^\d{10}$/),
    });
    expect(claims(body['access_token'])).toMatchObject({ aud: vault });
    expect(headers).toMatchObject({ 'cache-control': 'no-store' });
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });

  it('is there in the form of 2017, too', async () => {
    await enterDemo(program);
    const { MSI_SECRET = '' } = await addConsumer(program);
    const { status, body } = await ask(portOf(program), {
      path: `/msi/token?api-version=2017-09-01&resource=${encodeURIComponent(vault)}`,
      headers: { secret: MSI_SECRET },
    });
    expect(status).toBe(200);
    expect(body['expires_on']).toMatch(/^\d\d\/\d\d\/\d{4} \d\d:\d\d:\d\d [AP]M \+00:00$/);
    const read = Date.parse(String(body['expires_on']).replace(' +00:00', ' UTC'));
    expect(read).toBeGreaterThan(Date.now() + 5 * 60_000);
  });

  it('keeps the slash that a resource ends with, and takes a scope for its resource', async () => {
    await enterDemo(program);
    const { IDENTITY_HEADER } = await addConsumer(program);
    const slashed = await askFor(program, IDENTITY_HEADER, `${vault}/`);
    expect(slashed.body['resource']).toBe(`${vault}/`);
    expect((await askFor(program, IDENTITY_HEADER, `${vault}/.default`)).body['resource']).toBe(vault);
  });

  it.each([
    ['another version', '/msi/token?api-version=2018-02-01&resource=https%3A%2F%2Fvault.azure.net'],
    ['no version', '/msi/token?resource=https%3A%2F%2Fvault.azure.net'],
    ['two versions', '/msi/token?api-version=2019-08-01&api-version=2017-09-01&resource=x'],
    ['no resource', '/msi/token?api-version=2019-08-01'],
    ['two resources', '/msi/token?api-version=2019-08-01&resource=a&resource=b'],
    ['a resource without end', `/msi/token?api-version=2019-08-01&resource=${'a'.repeat(2000)}`],
  ])('is refused with words for %s', async (_what, path) => {
    const { IDENTITY_HEADER = '' } = await addConsumer(program);
    const { status, body } = await ask(portOf(program), {
      path,
      headers: { 'X-IDENTITY-HEADER': IDENTITY_HEADER },
    });
    expect(status).toBe(400);
    expect(body).toEqual({ error: 'invalid_request', error_description: matching(/^\w.*\.$/) });
  });
});

describe('a token by azd’s protocol', () => {
  it('is there for scopes of one resource', async () => {
    await enterDemo(program);
    const { AZD_AUTH_KEY = '', AZD_AUTH_ENDPOINT } = await addConsumer(program);
    expect(AZD_AUTH_ENDPOINT).toBe(`http://127.0.0.1:${portOf(program)}/azd`);
    const { status, body } = await azd(AZD_AUTH_KEY, { scopes: [`${vault}/.default`] });
    expect(status).toBe(200);
    expect(body).toEqual({
      status: 'success',
      token: matching(/^ey/),
      expiresOn: matching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    });
  });

  it('is for the tenant that was asked for', async () => {
    await enterDemo(program);
    await expect.poll(() => program.hasReadDirectories).toBe(true);
    const other = program.state.snapshot.tenants.find(({ isCurrent, problem }) => !isCurrent && !problem);
    const { AZD_AUTH_KEY = '' } = await addConsumer(program);
    const { body } = await azd(AZD_AUTH_KEY, { scopes: [`${vault}/.default`], tenantId: other?.id });
    expect(claims(body['token'])).toMatchObject({ tid: other?.id });
  });

  it.each([
    ['no JSON', 'scopes'],
    ['no scopes', { scopes: [] }],
    ['scopes of two resources', { scopes: [`${vault}/.default`, 'https://graph.microsoft.com/.default'] }],
    ['other types', { scopes: 'https://vault.azure.net' }],
  ])('is refused with words for %s', async (_what, sent) => {
    const { AZD_AUTH_KEY = '' } = await addConsumer(program);
    const { status, body } = await azd(AZD_AUTH_KEY, sent);
    expect(status).toBe(400);
    expect(body).toEqual({ status: 'error', code: 'GetTokenError', message: matching(/^\w.*\.$/) });
  });

  it('says in its own form that nobody is signed in', async () => {
    const { AZD_AUTH_KEY = '' } = await addConsumer(program);
    const { status, body } = await azd(AZD_AUTH_KEY, { scopes: [`${vault}/.default`] });
    expect(status).toBe(200);
    expect(body).toEqual({ status: 'error', code: 'NotSignedInError', message: containing('sign in') });
  });
});

describe('who may ask', () => {
  it('nobody without the secret, with another one, or with one that was revoked or replaced', async () => {
    await enterDemo(program);
    const { IDENTITY_HEADER = '', id } = await addConsumer(program);
    for (const secret of [undefined, '', 'x', `${IDENTITY_HEADER}x`, IDENTITY_HEADER.slice(1)])
      expect(await askFor(program, secret)).toMatchObject({
        status: 401,
        body: { error: 'unauthorized_client' },
      });
    await program.commands.renewConsumerSecret({ consumerId: id });
    expect((await askFor(program, IDENTITY_HEADER)).status).toBe(401);
    const { IDENTITY_HEADER: renewed } = await copiedVariables(program, id);
    expect((await askFor(program, renewed)).status).toBe(200);
    await program.commands.removeConsumer({ consumerId: id });
    expect((await askFor(program, renewed)).status).toBe(401);
  });

  it('nobody whose secret has expired, or who is switched off', async () => {
    await enterDemo(program);
    const { IDENTITY_HEADER, id } = await addConsumer(program, { expiresOn: Date.now() + 60_000 });
    expect((await askFor(program, IDENTITY_HEADER)).status).toBe(200);
    await program.commands.switchConsumer({ consumerId: id, isOn: false });
    expect(await askFor(program, IDENTITY_HEADER)).toMatchObject({
      status: 403,
      body: { error: 'access_denied' },
    });
    await program.commands.switchConsumer({ consumerId: id, isOn: true });
    program.slept = 61_000;
    expect(await askFor(program, IDENTITY_HEADER)).toMatchObject({
      status: 401,
      body: { error_description: containing('expired') },
    });
  });

  it('nobody while the computer is locked, unless the settings say so', async () => {
    await enterDemo(program);
    const { IDENTITY_HEADER } = await addConsumer(program);
    program.endpoint.lock();
    expect(await askFor(program, IDENTITY_HEADER)).toMatchObject({
      status: 403,
      body: { error_description: containing('locked') },
    });
    expect(program.state.snapshot.endpoint.state).toBe('paused');
    await program.commands.changeSettings({ change: { localEndpointPausesOnLock: false } });
    expect((await askFor(program, IDENTITY_HEADER)).status).toBe(200);
    program.endpoint.unlock();
    expect(program.state.snapshot.endpoint.state).toBe('running');
  });

  it('a container only where a person has allowed it', async () => {
    await enterDemo(program);
    const { IDENTITY_HEADER, id } = await addConsumer(program);
    const host = { Host: `host.docker.internal:${portOf(program)}` };
    expect((await askFor(program, IDENTITY_HEADER, vault, host)).status).toBe(403);
    expect(await program.commands.copyConsumerLines({ consumerId: id, form: 'docker' })).toEqual({
      outcome: 'refused',
    });
    await program.commands.editConsumer({ consumerId: id, draft: draft({ fromContainers: true }) });
    expect((await askFor(program, IDENTITY_HEADER, vault, host)).status).toBe(200);
    await program.commands.copyConsumerLines({ consumerId: id, form: 'docker' });
    expect(program.clipboard.text).toContain("IDENTITY_ENDPOINT='http://host.docker.internal:");
  });

  it('no more often than a hundred times a second, each for itself', async () => {
    await enterDemo(program);
    const first = await addConsumer(program, { name: 'first' });
    const second = await addConsumer(program, { name: 'second' });
    const stopped = Date.now();
    program.endpointClock = () => stopped;
    const replies = [];
    for (let sent = 0; sent < 120; sent += 20)
      replies.push(
        ...(await Promise.all(Array.from({ length: 20 }, () => askFor(program, first['IDENTITY_HEADER'])))),
      );
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(100);
    const slowed = replies.filter(({ status }) => status === 429);
    expect(slowed).toHaveLength(20);
    expect(slowed[0]?.headers['retry-after']).toBe('1');
    expect((await askFor(program, second['IDENTITY_HEADER'])).status).toBe(200);
    program.endpointClock = () => stopped + 20;
    expect((await askFor(program, first['IDENTITY_HEADER'])).status).toBe(200);
    expect((await askFor(program, first['IDENTITY_HEADER'])).status).toBe(200);
    expect((await askFor(program, first['IDENTITY_HEADER'])).status).toBe(429);
  });

  it('with wrong secrets no more often than twenty times a second, whoever it is', async () => {
    const stopped = Date.now();
    program.endpointClock = () => stopped;
    const replies = await Promise.all(Array.from({ length: 25 }, () => askFor(program, 'wrong')));
    expect(replies.filter(({ status }) => status === 401)).toHaveLength(20);
    expect(replies.filter(({ status }) => status === 429)).toHaveLength(5);
  });
});

describe('what may be asked for', () => {
  it('only what is on the list; the rest in the protocol’s own form', async () => {
    await enterDemo(program);
    const { IDENTITY_HEADER, AZD_AUTH_KEY = '' } = await addConsumer(program);
    const graph = 'https://graph.microsoft.com';
    expect(await askFor(program, IDENTITY_HEADER, graph)).toMatchObject({
      status: 403,
      body: { error: 'access_denied', error_description: containing(graph) },
    });
    expect(await azd(AZD_AUTH_KEY, { scopes: [`${graph}/.default`] })).toMatchObject({
      status: 403,
      body: { status: 'error', code: 'GetTokenError' },
    });
    expect(program.state.snapshot.endpoint.waiting).toEqual([]);
  });

  it('more, after a person has been asked and said yes; never again after a no', async () => {
    await enterDemo(program);
    const { IDENTITY_HEADER, id } = await addConsumer(program, { asksForOthers: true });
    const graph = 'https://graph.microsoft.com';
    expect((await askFor(program, IDENTITY_HEADER, graph)).status).toBe(403);
    expect((await askFor(program, IDENTITY_HEADER, graph)).status).toBe(403);
    expect(program.state.snapshot.endpoint.waiting).toMatchObject([
      { consumerId: id, consumerName: 'my notebook', resource: graph },
    ]);
    expect(await program.commands.answerConsumer({ consumerId: id, resource: vault, allow: true })).toEqual({
      outcome: 'refused',
    });
    await program.commands.answerConsumer({ consumerId: id, resource: graph, allow: true });
    expect(program.state.snapshot.endpoint.waiting).toEqual([]);
    expect((await askFor(program, IDENTITY_HEADER, graph)).status).toBe(200);
    const storage = 'https://storage.azure.com';
    await askFor(program, IDENTITY_HEADER, storage);
    await program.commands.answerConsumer({ consumerId: id, resource: storage, allow: false });
    expect(await askFor(program, IDENTITY_HEADER, storage)).toMatchObject({ status: 403 });
    expect(program.state.snapshot.endpoint.waiting).toEqual([]);
  });
});

describe('somebody who is not signed in', () => {
  it('is said in the protocol’s form at once, shown, and opens no browser', async () => {
    const { IDENTITY_HEADER, id } = await addConsumer(program);
    const opened = program.opened.length;
    const reply = await askFor(program, IDENTITY_HEADER);
    expect(reply).toMatchObject({ status: 403, body: { error: 'interaction_required' } });
    expect(program.opened).toHaveLength(opened);
    expect(program.state.snapshot.endpoint.signInsNeeded).toMatchObject([
      { consumerId: id, resource: vault },
    ]);
  });

  it('is said at once when that is known, however slow the network is', async () => {
    await enterDemo(program);
    const { IDENTITY_HEADER } = await addConsumer(program, { resources: demoResources.mfa });
    // What else goes over the network is over.
    await expect.poll(() => program.hasReadDirectories).toBe(true);
    let asked = 0;
    let release = (): void => undefined;
    let held: Promise<void> = Promise.resolve();
    program.network = async (url, init) => {
      asked += 1;
      await held;
      return fetch(url, init);
    };
    const first = await askFor(program, IDENTITY_HEADER, demoResources.mfa);
    expect(first).toMatchObject({ status: 403, body: { error: 'interaction_required' } });
    const before = asked;
    expect(await askFor(program, IDENTITY_HEADER, demoResources.mfa)).toMatchObject({ body: first.body });
    expect(asked).toBe(before);
    program.slept = 6000;
    held = new Promise((resolve) => (release = resolve));
    // The network keeps this one until it is answered.
    expect(await askFor(program, IDENTITY_HEADER, demoResources.mfa)).toMatchObject({ body: first.body });
    await expect.poll(() => asked).toBeGreaterThan(before);
    release();
  });

  it('is not refused any more as soon as somebody has signed in elsewhere in Token Tray', async () => {
    const { IDENTITY_HEADER } = await addConsumer(program);
    expect((await askFor(program, IDENTITY_HEADER)).status).toBe(403);
    await enterDemo(program);
    expect(program.state.snapshot.endpoint.signInsNeeded).toEqual([]);
    expect((await askFor(program, IDENTITY_HEADER)).status).toBe(200);
  });

  it('signs in to the tenant that was asked for', async () => {
    await enterDemo(program);
    await expect.poll(() => program.hasReadDirectories).toBe(true);
    const locked = program.state.snapshot.tenants.find(({ problem }) => problem !== undefined);
    const { AZD_AUTH_KEY = '', id } = await addConsumer(program);
    const there = { scopes: [`${vault}/.default`], tenantId: locked?.id };
    expect((await azd(AZD_AUTH_KEY, there)).body).toMatchObject({ code: 'NotSignedInError' });
    // What another tenant gives does not settle it.
    expect((await azd(AZD_AUTH_KEY, { scopes: there.scopes })).body).toMatchObject({ status: 'success' });
    expect(program.state.snapshot.endpoint.signInsNeeded).toHaveLength(1);
    program.person = pick(zoe, 'Approve');
    await program.commands.signInForConsumer({ consumerId: id, resource: vault });
    expect(program.state.snapshot.endpoint.signInsNeeded).toEqual([]);
    const { body } = await azd(AZD_AUTH_KEY, there);
    expect(claims(body['token'])).toMatchObject({ tid: locked?.id });
  });

  it('gets a token after the sign-in that Token Tray offers', async () => {
    await enterDemo(program);
    const { IDENTITY_HEADER, id } = await addConsumer(program, { resources: demoResources.mfa });
    expect((await askFor(program, IDENTITY_HEADER, demoResources.mfa)).status).toBe(403);
    expect(program.state.snapshot.endpoint.signInsNeeded).toHaveLength(1);
    program.person = pick(zoe, 'Approve');
    await program.commands.signInForConsumer({ consumerId: id, resource: demoResources.mfa });
    expect(program.state.snapshot.endpoint.signInsNeeded).toEqual([]);
    expect((await askFor(program, IDENTITY_HEADER, demoResources.mfa)).status).toBe(200);
  });
});

describe('what changes while a token is on its way', () => {
  it.each([
    ['switched off', (id: string) => program.commands.switchConsumer({ consumerId: id, isOn: false })],
    ['given a new secret', (id: string) => program.commands.renewConsumerSecret({ consumerId: id })],
    ['ended', (id: string) => program.commands.removeConsumer({ consumerId: id })],
    [
      'not allowed the API any more',
      (id: string) =>
        program.commands.editConsumer({
          consumerId: id,
          draft: draft({ resources: 'https://graph.microsoft.com' }),
        }),
    ],
  ])('counts for a program that is %s', async (_what, change) => {
    await enterDemo(program);
    await expect.poll(() => program.hasReadDirectories).toBe(true);
    const { IDENTITY_HEADER, id } = await addConsumer(program);
    let isAsked = false;
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    program.network = async (url, init) => {
      isAsked = true;
      await held;
      return fetch(url, init);
    };
    const asked = askFor(program, IDENTITY_HEADER);
    await expect.poll(() => isAsked).toBe(true);
    await change(id);
    release();
    expect([401, 403]).toContain((await asked).status);
  });
});

describe('a request that no program on this computer sends', () => {
  const cases: readonly (readonly [string, Readonly<Record<string, string | string[]>>, number])[] = [
    ['of a page on another origin', { Origin: 'https://evil.example' }, 403],
    ['of a page without an origin', { Origin: 'null' }, 403],
    ['of a browser', { 'Sec-Fetch-Site': 'same-origin' }, 403],
    ['for another name (DNS rebinding)', { Host: 'evil.example:PORT' }, 403],
    ['for another port', { Host: '127.0.0.1:1' }, 403],
    ['for a name that looks right', { Host: '127.0.0.1.evil.example:PORT' }, 403],
    ['for a name without a port', { Host: 'localhost' }, 403],
  ];

  it.each(cases)('is refused %s', async (_what, headers, status) => {
    await enterDemo(program);
    const { IDENTITY_HEADER = '' } = await addConsumer(program);
    const port = portOf(program);
    const sent = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, String(value).replace('PORT', String(port))]),
    );
    const reply = await askFor(program, IDENTITY_HEADER, vault, sent);
    expect(reply.status).toBe(status);
    expect(JSON.stringify(reply.body)).not.toContain('ey');
    expect(Object.keys(reply.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it.each(['PUT', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH'])('is refused by %s', async (method) => {
    const { status, headers } = await ask(portOf(program), { path: '/msi/token', method });
    expect(status).toBe(405);
    expect(headers['allow']).toBe('GET, POST');
  });

  it('is refused where there is nothing, and by the wrong method', async () => {
    expect((await ask(portOf(program), { path: '/' })).status).toBe(404);
    expect((await ask(portOf(program), { path: '//evil.example/msi/token' })).status).toBe(404);
    expect((await ask(portOf(program), { path: 'http://evil.example/msi/token' })).status).toBe(404);
    expect((await ask(portOf(program), { path: '/msi/token', method: 'POST' })).status).toBe(405);
    expect((await ask(portOf(program), { path: '/azd/token' })).status).toBe(405);
  });

  it('is answered by ::1 as well', async () => {
    await enterDemo(program);
    const { IDENTITY_HEADER = '' } = await addConsumer(program);
    const port = portOf(program);
    const reply = await ask(port, {
      host: '::1',
      path: `/msi/token?api-version=2019-08-01&resource=${encodeURIComponent(vault)}`,
      headers: { 'X-IDENTITY-HEADER': IDENTITY_HEADER, Host: `[::1]:${port}` },
    });
    expect(reply.status).toBe(200);
  });
});

describe('the endpoint', () => {
  it('has no port while it is off, the same one again when it is switched on, and the one that is set', async () => {
    const port = portOf(program);
    await program.commands.changeSettings({ change: { localEndpoint: false } });
    await expect.poll(() => program.state.snapshot.endpoint.state).toBe('off');
    await expect(ask(port, { path: '/' })).rejects.toThrow('ECONNREFUSED');
    await program.commands.changeSettings({ change: { localEndpoint: true } });
    await expect.poll(() => portOf(program)).toBe(port);
    // Connections get none of these from the system.
    expect(port).toBeGreaterThanOrEqual(20_000);
    expect(port).toBeLessThan(32_768);
  });

  it('says that another program has its port, and runs on another one when it is told to', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const address = other.address();
    const taken = typeof address === 'object' ? (address?.port ?? 0) : 0;
    await program.commands.changeSettings({ change: { localEndpointPort: taken } });
    await expect
      .poll(() => program.state.snapshot.endpoint)
      .toMatchObject({ state: 'failed', problem: 'port-taken' });
    await program.commands.changeSettings({ change: { localEndpointPort: 0 } });
    await expect.poll(() => program.state.snapshot.endpoint.state).toBe('running');
    await new Promise((resolve) => other.close(resolve));
  });

  it('keeps neither a secret nor a token in a file, a log or the snapshot', async () => {
    await enterDemo(program);
    const { IDENTITY_HEADER = '' } = await addConsumer(program);
    const { body } = await askFor(program, IDENTITY_HEADER);
    await program.commands.forgetConsumerSecret();
    const files = await readdir(program.folder);
    const kept = await Promise.all(
      files
        .filter((name) => name.endsWith('.json'))
        .map((name) => readFile(join(program.folder, name), 'utf8')),
    );
    for (const text of [
      ...kept,
      ...program.logged,
      JSON.stringify(program.state.snapshot),
      JSON.stringify(program.state.value),
    ]) {
      expect(text).not.toContain(IDENTITY_HEADER);
      expect(text).not.toContain(String(body['access_token']));
    }
    expect(files).toContain('consumers.json');
  });

  it('copies lines only while the secret is fresh', async () => {
    const { id } = await addConsumer(program);
    await program.commands.forgetConsumerSecret();
    expect(await program.commands.copyConsumerLines({ consumerId: id, form: 'bash' })).toEqual({
      outcome: 'refused',
    });
    expect(program.state.snapshot.endpoint.freshSecretOf).toBeUndefined();
  });

  it('notes what scripts had, and shows how much', async () => {
    await enterDemo(program);
    const { IDENTITY_HEADER } = await addConsumer(program);
    await askFor(program, IDENTITY_HEADER);
    await askFor(program, IDENTITY_HEADER);
    await program.commands.showPage({ page: 'activity' });
    await expect
      .poll(() => program.state.snapshot.activity)
      .toMatchObject([{ kind: 'endpoint', consumerName: 'my notebook', resource: vault, count: 2 }]);
    await expect.poll(() => program.state.snapshot.endpoint.consumers[0]?.tokensGiven).toBe(2);
  });
});

describe('a consumer', () => {
  it.each([
    ['no name', { name: ' ' }, { name: 'name-missing' }],
    ['a name that is too long', { name: 'x'.repeat(81) }, { name: 'name-too-long' }],
    ['no API', { resources: ' \n' }, { resources: 'resource-missing' }],
    ['an API that is none', { resources: `${vault}\nnot a resource!` }, { resources: 'resource-not-a-uri' }],
    ['a day that is over', { expiresOn: 1 }, { expiresOn: 'expiry-past' }],
  ])('is not added with %s', async (_what, change, problems) => {
    expect(await program.commands.addConsumer(draft(change))).toEqual({ outcome: 'invalid', problems });
    expect(program.state.snapshot.endpoint.consumers).toEqual([]);
  });

  it('needs a name of its own', async () => {
    await addConsumer(program);
    expect(await program.commands.addConsumer(draft({ name: 'My Notebook' }))).toEqual({
      outcome: 'invalid',
      problems: { name: 'name-taken' },
    });
  });

  it('says whose tokens it has, and when that account is gone', async () => {
    await enterDemo(program);
    const account = program.state.value.accountIds;
    const clientApplicationId = program.state.value.currentId ?? '';
    const accountId = Object.values(account)[0] ?? '';
    await addConsumer(program, { identity: { clientApplicationId, accountId } });
    const view = () => program.state.snapshot.endpoint.consumers[0];
    expect(view()).toMatchObject({ accountName: program.state.snapshot.account?.name });
    await program.commands.signOut({ accountId: program.state.snapshot.account?.id ?? '' });
    expect(view()).toMatchObject({ problem: 'account-gone' });
  });
});
