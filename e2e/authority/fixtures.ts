import path from 'node:path';
import { expect, test as desktopTest } from '../desktop/fixtures';
import type { DemoTenant } from '../../src/main/demo';
import { TestCertificateAuthority } from './certificate-authority';
import { startTlsAuthority } from './tls-authority';

export { expect };

export interface AuthorityFixtures {
  /** This test's own; nothing trusts it yet. */
  certificateAuthority: TestCertificateAuthority;
  /** A token authority that speaks https with a certificate of `certificateAuthority`. */
  authority: DemoTenant;
}

export const test = desktopTest.extend<AuthorityFixtures>({
  certificateAuthority: async ({ desktop }, use) =>
    use(TestCertificateAuthority.create(path.join(desktop.folder, 'certificates'))),

  authority: async ({ certificateAuthority }, use) => {
    const authority = await startTlsAuthority(certificateAuthority.issue());
    await use(authority);
    await authority.stop();
  },
});
