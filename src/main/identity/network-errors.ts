/** Why nothing came back from the network, where more is known than Chromium's name for it. */

/** A proxy wants a user name and a password, or did not take those it got. */
export class ProxyLoginNeeded extends Error {
  override readonly name = 'ProxyLoginNeeded';

  constructor(
    readonly host: string,
    readonly port: number,
    readonly realm: string,
    readonly wasWrong: boolean,
  ) {
    super(`The proxy ${host}:${port} wants a user name and a password.`);
  }
}

/** What is wrong with a certificate, where a person can do something about it. */
export type CertificateTrouble =
  'unknown-issuer' | 'expired' | 'not-yet-valid' | 'wrong-host' | 'revoked' | 'other';

/** A certificate that the system does not trust. */
export class CertificateProblem extends Error {
  override readonly name = 'CertificateProblem';

  constructor(
    readonly host: string,
    readonly issuer: string,
    readonly subject: string,
    /** ms since the epoch */
    readonly validUntil: number,
    /** Chromium's name: `net::ERR_CERT_AUTHORITY_INVALID`. */
    readonly reason: string,
    readonly trouble: CertificateTrouble = 'other',
  ) {
    super(`${reason}: the certificate of ${host}, issued by ${issuer}, is not trusted.`);
  }
}

/** Something else than JSON came: a sign-in page of the network, a proxy's error page. */
export class NotJson extends Error {
  override readonly name = 'NotJson';

  constructor(
    readonly host: string,
    readonly contentType: string,
    readonly status: number,
  ) {
    super(`Expected JSON from the sign-in service, got ${contentType} with status ${status}.`);
  }
}

/** Somebody on the way led to another host, as a network does that wants a sign-in of its own first. */
export class Redirected extends Error {
  override readonly name = 'Redirected';

  constructor(
    readonly host: string,
    /** Empty where that is no address. */
    readonly to: string,
  ) {
    super(`${host} led to another address${to === '' ? '' : `, at ${to}`}.`);
  }
}

/** The answer did not come in time. */
export class TimedOut extends Error {
  override readonly name = 'TimedOut';

  constructor(readonly host: string) {
    super(`${host} did not answer in time.`);
  }
}

/** The answer has more bytes than anybody here has asked for, once it is unpacked. */
export class AnswerTooLong extends Error {
  override readonly name = 'AnswerTooLong';

  constructor() {
    super('The answer is too long.');
  }
}
