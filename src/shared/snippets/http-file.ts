import type { Header, SentRequest } from './sent-request';

/**
 * A request as VS Code's REST Client, Visual Studio and JetBrains' editors read it from a file.
 * https://github.com/Huachao/vscode-restclient#usage, https://learn.microsoft.com/aspnet/core/test/http-files,
 * https://www.jetbrains.com/help/idea/exploring-http-syntax.html
 * The form has no way to write what means something to these programs (a variable, a file, a script, the end of the
 * request), so a header or body with such a text is left out, and the file says so.
 */
export function httpFile(presetName: string, { method, url, headers, body }: SentRequest): string {
  const plain = headers.filter(({ value }) => !isVariable(value));
  const left = body !== undefined && isTakenAsMore(body);
  return [
    `### ${titleOf(presetName)}`,
    ...(plain.length < headers.length ? [`# Left out, as {{ begins a variable: ${namesOf(headers)}`] : []),
    ...(left
      ? ['# The body is left out: this file would take parts of it for a variable, a file or a script.']
      : []),
    `${method} ${url.replace(/\{\{+/g, (braces) => '%7B'.repeat(braces.length))}`,
    ...plain.map(({ name, value }) => (value === '' ? `${name}:` : `${name}: ${value}`)),
    ...(body === undefined || left ? [] : ['', body]),
    '',
  ].join('\n');
}

const isVariable = (text: string): boolean => text.includes('{{');

const namesOf = (headers: readonly Header[]): string =>
  headers
    .filter(({ value }) => isVariable(value))
    .map(({ name }) => name)
    .join(', ');

const isTakenAsMore = (body: string): boolean =>
  isVariable(body) || /^\s*(?:#{3}|[<>]|\/\/|#|@)/m.test(body) || /(?![\t\n\r])\p{Cc}/u.test(body);

/** `@` begins a setting of the request, two braces a variable. */
const titleOf = (name: string): string =>
  name
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\{\{+/g, '{')
    .replace(/^[\s@#]+/, '')
    .trim();
