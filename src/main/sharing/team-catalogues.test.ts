import { mkdir, readFile, readdir, rmdir, writeFile } from 'node:fs/promises';
import type { RequestListener, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { TeamChange, TeamView } from '../../shared/sharing-view';
import type { Preset } from '../../shared/preset';
import type { Fetch } from '../identity/network-client';
import { AnswerTooLong, CertificateProblem, Redirected } from '../identity/network-errors';
import { JsonDocument } from '../storage/json-document';
import { FakeTimers } from '../test-support/fake-timers';
import { startServer } from '../test-support/http-server';
import { TemporaryPlace, testNow } from '../test-support/temporary-place';
import { readCatalogueFile } from './get-catalogue';
import { TeamCatalogues, type ManagedTeam } from './team-catalogues';
import { TeamCopies } from './team-copies';
import { teamPresetId } from './team-presets';
import { initialTeamsFile, teamsFileSchema } from './teams-file';

const address = 'https://team.contoso.com/apis.json';
const preset = (id: string, name = id): object => ({
  id,
  name,
  targets: { public: { resource: `api://${id}`, requests: [{ url: 'https://orders.contoso.com/' }] } },
});
const catalogue = (...presets: readonly object[]): string =>
  JSON.stringify({ format: 'token-tray-presets', version: 1, name: 'Contoso APIs', presets });

const json = (
  response: ServerResponse,
  body: string | Buffer,
  headers: Record<string, string> = {},
): void => {
  response.writeHead(200, { 'content-type': 'application/json', ...headers }).end(body);
};

/** Something may happen while a copy is written. */
class Copies extends TeamCopies {
  constructor(
    folder: string,
    private readonly after: () => Promise<unknown>,
  ) {
    super(folder);
  }

  override async write(id: string, bytes: Uint8Array): Promise<void> {
    await super.write(id, bytes);
    await this.after();
  }
}

class Program {
  readonly place = new TemporaryPlace();
  readonly timers = new FakeTimers();
  readonly announced: { name: string; change: TeamChange }[] = [];
  views: readonly TeamView[] = [];
  presets: readonly Preset[] = [];
  now = testNow;
  answer: RequestListener = (_request, response) => json(response, catalogue(preset('orders')));
  fetch: Fetch | undefined;
  readFile = readCatalogueFile;
  afterCopy: () => Promise<unknown> = () => Promise.resolve();
  newId = (): string => `0000000${(this.count += 1)}`;
  private count = 0;

  private constructor(readonly server: Awaited<ReturnType<typeof startServer>>) {}

  static async start(): Promise<Program> {
    const made: Program[] = [];
    const server = await startServer((request, response) => made[0]?.answer(request, response));
    const program = new Program(server);
    made.push(program);
    return program;
  }

  async open(managed: readonly ManagedTeam[] = [], ownAreForbidden = false): Promise<TeamCatalogues> {
    const teams = new TeamCatalogues({
      document: await JsonDocument.open(this.place, 'team-catalogues', teamsFileSchema, initialTeamsFile),
      copies: new Copies(join(this.place.folder, 'team-catalogues'), () => this.afterCopy()),
      readers: {
        // The real server stands behind the https address; TLS is Chromium's.
        fetch: (url, init) =>
          this.fetch === undefined
            ? fetch(`${this.server.origin}${new URL(url).pathname}`, init)
            : this.fetch(url, init),
        readFile: (path) => this.readFile(path),
      },
      managed,
      ownAreForbidden,
      platform: 'linux',
      changed: (views, presets) => {
        this.views = views;
        this.presets = presets;
      },
      announce: (name, change) => this.announced.push({ name, change }),
      newId: () => this.newId(),
      after: this.timers.after,
      now: () => this.now,
      log: this.place.log,
    });
    onTestFinished(() => teams.stop());
    await teams.open();
    return teams;
  }

  get problem(): string | undefined {
    return this.views[0]?.problem?.reason;
  }
}

describe('subscribing', () => {
  it('takes the presets under ids of their own, and keeps a copy for the next start', async () => {
    const program = await Program.start();
    const teams = await program.open();
    expect(await teams.add(` ${address} `)).toEqual({ outcome: 'added' });
    expect(program.presets).toMatchObject([{ id: 'team-00000001-orders', name: 'orders', pinned: false }]);
    expect(program.views).toMatchObject([
      { name: 'Contoso APIs', source: address, count: 1, checkedOn: testNow, isManaged: false },
    ]);
    const [request] = program.server.requests;
    expect(request?.headers).not.toHaveProperty('authorization');
    expect(request?.headers).not.toHaveProperty('cookie');
    await program.server.stop();
    await program.open();
    expect(program.presets).toMatchObject([{ id: 'team-00000001-orders' }]);
    expect(program.announced).toEqual([]);
  });

  it.each([
    ['', 'source-missing'],
    ['http://team.contoso.com/apis.json', 'source-not-https'],
    ['https://zoe:secret@team.contoso.com/apis.json', 'source-has-credentials'],
    ['apis.json', 'source-not-whole'],
    ['../apis.json', 'source-not-whole'],
    ['javascript:alert(1)', 'source-not-whole'],
    ['https://{host}/apis.json', 'source-not-whole'],
    [`https://team.contoso.com/${'a'.repeat(4096)}`, 'source-too-long'],
    [`https://team.contoso.com/${'ä'.repeat(1000)}`, 'source-too-long'],
    [`/${'a'.repeat(4096)}`, 'source-too-long'],
  ])('is refused for %j', async (source, problem) => {
    const program = await Program.start();
    const teams = await program.open();
    expect(await teams.add(source)).toEqual({ outcome: 'invalid', problem });
    expect(program.server.requests).toEqual([]);
  });

  it('is refused for what is no catalogue, twice the same, and a sixth', async () => {
    const program = await Program.start();
    const teams = await program.open();
    program.answer = (_request, response) => json(response, '<!doctype html><title>Sign in</title>');
    expect(await teams.add(address)).toMatchObject({
      outcome: 'wrong',
      problem: { reason: expect.stringContaining('web page') as unknown },
    });
    program.answer = (_request, response) => json(response, catalogue({ ...preset('a'), more: 1 }));
    expect(await teams.add(address)).toMatchObject({
      outcome: 'wrong',
      problem: { place: { line: 1, path: 'presets[0].more' } },
    });
    expect(program.views).toEqual([]);
    program.answer = (_request, response) => json(response, catalogue(preset('orders')));
    for (const n of [1, 2, 3, 4, 5]) expect((await teams.add(`${address}?${n}`)).outcome).toBe('added');
    expect((await teams.add(`${address}?5`)).outcome).toBe('known');
    expect((await teams.add(address)).outcome).toBe('too-many');
    // The same ids in each, and none of them clash.
    expect(new Set(program.presets.map(({ id }) => id)).size).toBe(5);
  });

  it('is refused for a sixth that was asked for at the same time', async () => {
    const program = await Program.start();
    const teams = await program.open();
    const added = await Promise.all([1, 2, 3, 4, 5, 6].map((n) => teams.add(`${address}?${n}`)));
    expect(added.filter(({ outcome }) => outcome === 'added')).toHaveLength(5);
    expect(added.filter(({ outcome }) => outcome === 'too-many')).toHaveLength(1);
    expect(program.views).toHaveLength(5);
  });

  it('is there, and said, when it cannot be written', async () => {
    const program = await Program.start();
    const teams = await program.open();
    await program.place.block();
    await expect(teams.add(address)).rejects.toThrow();
    expect(program.views).toMatchObject([{ source: address, count: 1 }]);
    expect((await teams.add(address)).outcome).toBe('known');
  });

  it('shows nothing of what could not be read back', async () => {
    const program = await Program.start();
    const teams = await program.open();
    program.newId = () => 'no id of a team';
    await expect(teams.add(address)).rejects.toThrow();
    expect(program.views).toEqual([]);
    expect(program.presets).toEqual([]);
  });

  it('ends with its presets, its copy and all that was known', async () => {
    const program = await Program.start();
    const teams = await program.open();
    await teams.add(address);
    expect(await teams.remove('00000009')).toBe(false);
    expect(await teams.remove('00000001')).toBe(true);
    expect(program.presets).toEqual([]);
    const file: unknown = JSON.parse(await program.place.read('team-catalogues.json'));
    expect(file).toEqual(initialTeamsFile);
    await program.open();
    expect(program.views).toEqual([]);
  });
});

describe('reading it again', () => {
  it('takes “not changed” from nobody who was not asked for that', async () => {
    const program = await Program.start();
    program.answer = (_request, response) => response.writeHead(304).end();
    const teams = await program.open();
    expect((await teams.add(address)).outcome).toBe('wrong');
    expect(program.views).toEqual([]);
  });

  it('asks once a day, and not for what it has', async () => {
    const program = await Program.start();
    program.answer = (request, response) =>
      request.headers['if-none-match'] === '"1"'
        ? response.writeHead(304).end()
        : json(response, catalogue(preset('orders')), { etag: '"1"' });
    const teams = await program.open();
    await teams.add(address);
    teams.start();
    expect(program.server.requests).toHaveLength(1);
    program.now += 24 * 3600_000 - 1;
    teams.resumed();
    expect(program.server.requests).toHaveLength(1);
    program.now += 1;
    teams.resumed();
    await expect.poll(() => program.views[0]?.checkedOn).toBe(program.now);
    expect(program.server.requests[1]?.headers['if-none-match']).toBe('"1"');
    expect(program.announced).toEqual([]);
    expect(program.presets).toHaveLength(1);
  });

  it('says what has changed, and keeps ids', async () => {
    const program = await Program.start();
    program.answer = (_request, response) =>
      json(response, catalogue(preset('orders'), preset('stock'), preset('gone')));
    const teams = await program.open();
    await teams.add(address);
    program.answer = (_request, response) =>
      json(response, catalogue(preset('orders'), preset('stock', 'Stock 2'), preset('bills')));
    program.now += 1000;
    expect(await teams.refresh('00000001')).toBe(true);
    expect(program.announced).toMatchObject([
      {
        name: 'Contoso APIs',
        change: {
          added: ['bills'],
          changed: [{ name: 'Stock 2', changes: [{ field: 'name', before: 'stock', after: 'Stock 2' }] }],
          removed: ['gone'],
        },
      },
    ]);
    expect(program.views[0]?.lastChange?.on).toBe(program.now);
    expect(program.presets.map(({ id }) => id)).toContain('team-00000001-stock');
    // It is still known after the next start.
    await program.open();
    expect(program.views[0]?.lastChange?.removed).toEqual(['gone']);
  });

  it('reads a file, and reads it again when it has changed', async () => {
    const program = await Program.start();
    const path = join(program.place.folder, 'apis.json');
    await writeFile(path, catalogue(preset('orders')));
    const teams = await program.open();
    expect((await teams.add(path)).outcome).toBe('added');
    await teams.refresh('00000001');
    expect(program.announced).toEqual([]);
    await writeFile(path, catalogue(preset('orders'), preset('stock')));
    await teams.refresh('00000001');
    expect(program.announced).toHaveLength(1);
    await writeFile(path, 'x'.repeat(6 * 1024 * 1024));
    await teams.refresh('00000001');
    expect(program.problem).toBe('It is larger than 5 MB.');
    expect(program.presets).toHaveLength(2);
  });
});

describe('a catalogue that cannot be had, or is not good', () => {
  const failing =
    (error: Error): Fetch =>
    () =>
      Promise.reject(error);

  it.each<readonly [string, Partial<Pick<Program, 'answer' | 'fetch'>>, string]>([
    [
      'that is gone',
      { answer: (_q, response) => response.writeHead(404).end() },
      'team.contoso.com has nothing there (status 404).',
    ],
    [
      'that wants a sign-in',
      { answer: (_q, response) => response.writeHead(401).end() },
      'team.contoso.com lets nobody read it without a sign-in (status 401).',
    ],
    [
      'whose server is broken',
      { answer: (_q, response) => response.writeHead(503).end() },
      'team.contoso.com has a problem of its own (status 503).',
    ],
    [
      'that is a web page under a wrong name',
      { answer: (_q, response) => json(response, '<html>Sign in</html>') },
      'This is a web page, not presets.',
    ],
    ['that is empty', { answer: (_q, response) => json(response, '') }, 'There is nothing in it.'],
    [
      'of a newer version',
      { answer: (_q, response) => json(response, catalogue().replace('"version":1', '"version":2')) },
      'This was made by a newer Token Tray.',
    ],
    [
      'with the same id twice',
      { answer: (_q, response) => json(response, catalogue(preset('a'), preset('a'))) },
      'There is another preset with the id “a”.',
    ],
    [
      'that is another kind of file',
      { answer: (_q, response) => json(response, '{"name":"dev","values":[]}') },
      'This is no file with presets of Token Tray.',
    ],
    [
      'that is a bomb when it is unpacked',
      {
        answer: (_q, response) =>
          json(response, gzipSync(Buffer.alloc(50 * 1024 * 1024, ' ')), { 'content-encoding': 'gzip' }),
      },
      'larger than 5 MB.',
    ],
    ['that has no end', { fetch: failing(new AnswerTooLong()) }, 'It is larger than 5 MB.'],
    [
      'that leads elsewhere',
      { fetch: failing(new Redirected('team.contoso.com', 'evil.example')) },
      'team.contoso.com leads to evil.example.',
    ],
    [
      'whose certificate is not trusted',
      { fetch: failing(new CertificateProblem('team.contoso.com', 'Evil CA', 'x', 0, 'r')) },
      'The connection to team.contoso.com is not trusted: its certificate was issued by Evil CA.',
    ],
    [
      'of a network that is down',
      { fetch: failing(new Error('net::ERR_INTERNET_DISCONNECTED')) },
      'team.contoso.com could not be reached.',
    ],
    [
      'that breaks off',
      { fetch: failing(new Error('net::ERR_CONTENT_LENGTH_MISMATCH')) },
      'The answer of team.contoso.com broke off or cannot be read.',
    ],
  ])('%s touches nothing of the last good copy', async (_what, change, reason) => {
    const program = await Program.start();
    const teams = await program.open();
    await teams.add(address);
    const copy = join(program.place.folder, 'team-catalogues', '00000001.json');
    const before = await readFile(copy, 'utf8');
    Object.assign(program, change);
    await teams.refresh('00000001');
    expect(program.problem).toContain(reason);
    expect(program.presets).toMatchObject([{ id: 'team-00000001-orders' }]);
    expect(await readFile(copy, 'utf8')).toBe(before);
    expect(program.announced).toEqual([]);
    // It is tried again within the hour, and then all is well.
    Object.assign(program, { fetch: undefined, answer: (_q: unknown, r: ServerResponse) => json(r, before) });
    program.now += 3600_000;
    teams.resumed();
    await expect.poll(() => program.views[0]?.checkedOn).toBe(program.now);
    expect(program.problem).toBeUndefined();
  });

  it('is still used where a copy cannot be written', async () => {
    const program = await Program.start();
    const teams = await program.open();
    await teams.add(address);
    await mkdir(join(program.place.folder, 'team-catalogues', '00000001.json.new'));
    program.answer = (_q, response) => json(response, catalogue(preset('stock')));
    await teams.refresh('00000001');
    expect(program.presets).toMatchObject([{ id: 'team-00000001-stock' }]);
  });

  it('is got again after one that could not be kept', async () => {
    const program = await Program.start();
    const answerWith =
      (etag: string, id: string): RequestListener =>
      (request, response) =>
        request.headers['if-none-match'] === etag
          ? response.writeHead(304).end()
          : json(response, catalogue(preset(id)), { etag });
    program.answer = answerWith('"1"', 'orders');
    const teams = await program.open();
    await teams.add(address);
    const blocked = join(program.place.folder, 'team-catalogues', '00000001.json.new');
    await mkdir(blocked);
    program.answer = answerWith('"2"', 'stock');
    await teams.refresh('00000001');
    await rmdir(blocked);
    const next = await program.open();
    expect(program.presets).toMatchObject([{ id: 'team-00000001-orders' }]);
    await next.refresh('00000001');
    expect(program.presets).toMatchObject([{ id: 'team-00000001-stock' }]);
  });

  it('leaves nothing when it is removed meanwhile', async () => {
    const program = await Program.start();
    const teams = await program.open();
    await teams.add(address);
    program.answer = (_q, response) => json(response, catalogue(preset('stock')));
    program.afterCopy = () => teams.remove('00000001');
    await teams.refresh('00000001');
    expect(program.announced).toEqual([]);
    expect(program.views).toEqual([]);
    expect(await readdir(join(program.place.folder, 'team-catalogues'))).toEqual([]);
    expect(JSON.parse(await program.place.read('team-catalogues.json'))).toEqual(initialTeamsFile);
  });

  it('is said and tried again later when something unforeseen happens', async () => {
    const program = await Program.start();
    const path = join(program.place.folder, 'apis.json');
    await writeFile(path, catalogue(preset('orders')));
    const teams = await program.open();
    await teams.add(path);
    program.readFile = () => Promise.reject(new TypeError('private'));
    program.now += 24 * 3600_000;
    teams.start();
    await expect.poll(() => program.problem).toBe('Something went wrong while it was read.');
    expect(program.views).toMatchObject([{ isChecking: false, count: 1 }]);
    expect(program.place.logged).toEqual(['error: a team catalogue could not be read: TypeError']);
    program.readFile = readCatalogueFile;
    program.now += 3600_000;
    teams.resumed();
    await expect.poll(() => program.views[0]?.checkedOn).toBe(program.now);
    expect(program.problem).toBeUndefined();
  });
});

describe('what the organisation lays down', () => {
  const managed = [{ id: 'aaaaaaaa', source: address, name: 'Given' }];

  it('is got at the first start, and cannot be removed', async () => {
    const program = await Program.start();
    const teams = await program.open(managed);
    expect(program.views).toMatchObject([{ name: 'Given', count: 0, isManaged: true }]);
    teams.start();
    await expect.poll(() => program.presets.length).toBe(1);
    expect(await teams.remove('aaaaaaaa')).toBe(false);
    expect(program.announced).toEqual([]);
  });

  it('may be all there is', async () => {
    const program = await Program.start();
    const teams = await program.open();
    await teams.add(address);
    await program.open(managed, true);
    expect(program.views.map(({ id }) => id)).toEqual(['aaaaaaaa']);
    expect(program.presets).toEqual([]);
  });
});

describe('the id of a team’s preset', () => {
  it('fits, and stays the same', () => {
    expect(teamPresetId('abcdefgh', 'orders')).toBe('team-abcdefgh-orders');
    const long = teamPresetId('abcdefgh', 'o'.repeat(64));
    expect(long).toMatch(/^team-abcdefgh-[0-9a-f]{40}$/);
    expect(teamPresetId('abcdefgh', 'o'.repeat(64))).toBe(long);
    expect(teamPresetId('abcdefgh', `${'o'.repeat(63)}p`)).not.toBe(long);
  });
});
