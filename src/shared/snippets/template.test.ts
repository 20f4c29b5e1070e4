import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileText } from '../../main/test-support/hostile-requests';
import { throughCmd, windowsArguments } from '../../main/test-support/windows-command-line';
import { processorTime } from '../test-support/processor-time';
import { inputFor, sampleRequest } from '../test-support/snippet-inputs';
import {
  fillTemplate,
  filters,
  needsRequest,
  parseTemplate,
  placeholders,
  templateWarnings,
} from './template';

const run = promisify(execFile);
const request = sampleRequest({
  method: 'POST',
  url: "https://a.example/items?name='x'",
  headers: [{ name: 'X-One', value: '1' }],
  body: '{"a":"ü"}',
});

function filled(text: string, input = inputFor(request)): string {
  const parsed = parseTemplate(text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return fillTemplate(parsed.parts, input);
}

describe('a template', () => {
  it('has every value where it is wanted', () => {
    expect(placeholders.map((name) => filled(`{{${name}}}`))).toEqual([
      'TOKEN',
      'Bearer TOKEN',
      "https://a.example/items?name='x'",
      'POST',
      'X-One: 1',
      '{"a":"ü"}',
      'https://a.example/.default',
      'https://a.example',
      '2027-01-15T08:00:00.000Z',
      'tenant',
      '',
      'Items',
    ]);
  });

  it('writes values for where they stand', () => {
    expect(filters.map((filter) => filled(`{{body|${filter}}}`))).toEqual([
      `'{"a":"ü"}'`,
      `'{"a":"ü"}'`,
      '"{""a"":""ü""}"',
      '"{\\"a\\":\\"ü\\"}"',
      '%7B%22a%22%3A%22%C3%BC%22%7D',
      'eyJhIjoiw7wifQ==',
    ]);
    expect(filled('{{ body | base64 | json }}')).toBe('"eyJhIjoiw7wifQ=="');
    expect(filled('{{url|url}}')).not.toMatch(/['()*!]/);
  });

  it('leaves everything else as it is, and braces that are meant', () => {
    expect(filled('a } b {c} $d \\{{token}} }}\n\ttoken')).toBe('a } b {c} $d {{token}} }}\n\ttoken');
  });

  it('says what is wrong and where, and loses nothing', () => {
    const text = 'curl {{url}}\n  {{tokn|sh}} {{body|shell}} {{}} {{token';
    const parsed = parseTemplate(text);
    expect(parsed).toEqual({
      ok: false,
      problems: [
        { kind: 'unknown-placeholder', name: 'tokn', line: 2, column: 3 },
        { kind: 'unknown-filter', name: 'shell', line: 2, column: 15 },
        { kind: 'empty', line: 2, column: 30 },
        { kind: 'not-closed', line: 2, column: 35 },
      ],
    });
  });

  it('needs a request only for what is of one', () => {
    const needs = (text: string): boolean => {
      const parsed = parseTemplate(text);
      return parsed.ok && needsRequest(parsed.parts);
    };
    expect(needs('{{token}} {{scope}} {{name}}')).toBe(false);
    for (const name of ['url', 'method', 'headers', 'body']) expect(needs(`{{${name}}}`)).toBe(true);
    expect(filled('{{token}}', inputFor(undefined))).toBe('TOKEN');
    expect(() => filled('{{url}}', inputFor(undefined))).toThrow();
  });

  it('reads any text in no time, and gives back what has no braces', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (text) => {
        parseTemplate(text);
        templateWarnings(text);
        if (!text.includes('{{')) expect(filled(text)).toBe(text);
      }),
    );
    const took = processorTime(() => {
      parseTemplate('{{'.repeat(4000));
      templateWarnings('{{url}} \\\n'.repeat(800));
    });
    expect(took).toBeLessThan(1000);
  });
});

describe('what the editor warns of', () => {
  const kinds = (text: string): string[] =>
    templateWarnings(text).map(({ kind, placeholder }) => `${kind} ${placeholder}`);

  it.each([
    ['curl {{url}}', ['unquoted url']],
    ['curl "{{url}}" \\\n  -d {{body}}', ['unquoted url', 'unquoted body']],
    ['curl {{url|sh}} -H "Authorization: {{authorization}}"', []],
    ['curl "{{url|sh}}"', ['quoted-twice url']],
    ['export NAME={{name}}', ['unquoted name']],
    ['curl https://a.example/?q={{name|url}}', []],
    ['Invoke-RestMethod {{url|ps}}', []],
    ['{{url}}', []],
    ['GET {{url}}\nAuthorization: {{authorization}}', []],
    ['{"url": {{url|json}}}', []],
  ])('%s', (text, expected) => {
    expect(kinds(text)).toEqual(expected);
  });
});

describe('a filter keeps whatever is in a value in one piece', () => {
  it('in a shell', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(hostileText(), { minLength: 60, maxLength: 60 }), async (bodies) => {
        const lines = bodies.map((body) =>
          filled(`printf '%s\\0' {{body|sh}}`, inputFor(sampleRequest({ method: 'POST', body }))),
        );
        const { stdout } = await run('sh', ['-c', lines.join('\n')], { maxBuffer: 10_000_000 });
        const expected = bodies.map((body) => Buffer.from(body.replaceAll('\0', '')).toString());
        expect(stdout.split('\0').slice(0, -1)).toEqual(expected);
      }),
      { numRuns: 2, endOnFailure: true },
    );
  });

  it('in cmd.exe, as far as it can write it', () => {
    fc.assert(
      fc.property(hostileText(), (body) => {
        const line = filled('mytool {{body|cmd}}', inputFor(sampleRequest({ method: 'POST', body })));
        const seen = windowsArguments(throughCmd(line, ['PATH', 'CMDCMDLINE', 'HOME']));
        const written = Buffer.from(body)
          .toString()
          .replace(/\r\n?/g, '\n')
          .replace(/(?![\t\n])\p{Cc}/gu, '');
        expect(seen).toEqual(['mytool', written]);
      }),
      { numRuns: 500 },
    );
  });

  it('in PowerShell', () => {
    fc.assert(
      fc.property(hostileText(), (body) => {
        const text = filled('{{body|ps}}', inputFor(sampleRequest({ method: 'POST', body })));
        expect(readPowerShell(text)).toBe(Buffer.from(body.replaceAll('\0', '')).toString());
      }),
      { numRuns: 500 },
    );
  });
});

/** A verbatim string, or several with characters between them by their numbers. @throws for anything else */
function readPowerShell(text: string): string {
  const string = /['‘’‚‛](?:[^'‘’‚‛]|['‘’‚‛]{2})*['‘’‚‛](?!['‘’‚‛])/y;
  const inner = text.startsWith('(') && text.endsWith(')') ? text.slice(1, -1) : text;
  let at = 0;
  let result = '';
  while (at < inner.length) {
    if (at > 0) {
      if (!inner.startsWith(' + ', at)) throw new Error(`“ + ” is wanted at: ${inner.slice(at)}`);
      at += 3;
    }
    const [number] = /\[char\]\d+/y[Symbol.match](inner.slice(at)) ?? [];
    if (number !== undefined) {
      result += String.fromCharCode(Number(number.slice(6)));
      at += number.length;
      continue;
    }
    string.lastIndex = at;
    const [quoted] = string.exec(inner) ?? [];
    if (quoted === undefined) throw new Error(`A string is wanted at: ${inner.slice(at)}`);
    result += quoted.slice(1, -1).replaceAll(/['‘’‚‛]{2}/g, (both) => both.charAt(0));
    at += quoted.length;
  }
  return result;
}
