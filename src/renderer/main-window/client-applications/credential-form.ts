import type { CredentialDraft, CredentialProblem } from '../../../shared/credential-draft';
import { credentialLimits } from '../../../shared/credential-limits';

/** The fields of a credential, unchecked. Nothing of what is saved is ever in it. */
export interface CredentialForm {
  readonly kind: 'secret' | 'certificate';
  readonly secret: string;
  readonly pem: string;
  /** Takes the place of `pem`. */
  readonly pfx: { readonly name: string; readonly base64: string } | undefined;
  readonly passphrase: string;
}

export const emptyCredentialForm: CredentialForm = {
  kind: 'secret',
  secret: '',
  pem: '',
  pfx: undefined,
  passphrase: '',
};

/** Whether there is anything to save. */
export const isCredentialGiven = ({ kind, secret, pem, pfx }: CredentialForm): boolean =>
  kind === 'secret' ? secret.trim() !== '' : pfx !== undefined || pem.trim() !== '';

/** What goes to main. */
export function credentialDraftOf({ kind, secret, pem, pfx, passphrase }: CredentialForm): CredentialDraft {
  if (kind === 'secret') return { type: 'secret', secret };
  const opened = passphrase === '' ? {} : { passphrase };
  return pfx === undefined ? { type: 'pem', pem, ...opened } : { type: 'pfx', base64: pfx.base64, ...opened };
}

export type ReadFiles =
  | { readonly ok: true; readonly part: Pick<CredentialForm, 'pem' | 'pfx'> }
  | { readonly ok: false; readonly problem: CredentialProblem };

type AnyFile = Pick<File, 'name' | 'size' | 'arrayBuffer'>;

/** Reads what the person has chosen: one PFX file, or PEM files, of which there may be one for each part. */
export async function readFiles(files: readonly AnyFile[]): Promise<ReadFiles> {
  if (files.reduce((sum, { size }) => sum + size, 0) > credentialLimits.pfxSize)
    return { ok: false, problem: 'certificate-too-long' };
  const read = await Promise.all(
    files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  );
  const pfx = read.find(({ name }) => /\.(pfx|p12)$/i.test(name));
  if (pfx !== undefined)
    return { ok: true, part: { pem: '', pfx: { name: pfx.name, base64: toBase64(pfx.bytes) } } };
  const decoder = new TextDecoder();
  const pem = read.map(({ bytes }) => decoder.decode(bytes).trimEnd()).join('\n');
  if (pem.length > credentialLimits.pemLength) return { ok: false, problem: 'certificate-too-long' };
  return { ok: true, part: { pem, pfx: undefined } };
}

const toBase64 = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
