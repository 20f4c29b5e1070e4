import { quoteForCmd, quoteForPowerShell, quoteForReading } from './quoting';
import type { Header, SentRequest } from './sent-request';

type Quote = (text: string) => string;

/** A complete curl command for bash, zsh and their kin. https://curl.se/docs/manpage.html */
export const curlForBash = (request: SentRequest, quote: Quote = quoteForReading): string =>
  line('curl', request, quote);

/** For cmd.exe. In Windows PowerShell plain `curl` is another command; this one it takes, too, for most requests. */
export const curlForCmd = (request: SentRequest): string => line('curl.exe', request, quoteForCmd);

/**
 * For PowerShell, 5.1 too. It passes a quotation mark on as it is, and takes nothing for no argument, where 7.3 and newer
 * do as one means it: https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_preference_variables#psnativecommandargumentpassing
 * A request with such a text goes to curl as a file of options instead.
 */
export function curlForPowerShell(request: SentRequest): string {
  const passedOnWrong = argumentsOf(request).some(
    ([, value]) => value !== undefined && (value === '' || /"|[\s\S]*\s[\s\S]*\\$|\p{Cc}/u.test(value)),
  );
  if (!passedOnWrong) return line('curl.exe', request, quoteForPowerShell);
  const config = argumentsOf(request).map(([option, value]) => {
    const name = shortOptions[option] ?? option.slice(2);
    return value === undefined ? name : `${name} = ${quoteForConfig(value)}`;
  });
  // In 5.1 a pipe to another program is ASCII: https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_preference_variables#outputencoding
  return [
    '& {',
    '$OutputEncoding = [Text.UTF8Encoding]::new($false)',
    "@'",
    ...config,
    "'@ | curl.exe --config -",
    '}',
  ].join('\n');
}

const line = (program: string, request: SentRequest, quote: Quote): string =>
  [
    program,
    ...argumentsOf(request).flatMap(([option, value]) => [
      ...(option === '--url' ? [] : [option]),
      ...(value === undefined ? [] : [option === '-X' ? value : quote(value)]),
    ]),
  ].join(' ');

/** Options with their values, in the order that people write them in. */
function argumentsOf({ method, url, headers, body }: SentRequest): (readonly [string, string?])[] {
  return [
    // A body alone would make it a POST.
    ...(method === 'HEAD'
      ? [['--head'] as const]
      : method !== 'GET' || body !== undefined
        ? [['-X', method] as const]
        : []),
    // Without this, curl takes brackets and braces in a URL as its own patterns.
    ...(/[[\]{}]/.test(url) ? [['--globoff'] as const] : []),
    ['--url', url],
    ...headers.map((header) => ['-H', headerLine(header)] as const),
    // `--data` would take a body that begins with @ for a file name.
    ...(body === undefined ? [] : [['--data-raw', body] as const]),
  ];
}

const shortOptions: Readonly<Record<string, string>> = { '-X': 'request', '-H': 'header' };

/** https://curl.se/docs/manpage.html#-K. Other control characters are keys to a console that takes a paste for typing. */
const quoteForConfig = (text: string): string =>
  `"${text.replace(/["\\]/g, '\\$&').replace(/\p{Cc}/gu, (character) => configEscapes[character] ?? '')}"`;

const configEscapes: Readonly<Record<string, string>> = {
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
};

/** curl leaves out a header that has nothing after its colon, unless a semicolon stands in its place. */
const headerLine = ({ name, value }: Header): string => (value === '' ? `${name};` : `${name}: ${value}`);
