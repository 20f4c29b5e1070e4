import { startDemoTenant } from '../../src/main/demo';
import type { DemoTenant, TlsIdentity } from '../../src/main/demo';
import type { CustomCloud } from '../../src/shared/cloud';

/**
 * The demo tenant as a server of its own, over real TLS at `https://localhost:PORT`: for a program it is a custom cloud
 * whose authority is `addresses.authority`, whose AD FS is `addresses.adfs` and whose Resource Manager is
 * `addresses.management`. It runs in the process of the test, which lets it go wrong with `fail`.
 */
export function startTlsAuthority(tls: TlsIdentity): Promise<DemoTenant> {
  let saved: string | undefined;
  return startDemoTenant({
    load: () => Promise.resolve(saved),
    save: (state) => {
      saved = state;
      return Promise.resolve();
    },
    now: Date.now,
    preferredPort: 0,
    tls,
  });
}

/** The authority as a custom cloud. @param resources what rows of the catalogue are called there, by catalogue id */
export const asCustomCloud = (
  { addresses }: DemoTenant,
  { id, name, resources = {} }: Pick<CustomCloud, 'id' | 'name'> & Partial<CustomCloud>,
): CustomCloud => ({
  id,
  name,
  authority: addresses.authority,
  arm: { endpoint: addresses.management, audience: 'https://management.azure.com/' },
  resources,
});
