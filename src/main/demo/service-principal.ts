import { demoAdfs, fjord, harbour, type DemoDirectory } from './directory';

/**
 * The demo's application that signs in by itself. The second secret is one whose time is over. They open nothing but
 * the demo on this computer.
 */
export const demoServicePrincipal = {
  clientId: 'bd903797-eb69-4846-b308-deb96275028c',
  name: 'Nightly report',
  /** Its home tenant. */
  tenantId: fjord.id,
  secret: 'demo-secret-that-opens-nothing-else',
  expiredSecret: 'demo-secret-of-last-year',
  /** Its object id in every tenant that knows it; it is not known in the third. */
  objectIds: new Map([
    [fjord.id, 'ff1f7d73-e3dd-487f-a9cf-2c2224a20d59'],
    [harbour.id, 'edf396f3-18e1-49b8-a24d-5a0d1843c49b'],
    [demoAdfs.id, 'e42ebd9a-e857-4dc5-9165-f352ddd0fc59'],
  ]),
} as const;

/** What it is permitted to do by itself. */
export const servicePrincipalRoles: readonly string[] = ['Reports.Read.All'];

/** Its object id there, undefined where it is not known. */
export const principalIdIn = (tenant: DemoDirectory): string | undefined =>
  demoServicePrincipal.objectIds.get(tenant.id);
