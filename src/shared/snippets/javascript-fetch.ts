import { quoteForJavaScript as quote } from './quoting';
import type { SentRequest } from './sent-request';

/** For Node and for the console of a browser. https://developer.mozilla.org/docs/Web/API/Window/fetch */
export function javascriptFetch({ method, url, headers, body }: SentRequest): string {
  const sendsNoBody = body !== undefined && (method === 'GET' || method === 'HEAD');
  return [
    ...(sendsNoBody ? [`// The body is left out: fetch sends none with ${method}.`] : []),
    `const response = await fetch(${quote(url)}, {`,
    ...(method === 'GET' ? [] : [`  method: ${quote(method)},`]),
    '  headers: {',
    ...headers.map(({ name, value }) => `    ${key(name)}: ${quote(bytesOf(value))},`),
    '  },',
    ...(body === undefined || sendsNoBody ? [] : [`  body: ${quote(body)},`]),
    '});',
    'console.log(response.status, await response.text());',
  ].join('\n');
}

/** Under this name an object has its prototype. */
const key = (name: string): string => (name === '__proto__' ? `[${quote(name)}]` : quote(name));

/** A header is a string of bytes to fetch: https://fetch.spec.whatwg.org/#headers-class */
const bytesOf = (value: string): string =>
  [...new TextEncoder().encode(value)].map((byte) => String.fromCharCode(byte)).join('');
