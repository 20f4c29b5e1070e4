import { z } from 'zod';
import { credentialLimits } from './credential-limits';

const passphrase = z.string().max(credentialLimits.passphraseLength).optional();

/** What a person enters as the credential of a service principal, unchecked. It goes to main and never comes back. */
export const credentialDraftSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('secret'), secret: z.string().max(credentialLimits.secretLength) }),
  z.strictObject({ type: z.literal('pem'), pem: z.string().max(credentialLimits.pemLength), passphrase }),
  z.strictObject({
    type: z.literal('pfx'),
    base64: z.base64().max((credentialLimits.pfxSize / 3) * 4),
    passphrase,
  }),
]);
export type CredentialDraft = z.infer<typeof credentialDraftSchema>;

/** A name for what is wrong with a certificate; the message catalogue has its words under `problem.<name>`. */
export type CertificateProblem =
  | 'certificate-missing'
  | 'certificate-too-long'
  | 'certificate-damaged'
  | 'no-certificate'
  | 'no-key'
  | 'key-damaged'
  | 'key-does-not-match'
  | 'not-rsa'
  | 'key-too-short'
  | 'not-pem'
  | 'is-public-key'
  | 'is-ssh-key'
  | 'is-certificate-request'
  | 'is-binary'
  | 'pfx-damaged'
  | 'pfx-too-old'
  | 'encryption-unknown';
export type PassphraseProblem = 'key-encrypted' | 'wrong-passphrase';
export type SecretProblem = 'secret-missing' | 'secret-is-id' | 'secret-too-long';
export type CredentialProblem = CertificateProblem | PassphraseProblem | SecretProblem;

/** By the field to say it beside. */
export interface CredentialProblems {
  readonly secret?: CredentialProblem;
  readonly certificate?: CredentialProblem;
  readonly passphrase?: CredentialProblem;
}
