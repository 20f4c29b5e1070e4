import { posix, win32 } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseUrl } from '../../shared/parse-url';
import { parseSampleUrl } from '../../shared/sample-url';

/** Where a team catalogue is: an https address, or a file. */
export type TeamSource =
  { readonly kind: 'address'; readonly url: string } | { readonly kind: 'file'; readonly path: string };

/** As it is kept: an address may become longer when it is encoded. */
export const longestSource = 4096;

export type SourceProblem =
  'source-missing' | 'source-not-https' | 'source-not-whole' | 'source-has-credentials' | 'source-too-long';

export type SourceResult =
  | { readonly ok: true; readonly source: TeamSource }
  | { readonly ok: false; readonly problem: SourceProblem };

const problem = (name: SourceProblem): SourceResult => ({ ok: false, problem: name });
const found = (source: TeamSource): SourceResult =>
  sourceText(source).length > longestSource ? problem('source-too-long') : { ok: true, source };

/** Reads what somebody typed. Credentials in an address would be kept in clear and sent to whoever is asked. */
export function parseTeamSource(text: string, platform: NodeJS.Platform): SourceResult {
  const trimmed = text.trim();
  if (trimmed === '') return problem('source-missing');
  const isAbsolute = (path: string): boolean => (platform === 'win32' ? win32 : posix).isAbsolute(path);
  if (/^file:/i.test(trimmed)) {
    try {
      return found({ kind: 'file', path: fileURLToPath(trimmed) });
    } catch {
      return problem('source-not-whole');
    }
  }
  // A drive's letter is no scheme.
  if (isAbsolute(trimmed) && (platform !== 'win32' || !/^[\\/](?![\\/])/.test(trimmed)))
    return found({ kind: 'file', path: trimmed });
  if (/^http:\/\//i.test(trimmed)) return problem('source-not-https');
  const parsed = parseSampleUrl(trimmed);
  if (!parsed.ok)
    return problem(parsed.problem === 'url-has-credentials' ? 'source-has-credentials' : 'source-not-whole');
  const url = /[{}]/.test(trimmed) ? undefined : parseUrl(trimmed);
  if (url === undefined) return problem('source-not-whole');
  url.hash = '';
  return found({ kind: 'address', url: url.href });
}

/** What a catalogue without a name is called. */
export const sourceName = (source: TeamSource): string =>
  source.kind === 'address'
    ? new URL(source.url).host
    : (source.path
        .split(/[\\/]/)
        .filter((part) => part !== '')
        .at(-1) ?? source.path);

export const sourceText = (source: TeamSource): string =>
  source.kind === 'address' ? source.url : source.path;
