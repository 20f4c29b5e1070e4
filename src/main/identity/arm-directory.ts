import { z } from 'zod';
import { scopeForResource } from '../../shared/scopes';
import { directoryLimits, type Directory, type DirectoryTenant, type Subscription } from './account-record';
import type { ArmEndpoint } from './clouds';
import { TokenFailure } from './failures';
import { exchange, type Fetch } from './network-client';

// What az asks after a sign-in: facts from azure-cli's `_profile.py`.
const apiVersion = '2022-12-01';

/** More pages than any directory has: an answer that leads in circles ends here. */
const mostPages = 100;

const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ value: z.array(item), nextLink: z.string().nullish() });

const tenantsSchema = pageOf(
  z.object({
    tenantId: z.string().min(1).max(253),
    displayName: z.string().max(500).nullish().catch(undefined),
    defaultDomain: z.string().max(253).nullish().catch(undefined),
  }),
);
const subscriptionsSchema = pageOf(
  z.object({
    subscriptionId: z.string().min(1).max(100),
    displayName: z.string().max(500).nullish().catch(undefined),
    state: z.string().max(50).nullish().catch(undefined),
  }),
);

export interface DirectoryReaderOptions {
  readonly arm: ArmEndpoint;
  readonly fetch: Fetch;
  /** A token for ARM, without asking a person. @throws TokenFailure */
  readonly token: (tenantId: string, scopes: readonly string[]) => Promise<string>;
  /** The tenant that tenants are asked for in. */
  readonly homeTenantId: string;
  /** Tenants that the person has named; ARM need not list them. */
  readonly byHand: readonly DirectoryTenant[];
  /** ms since the epoch */
  readonly now: () => number;
}

/**
 * The tenants an account can reach and the subscriptions in each, as az finds them: all tenants first, then the
 * subscriptions of each with a token of that tenant. A tenant that wants more before it gives a token says so, and keeps
 * no other one from being read. @throws TokenFailure, and Error when ARM does not answer as expected
 */
export async function readDirectory(options: DirectoryReaderOptions): Promise<Directory> {
  const { arm, byHand, homeTenantId, now } = options;
  const scopes = [scopeForResource(arm.audience)];
  const token = await options.token(homeTenantId, scopes);
  const path = `/tenants?api-version=${apiVersion}`;
  const found = await pages(options, path, token, tenantsSchema, directoryLimits.tenants - byHand.length);
  const listed = found.map(({ tenantId, displayName, defaultDomain }) => ({
    id: tenantId,
    ...(displayName ? { name: displayName } : {}),
    ...(defaultDomain ? { domain: defaultDomain } : {}),
  }));
  const known = new Set(listed.map(({ id }) => id));
  const all: readonly Omit<DirectoryTenant, 'subscriptions'>[] = [
    ...listed,
    ...byHand.filter(({ id }) => !known.has(id)),
  ];
  const tenants: DirectoryTenant[] = [];
  // One after the other: an account's calls queue up anyway, and nobody waits for this.
  for (const tenant of all) tenants.push(await withSubscriptions(options, tenant, scopes));
  return { readOn: now(), tenants };
}

async function withSubscriptions(
  options: DirectoryReaderOptions,
  { problem: _before, ...tenant }: Omit<DirectoryTenant, 'subscriptions'>,
  scopes: readonly string[],
): Promise<DirectoryTenant> {
  try {
    const token = await options.token(tenant.id, scopes);
    const found = await pages(
      options,
      `/subscriptions?api-version=${apiVersion}`,
      token,
      subscriptionsSchema,
      directoryLimits.subscriptions,
    );
    const subscriptions: Subscription[] = found.map(({ subscriptionId, displayName, state }) => ({
      id: subscriptionId,
      name: displayName ?? subscriptionId,
      state: state ?? '',
    }));
    return { ...tenant, subscriptions };
  } catch (error) {
    return { ...tenant, subscriptions: [], problem: problemOf(error) };
  }
}

function problemOf(error: unknown): NonNullable<DirectoryTenant['problem']> {
  if (!(error instanceof TokenFailure)) return 'failed';
  if (error.failure.kind === 'second-factor') return 'second-factor';
  if (error.failure.kind === 'blocked') return 'blocked';
  return error.interaction.needed ? 'sign-in-needed' : 'failed';
}

/** Follows `nextLink`, but only at the same origin: the token goes nowhere else. */
async function pages<Item>(
  { arm, fetch }: DirectoryReaderOptions,
  path: string,
  token: string,
  schema: z.ZodType<{ value: Item[]; nextLink?: string | null | undefined }>,
  most: number,
): Promise<readonly Item[]> {
  const items: Item[] = [];
  let next: string | undefined = `${arm.endpoint}${path}`;
  for (let page = 0; next !== undefined && page < mostPages && items.length < most; page += 1) {
    const { response, text } = await exchange(fetch, next, {
      headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
    });
    if (!response.ok) throw new Error(`ARM answered with status ${response.status}.`);
    const { value, nextLink } = schema.parse(JSON.parse(text));
    items.push(...value);
    next = nextLink ? new URL(nextLink, arm.endpoint).href : undefined;
    if (next !== undefined && new URL(next).origin !== new URL(arm.endpoint).origin)
      throw new Error('ARM led to another host.');
  }
  return items.slice(0, most);
}
