import type { DoctorFacts, ReachedAddress } from './automation/command-line/doctor-facts';
import { scriptFailure } from './script-failure';
import { currentIdentity } from './identities';
import { tokenFailure } from './identity/failures';
import type { Fetch } from './identity/network-client';
import { TimedOut } from './identity/network-errors';
import type { OpenClients } from './identity/open-clients';
import type { SecretStorage } from './platform/secret-storage';
import type { After, Now } from './ports';
import type { State } from './state';

export interface DoctorParts {
  readonly state: Pick<State, 'value'>;
  readonly clients: Pick<OpenClients, 'reachable'>;
  readonly secrets: Pick<SecretStorage, 'isProtected'>;
  readonly fetch: Fetch;
  /** As Chromium says it for this address: `DIRECT`, `PROXY host:port`. */
  readonly resolveProxy: (url: string) => Promise<string>;
  readonly versions: DoctorFacts['versions'];
  readonly after: After;
  readonly now: Now;
}

/** Asks what can only be found out by trying: the sign-in service and Azure Resource Manager of the cloud in use. */
export async function findDoctorFacts(parts: DoctorParts, left: AbortSignal): Promise<DoctorFacts> {
  const { state, secrets, resolveProxy, versions } = parts;
  const cloud = currentIdentity(state.value)?.cloud ?? state.value.clouds.find(({ id }) => id === 'public');
  const authority = cloud?.authority ?? 'https://login.microsoftonline.com';
  const tenant = cloud?.isAdfs === true ? '' : '/organizations/v2.0';
  const wanted = [
    { what: 'sign-in' as const, address: `${authority}${tenant}/.well-known/openid-configuration` },
    ...(cloud?.arm === undefined
      ? []
      : [{ what: 'resource-manager' as const, address: `${cloud.arm.endpoint}/` }]),
  ];
  const [proxy, hasKeyring, ...tried] = await Promise.all([
    resolveProxy(authority),
    secrets.isProtected(),
    ...wanted.map((each) => reach(parts, each, cloud?.name ?? '', left)),
  ]);
  const skew = tried.find(({ skew: found }) => found !== undefined)?.skew;
  return {
    versions,
    hasKeyring,
    proxy,
    reached: tried.map(({ skew: _skew, ...each }) => each),
    ...(skew === undefined ? {} : { clockSkew: skew }),
  };
}

/** How long an address may take, in ms: firewalls that drop everything never answer. */
const patience = 10_000;

async function reach(
  { fetch, clients, after, now, state }: DoctorParts,
  { what, address }: Pick<ReachedAddress, 'what' | 'address'>,
  cloud: string,
  left: AbortSignal,
): Promise<ReachedAddress & { readonly skew?: number }> {
  const began = performance.now();
  const late = new AbortController();
  const stopWaiting = after(patience, () => late.abort(new TimedOut(new URL(address).host)));
  try {
    // Any answer will do: that it wants a token is known.
    const signal = AbortSignal.any([left, late.signal]);
    const response = await fetch(clients.reachable(address), { method: 'GET', signal });
    const told = Date.parse(response.headers.get('date') ?? '');
    return {
      what,
      cloud,
      address,
      took: performance.now() - began,
      ...(Number.isNaN(told) ? {} : { skew: told - now() }),
    };
  } catch (error) {
    const identity = currentIdentity(state.value);
    const failure = tokenFailure(error, now());
    const problem =
      identity === undefined
        ? undefined
        : scriptFailure(state.value, { outcome: 'failed', failure, identity }).text;
    return { what, cloud, address, ...(problem === undefined ? {} : { problem }) };
  } finally {
    stopWaiting();
  }
}
