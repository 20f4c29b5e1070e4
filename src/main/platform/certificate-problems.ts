import type { Certificate } from 'electron';
import { CertificateProblem, type CertificateTrouble } from '../identity/network-errors';

/** As much as is used of what Electron's `setCertificateVerifyProc` tells. */
export interface SeenCertificate {
  readonly hostname: string;
  readonly certificate: Pick<Certificate, 'issuerName' | 'subjectName' | 'validStart' | 'validExpiry'>;
  /** Chromium's verdict: `net::OK`, `net::ERR_CERT_AUTHORITY_INVALID`. */
  readonly verificationResult: string;
  /** 0 where the certificate is trusted. */
  readonly errorCode: number;
}

/** "The verdict stands": net::ERR_ABORTED, for which Electron's network service goes on with Chromium's own result. */
const verdictStands = -3;

/** Hosts whose last problem is remembered; there are a handful in use. */
const mostHosts = 50;

/** Remembers why certificates were not trusted. It decides nothing: whom to trust is left to the operating system. */
export class CertificateProblems {
  private readonly byHost = new Map<string, CertificateProblem>();

  constructor(private readonly now: () => number) {}

  /** For `session.setCertificateVerifyProc`. */
  readonly look = (seen: SeenCertificate, answer: (verdict: number) => void): void => {
    try {
      if (seen.errorCode !== 0) this.remember(seen);
    } finally {
      answer(verdictStands);
    }
  };

  /**
   * The last problem with a host's certificate. Not forgotten when the host has a good one: Chromium remembers its
   * verdicts, so that a bad certificate that comes back is not told again.
   */
  find(hostname: string): CertificateProblem | undefined {
    return this.byHost.get(hostname);
  }

  private remember({ hostname, certificate, verificationResult }: SeenCertificate): void {
    const { issuerName, subjectName, validExpiry } = certificate;
    const trouble = troubleOf(verificationResult, certificate, this.now());
    this.byHost.delete(hostname);
    this.byHost.set(
      hostname,
      new CertificateProblem(
        hostname,
        issuerName,
        subjectName,
        validExpiry * 1000,
        verificationResult,
        trouble,
      ),
    );
    const [oldest] = this.byHost.keys();
    if (this.byHost.size > mostHosts && oldest !== undefined) this.byHost.delete(oldest);
  }
}

function troubleOf(
  verdict: string,
  { validStart, validExpiry }: SeenCertificate['certificate'],
  now: number,
): CertificateTrouble {
  switch (verdict.replace(/^net::ERR_CERT_/, '')) {
    case 'AUTHORITY_INVALID':
      return 'unknown-issuer';
    case 'DATE_INVALID':
      // What has expired may be a certificate of its issuer's.
      return validStart * 1000 > now ? 'not-yet-valid' : validExpiry * 1000 < now ? 'expired' : 'other';
    case 'COMMON_NAME_INVALID':
      return 'wrong-host';
    case 'REVOKED':
      return 'revoked';
    default:
      return 'other';
  }
}
