import { t } from '../../shared/messages';

/** What a file that is no text begins with. */
const signatures: readonly (readonly [readonly number[], string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'ZIP'],
  [[0x50, 0x4b, 0x05, 0x06], 'ZIP'],
  [[0x1f, 0x8b], 'gzip'],
  [[0x25, 0x50, 0x44, 0x46], 'PDF'],
  [[0x89, 0x50, 0x4e, 0x47], 'PNG'],
  [[0xff, 0xd8, 0xff], 'JPEG'],
  [[0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], 'SQLite'],
  [[0x7f, 0x45, 0x4c, 0x46], 'ELF'],
  [[0x4d, 0x5a], 'EXE'],
];

/** What bytes look like that are no text, in a sentence; nothing for what may be one. */
export function binaryWords(bytes: Uint8Array): string | undefined {
  const found = signatures.find(([signature]) => signature.every((byte, at) => bytes[at] === byte));
  if (found !== undefined) return t('sharing.wrong.looks-like', { kind: found[1] });
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  // UTF-16 without its mark has a zero in every other byte, too.
  return !isWide && bytes.subarray(0, 1024).includes(0) ? t('sharing.wrong.binary') : undefined;
}

/** What a text looks like that is no JSON; nothing for what may be any. */
export function textWords(text: string): string | undefined {
  const start = text.slice(0, 2000).trimStart();
  if (/^<(!doctype html|html|head|body)\b/i.test(start)) return t('sharing.wrong.html');
  if (start.startsWith('<')) return t('sharing.wrong.xml');
  return undefined;
}
