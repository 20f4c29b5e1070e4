const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const values = new Map(
  Array.from(alphabet, (letter, value): [number, number] => [letter.charCodeAt(0), value]),
);

export type Base64Problem =
  /** A letter that is not in the alphabet: `+`, `/`, `=` and blanks among them. */
  | 'letter'
  /** No text of bytes has this many letters. */
  | 'length'
  /** Its last letter has bits that belong to no byte: something was cut off or changed. */
  | 'ending';

export type Base64Result =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly problem: Base64Problem; readonly at: number };

/**
 * Base64url as RFC 7515 wants it: no padding, and exactly one text for the same bytes. `atob` takes blanks, padding and
 * loose bits, and would hide that a token was damaged.
 */
export function decodeBase64url(text: string): Base64Result {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    const value = values.get(text.charCodeAt(at));
    if (value === undefined) return { ok: false, problem: 'letter', at };
    held = ((held << 6) | value) & 0xfff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[length] = (held >> bits) & 0xff;
    length += 1;
  }
  if (text.length % 4 === 1) return { ok: false, problem: 'length', at: text.length };
  if ((held & ((1 << bits) - 1)) !== 0) return { ok: false, problem: 'ending', at: text.length - 1 };
  return { ok: true, bytes };
}
