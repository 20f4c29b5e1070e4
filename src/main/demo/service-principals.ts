import { createHash, X509Certificate } from 'node:crypto';
import { decodeProtectedHeader, errors, jwtVerify } from 'jose';
import { demoServicePrincipal } from './directory';
import { assertionOutOfTime, secretExpired, secretWrong, unknownClient, wrongAssertion } from './errors';

type Form = Readonly<Record<string, string>>;

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** Applications that sign in as themselves: with a secret, or with a certificate (RFC 7523, section 2.2). */
export class ServicePrincipals {
  private readonly certificates: X509Certificate[] = [];

  constructor(private readonly now: () => number) {}

  registerCertificate(pem: string): void {
    this.certificates.push(new X509Certificate(pem));
  }

  /** @throws EntraError unless it has proved who it is. */
  async check(form: Form): Promise<void> {
    const clientId = form['client_id'] ?? '';
    if (clientId !== demoServicePrincipal.clientId) throw unknownClient(clientId);
    const assertion = form['client_assertion'];
    if (assertion !== undefined && form['client_assertion_type'] === assertionType)
      return this.checkAssertion(assertion);
    const secret = form['client_secret'];
    if (secret === demoServicePrincipal.expiredSecret) throw secretExpired(clientId);
    if (secret !== demoServicePrincipal.secret) throw secretWrong(clientId);
  }

  private async checkAssertion(assertion: string): Promise<void> {
    const certificate = this.certificateOf(assertion);
    try {
      await jwtVerify(assertion, certificate.publicKey, {
        algorithms: ['PS256', 'RS256'],
        issuer: demoServicePrincipal.clientId,
        subject: demoServicePrincipal.clientId,
        currentDate: new Date(this.now()),
        clockTolerance: 300,
        requiredClaims: ['aud', 'exp', 'nbf', 'jti'],
      });
    } catch (error) {
      const isAboutTime =
        error instanceof errors.JWTExpired ||
        (error instanceof errors.JWTClaimValidationFailed && error.claim === 'nbf');
      throw isAboutTime ? assertionOutOfTime() : wrongAssertion();
    }
  }

  private certificateOf(assertion: string): X509Certificate {
    let header: Record<string, unknown>;
    try {
      header = decodeProtectedHeader(assertion);
    } catch {
      throw wrongAssertion();
    }
    const found = this.certificates.find(
      ({ raw }) =>
        header['x5t#S256'] === createHash('sha256').update(raw).digest('base64url') ||
        header['x5t'] === createHash('sha1').update(raw).digest('base64url'),
    );
    if (found === undefined) throw wrongAssertion();
    return found;
  }
}
