import { quoteForCSharp as quote } from './quoting';
import type { Header, SentRequest } from './sent-request';

/**
 * Top-level statements of C# 9 and newer. Headers are ASCII to HttpClient.
 * https://learn.microsoft.com/dotnet/api/system.net.http.httpclient
 */
export function csharpHttpClient({ method, url, headers, body }: SentRequest): string {
  const ofContent = headers.filter(isOfContent);
  const add = (target: string, { name, value }: Header): string =>
    `${target}.TryAddWithoutValidation(${quote(name)}, ${quote(value)});`;
  return [
    'using System;',
    'using System.Net.Http;',
    'using System.Text;',
    '',
    'using var client = new HttpClient();',
    `using var request = new HttpRequestMessage(${methodOf(method)}, ${quote(url)});`,
    ...headers.filter((header) => !isOfContent(header)).map((header) => add('request.Headers', header)),
    ...(body === undefined && ofContent.length === 0
      ? []
      : [`request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(${quote(body ?? '')}));`]),
    ...ofContent.map((header) => add('request.Content.Headers', header)),
    'using var response = await client.SendAsync(request);',
    'Console.WriteLine((int)response.StatusCode);',
    'Console.WriteLine(await response.Content.ReadAsStringAsync());',
  ].join('\n');
}

/** HttpMethod has no member for PATCH before .NET Core 2.1. */
const methodOf = (method: SentRequest['method']): string =>
  method === 'PATCH'
    ? 'new HttpMethod("PATCH")'
    : `HttpMethod.${method.charAt(0)}${method.slice(1).toLowerCase()}`;

/** These belong to the content, and a request does not take them. https://learn.microsoft.com/dotnet/api/system.net.http.headers.httpcontentheaders */
const isOfContent = ({ name }: Header): boolean =>
  /^(allow|content-(disposition|encoding|language|location|md5|range|type)|expires|last-modified)$/i.test(
    name,
  );
