import { z } from 'zod';
import type { Fetch } from '../identity/network-client';

export interface FakeTenant {
  readonly id: string;
  readonly name?: string;
  readonly domain?: string;
  readonly subscriptions: readonly { readonly id: string; readonly name: string; readonly state: string }[];
}

export interface FakeArm {
  tenants: readonly FakeTenant[];
  /** ARM answers one item a page. */
  readonly asked: string[];
  /** Answers this instead, while it is there. */
  answer?: (url: URL) => Response | undefined;
}

const claimsSchema = z.object({ aud: z.string(), tid: z.string() });

/** The network with an ARM in it that tells tenants and subscriptions, one a page, for tokens that are for it. */
export function withArm(network: Fetch, arm: FakeArm): Fetch {
  return async (address, init) => {
    const url = new URL(address);
    if (url.pathname !== '/tenants' && url.pathname !== '/subscriptions') return network(address, init);
    arm.asked.push(`${url.pathname}${url.search}`);
    const special = arm.answer?.(url);
    if (special !== undefined) return special;
    const token = new Headers(init.headers).get('authorization')?.replace('Bearer ', '') ?? '';
    const payload = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8');
    const { aud, tid } = claimsSchema.parse(JSON.parse(payload));
    if (!aud.startsWith('https://management.')) return Response.json({}, { status: 401 });
    const items: readonly object[] =
      url.pathname === '/tenants'
        ? arm.tenants.map(({ id, name, domain }) => ({
            tenantId: id,
            displayName: name,
            defaultDomain: domain,
          }))
        : (arm.tenants.find(({ id }) => id === tid)?.subscriptions ?? []).map(({ id, name, state }) => ({
            subscriptionId: id,
            displayName: name,
            state,
          }));
    const page = Number(url.searchParams.get('page') ?? 0);
    const next = new URL(url);
    next.searchParams.set('page', String(page + 1));
    const more = page + 1 < items.length ? { nextLink: next.href } : {};
    return Response.json({ value: items.slice(page, page + 1), ...more });
  };
}
