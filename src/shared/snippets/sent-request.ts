import type { SampleRequest } from '../preset';
import type { SnippetInput } from './snippet-input';
import { wellFormed } from './quoting';

/** A sample request as it is sent: with the token, and with nothing that could be taken for more than it is. */
export interface SentRequest {
  readonly method: SampleRequest['method'];
  readonly url: string;
  /** `Authorization` first. Names differ in more than case, as most clients hold headers in a table. */
  readonly headers: readonly Header[];
  readonly body: string | undefined;
}

export interface Header {
  readonly name: string;
  readonly value: string;
}

/** Whether a request can be sent at all. A command would take another text for a file, or for an option of its own. */
export const isSendable = ({ url }: SampleRequest): boolean => /^https?:\/\/[^/]/i.test(url);

/** The token takes the place of whatever a sample request was authorised with. @throws where there is no such request */
export function sentRequest(input: SnippetInput): SentRequest {
  const { request } = input;
  if (request === undefined || !isSendable(request))
    throw new Error('There is no request to make a snippet from.');
  const ours = authorization(input);
  const taken = new Set(ours.map(({ name }) => name.toLowerCase()));
  const others = request.headers.filter(({ name }) => !taken.has(name.toLowerCase())).flatMap(safeHeader);
  const { body } = request;
  return {
    method: request.method,
    url: safeUrl(request.url),
    headers: joined([...ours, ...others]),
    body: body === undefined ? undefined : wellFormed(body.replaceAll('\0', '')),
  };
}

/**
 * How the service wants its token. Cosmos DB has a form of its own, and wants the date that it was sent on:
 * https://learn.microsoft.com/rest/api/cosmos-db/access-control-on-cosmosdb-resources
 */
export function authorization({ delivery, token, request, now }: SnippetInput): readonly Header[] {
  if (delivery !== 'cosmos') return [{ name: 'Authorization', value: `Bearer ${token.accessToken}` }];
  const version = request?.headers.find(({ name }) => name.toLowerCase() === 'x-ms-version');
  return [
    { name: 'Authorization', value: `type%3Daad%26ver%3D1.0%26sig%3D${token.accessToken}` },
    { name: 'x-ms-date', value: new Date(now).toUTCString() },
    { name: 'x-ms-version', value: version === undefined ? cosmosVersion : fieldValue(version.value) },
  ];
}

const cosmosVersion = '2018-12-31';

/**
 * What an address cannot have in it is written as its bytes, apart from the braces of placeholders: clients differ in what
 * they make of it. RFC 3986, section 2.1; the name of a host is written in another way, which is theirs to do.
 */
export function safeUrl(url: string): string {
  const [, host = '', rest = ''] = /^(https?:\/\/[^/?#]*)(.*)$/isu.exec(wellFormed(url)) ?? [];
  const path = rest.replace(/[^\x21-\x7e]|["<>\\^`|]|%(?![0-9a-f]{2})/giu, encodeURIComponent);
  return `${host.replace(/[\s\p{Cc}"<>\\^`|]/gu, encodeURIComponent)}${path}`;
}

/** A name that is none is left out, and so is what the client says by itself of how it sends a body. RFC 9110, section 5.1 */
const safeHeader = ({ name, value }: Header): readonly Header[] =>
  /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name) && !saidByClient.has(name.toLowerCase())
    ? [{ name, value: fieldValue(value) }]
    : [];

const saidByClient: ReadonlySet<string> = new Set([
  'content-length',
  'transfer-encoding',
  'connection',
  'host',
]);

/** The end of a line would begin another header; a space takes its place. RFC 9110, section 5.5 */
const fieldValue = (value: string): string =>
  wellFormed(value)
    .replace(/(?:(?!\t)\p{Cc})+/gu, ' ')
    .trim();

/** A list means the same as several headers of one name, RFC 9110, section 5.3; cookies: RFC 6265, section 4.2 */
function joined(headers: readonly Header[]): readonly Header[] {
  const byName = new Map<string, Header>();
  for (const { name, value } of headers) {
    const key = name.toLowerCase();
    const before = byName.get(key);
    const values = [before?.value ?? '', value].filter((each) => each !== '');
    byName.set(key, {
      name: before?.name ?? name,
      value: values.join(key === 'cookie' ? '; ' : ', '),
    });
  }
  return [...byName.values()];
}
