import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto';
import type { CredentialInfo } from '../../../shared/client-application';
import type { CertificateProblem, PassphraseProblem } from '../../../shared/credential-draft';
import { credentialLimits } from '../../../shared/credential-limits';
import { Der, DerError } from './der';
import { DecryptionFailed, decryptPkcs8, EncryptionUnknown, passphraseBytes } from './password-encryption';
import { pemBlocks, type PemBlock } from './pem';
import { readPkcs12 } from './pkcs12';

/** A certificate with its private key, which is in clear: it is kept in memory, or encrypted. */
export interface CertificateCredential {
  readonly type: 'certificate';
  /** The certificate, then those that lead to its root as far as they were given. */
  readonly certificatePem: string;
  /** PKCS#8, not encrypted. */
  readonly privateKeyPem: string;
  readonly info: CertificateInfo;
}
export type CertificateInfo = Extract<CredentialInfo, { type: 'certificate' }>;

export type CertificateReading =
  | { readonly ok: true; readonly value: CertificateCredential }
  | { readonly ok: false; readonly problem: CertificateProblem | PassphraseProblem };

type Problem = CertificateProblem | PassphraseProblem;

/** What is wrong with what was given; never leaves this file. */
class Unusable extends Error {
  override readonly name = 'Unusable';

  constructor(readonly problem: Problem) {
    super(problem);
  }
}

/** Certificate and private key as PEM, in any order. `now` in ms since the epoch. */
export function readPem(text: string, passphrase: string | undefined, now: number): CertificateReading {
  return reading(() => {
    if (text.trim() === '') throw new Unusable('certificate-missing');
    if (text.length > credentialLimits.pemLength) throw new Unusable('certificate-too-long');
    const blocks = pemBlocks(text);
    const certificates = blocks.filter(({ label }) => certificateLabels.has(label));
    const keys = blocks.filter(({ label }) => keyLabels.has(label));
    if (certificates.length === 0 && keys.length === 0)
      throw new Unusable(somethingElse(text, blocks) ?? 'not-pem');
    if (certificates.length === 0) throw new Unusable(somethingElse(text, blocks) ?? 'no-certificate');
    if (keys.length === 0) throw new Unusable(somethingElse(text, blocks) ?? 'no-key');
    return join(
      certificates.map(({ bytes }) => certificateFrom(bytes)),
      keys.map((key) => keyFrom(key, passphrase)),
      now,
    );
  });
}

/** Certificate and private key as a PFX (PKCS#12) file. `now` in ms since the epoch. */
export function readPfx(bytes: Buffer, passphrase: string | undefined, now: number): CertificateReading {
  return reading(() => {
    if (bytes.length === 0) throw new Unusable('certificate-missing');
    if (bytes.length > credentialLimits.pfxSize) throw new Unusable('certificate-too-long');
    const { certificates, keys } = pkcs12From(bytes, passphrase ?? '');
    if (certificates.length === 0) throw new Unusable('no-certificate');
    if (keys.length === 0) throw new Unusable('no-key');
    return join(
      certificates.map(certificateFrom),
      keys.map((key) => plainKey({ key, format: 'der', type: 'pkcs8' })),
      now,
    );
  });
}

const certificateLabels = new Set(['CERTIFICATE', 'X509 CERTIFICATE']);
const keyLabels = new Set([
  'PRIVATE KEY',
  'ENCRYPTED PRIVATE KEY',
  'RSA PRIVATE KEY',
  'EC PRIVATE KEY',
  'DSA PRIVATE KEY',
]);

/** Things that people take for a certificate with its key. */
function somethingElse(text: string, blocks: readonly PemBlock[]): Problem | undefined {
  const has = (pattern: RegExp): boolean => blocks.some(({ label }) => pattern.test(label));
  if (has(/^(OPENSSH|SSH2) /) || /^\s*(ssh-\w+ |ecdsa-sha2-|PuTTY-User-Key-File)/.test(text))
    return 'is-ssh-key';
  if (has(/CERTIFICATE REQUEST$/)) return 'is-certificate-request';
  if (has(/PUBLIC KEY$/)) return 'is-public-key';
  return isBinary(text) ? 'is-binary' : undefined;
}

/** Control characters, or what stands for bytes that are no text. */
const isBinary = (text: string): boolean => /\p{Cc}|\uFFFD/u.test(text.replace(/[\t\r\n\f]/g, ''));

