import { quoteForPowerShell } from './quoting';
import type { SentRequest } from './sent-request';

type Quote = (text: string) => string;

/**
 * A complete command for PowerShell 7 and 5.1. A GET with a body is for 7 only: 5.1 refuses to send one.
 * https://learn.microsoft.com/powershell/module/microsoft.powershell.utility/invoke-restmethod
 */
export function powershell(
  { method, url, headers, body }: SentRequest,
  quote: Quote = quoteForPowerShell,
): string {
  const isContentType = ({ name }: { readonly name: string }): boolean =>
    name.toLowerCase() === 'content-type';
  const contentType = headers.find(isContentType)?.value;
  const table = headers
    .filter((header) => !isContentType(header))
    .map(({ name, value }) => `${quote(name)} = ${quote(value)}`)
    .join('; ');
  return [
    // Of an answer without a body, Invoke-RestMethod shows nothing at all.
    ...(method === 'HEAD' ? ['Invoke-WebRequest', '-UseBasicParsing'] : ['Invoke-RestMethod']),
    '-Method',
    method.charAt(0) + method.slice(1).toLowerCase(),
    '-Uri',
    quote(url),
    '-Headers',
    `@{ ${table} }`,
    ...(body === undefined ? [] : bodyParameters(body, contentType, quote)),
    ...(body === undefined && contentType !== undefined ? ['-ContentType', quote(contentType)] : []),
  ].join(' ');
}

function bodyParameters(body: string, contentType: string | undefined, quote: Quote): string[] {
  // Up to 7.3 a text goes out in ISO 8859-1. https://github.com/PowerShell/PowerShell/issues/10971
  const isAscii = /^[\0-\x7f]*$/.test(body);
  return [
    '-ContentType',
    // curl's default. 7.4 fails without one: https://github.com/PowerShell/PowerShell/pull/23952
    quote(contentType ?? 'application/x-www-form-urlencoded'),
    '-Body',
    isAscii ? quote(body) : `([Text.Encoding]::UTF8.GetBytes(${quote(body)}))`,
  ];
}
