import { mostShown, type TrialBody } from '../../shared/trial';

/** What is shown of a body. Pure. */
export function answerBody(bytes: Buffer, contentType: string, isCut: boolean): TrialBody {
  const about = { contentType, size: bytes.length, isCut };
  if (bytes.length === 0) return { ...about, kind: 'none', text: '', isShortened: false };
  const type = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  const charset = /;\s*charset\s*=\s*"?([\w:.-]+)/i.exec(contentType)?.[1];
  const isText = type === '' || type === 'application/octet-stream' ? looksLikeText(bytes) : isTextType(type);
  if (!isText) return { ...about, kind: 'binary', text: '', isShortened: false };
  const part = bytes.subarray(0, mostShown);
  const isShortened = isCut || bytes.length > mostShown;
  const text = decode(part, charset, isShortened);
  // Whatever it is called: with that in it, it is no text.
  if (text.includes('\0')) return { ...about, kind: 'binary', text: '', isShortened: false };
  return { ...about, kind: isJson(type, text, isShortened) ? 'json' : 'text', text, isShortened };
}

const isTextType = (type: string): boolean =>
  /^(?:text|message|multipart)\//.test(type) ||
  /[/+](?:json|xml|yaml|x-yaml|toml|javascript|ecmascript|x-javascript|x-www-form-urlencoded|graphql|sql|csv|x-ndjson|ndjson|jsonl|pem-certificate-chain|x-pem-file|http|xhtml)$/.test(
    type,
  ) ||
  type === 'image/svg+xml';

/** UTF-8 without the characters that no text has. */
function looksLikeText(bytes: Buffer): boolean {
  const start = bytes.subarray(0, 4096);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(start, { stream: true });
    return !/[^\P{Cc}\s\u{80}-\u{9f}]/u.test(text);
  } catch {
    return false;
  }
}

/** A byte order mark says it best, then the header; UTF-8 is what everybody means who says nothing. */
function decode(bytes: Buffer, charset: string | undefined, goesOn: boolean): string {
  const decoder = decoderFor(markOf(bytes) ?? charset ?? 'utf-8');
  // A character that is cut in two is left out.
  return decoder.decode(bytes, { stream: goesOn });
}

function markOf(bytes: Buffer): string | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

function decoderFor(label: string): TextDecoder {
  try {
    return new TextDecoder(label);
  } catch {
    return new TextDecoder('utf-8');
  }
}

function isJson(type: string, text: string, isShortened: boolean): boolean {
  if (/[/+]json$/.test(type)) return /^\s*["{[\-\dtfn]/.test(text);
  if (isShortened || !/^\s*[{[]/.test(text) || /html|xml/.test(type)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
