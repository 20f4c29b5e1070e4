import type { DemoAddresses } from './addresses';
import { apiProblem } from './api-problems';
import type { Caller } from './caller';
import { demoTenants, type DemoDirectory } from './directory';
import { json, type Reply, type Request } from './http';
import { subscriptionsOf } from './subscriptions';

/** So few, so that whoever does not follow `nextLink` misses some. */
const pageSize = 2;

/** Azure Resource Manager's `GET /subscriptions`, a page at a time. */
export const armSubscriptions = (request: Request, caller: Caller, { management }: DemoAddresses): Reply =>
  page(request, subscriptionsFor(caller), `${management}/subscriptions`);

/** The same in one piece, for a sample request: nobody outside of Token Tray could follow a link to the next page. */
export const allSubscriptions = (request: Request, caller: Caller): Reply =>
  page(request, subscriptionsFor(caller));

/** Those of the token's tenant that the caller may see. */
function subscriptionsFor(caller: Caller) {
  const tenant = demoTenants.find(({ id }) => id === caller.tenantId);
  const all = tenant ? subscriptionsOf(tenant, caller) : [];
  return all.map(({ subscriptionId, displayName, state = 'Enabled' }) => ({
    id: `/subscriptions/${subscriptionId}`,
    authorizationSource: 'RoleBased',
    managedByTenants: [],
    subscriptionId,
    tenantId: caller.tenantId,
    displayName,
    state,
    subscriptionPolicies: {
      locationPlacementId: 'Public_2014-09-01',
      quotaId: 'PayAsYouGo_2014-09-01',
      spendingLimit: 'Off',
    },
  }));
}

/** Azure Resource Manager's `GET /tenants`: all that the caller belongs to, whichever tenant the token is of. */
export function armTenants(request: Request, caller: Caller, addresses: DemoAddresses): Reply {
  const value = demoTenants
    .filter((tenant) => belongsTo(caller, tenant))
    .map(({ id, name, domain }) => ({
      id: `/tenants/${id}`,
      tenantId: id,
      countryCode: 'NO',
      displayName: name,
      domains: [domain],
      tenantCategory: 'Home',
      defaultDomain: domain,
      tenantType: 'AAD',
    }));
  return page(request, value, `${addresses.management}/tenants`);
}

const belongsTo = ({ person, tenantId }: Caller, { id }: DemoDirectory): boolean =>
  person ? person.objectIds.has(id) : id === tenantId;

/** @param address where the next page is asked for; all is on one page without it */
function page({ url }: Request, all: readonly unknown[], address?: string): Reply {
  const version = url.searchParams.get('api-version');
  if (version === null) {
    return apiProblem(
      400,
      'MissingApiVersionParameter',
      'The api-version query parameter (?api-version=) is required for all requests.',
    );
  }
  const count = { type: 'Total', value: all.length };
  if (address === undefined) return json({ value: all, count });
  const start = Number(url.searchParams.get('$skiptoken') ?? 0);
  if (!Number.isSafeInteger(start) || start < 0) {
    return apiProblem(400, 'InvalidSkipToken', 'The $skiptoken query parameter cannot be read.');
  }
  const end = start + pageSize;
  const next = new URLSearchParams({ 'api-version': version, $skiptoken: String(end) });
  return json({
    value: all.slice(start, end),
    ...(end < all.length && { nextLink: `${address}?${next}` }),
    count,
  });
}
