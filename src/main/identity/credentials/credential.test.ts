import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { credentialDraftSchema, type CredentialDraft } from '../../../shared/credential-draft';
import { credentialInfoSchema } from '../../../shared/client-application';
import { credentialSchema, readCredential } from './credential';
import { leafKeys, testFile, testPem, testText } from './test-files';

const now = Date.UTC(2026, 10, 27);

const problemsOf = (draft: CredentialDraft): unknown => {
  const checked = readCredential(draft, now);
  return checked.ok ? {} : checked.problems;
};

describe('a secret', () => {
  it('is taken without the blanks around it', () => {
    expect(readCredential({ type: 'secret', secret: ' abc~Q8.x_ \n' }, now)).toEqual({
      ok: true,
      value: {
        credential: { type: 'secret', secret: 'abc~Q8.x_' },
        info: { type: 'secret', savedOn: now },
      },
    });
  });

  it.each([
    ['secret-missing', ' '],
    ['secret-is-id', ` ${randomUUID()} `],
    ['secret-is-id', randomUUID().toUpperCase()],
    ['secret-too-long', 'x'.repeat(4097)],
  ])('is refused as %s', (problem, secret) => {
    expect(problemsOf({ type: 'secret', secret })).toEqual({ secret: problem });
  });
});

describe('a certificate', () => {
  it.each<CredentialDraft>([
    { type: 'pem', pem: testPem('leaf') },
    { type: 'pem', pem: testText('leaf.crt') + leafKeys.encryptedPkcs8, passphrase: 'secret' },
    { type: 'pfx', base64: testFile('chain.pfx').toString('base64'), passphrase: 'secret' },
  ])('is what can be kept and shown ($type, %#)', (draft) => {
    const checked = readCredential(credentialDraftSchema.parse(draft), now);
    if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
    const { credential, info } = checked.value;
    expect(credentialSchema.parse(credential)).toEqual(credential);
    expect(credentialInfoSchema.parse(info)).toEqual(info);
    expect(JSON.stringify(info)).not.toMatch(/BEGIN|secret/);
  });

  it('has its problem beside the field that it is about', () => {
    const base64 = testFile('default.pfx').toString('base64');
    expect(problemsOf({ type: 'pfx', base64 })).toEqual({ passphrase: 'key-encrypted' });
    expect(problemsOf({ type: 'pfx', base64, passphrase: 'x' })).toEqual({ passphrase: 'wrong-passphrase' });
    expect(problemsOf({ type: 'pem', pem: testPem('ec') })).toEqual({ certificate: 'not-rsa' });
  });
});

describe('what crosses from the page', () => {
  it.each([
    { type: 'secret', secret: 'x'.repeat(4097) },
    { type: 'pem', pem: 'x'.repeat(65_537) },
    { type: 'pfx', base64: 'A'.repeat(131_076) },
    { type: 'pfx', base64: 'not base64!' },
    { type: 'pem', pem: '', passphrase: 'x'.repeat(1025) },
    { type: 'pem', pem: '', secret: '' },
  ])('is bounded (%#)', (draft) => {
    expect(credentialDraftSchema.safeParse(draft).success).toBe(false);
  });
});
