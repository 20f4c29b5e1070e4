import { quoteForPosix } from './quoting';
import type { SentRequest } from './sent-request';

/** https://www.gnu.org/software/wget/manual/html_node/HTTP-Options.html */
export const wget = ({ method, url, headers, body }: SentRequest): string =>
  [
    // It would take the headers along to whatever host it is redirected to: https://nvd.nist.gov/vuln/detail/CVE-2021-31879
    `wget --quiet --max-redirect=0 ${method === 'HEAD' ? '--server-response' : '--content-on-error'} --output-document=-`,
    ...(method === 'GET' && body === undefined ? [] : [`--method=${method}`]),
    ...headers.map(({ name, value }) => `--header=${quoteForPosix(`${name}: ${value}`)}`),
    ...(body === undefined ? [] : [`--body-data=${quoteForPosix(body)}`]),
    quoteForPosix(url),
  ].join(' \\\n  ');
