import { describe, expect, it } from 'vitest';
import type { SampleRequest } from '../preset';
import { inputFor } from '../test-support/snippet-inputs';
import { sentRequest } from './sent-request';
import { powershell as ofSent } from './powershell';

const token = 'eyJhbGciOiJSUzI1NiJ9.e30.c2lnbmF0dXJl-_';
const weird = `$HOME $(id) \`n "a" 'b' ‘c’ ‚d‛ “e” @{ f } ; | & # <# g #> %PATH% \\ {h} é😀 -Method Post`;

const request = (change: Partial<SampleRequest> = {}): SampleRequest => ({
  method: 'GET',
  url: 'https://a.example/',
  headers: [],
  ...change,
});

const powershell = (sample: SampleRequest, accessToken: string): string =>
  ofSent(sentRequest(inputFor(sample, accessToken)));

interface Command {
  readonly name: string;
  readonly switches: string[];
  readonly parameters: Record<string, unknown>;
}

/**
 * What PowerShell makes of a command, as far as these commands go: verbatim strings, in which a doubled quotation mark
 * stands for one, typographic ones included; hash tables, whose keys must differ in more than case; and bytes of a text.
 * https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_quoting_rules
 * @throws for everything else
 */
function readCommand(text: string): Command {
  let at = 0;
  const take = (pattern: RegExp): string | undefined => {
    const found = new RegExp(pattern, 'y');
    found.lastIndex = at;
    const [whole] = found.exec(text) ?? [];
    if (whole !== undefined) at += whole.length;
    return whole;
  };
  const need = (pattern: RegExp): string => {
    const found = take(pattern);
    if (found === undefined) throw new Error(`${String(pattern)} is wanted at: ${text.slice(at)}`);
    return found;
  };
  const string = (): string => {
    const quoted = need(/['‘’‚‛](?:[^'‘’‚‛]|['‘’‚‛]{2})*['‘’‚‛](?!['‘’‚‛])/);
    return quoted.slice(1, -1).replaceAll(/['‘’‚‛]{2}/g, (both) => both.charAt(0));
  };
  const table = (): Record<string, string> => {
    const found: Record<string, string> = {};
    do {
      const key = string();
      need(/ = /);
      const isThere = Object.keys(found).some((other) => other.toLowerCase() === key.toLowerCase());
      if (isThere) throw new Error(`Duplicate keys '${key}' are not allowed in hash literals.`);
      found[key] = string();
    } while (take(/; /) !== undefined);
    need(/ }/);
    return found;
  };
  const value = (): unknown => {
    if (take(/@\{ /) !== undefined) return table();
    if (take(/\(\[Text\.Encoding\]::UTF8\.GetBytes\(/) === undefined) return take(/[A-Z][a-z]+/) ?? string();
    const bytes = Buffer.from(string(), 'utf8');
    need(/\)\)/);
    return bytes;
  };
  const name = need(/Invoke-\w+/);
  const switches: string[] = [];
  const parameters: Record<string, unknown> = {};
  while (at < text.length) {
    need(/ /);
    const parameter = need(/-[A-Za-z]+/).slice(1);
    if (parameter in parameters) throw new Error(`${parameter} is given twice.`);
    if (parameter === 'UseBasicParsing') switches.push(parameter);
    else {
      need(/ /);
      parameters[parameter] = value();
    }
  }
  return { name, switches, parameters };
}

describe('a PowerShell command', () => {
  it('is plain', () => {
    expect(powershell(request(), 'TOKEN')).toBe(
      `Invoke-RestMethod -Method Get -Uri 'https://a.example/' -Headers @{ 'Authorization' = 'Bearer TOKEN' }`,
    );
  });

  it('has address, headers and body exactly as they were meant', () => {
    const url = `https://a.example/$HOME$(id)@{f};'&*?~#{a,b}[1-3]%20`;
    const headers = [
      { name: 'X-Weird', value: weird },
      { name: "X-'quoted'", value: '' },
    ];
    const body = `${weird}\nsecond line`;
    const command = powershell(request({ method: 'PATCH', url, headers, body }), token);
    expect(readCommand(command)).toEqual({
      name: 'Invoke-RestMethod',
      switches: [],
      parameters: {
        Method: 'Patch',
        Uri: url,
        Headers: { Authorization: `Bearer ${token}`, 'X-Weird': weird, "X-'quoted'": '' },
        ContentType: 'application/x-www-form-urlencoded',
        Body: Buffer.from(body),
      },
    });
  });

  it('keeps every character, and every two of them', () => {
    const characters = [
      ...weird.split(/(?:)/u),
      ...Array.from({ length: 0x7f - 0x20 }, (_, i) => String.fromCharCode(0x20 + i)),
    ];
    for (const character of new Set(characters)) {
      const value = `b${character}a${character}${character}c`;
      const command = powershell(request({ headers: [{ name: 'X', value }] }), token);
      expect(readCommand(command).parameters).toMatchObject({
        Headers: { X: value },
      });
    }
  });

  it('has each header once, as no hash table takes it twice', () => {
    const headers = [
      { name: 'Prefer', value: 'return=minimal' },
      { name: 'X', value: '1' },
      { name: 'prefer', value: 'wait=10' },
      { name: 'PREFER', value: 'x' },
    ];
    expect(readCommand(powershell(request({ headers }), token)).parameters['Headers']).toEqual({
      Authorization: `Bearer ${token}`,
      Prefer: 'return=minimal, wait=10, x',
      X: '1',
    });
  });

  it('says what the body is beside the headers, where its encoding is taken from', () => {
    const headers = [{ name: 'content-type', value: 'application/json; charset=utf-8' }];
    const body = '{"a":"it\'s $5"}';
    expect(readCommand(powershell(request({ method: 'POST', headers, body }), token)).parameters).toEqual({
      Method: 'Post',
      Uri: 'https://a.example/',
      Headers: { Authorization: `Bearer ${token}` },
      ContentType: 'application/json; charset=utf-8',
      Body: body,
    });
    expect(readCommand(powershell(request({ headers }), token)).parameters).toMatchObject({
      ContentType: 'application/json; charset=utf-8',
    });
  });

  it('sends what is not ASCII as the bytes that it is', () => {
    const { parameters } = readCommand(powershell(request({ method: 'PUT', body: 'Søren – 😀' }), token));
    expect(parameters['Body']).toEqual(Buffer.from('Søren – 😀', 'utf8'));
  });

  it('shows the answer of a HEAD, which is in its headers', () => {
    const { name, switches, parameters } = readCommand(powershell(request({ method: 'HEAD' }), token));
    expect({ name, switches, method: parameters['Method'] }).toEqual({
      name: 'Invoke-WebRequest',
      switches: ['UseBasicParsing'],
      method: 'Head',
    });
  });

  it.each(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const)('knows %s', (method) => {
    const { parameters } = readCommand(powershell(request({ method }), token));
    expect(String(parameters['Method']).toUpperCase()).toBe(method);
  });
});
