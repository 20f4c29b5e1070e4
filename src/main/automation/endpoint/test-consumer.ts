import { request, type IncomingHttpHeaders } from 'node:http';
import { expect } from 'vitest';
import type { ConsumerDraft } from '../../../shared/endpoint/consumer';
import { TestProgram } from '../../test-program';

export const vault = 'https://vault.azure.net';

export const draft = (change: Partial<ConsumerDraft> = {}): ConsumerDraft => ({
  name: 'my notebook',
  identity: {},
  resources: vault,
  asksForOthers: false,
  expiresOn: null,
  fromContainers: false,
  ...change,
});

export interface TestReply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Readonly<Record<string, unknown>>;
}

/** The program with the endpoint switched on, and somebody signed in. */
export async function startWithEndpoint(): Promise<TestProgram> {
  const program = await new TestProgram().start();
  await program.commands.changeSettings({ change: { localEndpoint: true } });
  await expect.poll(() => program.state.snapshot.endpoint.state).toBe('running');
  return program;
}

export const portOf = (program: TestProgram): number => program.state.snapshot.endpoint.port ?? 0;

/** What a person pastes into their program: name and value of each variable. */
export async function addConsumer(
  program: TestProgram,
  change: Partial<ConsumerDraft> = {},
): Promise<Readonly<Record<string, string>> & { readonly id: string }> {
  expect(await program.commands.addConsumer(draft(change))).toEqual({ outcome: 'done' });
  const id = program.state.snapshot.endpoint.freshSecretOf ?? '';
  return { ...(await copiedVariables(program, id)), id };
}

export async function copiedVariables(
  program: TestProgram,
  consumerId: string,
): Promise<Readonly<Record<string, string>>> {
  expect(await program.commands.copyConsumerLines({ consumerId, form: 'dotenv' })).toEqual({
    outcome: 'done',
  });
  const lines = program.clipboard.text.trim().split('\n');
  return Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );
}

interface Asked {
  readonly path?: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string | string[]>>;
  readonly body?: string;
  readonly host?: string;
}

export function ask(
  port: number,
  { path = '/', method = 'GET', headers = {}, body, host = '127.0.0.1' }: Asked,
): Promise<TestReply> {
  return new Promise((resolve, reject) => {
    const sent = request({ host, port, path, method, headers, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        const text = Buffer.concat(parts).toString('utf8');
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>),
        });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

export const askFor = (
  program: TestProgram,
  secret: string | undefined,
  resource = vault,
  headers: Readonly<Record<string, string>> = {},
): Promise<TestReply> =>
  ask(portOf(program), {
    path: `/msi/token?api-version=2019-08-01&resource=${encodeURIComponent(resource)}`,
    headers: { ...(secret === undefined ? {} : { 'X-IDENTITY-HEADER': secret }), ...headers },
  });
