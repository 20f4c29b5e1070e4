import { parseUrl } from '../../shared/parse-url';

/** Where the parts of the demo are, as clients are told. No slash at the end. */
export interface DemoAddresses {
  /** The authority before the tenant. */
  readonly authority: string;
  /** The AD FS, with its path. */
  readonly adfs: string;
  /** What stands for Azure Resource Manager. */
  readonly management: string;
}

/** The https origin that MSAL is told; nothing answers there, it is mapped to loopback. */
export const demoAuthorityOrigin = 'https://login.demo.token-tray.invalid';
const adfsOrigin = 'https://adfs.demo.token-tray.invalid';
const managementOrigin = 'https://management.demo.token-tray.invalid';

/** Names that can never be on the network (RFC 6761, section 6.4): MSAL takes https only, and loopback has none. */
export const reservedAddresses: DemoAddresses = {
  authority: demoAuthorityOrigin,
  adfs: `${adfsOrigin}/adfs`,
  management: managementOrigin,
};

/** Everything at the address that really answers, where that is https. */
export const ownAddresses = (origin: string): DemoAddresses => ({
  authority: origin,
  adfs: `${origin}/adfs`,
  management: `${origin}/api/arm`,
});

/** Where a URL at one of the reserved names is really answered; other URLs are returned unchanged. */
export function toLoopback(url: string, origin: string): string {
  const parsed = parseUrl(url);
  if (parsed === undefined) return url;
  const { origin: asked, pathname, search, hash } = parsed;
  const rest = `${pathname}${search}${hash}`;
  if (asked === demoAuthorityOrigin || asked === adfsOrigin) return `${origin}${rest}`;
  return asked === managementOrigin ? `${origin}/api/arm${rest}` : url;
}
