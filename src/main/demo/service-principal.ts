import { demoAdfs, fjord, type DemoDirectory } from './directory';

/**
 * The demo's application that signs in as itself, known in the home tenant and to the AD FS. The second secret is one
 * whose time is over. What it is told here is no secret of anybody's: it opens nothing but the demo on this computer.
 */
export const demoServicePrincipal = {
  clientId: '6f1c2f0e-54f3-4a55-8d0b-6c6f1d2b7a90',
  objectId: 'b1f6b1f3-0b53-4f38-9f0c-3f4c3a1d5e21',
  name: 'Demo automation',
  tenantId: fjord.id,
  secret: 'demo-secret-of-the-demo-tenant',
  expiredSecret: 'demo-secret-of-last-year',
} as const;

/** What it is permitted to do by itself. */
export const servicePrincipalRoles: readonly string[] = ['Demo.Read.All'];

/** Whether it is known there. */
export const knowsServicePrincipal = (tenant: DemoDirectory): boolean =>
  tenant === fjord || tenant === demoAdfs;
