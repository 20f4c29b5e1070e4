import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { demoServicePrincipal } from './index';
import { alex, guestTenant, homeTenant, strictTenant, TestDemo, zoe } from './test-demo';

const demo = new TestDemo();
beforeAll(() => demo.start());
afterAll(() => demo.stop());

const arm = 'https://management.azure.com/';
const management = 'https://management.demo.token-tray.invalid';
const pageSchema = z.object({
  value: z.array(z.record(z.string(), z.unknown())),
  nextLink: z.string().startsWith(`${management}/`).optional(),
});

/** All pages, the addresses as a client knows them. */
async function list(path: string, accessToken: string) {
  const pages: z.infer<typeof pageSchema>['value'][] = [];
  let next: string | undefined = `${management}${path}?api-version=2022-12-01`;
  while (next !== undefined) {
    const headers = { authorization: `Bearer ${accessToken}` };
    const response = await fetch(demo.tenant.toLoopback(next), { headers });
    const { value, nextLink } = pageSchema.parse(await response.json());
    pages.push(value);
    next = nextLink;
  }
  return pages;
}

test('all tenants of a person, on several pages', async () => {
  const { accessToken } = await demo.tokens(arm, zoe);
  const pages = await list('/tenants', accessToken);
  expect(pages.length).toBeGreaterThan(1);
  expect(pages.flat()).toMatchObject([
    { tenantId: homeTenant.id, displayName: 'Fjord Demo', tenantCategory: 'Home' },
    { tenantId: guestTenant.id, defaultDomain: guestTenant.domain, tenantCategory: 'Home' },
    { tenantId: strictTenant.id, id: `/tenants/${strictTenant.id}` },
  ]);
});

test('all subscriptions of the token’s tenant, on several pages', async () => {
  const { accessToken } = await demo.tokens(arm, zoe);
  const pages = await list('/subscriptions', accessToken);
  expect(pages.map(({ length }) => length)).toEqual([2, 2, 2]);
  const names = pages.flat().map(({ displayName }) => displayName);
  expect(names).toContain('東京データ分析');
  expect(pages.flat().map(({ state }) => state)).toEqual([
    'Enabled',
    'Enabled',
    'Enabled',
    'Enabled',
    'Enabled',
    'Disabled',
  ]);

  const asGuest = await demo.tokens(arm, zoe, guestTenant.id);
  expect((await list('/subscriptions', asGuest.accessToken)).flat()).toMatchObject([
    { displayName: 'Harbour shared services', tenantId: guestTenant.id },
  ]);
});

test('somebody else sees less', async () => {
  const { accessToken } = await demo.tokens(arm, alex);
  expect((await list('/tenants', accessToken)).flat()).toMatchObject([{ tenantId: homeTenant.id }]);
  expect((await list('/subscriptions', accessToken)).flat()).toHaveLength(2);
});

test('a service principal sees its tenant', async () => {
  const { body } = await demo.token(
    {
      client_id: demoServicePrincipal.clientId,
      client_secret: demoServicePrincipal.secret,
      grant_type: 'client_credentials',
      scope: `${arm}/.default`,
    },
    homeTenant.id,
  );
  const accessToken = body.access_token ?? '';
  expect((await list('/tenants', accessToken)).flat()).toMatchObject([{ tenantId: homeTenant.id }]);
  expect((await list('/subscriptions', accessToken)).flat()).toHaveLength(2);
});

test.each([
  ['/arm/tenants', 'MissingApiVersionParameter'],
  ['/arm/subscriptions?api-version=1&$skiptoken=x', 'InvalidSkipToken'],
  ['/arm/subscriptions?api-version=1&$skiptoken=-1', 'InvalidSkipToken'],
])('%s is refused', async (path, code) => {
  const { accessToken } = await demo.tokens(arm);
  const response = await demo.api(path, accessToken);
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ error: { code } });
});
