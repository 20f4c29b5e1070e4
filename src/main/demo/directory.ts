/** A tenant of the demo: one directory with its own object ids. */
export interface DemoDirectory {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
}

/** Somebody to sign in as. The id is their object id in their home tenant. */
export interface DemoPerson {
  readonly id: string;
  readonly name: string;
  readonly givenName: string;
  readonly surname: string;
  readonly jobTitle: string;
  readonly username: string;
  readonly homeTenantId: string;
  /** Object id in every tenant the person belongs to: a guest has another one there. */
  readonly objectIds: ReadonlyMap<string, string>;
}

/** The https origin that MSAL is told; nothing answers there, it is mapped to loopback. */
export const demoAuthorityOrigin = 'https://login.demo.token-tray.invalid';

/** The same people behind an AD FS: an authority without tenants. Its address is the origin with `/adfs`. */
export const demoAdfsOrigin = 'https://adfs.demo.token-tray.invalid';

/** Where tenants and subscriptions are asked for. */
export const demoArmOrigin = 'https://management.demo.token-tray.invalid';

/** The demo's only client application. */
export const demoClientId = 'd89140f7-6f0b-41ce-bfcb-f49dba8c724f';
export const demoClientName = 'Token Tray';

const fjord: DemoDirectory = {
  id: 'b45aa154-2868-4e56-9612-5fad43d4fc11',
  name: 'Fjord Demo',
  domain: 'fjord-demo.example',
};
const harbour: DemoDirectory = {
  id: '965081ac-93af-4f5f-aaa2-e58eb4b0ee2a',
  name: 'Harbour Demo',
  domain: 'harbour-demo.example',
};

const quay: DemoDirectory = {
  id: '3d2f8c5e-6a41-4b0e-9d57-2c8f1e7a9b36',
  name: 'Quay Demo',
  domain: 'quay-demo.example',
};

/** All tenants, the home tenant first; Zoë is a guest in the others, Alex is not. */
export const demoTenants: readonly DemoDirectory[] = [fjord, harbour, quay];

/** Nothing is given there without a second factor. */
export const strictTenantId = quay.id;

/** An application that signs in as itself, in the home tenant. What it is told here is no secret of anybody's. */
export const demoServicePrincipal = {
  clientId: '6f1c2f0e-54f3-4a55-8d0b-6c6f1d2b7a90',
  objectId: 'b1f6b1f3-0b53-4f38-9f0c-3f4c3a1d5e21',
  name: 'Demo automation',
  tenantId: fjord.id,
  secret: 'demo-secret-of-the-demo-tenant',
  expiredSecret: 'demo-secret-of-last-year',
} as const;

export const demoPeople: readonly DemoPerson[] = [
  {
    id: 'de31a776-f3e0-4dfc-95de-357163e746e8',
    name: 'Zoë Nuñez-Ødegård',
    givenName: 'Zoë',
    surname: 'Nuñez-Ødegård',
    jobTitle: 'Integration engineer',
    username: `zoe.nunez@${fjord.domain}`,
    homeTenantId: fjord.id,
    objectIds: new Map([
      [fjord.id, 'de31a776-f3e0-4dfc-95de-357163e746e8'],
      [harbour.id, 'b40fe95c-5d14-4502-8980-052a5b20a3f1'],
      [quay.id, '1e0c7d8a-93c5-4f0e-8a6b-5d2f4c1b7e63'],
    ]),
  },
  {
    id: '5da51bc0-9d9c-4370-929a-2709b85fc2c0',
    name: 'Alex Moreau',
    givenName: 'Alex',
    surname: 'Moreau',
    jobTitle: 'Support lead',
    username: `alex.moreau@${fjord.domain}`,
    homeTenantId: fjord.id,
    objectIds: new Map([[fjord.id, '5da51bc0-9d9c-4370-929a-2709b85fc2c0']]),
  },
];

/** What the first segment of an authority path stands for. */
export type TenantChoice =
  { readonly kind: 'any' } | { readonly kind: 'one'; readonly tenant: DemoDirectory };

/** Reads a tenant id, a tenant's domain, `common` or `organizations`; undefined for anything else. */
export function findTenant(segment: string): TenantChoice | undefined {
  const wanted = segment.toLowerCase();
  if (wanted === 'common' || wanted === 'organizations') return { kind: 'any' };
  const tenant = demoTenants.find(({ id, domain }) => id === wanted || domain === wanted);
  return tenant && { kind: 'one', tenant };
}

/** The tenant a token is issued by: the one asked for, or the person's home. */
export function tenantFor(choice: TenantChoice, person: DemoPerson): DemoDirectory {
  if (choice.kind === 'one') return choice.tenant;
  return demoTenants.find(({ id }) => id === person.homeTenantId) ?? fjord;
}

export function findPerson(id: string): DemoPerson | undefined {
  return demoPeople.find((person) => person.id === id);
}

export function findPersonByUsername(username: string): DemoPerson | undefined {
  return demoPeople.find((person) => person.username === username.toLowerCase());
}
