import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { TlsIdentity } from '../../src/main/demo';

const validity = ['-days', '30'];
const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];

/** Where programs on a desktop look for the person's own certificates, in their home. */
const nssFolder = '.pki/nssdb';
const nickname = 'Token Tray test authority';

/** A certificate authority that nobody knows until a home is told to trust it. Made with openssl, gone with its folder. */
export class TestCertificateAuthority {
  /** What its certificates say who has issued them. */
  readonly name = 'Contoso Test Root';

  private constructor(private readonly folder: string) {}

  /** @param folder is made, and holds the keys */
  static create(folder: string): TestCertificateAuthority {
    mkdirSync(folder, { recursive: true });
    const authority = new TestCertificateAuthority(folder);
    const uses = ['basicConstraints=critical,CA:TRUE', 'keyUsage=critical,keyCertSign,cRLSign'];
    authority.openssl(
      ...['req', '-x509', ...newKey, '-keyout', 'ca.key', '-out', 'ca.crt', ...validity],
      ...['-subj', `/O=Contoso/CN=${authority.name}`, ...uses.flatMap((use) => ['-addext', use])],
    );
    return authority;
  }

  /** The authority's certificate, as PEM. */
  get certificate(): string {
    return readFileSync(this.file('ca.crt'), 'utf8');
  }

  /** A key and certificate for a server of this name. */
  issue(host = 'localhost'): TlsIdentity {
    this.openssl('req', ...newKey, '-keyout', 'server.key', '-out', 'server.csr', '-subj', `/CN=${host}`);
    writeFileSync(this.file('server.ext'), `subjectAltName=DNS:${host}\nextendedKeyUsage=serverAuth\n`);
    this.openssl(
      ...['x509', '-req', '-in', 'server.csr', '-CA', 'ca.crt', '-CAkey', 'ca.key', '-CAcreateserial'],
      ...['-out', 'server.crt', '-extfile', 'server.ext', ...validity],
    );
    return {
      key: readFileSync(this.file('server.key'), 'utf8'),
      cert: readFileSync(this.file('server.crt'), 'utf8'),
    };
  }

  /** From now on programs that start in this home trust the authority, as an administrator would have it. */
  beTrustedIn(home: string): void {
    const folder = path.join(home, nssFolder);
    mkdirSync(folder, { recursive: true });
    const database = ['-d', `sql:${folder}`];
    execFileSync('certutil', ['-N', '--empty-password', ...database]);
    execFileSync('certutil', ['-A', ...database, '-n', nickname, '-t', 'C,,', '-i', this.file('ca.crt')]);
  }

  private file(name: string): string {
    return path.join(this.folder, name);
  }

  private openssl(...args: readonly string[]): void {
    execFileSync('openssl', args, { cwd: this.folder, stdio: 'pipe' });
  }
}
