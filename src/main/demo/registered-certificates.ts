import { X509Certificate } from 'node:crypto';

/** The certificates that the demo's service principal may sign its assertions with. */
export class RegisteredCertificates {
  private readonly certificates: X509Certificate[] = [];

  /** @throws Error of Node if it is no certificate */
  add(pem: string): void {
    this.certificates.push(new X509Certificate(pem));
  }

  /** By what the header of an assertion names it with: the base64url of its SHA-256 or SHA-1 fingerprint. */
  find({
    sha256,
    sha1,
  }: {
    sha256: string | undefined;
    sha1: string | undefined;
  }): X509Certificate | undefined {
    return this.certificates.find(({ fingerprint256, fingerprint }) =>
      sha256 === undefined ? sha1 === encoded(fingerprint) : sha256 === encoded(fingerprint256),
    );
  }
}

const encoded = (fingerprint: string): string =>
  Buffer.from(fingerprint.replaceAll(':', ''), 'hex').toString('base64url');
