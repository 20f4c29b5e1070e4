import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { hostileRequest, hostileText } from '../../main/test-support/hostile-requests';
import { startServer } from '../../main/test-support/http-server';
import { throughCmd, windowsArguments } from '../../main/test-support/windows-command-line';
import { inputFor, sampleRequest } from '../test-support/snippet-inputs';
import { sentRequest } from './sent-request';
import { snippet } from './snippets';

/** Formats whose programs cannot be had here are read by the rules of those who read them. */

const run = promisify(execFile);

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'token-tray-texts-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

const placed = hostileRequest.map((sample) => ({ ...sample, url: `https://a.example${sample.url}` }));
const token = 'eyJhbGciOiJSUzI1NiJ9.e30.c2lnbmF0dXJl-_';

describe('curl for cmd.exe', () => {
  it('is one command with what was meant, whatever is in it', () => {
    fc.assert(
      fc.property(placed, (sample) => {
        const { url, headers, body } = sentRequest(inputFor(sample, token));
        const line = snippet('curl-cmd', inputFor(sample, token));
        const [program, ...seen] = windowsArguments(throughCmd(line, ['PATH', 'CMDCMDLINE', 'HOME']));
        expect(program).toBe('curl.exe');
        expect(seen).toContain(url);
        expect(seen.filter((_each, index) => seen[index - 1] === '-H')).toEqual(
          headers.map(({ name, value }) => (value === '' ? `${name};` : `${name}: ${value}`)),
        );
        const written = body?.replace(/\r\n?/g, '\n').replace(/(?![\t\n])\p{Cc}/gu, '');
        if (written !== undefined) expect(seen.slice(-2)).toEqual(['--data-raw', written]);
      }),
      { numRuns: 300 },
    );
  });
});

/** What curl reads from a file of options: https://curl.se/docs/manpage.html#-K */
function readConfig(lines: readonly string[]): (readonly [string, string])[] {
  return lines.map((line) => {
    const [, name = '', value] = /^([a-z-]+)(?: = "((?:[^"\\]|\\["\\nrtv])*)")?$/s.exec(line) ?? [];
    if (name === '') throw new Error(`This is no option: ${line}`);
    const plain: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', v: '\v' };
    return [name, (value ?? '').replace(/\\(.)/g, (_both, one: string) => plain[one] ?? one)] as const;
  });
}

