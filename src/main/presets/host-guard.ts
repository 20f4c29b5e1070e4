import { hostFits } from '../../shared/catalogue/hosts';
import { knownHosts } from '../../shared/catalogue/known-hosts';
import { parseUrl } from '../../shared/parse-url';
import type { SampleRequest } from '../../shared/preset';
import { resourceOfScope, scopeForResource } from '../../shared/scopes';
import { isLoopbackHost } from '../../shared/text-rules';
import type { Cloud } from '../identity/clouds';
import type { AcceptedHost } from './preset-answers';

export interface GuardedRequest {
  readonly cloud: Pick<Cloud, 'id' | 'arm'>;
  readonly scopes: readonly string[];
  /** As it would be sent; `{placeholders}` that are left in may stand in it. */
  readonly url: string;
  /** As the preset has it. */
  readonly template: string;
  /** Whom the token is for, once there is one and where it says so. */
  readonly audience?: string | undefined;
}

/** Where a token would go to that may not be meant for it. */
export interface HostDoubt {
  /** `wrong`: others are known to take its tokens, or it is no host that all programs read alike. */
  readonly kind: 'wrong' | 'unknown';
  readonly resource: string;
  readonly host: string;
}

/**
 * Whether a request would take its token where that belongs. Undefined: it does, as far as anybody can know, or a person
 * has said so. Pure.
 */
export function hostDoubt(request: GuardedRequest, accepted: readonly AcceptedHost[]): HostDoubt | undefined {
  const resource = resourceOfScope(request.scopes[0] ?? '');
  const host = hostOf(request.url);
  if (host === undefined) return { kind: 'wrong', resource, host: authorityOf(request.url) };
  // There is nothing to send yet: whoever fills it in does so elsewhere.
  if (/^\{[\w-]+\}$/.test(host)) return undefined;
  const doubt = doubtOf(request, resource, host) ?? audienceDoubt(request, resource, host);
  if (doubt === undefined) return undefined;
  const names = [host, authorityOf(request.template)];
  const isAccepted = accepted.some(
    (each) => each.resource === asKept(doubt.resource) && names.some((name) => asKept(name) === each.host),
  );
  return isAccepted ? undefined : doubt;
}

/** What is remembered when a person lets a host have the tokens of a resource. */
export const acceptedHost = ({ resource, host }: Pick<HostDoubt, 'resource' | 'host'>): AcceptedHost => ({
  resource: asKept(resource),
  host: asKept(host),
});

/** Hosts of requests that a person has typed for a resource nobody else knows: who types them means them. */
export function typedHosts(
  cloud: Cloud,
  target: { readonly scopes: readonly string[]; readonly requests: readonly SampleRequest[] },
): readonly AcceptedHost[] {
  return target.requests.flatMap(({ url }) => {
    const doubt = hostDoubt({ cloud, scopes: target.scopes, url, template: url }, []);
    return doubt?.kind === 'unknown' ? [acceptedHost({ ...doubt, host: authorityOf(url) })] : [];
  });
}

const asKept = (name: string): string => name.toLowerCase().replace(/\/+$/, '').slice(0, 300);

function doubtOf({ cloud, scopes }: GuardedRequest, resource: string, host: string): HostDoubt | undefined {
  const kind = verdict(cloud, scopes, host);
  return kind === 'fits' ? undefined : { kind, resource, host };
}

/** Where the token is for something else than what was asked for, and it is known where that belongs, that counts. */
function audienceDoubt(
  { cloud, audience }: GuardedRequest,
  resource: string,
  host: string,
): HostDoubt | undefined {
  if (audience === undefined || asKept(audience) === asKept(resource)) return undefined;
  const kind = verdict(cloud, [scopeForResource(audience)], host);
  return kind === 'wrong' ? { kind, resource: audience, host } : undefined;
}

function verdict(
  cloud: GuardedRequest['cloud'],
  scopes: readonly string[],
  host: string,
): 'fits' | 'wrong' | 'unknown' {
  // Its tokens are good for this computer only, and so is what takes them.
  if (cloud.id === 'demo' && isLoopbackHost(host)) return 'fits';
  const known = knownHosts(cloud.id, scopes) ?? [];
  const patterns = [...known, ...hostsInCloud(cloud, resourceOfScope(scopes[0] ?? ''))];
  if (patterns.length === 0) return 'unknown';
  return patterns.some((pattern) => hostFits(pattern, asHost(host))) ? 'fits' : 'wrong';
}

/** A custom cloud says itself where its Azure Resource Manager is. */
function hostsInCloud({ arm, id }: GuardedRequest['cloud'], resource: string): readonly string[] {
  if (arm === undefined || id === 'demo' || asKept(resource) !== asKept(arm.audience)) return [];
  return [new URL(arm.endpoint).hostname];
}

/** A placeholder that was left in stands for one part of a name. */
const asHost = (host: string): string => host.toLowerCase().replace(/\{[\w-]+\}/g, 'x');

/**
 * The host that curl, a browser and everything else would call; undefined where they would not agree. `\` ends the host
 * for some and not for others, and so does an `@` behind one (RFC 3986, section 3.2, and the URL Standard).
 */
function hostOf(url: string): string | undefined {
  const authority = /^https?:\/\/([^/?#]*)(?:[/?#]|$)/i.exec(url)?.[1];
  const host = authority?.replace(/:\d{0,5}$/, '');
  if (host === undefined || host === '' || /[\\@%\s\p{Cc}]/u.test(host)) return undefined;
  const hostname = parseUrl(`https://${asHost(host)}/`)?.hostname;
  return hostname !== undefined && /\{[\w-]+\}/.test(host) ? host : hostname;
}

/** What stands where the host should. */
const authorityOf = (url: string): string =>
  /^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)/i.exec(url)?.[1]?.replace(/:\d{0,5}$/, '') ?? url.slice(0, 100);