function certificateFrom(bytes: Buffer): X509Certificate {
  try {
    return new X509Certificate(bytes);
  } catch {
    throw new Unusable('certificate-damaged');
  }
}

function keyFrom({ label, text, bytes, hasEncryptedHeader }: PemBlock, passphrase = ''): KeyObject {
  const isEncrypted = hasEncryptedHeader || label === 'ENCRYPTED PRIVATE KEY';
  if (!isEncrypted) return plainKey({ key: text, format: 'pem' });
  if (passphrase === '') throw new Unusable('key-encrypted');
  try {
    if (hasEncryptedHeader) return createPrivateKey({ key: text, format: 'pem', passphrase });
    // Node's own way differs between OpenSSL and Electron's BoringSSL in what it can decrypt.
    const key = decryptPkcs8(readKeyDer(bytes), passphraseBytes(passphrase));
    return createPrivateKey({ key, format: 'der', type: 'pkcs8' });
  } catch (error) {
    if (error instanceof EncryptionUnknown) throw new Unusable('encryption-unknown');
    if (error instanceof Unusable) throw error;
    // Now and then another passphrase decrypts it to nonsense.
    throw new Unusable('wrong-passphrase');
  }
}

function readKeyDer(bytes: Buffer): Der {
  try {
    return Der.read(bytes);
  } catch {
    throw new Unusable('key-damaged');
  }
}

function plainKey(key: Parameters<typeof createPrivateKey>[0]): KeyObject {
  try {
    return createPrivateKey(key);
  } catch {
    throw new Unusable('key-damaged');
  }
}

function pkcs12From(bytes: Buffer, passphrase: string): ReturnType<typeof readPkcs12> {
  try {
    return readPkcs12(bytes, passphrase);
  } catch (error) {
    if (error instanceof EncryptionUnknown)
      throw new Unusable(error.isTooOld ? 'pfx-too-old' : 'encryption-unknown');
    if (error instanceof DecryptionFailed)
      throw new Unusable(passphrase === '' ? 'key-encrypted' : 'wrong-passphrase');
    if (error instanceof DerError) throw new Unusable('pfx-damaged');
    throw error;
  }
}

function join(
  certificates: readonly X509Certificate[],
  keys: readonly KeyObject[],
  now: number,
): CertificateCredential {
  const [found] = certificates.flatMap((leaf) =>
    keys.filter((key) => leaf.checkPrivateKey(key)).map((key) => ({ leaf, key })),
  );
  if (found === undefined) throw new Unusable('key-does-not-match');
  const { leaf, key } = found;
  // What Entra ID and AD FS take, and what MSAL signs with: PS256 or RS256, with 2,048 bits or more.
  if (key.asymmetricKeyType !== 'rsa') throw new Unusable('not-rsa');
  if ((key.asymmetricKeyDetails?.modulusLength ?? 0) < 2048) throw new Unusable('key-too-short');
  return {
    type: 'certificate',
    certificatePem: chainOf(leaf, certificates)
      .map((each) => each.toString())
      .join(''),
    privateKeyPem: key.export({ format: 'pem', type: 'pkcs8' }).toString(),
    info: {
      type: 'certificate',
      savedOn: now,
      thumbprint: leaf.fingerprint256.replaceAll(':', ''),
      subject: readable(leaf.subject),
      notBefore: Date.parse(leaf.validFrom),
      notAfter: Date.parse(leaf.validTo),
    },
  };
}

/** The certificate, then the issuer of each. */
function chainOf(leaf: X509Certificate, all: readonly X509Certificate[]): readonly X509Certificate[] {
  const chain = [leaf];
  let last = leaf;
  for (;;) {
    const issuer = all.find((each) => last.checkIssued(each) && !chain.some((one) => isSame(one, each)));
    if (issuer === undefined) return chain;
    chain.push(issuer);
    last = issuer;
  }
}

const isSame = (one: X509Certificate, other: X509Certificate): boolean =>
  one.fingerprint256 === other.fingerprint256;

/** `CN=Orders, O=Contoso`. Node gives each part a line of its own; a certificate need not have any. */
const readable = (subject: string | undefined): string =>
  (subject ?? '').split('\n').filter(Boolean).join(', ').slice(0, 2000);

function reading(read: () => CertificateCredential): CertificateReading {
  try {
    return { ok: true, value: read() };
  } catch (error) {
    if (error instanceof Unusable) return { ok: false, problem: error.problem };
    throw error;
  }
}
