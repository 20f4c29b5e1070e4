import { createHmac, timingSafeEqual } from 'node:crypto';
import { at, Der, DerError, derTags } from './der';
import {
  DecryptionFailed,
  decryptPkcs8,
  decryptWithPassphrase,
  EncryptionUnknown,
  iterations,
  passphraseBytes,
  pkcs12Key,
  type Digest,
  type PassphraseBytes,
} from './password-encryption';

/** DER of what a PFX file holds. */
export interface Pkcs12Contents {
  readonly certificates: readonly Buffer[];
  /** PKCS#8, decrypted. */
  readonly keys: readonly Buffer[];
}

const plainData = '1.2.840.113549.1.7.1';
const encryptedData = '1.2.840.113549.1.7.6';
const bag = '1.2.840.113549.1.12.10.1';
const x509Certificate = '1.2.840.113549.1.9.22.1';
const digests: Readonly<Record<string, Digest>> = {
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

/**
 * Reads a PFX file (RFC 7292) that is protected by a passphrase, which may be empty.
 * @throws DecryptionFailed for another passphrase, EncryptionUnknown, DerError for what is no PFX file
 */
export function readPkcs12(bytes: Buffer, passphrase: string): Pkcs12Contents {
  const [version, authSafe, mac] = Der.read(bytes).sequence;
  if (version?.integer !== 3 || authSafe === undefined) throw new DerError();
  const safe = dataOf(authSafe);
  const protectedBy = checkMac(mac, safe, passphrase);
  const certificates: Buffer[] = [];
  const keys: Buffer[] = [];
  for (const content of Der.read(safe).sequence) {
    for (const each of Der.read(safeContents(content, protectedBy)).sequence) {
      const [kind, value] = each.sequence;
      if (kind === undefined || value === undefined) throw new DerError();
      if (kind.oid === `${bag}.1`) keys.push(encoded(value));
      else if (kind.oid === `${bag}.2`) keys.push(decryptPkcs8(value.explicit0, protectedBy));
      else if (kind.oid === `${bag}.3`) certificates.push(...certificateOf(value.explicit0));
    }
  }
  return { certificates, keys };
}

/** Which form of the passphrase the file was made with. One without a MAC is believed. */
function checkMac(mac: Der | undefined, safe: Buffer, passphrase: string): PassphraseBytes {
  const given = passphraseBytes(passphrase);
  if (mac === undefined) return given;
  const [info, salt, count] = mac.sequence;
  if (info === undefined || salt === undefined) throw new DerError();
  const [algorithm, expected] = info.sequence;
  if (algorithm === undefined || expected === undefined) throw new DerError();
  const digest = digests[at(algorithm.sequence, 0).oid];
  if (digest === undefined) throw new EncryptionUnknown(false);
  const rounds = count === undefined ? 1 : iterations(count);
  // Programs differ in what no passphrase is: a zero at the end, or nothing at all.
  const forms = passphrase === '' ? [given, { ...given, bmp: Buffer.alloc(0) }] : [given];
  const found = forms.find(({ bmp }) => {
    const key = pkcs12Key(digest, bmp, salt.octets, rounds, 3, expected.octets.length);
    const actual = createHmac(digest, key).update(safe).digest();
    return actual.length === expected.octets.length && timingSafeEqual(actual, expected.octets);
  });
  if (found === undefined) throw new DecryptionFailed();
  return found;
}

function dataOf(contentInfo: Der): Buffer {
  const [type, content] = contentInfo.sequence;
  if (type?.oid !== plainData || content === undefined) throw new DerError();
  return content.explicit0.octets;
}

function safeContents(contentInfo: Der, passphrase: PassphraseBytes): Buffer {
  const [type, content] = contentInfo.sequence;
  if (type?.oid !== encryptedData || content === undefined) return dataOf(contentInfo);
  const [, algorithm, data] = at(content.explicit0.sequence, 1).sequence;
  if (algorithm === undefined || data === undefined) throw new DerError();
  return decryptWithPassphrase(algorithm, data.expect(derTags.implicit0).content, passphrase);
}

/** A key that is not encrypted, with its tag and length: they fill the `[0]` around it. */
const encoded = (value: Der): Buffer => value.expect(derTags.explicit0).content;

function certificateOf(certificateBag: Der): readonly Buffer[] {
  const [type, value] = certificateBag.sequence;
  if (value === undefined) throw new DerError();
  return type?.oid === x509Certificate ? [value.explicit0.octets] : [];
}
