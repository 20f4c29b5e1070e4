import type { SampleRequest } from '../../shared/preset';

/**
 * A complete `Invoke-RestMethod` command, for PowerShell 7 and 5.1:
 * https://learn.microsoft.com/powershell/module/microsoft.powershell.utility/invoke-restmethod
 */
export function powershell(request: SampleRequest, accessToken: string): string {
  // Content-Type has a parameter of its own: 5.1 refuses it among the headers.
  const contentType = request.headers.find(({ name }) => name.toLowerCase() === 'content-type');
  const headers = [
    { name: 'Authorization', value: `Bearer ${accessToken}` },
    ...request.headers.filter((header) => header !== contentType),
  ];
  const table = headers.map(({ name, value }) => `${quote(name)} = ${quote(value)}`).join('; ');
  const method = request.method.charAt(0) + request.method.slice(1).toLowerCase();
  const parts = [
    'Invoke-RestMethod',
    '-Method',
    method,
    '-Uri',
    quote(request.url),
    '-Headers',
    `@{ ${table} }`,
  ];
  if (contentType !== undefined) parts.push('-ContentType', quote(contentType.value));
  if (request.body !== undefined) parts.push('-Body', quote(request.body));
  return parts.join(' ');
}

/** In a verbatim string only its own quotation mark is special, and PowerShell takes typographic ones for it, too. */
const quote = (text: string): string => `'${text.replaceAll(/['‘’‚‛]/g, '$&$&')}'`;
