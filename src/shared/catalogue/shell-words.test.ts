import { describe, expect, it } from 'vitest';
import { shellOf, shellWords } from './shell-words';

describe('words of a command line', () => {
  it.each([
    ['a  b\tc', ['a', 'b', 'c']],
    [`'it is' "a \\"b\\" $c"`, ['it is', 'a "b" $c']],
    [`a'b'"c"\\ d`, ['abc d']],
    [`$'a\\nb\\'c\\x41\\u00e9'`, ["a\nb'cAé"]],
    ['a \\\n  b \\\r\n c', ['a', 'b', 'c']],
    ["'' x", ['', 'x']],
    ["'never closed", ['never closed']],
    ['a | b', ['a']],
    ['a\nb', ['a']],
    ['https://x.example/?a=1&b=2', ['https://x.example/?a=1&b=2']],
  ])('posix: %j', (text, words) => expect(shellWords(text, 'posix')).toEqual(words));

  it.each([
    [
      '^"https://x.example/?a=1^&b=^%^20c^" ^\r\n -X ^"POST^"',
      ['https://x.example/?a=1&b=%20c', '-X', 'POST'],
    ],
    ['"{\\"a\\": \\"b\\"}" c', ['{"a": "b"}', 'c']],
    ['"a ""b"" c"', ['a "b" c']],
    ['^"a^\n\nb^"', ['a\nb']],
    ["it's C:\\x", ["it's", 'C:\\x']],
    ['"a^b"', ['a^b']],
  ])('cmd: %j', (text, words) => expect(shellWords(text, 'cmd')).toEqual(words));

  it.each([
    ['\'it\'\'s\' "a `"b`""', ["it's", 'a "b"']],
    ['a `\r\n b', ['a', 'b']],
  ])('PowerShell: %j', (text, words) => expect(shellWords(text, 'powershell')).toEqual(words));

  it('tells shells apart by what only they have', () => {
    expect(shellOf('curl ^"https://x.example^"')).toBe('cmd');
    expect(shellOf('curl ^\r\n https://x.example')).toBe('cmd');
    expect(shellOf('curl.exe `\r\n https://x.example')).toBe('powershell');
    expect(shellOf("curl -d 'a^2' https://x.example")).toBe('posix');
  });
});