describe('curl for PowerShell', () => {
  it('gives what 5.1 would pass on wrong to curl as a file', () => {
    fc.assert(
      fc.property(placed, (sample) => {
        const { url, headers, body } = sentRequest(inputFor(sample, token));
        const text = snippet('curl-powershell', inputFor(sample, token));
        if (!text.startsWith('& {')) {
          // Only verbatim strings, none of which has what PowerShell changes on the way.
          const strings = text.match(/'(?:[^'‘’‚‛]|['‘’‚‛]{2})*'/g) ?? [];
          expect(strings.every((each) => each !== "''" && !each.includes('"'))).toBe(true);
          expect(text.replace(/'(?:[^'‘’‚‛]|['‘’‚‛]{2})*'/g, 'S')).toMatch(
            /^curl\.exe( --head| -X [A-Z]+)?( --globoff)? S( -H S)+( --data-raw S)?$/,
          );
          return;
        }
        const lines = text.split('\n');
        expect(lines.slice(0, 3)).toEqual([
          '& {',
          '$OutputEncoding = [Text.UTF8Encoding]::new($false)',
          "@'",
        ]);
        expect(lines.slice(-2)).toEqual(["'@ | curl.exe --config -", '}']);
        const options = readConfig(lines.slice(3, -2));
        expect(options).toContainEqual(['url', url]);
        expect(options.filter(([name]) => name === 'header').map(([, value]) => value)).toEqual(
          headers.map(({ name, value }) => (value === '' ? `${name};` : `${name}: ${value}`)),
        );
        // What a console would take for a key is left out.
        const typed = body?.replace(/(?![\t\n\r\v])\p{Cc}/gu, '');
        if (typed !== undefined) expect(options.at(-1)).toEqual(['data-raw', typed]);
        expect(text.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
      }),
      { numRuns: 300 },
    );
  });

  it('is read by curl as it was meant', async () => {
    const server = await startServer((_request, response) => response.end());
    const body = '{\n\t"a": "it\'s \\\\ ü 😀"\r\n}';
    const sample = sampleRequest({
      method: 'PUT',
      url: `${server.origin}/x?a=[1-2]`,
      headers: [{ name: 'X-Quoted', value: 'a "b" \\' }],
      body,
    });
    const lines = snippet('curl-powershell', inputFor(sample, token)).split('\n');
    const file = join(await temporaryFolder(), 'options');
    await writeFile(file, lines.slice(3, -2).join('\n'));
    await run('curl', ['--config', file]);
    expect(server.requests).toMatchObject([
      { method: 'PUT', url: '/x?a=[1-2]', body, headers: { 'x-quoted': 'a "b" \\' } },
    ]);
  });
});

/** The requests of a file, as REST Client takes it apart: https://github.com/Huachao/vscode-restclient#usage */
function readHttpFile(text: string) {
  return text
    .split(/^#{3}.*$/m)
    .slice(1)
    .map((part) => {
      const lines = part.split('\n').slice(1);
      const start = lines.findIndex((line) => !/^\s*(#|\/\/)/.test(line));
      const [method, url] = (lines[start] ?? '').split(' ');
      const end = lines.findIndex((line, index) => index > start && line.trim() === '');
      const headers = lines.slice(start + 1, end).map((line) => {
        const colon = line.indexOf(':');
        return { name: line.slice(0, colon), value: line.slice(colon + 1).trim() };
      });
      const body = lines.slice(end + 1).join('\n');
      return { method, url, headers, body: body.replace(/\n$/, '') };
    });
}

describe('an .http file', () => {
  it('is one request with what was meant, whatever is in it', () => {
    fc.assert(
      fc.property(placed, hostileText(), (sample, presetName) => {
        const sent = sentRequest(inputFor(sample, token));
        const text = snippet('http-file', inputFor(sample, token, { presetName }));
        const [seen, ...others] = readHttpFile(text);
        expect(others).toEqual([]);
        expect(text).not.toMatch(/\{\{(?! begins)/);
        expect(seen?.method).toBe(sent.method);
        expect(seen?.url).toBe(sent.url);
        const kept = sent.headers.filter(({ value }) => !value.includes('{{'));
        expect(seen?.headers).toEqual(kept);
        if (sent.body !== undefined && !text.includes('# The body is left out')) {
          expect(seen?.body).toBe(sent.body);
          expect(seen?.body).not.toMatch(/^\s*[<>]/m);
        }
      }),
      { numRuns: 300 },
    );
  });
});

it('a Postman environment and Azure CLI’s JSON are JSON, whatever is in a name', () => {
  fc.assert(
    fc.property(hostileText(), placed, (presetName, sample) => {
      const input = inputFor(sample, token, { presetName });
      const environment = JSON.parse(snippet('postman-environment', input)) as { name: string };
      expect(environment.name).toBe(presetName);
      expect(JSON.parse(snippet('az-json', input))).toMatchObject({ accessToken: token });
    }),
  );
});

describe('a database’s command', () => {
  /** Programs that write down what they were given. */
  async function record(lines: string, programs: readonly string[]): Promise<string[]> {
    const folder = await temporaryFolder();
    for (const program of programs) {
      const file = join(folder, program);
      await writeFile(
        file,
        `#!/bin/sh\nprintf '%s\\0' "$PGPASSWORD$MYSQL_PWD$REDISCLI_AUTH" "$@" > "${folder}/seen"\nfor a; do [ -f "$a" ] && iconv -f UTF-16LE -t UTF-8 "$a" > "${folder}/token"; done; true\n`,
      );
      await chmod(file, 0o755);
    }
    await run('sh', ['-c', lines], {
      cwd: folder,
      env: { PATH: `${folder}:${process.env['PATH'] ?? ''}`, TMPDIR: folder },
    });
    const { stdout } = await run('sh', ['-c', 'cat seen; cat token 2>/dev/null; true'], { cwd: folder });
    const left = await readdir(folder);
    expect(left.filter((name) => !['seen', 'token', ...programs].includes(name))).toEqual([]);
    return stdout.split('\0');
  }

  const username = `o'neil "x" $(touch pwned) \`touch pwned\` \\@a.example`;
  const input = inputFor(undefined, token, {
    token: { accessToken: token, expiresOn: 0, tenantId: 't', username },
  });

  it('gives psql the token and a name in its own quotes', async () => {
    const [password, conninfo, ...rest] = await record(snippet('pgpassword', input), ['psql']);
    expect(password).toBe(token);
    const quoted = username.replace(/['\\]/g, '\\$&');
    expect(conninfo).toBe(
      `host={server}.postgres.database.azure.com dbname=postgres user='${quoted}' sslmode=require`,
    );
    expect(rest).toEqual(['']);
  });

  it('gives mysql and redis-cli the token where no list of processes shows it', async () => {
    const [password, ...args] = await record(snippet('mysql', input), ['mysql']);
    expect(password).toBe(token);
    expect(args).toContain(`--user=${username}`);
    expect(args.join(' ')).not.toContain(token);
    const [secret, ...others] = await record(snippet('redis-cli', input), ['redis-cli']);
    expect(secret).toBe(token);
    expect(others.join(' ')).not.toContain(token);
  });

  it('gives sqlcmd a file in UTF-16 with the token, and leaves none behind', async () => {
    const seen = await record(snippet('sqlcmd', input), ['sqlcmd']);
    expect(seen.slice(0, 7)).toEqual([
      '',
      '-S',
      '{server}.database.windows.net',
      '-d',
      '{database}',
      '-G',
      '-P',
    ]);
    expect(seen.at(-1)).toBe(token);
  });
});

describe('a container registry’s exchange', () => {
  it('gets the registry’s own tokens one after the other, and sends the request with the last', async () => {
    const server = await startServer((request, response) => {
      const answers: Record<string, object> = {
        '/oauth2/exchange': { refresh_token: 'REFRESH' },
        '/oauth2/token': { access_token: 'ACCESS' },
      };
      response.end(JSON.stringify(answers[request.url ?? ''] ?? { repositories: ['a'] }));
    });
    const sample = sampleRequest({ url: `${server.origin}/v2/team/app/tags/list?n=5&x='$(touch pwned)'` });
    const text = snippet('acr-exchange', inputFor(sample, token, { delivery: 'container-registry' }));
    const folder = await temporaryFolder();
    const { stdout } = await run('dash', ['-c', text], { cwd: folder });
    expect(stdout).toBe('{"repositories":["a"]}');
    expect(await readdir(folder)).toEqual([]);
    const host = new URL(server.origin).host;
    const [exchange, access, last] = server.requests;
    expect(Object.fromEntries(new URLSearchParams(exchange?.body))).toEqual({
      grant_type: 'access_token',
      service: host,
      tenant: 'tenant',
      access_token: token,
    });
    expect(Object.fromEntries(new URLSearchParams(access?.body))).toEqual({
      grant_type: 'refresh_token',
      service: host,
      scope: 'repository:team/app:pull',
      refresh_token: 'REFRESH',
    });
    expect(last?.headers.authorization).toBe('Bearer ACCESS');
    expect(decodeURIComponent(last?.url ?? '')).toBe("/v2/team/app/tags/list?n=5&x='$(touch pwned)'");
  });
});
