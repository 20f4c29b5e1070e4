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

/** The answer did not come in time. */
export class TimedOut extends Error {
  override readonly name = 'TimedOut';

  constructor(readonly host: string) {
    super(`${host} did not answer in time.`);
  }
}
