import { isIPv6 } from 'node:net';
import { parseUrl } from '../../../shared/parse-url';

/** What of a request is looked at before anything else. */
export interface RequestHead {
  readonly method: string;
  readonly target: string;
  /** All of a name together, lower case; a name that comes twice has several values. */
  readonly headers: Readonly<Record<string, readonly string[] | undefined>>;
}

export type Guarded =
  | {
      readonly ok: true;
      readonly host: 'loopback' | 'container';
      readonly path: string;
      readonly query: URLSearchParams;
    }
  | { readonly ok: false; readonly status: number; readonly text: string; readonly allow?: string };

/** How Docker Desktop calls this computer. https://docs.docker.com/desktop/features/networking/ */
const containerHost = 'host.docker.internal';

const no = (status: number, text: string, allow?: string): Guarded => ({
  ok: false,
  status,
  text,
  ...(allow === undefined ? {} : { allow }),
});

/**
 * Whether a program on this computer may have sent this, and no page in a browser: those say `Origin` or `Sec-Fetch-Site`
 * with whatever they send to another origin, and after DNS rebinding still the name of their own host.
 * https://www.w3.org/TR/fetch-metadata/#sec-fetch-site-header https://datatracker.ietf.org/doc/html/rfc9110#section-7.2
 */
export function guard({ method, target, headers }: RequestHead, port: number): Guarded {
  if (headers['origin'] !== undefined || headers['sec-fetch-site'] !== undefined)
    return no(403, 'Pages in a browser get no tokens here.');
  const host = hostKind(headers['host'] ?? [], port);
  if (host === undefined) return no(403, 'The Host header has to be that of this computer.');
  if (method !== 'GET' && method !== 'POST') return no(405, 'Only GET and POST are answered.', 'GET, POST');
  // No absolute form: this is no proxy. RFC 9112, section 3.2
  const isPath = target.startsWith('/') && !target.startsWith('//');
  const url = isPath ? parseUrl(target, 'http://127.0.0.1') : undefined;
  if (url === undefined) return no(404, 'There is nothing at this address.');
  return { ok: true, host, path: url.pathname, query: url.searchParams };
}

function hostKind(values: readonly string[], port: number): 'loopback' | 'container' | undefined {
  const [value] = values;
  if (values.length !== 1 || value === undefined) return undefined;
  const suffix = `:${port}`;
  if (!value.endsWith(suffix)) return undefined;
  const name = value.slice(0, -suffix.length).toLowerCase();
  if (name === '127.0.0.1' || name === 'localhost' || isLoopback6(name)) return 'loopback';
  return name === containerHost ? 'container' : undefined;
}

function isLoopback6(name: string): boolean {
  const inner = /^\[(.*)\]$/.exec(name)?.[1];
  // `::1` in any of its spellings; URLs have no zones (`::1%lo`).
  return (
    inner !== undefined &&
    isIPv6(inner) &&
    !inner.includes('%') &&
    new URL(`http://[${inner}]/`).hostname === '[::1]'
  );
}
