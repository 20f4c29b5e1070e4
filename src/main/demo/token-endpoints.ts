import type { DemoAddresses } from './addresses';
import { demoAdfs, type DemoDirectory } from './directory';

/** Whoever signs a tenant's tokens; an AD FS names itself so in its id tokens. */
export const issuerOf = (tenantId: string, { authority, adfs }: DemoAddresses): string =>
  tenantId === demoAdfs.id ? adfs : `${authority}/${tenantId}/v2.0`;

/** The token endpoint of a tenant under each of its addresses, and what else stands for it in an assertion. */
export function tokenEndpointsOf({ id, domain }: DemoDirectory, addresses: DemoAddresses): readonly string[] {
  const { authority, adfs } = addresses;
  if (id === demoAdfs.id) return [`${adfs}/oauth2/token`, `${adfs}/oauth2/token/`];
  const endpoints = [id, domain].map((segment) => `${authority}/${segment}/oauth2/v2.0/token`);
  return [...endpoints, issuerOf(id, addresses)];
}
