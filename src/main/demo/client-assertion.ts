import { decodeProtectedHeader, errors, jwtVerify } from 'jose';
import { z } from 'zod';
import {
  assertionOutOfTime,
  certificateExpired,
  malformedAssertion,
  unknownCertificate,
  wrongAudience,
  wrongSignature,
} from './app-errors';
import type { EntraError } from './errors';
import type { RegisteredCertificates } from './registered-certificates';

/** Clocks may differ by this, in seconds. */
const clockTolerance = 300;

const headerSchema = z.object({
  alg: z.enum(['PS256', 'RS256']),
  x5t: z.string().optional(),
  'x5t#S256': z.string().optional(),
});

export interface ExpectedAssertion {
  readonly clientId: string;
  /** The token endpoint, under each of its addresses. */
  readonly audience: readonly string[];
  readonly certificates: RegisteredCertificates;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** Checks what an application signs instead of sending a secret (RFC 7523). @throws EntraError */
export async function checkAssertion(assertion: string, expected: ExpectedAssertion): Promise<void> {
  const { clientId, audience, certificates, now } = expected;
  const header = headerSchema.safeParse(headerOf(assertion));
  if (!header.success) throw malformedAssertion();
  const { alg, x5t: sha1, 'x5t#S256': sha256 } = header.data;
  const certificate = certificates.find({ sha256, sha1 });
  if (!certificate) throw unknownCertificate(clientId);
  if (new Date(certificate.validTo).getTime() <= now) throw certificateExpired();
  await jwtVerify(assertion, certificate.publicKey, {
    algorithms: [alg],
    audience: [...audience],
    issuer: clientId,
    subject: clientId,
    requiredClaims: ['exp', 'jti'],
    currentDate: new Date(now),
    clockTolerance,
  }).catch((error: unknown) => {
    throw refusalFor(error);
  });
}

function headerOf(assertion: string): unknown {
  try {
    return decodeProtectedHeader(assertion);
  } catch {
    return undefined;
  }
}

function refusalFor(error: unknown): EntraError {
  if (error instanceof errors.JWSSignatureVerificationFailed) return wrongSignature();
  if (error instanceof errors.JWTExpired) return assertionOutOfTime();
  if (error instanceof errors.JWTClaimValidationFailed) {
    if (error.claim === 'nbf') return assertionOutOfTime();
    if (error.claim === 'aud') return wrongAudience();
  }
  return malformedAssertion();
}
