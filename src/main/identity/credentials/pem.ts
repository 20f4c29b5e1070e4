/** A block between `-----BEGIN …-----` and `-----END …-----`. */
export interface PemBlock {
  readonly label: string;
  /** With its first and last line, ended by `\n`. */
  readonly text: string;
  /** Encrypted the way of RFC 1421, which says so in the block's own header. */
  readonly hasEncryptedHeader: boolean;
  /** What the block says in base64. */
  readonly bytes: Buffer;
}

/** All complete blocks, in their order; what is around them is left out. */
export function pemBlocks(text: string): readonly PemBlock[] {
  const blocks: PemBlock[] = [];
  let label: string | undefined;
  let lines: string[] = [];
  for (const raw of text.split(/\r\n|\r|\n/)) {
    const line = raw.trim();
    const begin = /^-----BEGIN ([A-Z0-9 ]{1,64})-----$/.exec(line)?.[1];
    if (begin !== undefined) {
      label = begin;
      lines = [];
    } else if (label !== undefined && line === `-----END ${label}-----`) {
      blocks.push(block(label, lines));
      label = undefined;
    } else if (label !== undefined) lines.push(line);
  }
  return blocks;
}

function block(label: string, lines: readonly string[]): PemBlock {
  const headers = lines.filter((line) => line.includes(':'));
  return {
    label,
    text: [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n'),
    hasEncryptedHeader: headers.some((line) => /^Proc-Type: *4, *ENCRYPTED$/i.test(line)),
    bytes: Buffer.from(lines.filter((line) => !line.includes(':')).join(''), 'base64'),
  };
}
