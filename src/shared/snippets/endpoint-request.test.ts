import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileRequest } from '../../main/test-support/hostile-requests';
import { startServer } from '../../main/test-support/http-server';
import { inputFor, sampleRequest } from '../test-support/snippet-inputs';
import { snippet } from './snippets';

const run = promisify(execFile);
const request = sampleRequest({
  url: 'https://a.example/items/{id}',
  headers: [{ name: 'X', value: '1' }],
});

describe('a command that gets its own token', () => {
  it('reads as people would write it', () => {
    expect(snippet('endpoint-curl', inputFor(request))).toBe(
      [
        `answer=$(printf %s "X-IDENTITY-HEADER: $IDENTITY_HEADER" | curl -sS --noproxy '*' -H @- "$IDENTITY_ENDPOINT"'?api-version=2019-08-01&resource=https%3A%2F%2Fa.example')`,
        `token=$(printf %s "$answer" | sed -n 's/.*"access_token" *: *"\\([^"\\\\]*\\)".*/\\1/p')`,
        'if [ -n "$token" ]; then',
        `  printf '%s\\n' "Authorization: Bearer $token" | curl --globoff "https://a.example/items/{id}" -H "X: 1" -H @-`,
        'else',
        `  printf '%s\\n' "$answer" >&2`,
        'fi',
      ].join('\n'),
    );
    expect(snippet('endpoint-powershell', inputFor(request))).toBe(
      [
        `$token = (Invoke-RestMethod -Uri ($env:IDENTITY_ENDPOINT + '?api-version=2019-08-01&resource=https%3A%2F%2Fa.example') -Headers @{ 'X-IDENTITY-HEADER' = $env:IDENTITY_HEADER } -ErrorAction Stop).access_token`,
        `if ($token) { Invoke-RestMethod -Method Get -Uri 'https://a.example/items/{id}' -Headers @{ 'Authorization' = "Bearer $token"; 'X' = '1' } }`,
      ].join('\n'),
    );
  });

  it('puts the token into the header alone, whatever the request is', () => {
    fc.assert(
      fc.property(hostileRequest, fc.constantFrom('bearer', 'cosmos'), (sample, delivery) => {
        const body = `${sample.body ?? ''}Authorization: Bearer \0`;
        const placed = { ...sample, url: `https://a.example${sample.url}`, body };
        const texts = (['endpoint-curl', 'endpoint-powershell'] as const).map((format) =>
          snippet(format, inputFor(placed, 'SECRET', { delivery })),
        );
        for (const text of texts) {
          expect(text).not.toContain('SECRET');
          expect(text).not.toContain('\0');
          // In double quotes alone it is a variable.
          expect(text.match(/"[^"']*(?:Bearer |sig%3D)\$token"/g) ?? []).toHaveLength(1);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('writes a resource so that neither a shell nor an address takes it for more', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (odd) => {
        const scopes = [`api://${odd}/.default`];
        for (const format of ['endpoint-curl', 'endpoint-powershell'] as const) {
          const [, query = ''] =
            /&resource=([^']*)'/.exec(snippet(format, inputFor(request, '', { scopes }))) ?? [];
          expect(query).toMatch(/^[\w.~%-]*$/);
          expect(decodeURIComponent(query)).toBe(`api://${odd}`);
        }
      }),
    );
  });

  it('says what the endpoint says where there is no token, and sends nothing', async () => {
    const api = await startServer((_request, response) => response.end());
    const refusing = await startServer((_request, response) =>
      response.writeHead(403).end('{"error":"access_denied","error_description":"Not on its list."}'),
    );
    const text = snippet('endpoint-curl', inputFor(sampleRequest({ url: `${api.origin}/items` })));
    const { stdout, stderr } = await run('bash', ['-c', text], {
      env: { ...process.env, IDENTITY_ENDPOINT: `${refusing.origin}/msi/token`, IDENTITY_HEADER: 'x' },
    });
    expect(stdout).toBe('');
    expect(stderr).toContain('Not on its list.');
    expect(api.requests).toEqual([]);
  });
});
