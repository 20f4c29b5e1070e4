import { createDecipheriv, createHash, pbkdf2Sync } from 'node:crypto';
import { at, DerError, type Der } from './der';

/** Cannot be decrypted here: `too-old` is RC2 and RC4, which neither OpenSSL 3 nor BoringSSL gives to Node. */
export class EncryptionUnknown extends Error {
  override readonly name = 'EncryptionUnknown';

  constructor(readonly isTooOld: boolean) {
    super();
  }
}

/** The passphrase does not decrypt it. */
export class DecryptionFailed extends Error {
  override readonly name = 'DecryptionFailed';
}

/** A passphrase in the two forms that RFC 7292 and RFC 8018 use. */
export interface PassphraseBytes {
  readonly utf8: Buffer;
  /** UTF-16 big-endian, ended by a zero. An absent passphrase may have no bytes at all. */
  readonly bmp: Buffer;
}

export const passphraseBytes = (passphrase: string): PassphraseBytes => ({
  utf8: Buffer.from(passphrase, 'utf8'),
  bmp: Buffer.from(`${passphrase}\0`, 'utf16le').swap16(),
});

/** More would hold up the program for a second and more; what people export has a few thousand. */
const maxIterations = 1_000_000;

const pseudoRandomFunctions: Readonly<Record<string, string>> = {
  '1.2.840.113549.2.7': 'sha1',
  '1.2.840.113549.2.8': 'sha224',
  '1.2.840.113549.2.9': 'sha256',
  '1.2.840.113549.2.10': 'sha384',
  '1.2.840.113549.2.11': 'sha512',
};

const ciphers: Readonly<Record<string, { readonly name: string; readonly keyLength: number }>> = {
  '2.16.840.1.101.3.4.1.2': { name: 'aes-128-cbc', keyLength: 16 },
  '2.16.840.1.101.3.4.1.22': { name: 'aes-192-cbc', keyLength: 24 },
  '2.16.840.1.101.3.4.1.42': { name: 'aes-256-cbc', keyLength: 32 },
  '1.2.840.113549.3.7': { name: 'des-ede3-cbc', keyLength: 24 },
};

const pbes2 = '1.2.840.113549.1.5.13';
const pbkdf2 = '1.2.840.113549.1.5.12';
const pkcs12Pbe = '1.2.840.113549.1.12.1';

/**
 * Decrypts what is encrypted by a passphrase: PBES2 (RFC 8018) or triple DES of RFC 7292, appendix C. `algorithm` is an
 * AlgorithmIdentifier. @throws EncryptionUnknown, DecryptionFailed, DerError
 */
export function decryptWithPassphrase(algorithm: Der, data: Buffer, passphrase: PassphraseBytes): Buffer {
  const [name, parameters] = pair(algorithm);
  const oid = name.oid;
  if (oid === pbes2) return decryptPbes2(parameters, data, passphrase.utf8);
  const keyLength = oid === `${pkcs12Pbe}.3` ? 24 : oid === `${pkcs12Pbe}.4` ? 16 : undefined;
  if (keyLength === undefined) throw new EncryptionUnknown(oid.startsWith(`${pkcs12Pbe}.`));
  const [salt, count] = pair(parameters);
  const derive = (purpose: number, length: number): Buffer =>
    pkcs12Key('sha1', passphrase.bmp, salt.octets, iterations(count), purpose, length);
  const key = derive(1, keyLength);
  // With two keys the first is used again as the third.
  return decrypt('des-ede3-cbc', Buffer.concat([key, key]).subarray(0, 24), derive(2, 8), data);
}

