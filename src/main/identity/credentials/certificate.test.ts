import { createPrivateKey, createPublicKey, X509Certificate } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readPem, readPfx, type CertificateReading } from './certificate';
import { leafKeys, testFile, testPem, testText } from './test-files';

const now = Date.UTC(2026, 10, 27);
const leaf = new X509Certificate(testText('leaf.crt'));

const pem = (text: string, passphrase?: string): CertificateReading => readPem(text, passphrase, now);
const pfx = (name: string, passphrase = 'secret'): CertificateReading =>
  readPfx(testFile(`${name}.pfx`), passphrase, now);
const problemOf = (reading: CertificateReading): string | undefined =>
  reading.ok ? undefined : reading.problem;

function expectLeaf(reading: CertificateReading): void {
  if (!reading.ok) throw new Error(reading.problem);
  const { certificatePem, privateKeyPem, info } = reading.value;
  expect(leaf.checkPrivateKey(createPrivateKey(privateKeyPem))).toBe(true);
  expect(privateKeyPem).toMatch(/^-----BEGIN PRIVATE KEY-----\n/);
  expect(new X509Certificate(certificatePem).fingerprint256).toBe(leaf.fingerprint256);
  expect(info.thumbprint).toBe(leaf.fingerprint256.replaceAll(':', ''));
}

describe('a certificate as PEM', () => {
  it('is read with its key, and what may be shown of it', () => {
    const reading = pem(testPem('leaf'));
    expectLeaf(reading);
    expect(reading.ok && reading.value.info).toEqual({
      type: 'certificate',
      savedOn: now,
      thumbprint: expect.stringMatching(/^[0-9A-F]{64}$/) as string,
      subject: 'O=Contoso\\, Ltd., CN=Orders größe',
      notBefore: new Date(leaf.validFrom).getTime(),
      notAfter: new Date(leaf.validTo).getTime(),
    });
  });

  it.each([
    ['the key first', testText('leaf.key') + testText('leaf.crt')],
    ['PKCS#1', testText('leaf.crt') + leafKeys.pkcs1],
    ['lines as Windows ends them', testPem('leaf').replaceAll('\n', '\r\n')],
    ['words around it', `Bag Attributes\n  localKeyID: 01\n${testPem('leaf')}\nthe end`],
    ['spaces before each line', testPem('leaf').replaceAll(/^/gm, '   ')],
    ['a key that belongs to nothing', testText('small.key') + testPem('leaf')],
    ['another certificate first', testText('ca.crt') + testPem('leaf')],
  ])('is read with %s', (_what, text) => expectLeaf(pem(text)));

  it.each(['encryptedPkcs8', 'encryptedPkcs1'] as const)('is read with a key in %s', (form) => {
    const text = testText('leaf.crt') + leafKeys[form];
    expectLeaf(pem(text, 'secret'));
    expect(problemOf(pem(text))).toBe('key-encrypted');
    expect(problemOf(pem(text, ''))).toBe('key-encrypted');
    expect(problemOf(pem(text, 'Secret'))).toBe('wrong-passphrase');
  });

  it('never takes a wrong passphrase for a damaged key, though one in 256 decrypts to something', () => {
    const text = testText('leaf.crt') + leafKeys.encryptedPkcs8;
    for (let attempt = 0; attempt < 600; attempt += 1)
      expect(problemOf(pem(text, `wrong ${attempt}`))).toBe('wrong-passphrase');
  });

  it('keeps its chain in order and leaves out what does not belong to it', () => {
    const reading = pem(testText('small.crt') + testText('ca.crt') + testPem('leaf'));
    const chain = reading.ok ? reading.value.certificatePem : '';
    const subjects = chain
      .split(/(?=-----BEGIN)/)
      .map((each) => new X509Certificate(each).subject.split('\n').at(-1));
    expect(subjects).toEqual(['CN=Orders größe', 'CN=Test CA']);
  });

  it('is taken when it has expired: that is only said', () => {
    const reading = pem(testText('expired.crt') + testText('leaf.key'));
    expect(reading.ok && reading.value.info.notAfter).toBe(Date.UTC(2021, 0, 1));
  });

  const publicKey = createPublicKey(testText('leaf.key')).export({ type: 'spki', format: 'pem' }).toString();
  const damaged = testText('leaf.crt').replace(/\n.{20}/, `\n${'A'.repeat(20)}`);
  const damagedKey = testText('leaf.key').replace(/\n.{20}/, `\n${'A'.repeat(20)}`);
  const block = (label: string): string => `-----BEGIN ${label}-----\nAAAA\n-----END ${label}-----\n`;

  it.each([
    ['certificate-missing', ' \n'],
    ['certificate-too-long', testPem('leaf') + ' '.repeat(65_536)],
    ['not-pem', 'MIIDazCCAlOgAwIBAgIUK3'],
    ['not-pem', testPem('leaf').slice(0, 300)],
    ['is-binary', leaf.raw.toString('utf8')],
    ['is-public-key', publicKey],
    ['is-public-key', testText('leaf.crt') + publicKey],
    ['is-ssh-key', block('OPENSSH PRIVATE KEY')],
    ['is-ssh-key', 'ssh-rsa AAAAB3NzaC1yc2E me@example.com'],
    ['is-ssh-key', 'PuTTY-User-Key-File-3: ssh-rsa'],
    ['is-certificate-request', block('CERTIFICATE REQUEST') + testText('leaf.key')],
    ['is-certificate-request', block('NEW CERTIFICATE REQUEST')],
    ['no-key', testText('leaf.crt')],
    ['no-certificate', testText('leaf.key')],
    ['certificate-damaged', damaged + testText('leaf.key')],
    ['key-damaged', testText('leaf.crt') + damagedKey],
    ['key-damaged', testText('leaf.crt') + block('PRIVATE KEY')],
    ['key-does-not-match', testText('leaf.crt') + testText('small.key')],
    ['not-rsa', testPem('ec')],
    ['key-too-short', testPem('small')],
  ])('is refused as %s (%#)', (problem, text) => expect(problemOf(pem(text))).toBe(problem));

  it('is refused when its key is encrypted in a way that is not known', () => {
    expect(problemOf(pem(testText('leaf.crt') + testText('scrypt.pem'), 'secret'))).toBe(
      'encryption-unknown',
    );
    const damagedPem = testText('leaf.crt') + block('ENCRYPTED PRIVATE KEY');
    expect(problemOf(pem(damagedPem, 'secret'))).toBe('key-damaged');
  });
});

