/** What is read is no DER, or not what is expected at this place. */
export class DerError extends Error {
  override readonly name = 'DerError';
}

export const derTags = {
  integer: 0x02,
  octets: 0x04,
  oid: 0x06,
  sequence: 0x30,
  /** `[0]` with a value inside. */
  explicit0: 0xa0,
  /** `[0]` in place of the tag of an octet string. */
  implicit0: 0x80,
} as const;

const maxDepth = 24;

/** One value of X.690's distinguished encoding: definite, shortest lengths and one-byte tags only. Read on demand. */
export class Der {
  private constructor(
    readonly tag: number,
    /** Without tag and length. */
    readonly content: Buffer,
    private readonly depth: number,
  ) {}

  /** A value that fills `bytes`. @throws DerError */
  static read(bytes: Buffer): Der {
    return only(readAll(bytes, 0));
  }

  /** The values inside one that is made of others. @throws DerError */
  get children(): readonly Der[] {
    if ((this.tag & 0x20) === 0 || this.depth >= maxDepth) throw new DerError();
    return readAll(this.content, this.depth + 1);
  }

  /** The values of a sequence. @throws DerError */
  get sequence(): readonly Der[] {
    return this.expect(derTags.sequence).children;
  }

  /** The bytes of an octet string. @throws DerError */
  get octets(): Buffer {
    return this.expect(derTags.octets).content;
  }

  /** The only value inside `[0]`. @throws DerError */
  get explicit0(): Der {
    return only(this.expect(derTags.explicit0).children);
  }

  /** A whole number from 0 to 2³¹−1. @throws DerError */
  get integer(): number {
    const { content } = this.expect(derTags.integer);
    if (content.length < 1 || content.length > 4) throw new DerError();
    const value = content.readIntBE(0, content.length);
    if (value < 0) throw new DerError();
    return value;
  }

  /** In dotted form. @throws DerError */
  get oid(): string {
    const { content } = this.expect(derTags.oid);
    if (content.length < 1 || content.length > 32) throw new DerError();
    const numbers: number[] = [];
    let value = 0;
    for (const [index, byte] of content.entries()) {
      value = value * 128 + (byte & 0x7f);
      if (!Number.isSafeInteger(value)) throw new DerError();
      const isLast = (byte & 0x80) === 0;
      if (isLast) numbers.push(value);
      else if (index === content.length - 1) throw new DerError();
      if (isLast) value = 0;
    }
    const [first = 0, ...others] = numbers;
    const top = Math.min(Math.floor(first / 40), 2);
    return [top, first - top * 40, ...others].join('.');
  }

  expect(tag: number): this {
    if (this.tag !== tag) throw new DerError();
    return this;
  }

  /** @internal */
  static at(bytes: Buffer, start: number, depth: number): { value: Der; end: number } {
    const tag = bytes[start];
    const first = bytes[start + 1];
    if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) throw new DerError();
    const size = first < 0x80 ? 0 : first & 0x7f;
    const from = start + 2 + size;
    if (first === 0x80 || size > 4 || from > bytes.length) throw new DerError();
    const length = size === 0 ? first : bytes.readUIntBE(start + 2, size);
    const isShortest = size === 0 || (length >= 0x80 && length >= 256 ** (size - 1));
    if (!isShortest || length > bytes.length - from) throw new DerError();
    const end = from + length;
    return { value: new Der(tag, bytes.subarray(from, end), depth), end };
  }
}

// Each value takes two bytes or more, so that this ends.
function readAll(bytes: Buffer, depth: number): readonly Der[] {
  const values: Der[] = [];
  let at = 0;
  while (at < bytes.length) {
    const { value, end } = Der.at(bytes, at, depth);
    values.push(value);
    at = end;
  }
  return values;
}

function only(values: readonly Der[]): Der {
  const [value] = values;
  if (value === undefined || values.length > 1) throw new DerError();
  return value;
}

/** The value at `index`. @throws DerError where there is none */
export function at(values: readonly Der[], index: number): Der {
  const value = values[index];
  if (value === undefined) throw new DerError();
  return value;
}
