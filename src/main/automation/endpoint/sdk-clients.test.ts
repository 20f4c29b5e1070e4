import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { matching } from '../../demo/test-demo';
import { enterDemo } from '../../test-enter-demo';
import type { TestProgram } from '../../test-program';
import { addConsumer, startWithEndpoint } from './test-consumer';

/** Clients that nobody here wrote, each in a process of its own with nothing but the lines that a person copies. */

const run = promisify(execFile);

let program: TestProgram;

beforeEach(async () => {
  program = await startWithEndpoint();
  await enterDemo(program);
});

afterEach(() => program.stop());

const inNode = (credential: string, scope: string): string => `
  import { ${credential} } from '@azure/identity';
  try {
    const { token, expiresOnTimestamp } = await new ${credential}().getToken('${scope}');
    const { aud } = JSON.parse(Buffer.from(token.split('.')[1], 'base64url').toString());
    console.log(JSON.stringify({ aud, minutes: Math.round((expiresOnTimestamp - Date.now()) / 60000) }));
  } catch (error) {
    console.log(JSON.stringify({ error: String(error.message) }));
  }`;

const inPython = (credential: string, scope: string): string => `
import base64, json, time
from azure.identity import ${credential}
try:
    token = ${credential}().get_token('${scope}')
    part = token.token.split('.')[1]
    claims = json.loads(base64.urlsafe_b64decode(part + '=' * (-len(part) % 4)))
    print(json.dumps({'aud': claims['aud'], 'minutes': round((token.expires_on - time.time()) / 60)}))
except Exception as error:
    print(json.dumps({'error': str(error)}))
`;

interface Got {
  readonly aud?: string;
  readonly minutes?: number;
  readonly error?: string;
}

async function get(
  file: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Got> {
  const { stdout } = await run(file, args, {
    cwd: process.cwd(),
    env: { PATH: process.env['PATH'], HOME: program.folder, ...env },
    timeout: 60_000,
  });
  return JSON.parse(stdout) as Got;
}

const node = (code: string, env: Readonly<Record<string, string>>): Promise<Got> =>
  get(process.execPath, ['--input-type=module', '-e', code], env);

const python = (code: string, env: Readonly<Record<string, string>>): Promise<Got> =>
  get('/usr/bin/python3', ['-c', code], env);

const hasPython = async (): Promise<boolean> =>
  run('/usr/bin/python3', ['-c', 'import azure.identity']).then(
    () => true,
    () => false,
  );

describe.each(['ManagedIdentityCredential', 'DefaultAzureCredential'])('%s', (credential) => {
  it('of @azure/identity gets a token', async () => {
    const { id: _id, ...env } = await addConsumer(program);
    const got = await node(inNode(credential, 'https://vault.azure.net/.default'), env);
    expect(got).toEqual({ aud: 'https://vault.azure.net', minutes: expect.any(Number) as number });
    expect(got.minutes).toBeGreaterThan(5);
  });

  it('of @azure/identity says why there is none, and does not try for long', async () => {
    const { id: _id, ...env } = await addConsumer(program);
    const got = await node(inNode(credential, 'https://graph.microsoft.com/.default'), env);
    expect(got.error).toEqual(matching(/may not have tokens for https:\/\/graph\.microsoft\.com/));
  }, 60_000);

  it('of azure-identity for Python gets a token', async ({ skip }) => {
    if (!(await hasPython())) skip('azure-identity for Python not found');
    const { id: _id, ...env } = await addConsumer(program);
    const got = await python(inPython(credential, 'https://vault.azure.net/.default'), env);
    expect(got).toEqual({ aud: 'https://vault.azure.net', minutes: expect.any(Number) as number });
  });

  it('of azure-identity for Python gets one by the older variables alone', async ({ skip }) => {
    if (!(await hasPython())) skip('azure-identity for Python not found');
    const { MSI_ENDPOINT = '', MSI_SECRET = '' } = await addConsumer(program);
    const got = await python(inPython(credential, 'https://vault.azure.net/.default'), {
      MSI_ENDPOINT,
      MSI_SECRET,
    });
    expect(got).toMatchObject({ aud: 'https://vault.azure.net' });
  });
});

it('ManagedIdentityCredential of @azure/identity gets one by the older variables alone', async () => {
  const { MSI_ENDPOINT = '', MSI_SECRET = '' } = await addConsumer(program);
  const got = await node(inNode('ManagedIdentityCredential', 'https://vault.azure.net/.default'), {
    MSI_ENDPOINT,
    MSI_SECRET,
  });
  expect(got).toMatchObject({ aud: 'https://vault.azure.net' });
});
