import type { RequestDraft } from '../../../shared/preset-draft';

type Header = RequestDraft['headers'][number];

const headerLine = /^\s*(?:-H\s+|--header\s+)?(["']?)([\w!#$%&'*+.^`|~-]{1,256}):\s?(.*?)\1\s*\\?\s*$/;

/**
 * The headers in a pasted text, one a line as browsers and curl show them. Undefined for a text that is none, which is
 * pasted as it is. The token's own header is left out: every copy brings its own.
 */
export function headersIn(text: string): readonly Header[] | undefined {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  if (lines.length === 0 || lines.length > 100) return undefined;
  const found = lines.map((line) => headerLine.exec(line.slice(0, 5000)));
  if (found.some((match) => match === null)) return undefined;
  return found
    .map((match) => ({ name: match?.[2] ?? '', value: (match?.[3] ?? '').trim() }))
    .filter(({ name }) => name.toLowerCase() !== 'authorization');
}
