import { quoteForPython as quote } from './quoting';
import type { SentRequest } from './sent-request';

/** https://requests.readthedocs.io/en/latest/api/ */
export const pythonRequests = ({ method, url, headers, body }: SentRequest): string =>
  [
    'import requests',
    '',
    `response = requests.${method.toLowerCase()}(`,
    `    ${quote(url)},`,
    '    headers={',
    ...headers.map(({ name, value }) => `        ${quote(name)}: ${bytes(value)},`),
    '    },',
    // A text goes out in ISO 8859-1.
    ...(body === undefined ? [] : [`    data=${bytes(body)},`]),
    ')',
    'print(response.status_code)',
    'print(response.text)',
  ].join('\n');

const bytes = (text: string): string => (/^[\0-\x7f]*$/.test(text) ? quote(text) : `${quote(text)}.encode()`);
