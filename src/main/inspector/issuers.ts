import { parseUrl } from '../../shared/parse-url';
import { isGuid } from '../../shared/text-rules';
import type { Cloud } from '../identity/clouds';

/** Where the keys of an issuer are told. The address is a known cloud's; only the tenant's id comes from the token. */
export interface KeySource {
  readonly configuration: string;
  /** The host that vouches for the keys. */
  readonly host: string;
  /** Empty at an AD FS. */
  readonly tenantId: string;
}

/**
 * What tokens of version 1.0 name as their issuer instead of the authority, by cloud:
 * https://learn.microsoft.com/entra/identity-platform/access-tokens#validate-the-issuer
 */
const oldIssuers: Readonly<Record<string, readonly string[]>> = {
  'sts.windows.net': ['public', 'us-government'],
  'sts.chinacloudapi.cn': ['china'],
};

const wellKnown = '.well-known/openid-configuration';

/**
 * Those that may have issued a token with this issuer, the likeliest first. None: nobody who is known here, and then
 * nobody is asked. `cloudId`: the cloud that the token was got from, where that is known.
 */
export function keySources(issuer: string, clouds: readonly Cloud[], cloudId?: string): readonly KeySource[] {
  const issued = parseUrl(issuer);
  if (issued === undefined) return [];
  const { protocol, host, pathname } = issued;
  const likeliest = clouds.toSorted(
    (one, other) => Number(other.id === cloudId) - Number(one.id === cloudId),
  );
  return likeliest.flatMap((cloud): readonly KeySource[] => {
    const { authority, id, isAdfs } = cloud;
    const ours = new URL(authority);
    if (isAdfs) {
      // Its trust service can be called anything; the answer says what.
      if (id !== cloudId && host !== ours.host) return [];
      return [{ configuration: `${authority}/${wellKnown}`, host: ours.host, tenantId: '' }];
    }
    const path = ours.pathname.replace(/\/$/, '');
    const isOurs = protocol === 'https:' && host === ours.host && pathname.startsWith(`${path}/`);
    const [tenantId = '', version, ...rest] = pathname.slice(isOurs ? path.length + 1 : 1).split('/');
    if (!isGuid(tenantId) || rest.length > 0) return [];
    if (isOurs && version === 'v2.0')
      return [{ configuration: `${authority}/${tenantId}/v2.0/${wellKnown}`, host: ours.host, tenantId }];
    const old = Object.hasOwn(oldIssuers, host) ? oldIssuers[host] : undefined;
    const isOld = version === '' && (old === undefined ? id === cloudId : old.includes(id));
    return isOld
      ? [{ configuration: `${authority}/${tenantId}/${wellKnown}`, host: ours.host, tenantId }]
      : [];
  });
}
