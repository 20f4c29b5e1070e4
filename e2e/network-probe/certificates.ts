import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A key and its certificate, in PEM. */
export interface ServerCertificate {
  readonly key: string;
  readonly cert: string;
}

/** From and until when, as openssl writes it. */
export interface Validity {
  readonly from: string;
  readonly until: string;
}

const configuration = `[ca]
default_ca = here
[here]
dir = .
database = index.txt
new_certs_dir = .
rand_serial = yes
default_md = sha256
policy = any
[any]
commonName = supplied
`;

const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
// Chromium takes none of a server's that is valid for more than 398 days.
const lastMonthAndNext = (): Validity => {
  const day = 24 * 3600_000;
  const written = (time: number) =>
    new Date(time)
      .toISOString()
      .replaceAll(/[-:T]/g, '')
      .replace(/\.\d+Z$/, 'Z');
  return { from: written(Date.now() - 30 * day), until: written(Date.now() + 30 * day) };
};

/** An issuer of certificates that nobody trusts at first. */
export class CertificateAuthority {
  private count = 0;

  constructor(
    private readonly folder: string,
    readonly name: string,
  ) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'ca.conf'), configuration);
    writeFileSync(path.join(folder, 'index.txt'), '');
    const files = ['-keyout', 'ca.key', '-out', 'ca.pem'];
    this.openssl('req', '-x509', ...newKey, '-subj', `/CN=${name}`, '-days', '30', ...files);
  }

  /** A certificate for a server, valid since last month unless said otherwise. */
  issue(host: string, { from, until } = lastMonthAndNext()): ServerCertificate {
    const name = `leaf-${(this.count += 1)}`;
    writeFileSync(path.join(this.folder, `${name}.ext`), `subjectAltName = DNS:${host}\n`);
    const request = ['-keyout', `${name}.key`, '-out', `${name}.csr`];
    this.openssl('req', '-new', ...newKey, '-subj', `/CN=${host}`, ...request);
    this.openssl(
      'ca',
      ...['-batch', '-notext', '-config', 'ca.conf', '-cert', 'ca.pem', '-keyfile', 'ca.key'],
      ...['-startdate', from, '-enddate', until, '-extfile', `${name}.ext`],
      ...['-in', `${name}.csr`, '-out', `${name}.pem`],
    );
    return { key: this.read(`${name}.key`), cert: this.read(`${name}.pem`) };
  }

  /** Has the programs of this home folder trust it, through what is the operating system's trust store on Linux. */
  beTrustedIn(home: string): void {
    const store = path.join(home, '.pki', 'nssdb');
    mkdirSync(store, { recursive: true });
    execFileSync('certutil', ['-d', `sql:${store}`, '-N', '--empty-password']);
    const file = path.join(this.folder, 'ca.pem');
    execFileSync('certutil', ['-d', `sql:${store}`, '-A', '-t', 'C,,', '-n', this.name, '-i', file]);
  }

  private read(file: string): string {
    return readFileSync(path.join(this.folder, file), 'utf8');
  }

  private openssl(...args: string[]): void {
    execFileSync('openssl', args, { cwd: this.folder, stdio: ['ignore', 'ignore', 'pipe'] });
  }
}