function decryptPbes2(parameters: Der, data: Buffer, passphrase: Buffer): Buffer {
  const [derivation, encryption] = pair(parameters).map((each) => pair(each));
  if (derivation === undefined || encryption === undefined) throw new DerError();
  const cipher = ciphers[encryption[0].oid];
  if (derivation[0].oid !== pbkdf2 || cipher === undefined) throw new EncryptionUnknown(false);
  const [salt, count, ...others] = derivation[1].sequence;
  if (salt === undefined || count === undefined) throw new DerError();
  const functionName = others.find(({ tag }) => tag === derivation[1].tag);
  const digest =
    functionName === undefined ? 'sha1' : pseudoRandomFunctions[at(functionName.sequence, 0).oid];
  if (digest === undefined) throw new EncryptionUnknown(false);
  const key = pbkdf2Sync(passphrase, salt.octets, iterations(count), cipher.keyLength, digest);
  return decrypt(cipher.name, key, encryption[1].octets, data);
}

function decrypt(cipher: string, key: Buffer, iv: Buffer, data: Buffer): Buffer {
  if (iv.length !== (cipher === 'des-ede3-cbc' ? 8 : 16)) throw new DerError();
  const decipher = createDecipheriv(cipher, key, iv);
  try {
    return Buffer.concat([decipher.update(data), decipher.final()]);
  } catch {
    throw new DecryptionFailed();
  }
}

/** What the private key of PKCS#8 is, once decrypted. @throws EncryptionUnknown, DecryptionFailed, DerError */
export function decryptPkcs8(encrypted: Der, passphrase: PassphraseBytes): Buffer {
  const [algorithm, data] = pair(encrypted);
  return decryptWithPassphrase(algorithm, data.octets, passphrase);
}

/** @throws EncryptionUnknown for a number that would hold up the program */
export function iterations(count: Der): number {
  const { integer } = count;
  if (integer < 1) throw new DerError();
  if (integer > maxIterations) throw new EncryptionUnknown(false);
  return integer;
}

function pair(sequence: Der): readonly [Der, Der] {
  const [first, second] = sequence.sequence;
  if (first === undefined || second === undefined) throw new DerError();
  return [first, second];
}

/** Sizes in bytes. */
const digestSizes = {
  sha1: { block: 64, output: 20 },
  sha256: { block: 64, output: 32 },
  sha384: { block: 128, output: 48 },
  sha512: { block: 128, output: 64 },
} as const;
export type Digest = keyof typeof digestSizes;

/** RFC 7292, appendix B.2. `purpose`: 1 for a key, 2 for an initial vector, 3 for a MAC. `length` in bytes. */
export function pkcs12Key(
  digest: Digest,
  passphrase: Buffer,
  salt: Buffer,
  count: number,
  purpose: number,
  length: number,
): Buffer {
  const { block, output } = digestSizes[digest];
  const diversifier = Buffer.alloc(block, purpose);
  let input = Buffer.concat([filled(salt, block), filled(passphrase, block)]);
  const made: Buffer[] = [];
  for (let size = 0; size < length; size += output) {
    let hash = Buffer.concat([diversifier, input]);
    for (let round = 0; round < count; round += 1) hash = createHash(digest).update(hash).digest();
    made.push(hash);
    input = addToEachBlock(input, filled(hash, block), block);
  }
  return Buffer.concat(made).subarray(0, length);
}

/** Repeated until it fills whole blocks; nothing stays nothing. */
function filled(bytes: Buffer, block: number): Buffer {
  const length = Math.ceil(bytes.length / block) * block;
  return length === 0 ? Buffer.alloc(0) : Buffer.alloc(length, bytes);
}

/** Each block of `input` plus `addend` plus one, as big-endian numbers without carry-over to the next block. */
function addToEachBlock(input: Buffer, addend: Buffer, block: number): Buffer<ArrayBuffer> {
  const sum = Buffer.alloc(input.length);
  for (let start = 0; start < input.length; start += block) {
    let carry = 1;
    for (let index = block - 1; index >= 0; index -= 1) {
      carry += (input[start + index] ?? 0) + (addend[index] ?? 0);
      sum[start + index] = carry & 0xff;
      carry >>= 8;
    }
  }
  return sum;
}
