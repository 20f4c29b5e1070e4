import type { CloudId } from '../../shared/preset';

/** A set of Entra endpoints. */
export interface Cloud {
  readonly id: CloudId;
  readonly name: string;
  /** https origin of the token authority, without a slash at the end. */
  readonly authorityOrigin: string;
}

/** The demo's authority has a name that can never be on the network (RFC 6761, section 6.4); it is mapped to loopback. */
export const demoCloud: Cloud = {
  id: 'demo',
  name: 'Demo',
  authorityOrigin: 'https://login.demo.token-tray.invalid',
};

// https://learn.microsoft.com/entra/identity-platform/authentication-national-cloud
const builtInClouds: readonly Cloud[] = [
  { id: 'public', name: 'Azure public cloud', authorityOrigin: 'https://login.microsoftonline.com' },
  { id: 'us-government', name: 'Azure US Government', authorityOrigin: 'https://login.microsoftonline.us' },
  { id: 'china', name: 'Azure China', authorityOrigin: 'https://login.partner.microsoftonline.cn' },
  demoCloud,
];

export function cloudById(id: CloudId): Cloud | undefined {
  return builtInClouds.find((cloud) => cloud.id === id);
}

/** The authority for one tenant (GUID, domain or `organizations`) of a cloud. */
export const authorityOf = (cloud: Cloud, tenant: string): string => `${cloud.authorityOrigin}/${tenant}`;
