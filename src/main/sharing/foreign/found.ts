import type { SampleRequest } from '../../../shared/preset';
import { parseSampleUrl } from '../../../shared/sample-url';
import { isSecretValue, withoutSecrets } from '../secrets';
import type { Variables } from './variables';

/** What another program's file holds that may become a preset, and what does not. */

/** Why something was not used. A secret is never shown: only what it is called. */
export type UnusedReason =
  | 'secret'
  | 'off'
  | 'no-address'
  | 'not-https'
  | 'open-address'
  | 'method'
  | 'unknown-api'
  | 'too-many'
  | 'no-text';

export interface Unused {
  readonly name: string;
  readonly reason: UnusedReason;
}

/** A request of another program, with its variables filled in as far as they are known and no secrets. */
export interface FoundRequest {
  /** What the file calls it. */
  readonly name: string;
  readonly request: SampleRequest;
}

export interface Found {
  /** What the file calls itself. */
  readonly name?: string | undefined;
  readonly requests: readonly FoundRequest[];
  readonly unused: readonly Unused[];
}

/** As another program has it. */
export interface ForeignRequest {
  readonly name: string;
  readonly method: string;
  readonly url: string;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly body?: string | undefined;
}

/** The longest name that a preset or a request may have. */
const nameLength = 80;

export const shortName = (name: string): string => {
  const trimmed = name.trim().replace(/\s+/g, ' ');
  return trimmed.length > nameLength ? `${trimmed.slice(0, nameLength - 1)}…` : trimmed;
};

/** Characters; a longer body is left out. */
const longestBody = 90_000;

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** What becomes of a request, or why nothing does. */
export function foundRequest(
  { name, method, url, headers, body }: ForeignRequest,
  variables: Variables,
): FoundRequest | Unused {
  const shown = shortName(name === '' ? url : name);
  const known = methods.find((each) => each === method.trim().toUpperCase());
  if (known === undefined) return { name: shown, reason: 'method' };
  const address = variables.fill(url).trim();
  if (address.startsWith('{')) return { name: shown, reason: 'open-address' };
  const parsed = parseSampleUrl(address);
  const hasLogin = !parsed.ok && parsed.problem === 'url-has-credentials';
  if (!parsed.ok && !hasLogin)
    return { name: shown, reason: /^http:/i.test(address) ? 'not-https' : 'no-address' };
  const { request } = withoutSecrets({
    method: known,
    url: address,
    headers: headers
      .map((header) => ({ name: header.name.trim(), value: variables.fill(header.value).trim() }))
      .filter((header) => isHeader(header))
      .slice(0, 50),
    ...(body === undefined || body === '' || body.length > longestBody
      ? {}
      : { body: variables.fill(body, longestBody) }),
  });
  if (request.url.length > 4096 || !parseSampleUrl(request.url).ok)
    return { name: shown, reason: 'no-address' };
  return { name: shown, request };
}

const isHeader = ({ name, value }: { readonly name: string; readonly value: string }): boolean =>
  /^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,256}$/.test(name) && /^\P{Cc}{0,4096}$/u.test(value);

/** What becomes of a variable: only an address can be of use. */
export function foundVariable(
  name: string,
  value: string,
  isSecret: boolean,
  variables: Variables,
): FoundRequest | Unused {
  const shown = shortName(name);
  const filled = variables.fill(value).trim();
  const isAddress = /^https?:\/\//i.test(filled);
  if (isSecret || (!isAddress && isSecretValue(name, filled))) return { name: shown, reason: 'secret' };
  if (!isAddress) return { name: shown, reason: 'no-address' };
  return foundRequest({ name, method: 'GET', url: value, headers: [] }, variables);
}

/** A file with more than this is no list of APIs that a person has made. */
const mostEntries = 2000;

/** Sorts what was found from what was not used. Looks at no more entries than anybody needs. */
export function found(name: string | undefined, entries: Iterable<() => FoundRequest | Unused>): Found {
  const requests: FoundRequest[] = [];
  const unused: Unused[] = [];
  let count = 0;
  for (const look of entries) {
    const entry = look();
    count += 1;
    if (count > mostEntries) {
      unused.push({ name: entry.name, reason: 'too-many' });
      break;
    }
    if ('request' in entry) requests.push(entry);
    else unused.push(entry);
  }
  return {
    ...(name === undefined || name.trim() === '' ? {} : { name: shortName(name) }),
    requests,
    unused,
  };
}