describe('a certificate as a PFX file of openssl', () => {
  it.each([
    'default',
    'chain',
    'tripleDes',
    'twoKeyDes',
    'plainCertificate',
    'plainKey',
    'withoutMac',
    'oneIteration',
  ])('is read: %s', (name) => {
    expectLeaf(pfx(name));
  });

  it.each(['default', 'tripleDes', 'twoKeyDes', 'plainCertificate', 'plainKey', 'oneIteration'])(
    'wants its passphrase: %s',
    (name) => {
      expect(problemOf(pfx(name, ''))).toBe('key-encrypted');
      expect(problemOf(pfx(name, 'Secret'))).toBe('wrong-passphrase');
    },
  );

  it('is read without a passphrase', () => {
    expectLeaf(pfx('emptyPassphrase', ''));
    expectLeaf(pfx('emptyTripleDes', ''));
    expect(problemOf(pfx('emptyPassphrase', 'secret'))).toBe('wrong-passphrase');
  });

  it('is read with a passphrase of any letters', () => {
    expectLeaf(pfx('otherLetters', 'Schlüssel 🔑'));
    expectLeaf(pfx('otherLettersTripleDes', 'Schlüssel 🔑'));
    expect(problemOf(pfx('otherLettersTripleDes', 'Schlussel 🔑'))).toBe('wrong-passphrase');
  });

  it('keeps its chain', () => {
    const reading = pfx('chain');
    expect(reading.ok && reading.value.certificatePem.match(/BEGIN CERTIFICATE/g)).toHaveLength(2);
  });

  it.each([
    ['legacy', 'pfx-too-old'],
    ['withoutKey', 'no-key'],
    ['withoutCertificate', 'no-certificate'],
    ['ec', 'not-rsa'],
  ])('is refused: %s as %s', (name, problem) => expect(problemOf(pfx(name))).toBe(problem));

  it.each([
    ['certificate-missing', Buffer.alloc(0)],
    ['certificate-too-long', Buffer.alloc(96 * 1024 + 1)],
    ['pfx-damaged', leaf.raw],
    ['pfx-damaged', Buffer.from(testPem('leaf'))],
    ['pfx-damaged', Buffer.concat([testFile('default.pfx'), Buffer.alloc(1)])],
    ['pfx-damaged', testFile('default.pfx').subarray(0, -1)],
  ])('is refused as %s (%#)', (problem, bytes) => {
    expect(problemOf(readPfx(bytes, 'secret', now))).toBe(problem);
  });

  it('never is anything but the same or refused, whichever byte is wrong', () => {
    const sound = testFile('oneIteration.pfx');
    const problems = new Set<string>();
    for (let index = 0; index < sound.length; index += 1) {
      const bytes = Buffer.from(sound);
      bytes[index] = (bytes[index] ?? 0) ^ 0xff;
      const reading = readPfx(bytes, 'secret', now);
      // The MAC does not cover the empty parameters of its own algorithm.
      if (reading.ok) expectLeaf(reading);
      else problems.add(reading.problem);
    }
    expect([...problems].sort()).toEqual(['encryption-unknown', 'pfx-damaged', 'wrong-passphrase']);
  });
});
