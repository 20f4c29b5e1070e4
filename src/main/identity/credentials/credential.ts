import { z } from 'zod';
import { credentialInfoSchema, type CredentialInfo } from '../../../shared/client-application';
import type {
  CredentialDraft,
  CredentialProblem,
  CredentialProblems,
} from '../../../shared/credential-draft';
import { credentialLimits } from '../../../shared/credential-limits';
import { isGuid } from '../../../shared/text-rules';
import { readPem, readPfx, type CertificateReading } from './certificate';

/** What proves who a service principal is. It goes to MSAL and to the encrypted store, and nowhere else. */
export const credentialSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('secret'), secret: z.string().min(1).max(credentialLimits.secretLength) }),
  z.strictObject({
    type: z.literal('certificate'),
    certificatePem: z.string().min(1).max(200_000),
    privateKeyPem: z.string().min(1).max(50_000),
    info: credentialInfoSchema.options[1],
  }),
]);
export type Credential = z.infer<typeof credentialSchema>;

export type CheckedCredential =
  | { readonly ok: true; readonly value: { readonly credential: Credential; readonly info: CredentialInfo } }
  | { readonly ok: false; readonly problems: CredentialProblems };

/** Checks what a person has entered as a service principal's credential. `now` in ms since the epoch. */
export function readCredential(draft: CredentialDraft, now: number): CheckedCredential {
  switch (draft.type) {
    case 'secret':
      return readSecret(draft.secret.trim(), now);
    case 'pem':
      return checked(readPem(draft.pem, draft.passphrase, now));
    case 'pfx':
      return checked(readPfx(Buffer.from(draft.base64, 'base64'), draft.passphrase, now));
  }
}

function readSecret(secret: string, now: number): CheckedCredential {
  const problem = secretProblem(secret);
  if (problem !== undefined) return { ok: false, problems: { secret: problem } };
  return {
    ok: true,
    value: { credential: { type: 'secret', secret }, info: { type: 'secret', savedOn: now } },
  };
}

function secretProblem(secret: string): CredentialProblem | undefined {
  if (secret === '') return 'secret-missing';
  if (secret.length > credentialLimits.secretLength) return 'secret-too-long';
  // The portal shows the secret's ID beside its value; the ID is what AADSTS7000215 is mostly about.
  return isGuid(secret) ? 'secret-is-id' : undefined;
}

function checked(reading: CertificateReading): CheckedCredential {
  if (reading.ok) return { ok: true, value: { credential: reading.value, info: reading.value.info } };
  const { problem } = reading;
  const isAboutPassphrase = problem === 'key-encrypted' || problem === 'wrong-passphrase';
  return { ok: false, problems: isAboutPassphrase ? { passphrase: problem } : { certificate: problem } };
}
