import type { SampleRequest } from '../preset';
import { quoteForPosix } from './quoting';
import type { Shell } from './shell';

/** A complete curl command. https://curl.se/docs/manpage.html */
export function curl(request: SampleRequest, accessToken: string, shell: Shell): string {
  const quote = shell === 'windows' ? quoteForCmd : quoteForReading;
  // In Windows PowerShell plain `curl` is another command.
  const parts = [shell === 'windows' ? 'curl.exe' : 'curl'];
  if (request.method === 'HEAD') parts.push('--head');
  // A body alone would make it a POST.
  else if (request.method !== 'GET' || request.body !== undefined) parts.push('-X', request.method);
  // Without this, curl takes brackets and braces in a URL as its own patterns.
  if (/[[\]{}]/.test(request.url)) parts.push('--globoff');
  parts.push(quote(request.url), '-H', quote(`Authorization: Bearer ${accessToken}`));
  for (const header of request.headers) parts.push('-H', quote(headerLine(header)));
  // `--data` would take a body that begins with @ for a file name.
  if (request.body !== undefined) parts.push('--data-raw', quote(request.body));
  return parts.join(' ');
}

/** curl leaves out a header that has nothing after its colon, unless a semicolon stands in its place. */
const headerLine = ({ name, value }: SampleRequest['headers'][number]): string =>
  value === '' ? `${name};` : `${name}: ${value}`;

/** Double quotes where nothing in them is special to the shell, otherwise single quotes (POSIX.1-2024, XCU 2.2). */
const quoteForReading = (text: string): string => (/[$`"\\!]/.test(text) ? quoteForPosix(text) : `"${text}"`);

/**
 * By the rules that C programs on Windows take their arguments apart with:
 * https://learn.microsoft.com/cpp/c-language/parsing-c-command-line-arguments
 * A quotation mark is doubled instead of escaped with a backslash: cmd.exe knows no backslash and counts the marks, so
 * that after an odd one it would take `&` and `|` as its own.
 */
function quoteForCmd(text: string): string {
  const escaped = text.replace(/(\\*)"/g, '$1$1""').replace(/(\\+)$/, '$1$1');
  return `"${escaped}"`;
}
