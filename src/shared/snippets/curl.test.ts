import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { SampleRequest } from '../preset';
import { throughCmd, windowsArguments } from '../../main/test-support/windows-command-line';
import { startServer } from '../../main/test-support/http-server';
import { inputFor } from '../test-support/snippet-inputs';
import { snippet } from './snippets';
import type { Shell } from './shell';

const curl = (sample: SampleRequest, accessToken: string, shell: Shell): string =>
  snippet('curl', inputFor(sample, accessToken, { shell }));

const run = promisify(execFile);
const token = 'eyJhbGciOiJSUzI1NiJ9.e30.c2lnbmF0dXJl-_';
const weird = `$HOME $(id) \`id\` "quoted" 'single' \\ \\\\ !! ! & | ; < > * ? ~ # {a,b} [1-3] %20 %PATH% é😀`;

/** What an address may have of it. */
const weirdPath = `$HOME$(id)!!'&;*?~#{a,b}[1-3]%20`;

const request = (change: Partial<SampleRequest>): SampleRequest => ({
  method: 'GET',
  url: 'https://a.example/',
  headers: [],
  ...change,
});

/** What `curl` would be called with, by a function of that name in the shell. */
async function argumentsIn(shell: string, line: string): Promise<string[]> {
  const { stdout } = await run(shell, ['-c', `curl() { printf '%s\\0' "$@"; }\n${line}`]);
  return stdout.split('\0').slice(0, -1);
}

describe.each(['bash', 'dash'])('a curl line in %s', (shell) => {
  it('is one command with exactly the address, the headers and the body that were meant', async () => {
    const url = `https://a.example/${weirdPath}`;
    const headers = [{ name: 'X-Weird', value: weird }];
    const body = `${weird}\nsecond line\n@not-a-file`;
    const seen = await argumentsIn(
      shell,
      curl(request({ method: 'PATCH', url, headers, body }), token, 'posix'),
    );
    expect(seen).toEqual([
      '-X',
      'PATCH',
      '--globoff',
      url,
      '-H',
      `Authorization: Bearer ${token}`,
      '-H',
      `X-Weird: ${weird}`,
      '--data-raw',
      body,
    ]);
  });

  it('keeps every character of the keyboard', async () => {
    for (let code = 0x20; code < 0x7f; code += 1) {
      const character = String.fromCharCode(code);
      const value = `a${character}b${character}${character}c`;
      const line = curl(request({ headers: [{ name: 'X', value }] }), token, 'posix');
      expect((await argumentsIn(shell, line)).at(-1)).toBe(`X: ${value}`);
    }
  }, 30_000);
});

describe('a curl line run for real', () => {
  const send = async (change: Partial<SampleRequest>) => {
    const server = await startServer((_request, response) => response.end('{"ok":true}'));
    const url = `${server.origin}${change.url ?? '/'}`;
    const { stdout } = await run('bash', ['-c', curl(request({ ...change, url }), token, 'posix')]);
    return { stdout, seen: server.requests[0], count: server.requests.length };
  };

  it('brings the token as it is', async () => {
    const { seen, stdout } = await send({ url: '/me?$top=1&x=[1-2]' });
    expect(seen).toMatchObject({
      method: 'GET',
      url: '/me?$top=1&x=[1-2]',
      headers: { authorization: `Bearer ${token}` },
    });
    expect(stdout).toBe('{"ok":true}');
  });

  it('makes one request where curl would see a pattern of several', async () => {
    expect(await send({ url: '/{a,b}/[1-3]' })).toMatchObject({ count: 1, seen: { url: '/{a,b}/[1-3]' } });
  });

  it.each(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const)('sends a body with %s', async (method) => {
    const body = '{"name":"O\'Neil & Söhne","price":"$5!"}';
    const headers = [{ name: 'Content-Type', value: 'application/json' }];
    const { seen } = await send({ method, body, headers });
    expect(seen).toMatchObject({ method, body, headers: { 'content-type': 'application/json' } });
  });

  it('asks with HEAD and waits for no body', async () => {
    expect((await send({ method: 'HEAD' })).seen?.method).toBe('HEAD');
  });

  it('sends a header that is empty, too', async () => {
    const { seen } = await send({ headers: [{ name: 'X-Empty', value: '' }] });
    expect(seen?.headers['x-empty']).toBe('');
  });
});

describe('a curl line that is read', () => {
  it('is plain where nothing has to be protected', () => {
    expect(curl(request({}), 'TOKEN', 'posix')).toBe(
      'curl "https://a.example/" -H "Authorization: Bearer TOKEN"',
    );
    expect(curl(request({}), 'TOKEN', 'windows')).toBe(
      'curl.exe "https://a.example/" -H "Authorization: Bearer TOKEN"',
    );
  });
});

describe('a curl line in cmd.exe', () => {
  const values = [
    weird,
    '%PATH%',
    '%%PATH%%x%PATH%',
    '%20%PATH%',
    '%CMDCMDLINE:~-1% & calc',
    'a\nb & calc\n\n%PATH%"\n',
    'C:\\dir\\',
    '\\"',
    '"a&b"',
    '{"a":"b&c|d<e>f^g"}',
    '""',
    '"',
    'a" b',
    '\\\\',
  ];

  it.each(values)('keeps %j as one argument and gives cmd nothing to carry out', (value) => {
    const headers = [{ name: 'X', value }];
    const line = curl(
      request({ method: 'POST', url: `https://a.example/?q=${value}`, headers, body: value }),
      token,
      'windows',
    );
    const seen = windowsArguments(throughCmd(line, ['PATH', 'CMDCMDLINE']));
    expect(seen.some((each) => each.startsWith('https://a.example/?q='))).toBe(true);
    // A header is one line.
    expect(seen.slice(-3)).toEqual([`X: ${value.replace(/\n+/g, ' ').trim()}`, '--data-raw', value]);
  });
});
