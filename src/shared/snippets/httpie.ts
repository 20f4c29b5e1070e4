import { quoteForPosix } from './quoting';
import type { Header, SentRequest } from './sent-request';

/** https://httpie.io/docs/cli/http-headers, https://httpie.io/docs/cli/raw-request-body */
export const httpie = ({ method, url, headers, body }: SentRequest): string =>
  [
    `http ${method} ${quoteForPosix(url)}`,
    ...headers.map((header) => quoteForPosix(requestItem(header))),
    // As one word, or a body that begins with a hyphen were an option.
    ...(body === undefined ? [] : [`--raw=${quoteForPosix(body)}`]),
  ].join(' \\\n  ');

/** The space keeps what follows from making another kind of item: `:@` would send a file, `:=` a part of a body. */
const requestItem = ({ name, value }: Header): string => (value === '' ? `${name};` : `${name}: ${value}`);
