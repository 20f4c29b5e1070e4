import { describe, expect, it } from 'vitest';
import { credentialDraftSchema } from '../../../shared/credential-draft';
import {
  credentialDraftOf,
  emptyCredentialForm,
  isCredentialGiven,
  readFiles,
  type CredentialForm,
} from './credential-form';

const form = (change: Partial<CredentialForm>): CredentialForm => ({ ...emptyCredentialForm, ...change });

describe('the form for a credential', () => {
  it('sends only what is chosen, and no empty passphrase', () => {
    const all = { secret: 's', pem: 'p', passphrase: '' };
    const pfx = { name: 'a.pfx', base64: 'AAAA' };
    expect(credentialDraftOf(form({ ...all, pfx }))).toEqual({ type: 'secret', secret: 's' });
    expect(credentialDraftOf(form({ ...all, kind: 'certificate' }))).toEqual({ type: 'pem', pem: 'p' });
    expect(credentialDraftOf(form({ ...all, kind: 'certificate', pfx, passphrase: ' x ' }))).toEqual({
      type: 'pfx',
      base64: 'AAAA',
      passphrase: ' x ',
    });
  });

  it('knows whether there is anything to save', () => {
    expect(isCredentialGiven(emptyCredentialForm)).toBe(false);
    expect(isCredentialGiven(form({ secret: ' ', pem: 'p' }))).toBe(false);
    expect(isCredentialGiven(form({ secret: 's' }))).toBe(true);
    expect(isCredentialGiven(form({ kind: 'certificate', secret: 's' }))).toBe(false);
    expect(isCredentialGiven(form({ kind: 'certificate', pem: 'p' }))).toBe(true);
    expect(isCredentialGiven(form({ kind: 'certificate', pfx: { name: '', base64: '' } }))).toBe(true);
  });
});

describe('chosen files', () => {
  it('are one text when certificate and key are in two', async () => {
    const files = [new File(['certificate\n'], 'a.crt'), new File(['key\n'], 'a.key')];
    expect(await readFiles(files)).toEqual({ ok: true, part: { pem: 'certificate\nkey', pfx: undefined } });
  });

  it('are bytes when one is a PFX file', async () => {
    const bytes = Uint8Array.from({ length: 96 * 1024 }, (_each, index) => index % 256);
    const read = await readFiles([new File([bytes], 'Orders.PFX')]);
    if (!read.ok) throw new Error(read.problem);
    expect(read.part.pfx).toEqual({
      name: 'Orders.PFX',
      base64: Buffer.from(bytes).toString('base64'),
    });
    const draft = credentialDraftOf(form({ kind: 'certificate', ...read.part }));
    expect(credentialDraftSchema.safeParse(draft).success).toBe(true);
  });

  it('are refused when they are too long, without being read', async () => {
    const unread = () => Promise.reject(new Error('read'));
    const big = { name: 'a.pem', size: 96 * 1024 + 1, arrayBuffer: unread };
    const tooLong = { ok: false, problem: 'certificate-too-long' };
    expect(await readFiles([big])).toEqual(tooLong);
    expect(await readFiles([new File(['x'.repeat(65_537)], 'a.pem')])).toEqual(tooLong);
  });
});
