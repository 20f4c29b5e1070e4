import { parseUrl } from './parse-url';
import { isLoopbackHost } from './text-rules';

export type SampleUrlProblem =
  'url-missing' | 'url-not-absolute' | 'url-http-off-loopback' | 'url-has-credentials';

export type SampleUrlResult =
  { readonly ok: true; readonly url: string } | { readonly ok: false; readonly problem: SampleUrlProblem };

// The URL parser is more lenient than curl: it takes `https:host`, too, and drops control characters.
const wholeAddress = /^https?:\/\/[^\s\p{Cc}]+$/iu;

const problem = (name: SampleUrlProblem): SampleUrlResult => ({ ok: false, problem: name });

/**
 * Checks the URL of a sample request. `{placeholders}` may stand in it. A bearer token over plain http can be read by
 * everyone on the way, so http is for loopback only (RFC 6750, section 5.3).
 */
export function parseSampleUrl(text: string): SampleUrlResult {
  const trimmed = text.trim();
  if (trimmed === '') return problem('url-missing');
  // `{vault}.example` is no host name to the URL parser; a letter in its place is.
  const readable = trimmed.replace(/[{}]/g, 'x');
  const parsed = wholeAddress.test(trimmed) ? parseUrl(readable) : undefined;
  if (parsed === undefined) return problem('url-not-absolute');
  if (parsed.username !== '' || parsed.password !== '') return problem('url-has-credentials');
  if (parsed.protocol === 'https:') return { ok: true, url: trimmed };
  return isLoopbackHost(parsed.hostname) ? { ok: true, url: trimmed } : problem('url-http-off-loopback');
}
