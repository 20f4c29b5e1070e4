/** A tenant of the demo: one directory with its own object ids. */
export interface DemoDirectory {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
  /** Gives no token at all before a second factor was approved. */
  readonly alwaysSecondFactor: boolean;
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

/** The demo's client application for people. */
export const demoClientId = 'd89140f7-6f0b-41ce-bfcb-f49dba8c724f';
export const demoClientName = 'Token Tray';

export const fjord: DemoDirectory = {
  id: 'b45aa154-2868-4e56-9612-5fad43d4fc11',
  name: 'Fjord Demo',
  domain: 'fjord-demo.example',
  alwaysSecondFactor: false,
};
export const harbour: DemoDirectory = {
  id: '965081ac-93af-4f5f-aaa2-e58eb4b0ee2a',
  name: 'Harbour Demo',
  domain: 'harbour-demo.example',
  alwaysSecondFactor: false,
};
const quay: DemoDirectory = {
  id: '3d2f8c5e-6a41-4b0e-9d57-2c8f1e7a9b36',
  name: 'Quay Demo',
  domain: 'quay-demo.example',
  alwaysSecondFactor: true,
};

/** All tenants, the home tenant first; Zoë is a guest in the others, Alex is not. */
export const demoTenants: readonly DemoDirectory[] = [fjord, harbour, quay];

/** The AD FS of Fjord Demo: one directory with no tenants around it, so that its id is never told. */
export const demoAdfs: DemoDirectory = {
  id: 'adfs',
  name: 'Fjord Demo’s own servers',
  domain: fjord.domain,
  alwaysSecondFactor: false,
};

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
      [demoAdfs.id, 'c3b1ffef-9a3e-4b0c-8a5c-1be0f6d2f6b7'],
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
    objectIds: new Map([
      [fjord.id, '5da51bc0-9d9c-4370-929a-2709b85fc2c0'],
      [demoAdfs.id, '2ce0b7f2-62ab-4a3c-8a51-6f1b0f8a4a1d'],
    ]),
  },
];

/** What the first segment of an authority path stands for. */
export type TenantChoice =
  { readonly kind: 'any' } | { readonly kind: 'one'; readonly tenant: DemoDirectory };

/** Reads a tenant id, a tenant's domain, `common`, `organizations` or `adfs`; undefined for anything else. */
export function findTenant(segment: string): TenantChoice | undefined {
  const wanted = segment.toLowerCase();
  if (wanted === 'common' || wanted === 'organizations') return { kind: 'any' };
  if (wanted === demoAdfs.id) return { kind: 'one', tenant: demoAdfs };
  const tenant = demoTenants.find(({ id, domain }) => id === wanted || domain === wanted);
  return tenant && { kind: 'one', tenant };
}

/** The tenant a token is issued by: the one asked for, or the person's home. */
export function tenantFor(choice: TenantChoice, person: DemoPerson): DemoDirectory {
  if (choice.kind === 'one') return choice.tenant;
  return demoTenants.find(({ id }) => id === person.homeTenantId) ?? fjord;
}

export const isAdfs = (choice: TenantChoice): boolean => choice.kind === 'one' && choice.tenant === demoAdfs;

/** Object id of a person who may get tokens in this tenant. */
export const objectIdIn = (person: DemoPerson, tenant: DemoDirectory): string =>
  person.objectIds.get(tenant.id) ?? person.id;

/** Whose a refresh token is: with Entra a person's in all their tenants, with AD FS a person's there only. */
export const sessionOf = (person: DemoPerson, tenant: DemoDirectory): string =>
  tenant === demoAdfs ? objectIdIn(person, tenant) : person.id;

/** Whose session at this kind of authority it is. */
export function findSession(session: string, choice: TenantChoice): DemoPerson | undefined {
  return isAdfs(choice)
    ? demoPeople.find((person) => sessionOf(person, demoAdfs) === session)
    : findPerson(session);
}

export function findPerson(id: string): DemoPerson | undefined {
  return demoPeople.find((person) => person.id === id);
}

export function findPersonByUsername(username: string): DemoPerson | undefined {
  return demoPeople.find((person) => person.username === username.toLowerCase());
}
