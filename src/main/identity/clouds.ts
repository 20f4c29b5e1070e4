import type { CustomCloud } from '../../shared/cloud';
import type { CloudId } from '../../shared/preset';

/** Where a cloud's tenants and subscriptions are asked for. */
export interface ArmEndpoint {
  /** https address without a slash at the end. */
  readonly endpoint: string;
  /** What its tokens are for, to the letter. */
  readonly audience: string;
}

/** A set of Entra endpoints. */
export interface Cloud {
  readonly id: CloudId;
  readonly name: string;
  /** https address of the token authority before the tenant, without a slash at the end. */
  readonly authority: string;
  /** An AD FS: one directory, no tenants. */
  readonly isAdfs: boolean;
  readonly arm?: ArmEndpoint;
  /** What rows of the catalogue are called here, by catalogue id. Built-in clouds have theirs in the catalogue. */
  readonly resources: Readonly<Record<string, string>>;
}

/** The demo's authority has a name that can never be on the network (RFC 6761, section 6.4); it is mapped to loopback. */
export const demoCloud: Cloud = {
  id: 'demo',
  name: 'Demo',
  authority: 'https://login.demo.token-tray.invalid',
  isAdfs: false,
  arm: { endpoint: 'https://management.demo.token-tray.invalid', audience: 'https://management.azure.com/' },
  resources: {},
};

const azureCloud = (id: CloudId, name: string, authority: string, arm: string): Cloud => ({
  id,
  name,
  authority,
  isAdfs: false,
  arm: { endpoint: arm, audience: `${arm}/` },
  resources: {},
});

// https://learn.microsoft.com/entra/identity-platform/authentication-national-cloud, and azure-cli's cloud.py for ARM.
const builtInClouds: readonly Cloud[] = [
  azureCloud(
    'public',
    'Azure public cloud',
    'https://login.microsoftonline.com',
    'https://management.azure.com',
  ),
  azureCloud(
    'us-government',
    'Azure US Government',
    'https://login.microsoftonline.us',
    'https://management.usgovcloudapi.net',
  ),
  azureCloud(
    'china',
    'Azure China',
    'https://login.partner.microsoftonline.cn',
    'https://management.chinacloudapi.cn',
  ),
  demoCloud,
];

const withoutSlash = (address: string): string => address.replace(/\/+$/, '');

/** A custom cloud as the built-in ones are. */
export function customCloud({ id, name, authority, arm, resources }: CustomCloud): Cloud {
  const address = withoutSlash(authority);
  return {
    id,
    name,
    authority: address,
    isAdfs: new URL(address).pathname.toLowerCase() === '/adfs',
    ...(arm === undefined ? {} : { arm: { endpoint: withoutSlash(arm.endpoint), audience: arm.audience } }),
    resources,
  };
}

/** All there are: built in first, then those of the organisation and the person. */
export const allClouds = (custom: readonly CustomCloud[]): readonly Cloud[] => [
  ...builtInClouds,
  ...custom.map(customCloud),
];

export function cloudById(id: CloudId, custom: readonly CustomCloud[] = []): Cloud | undefined {
  return allClouds(custom).find((cloud) => cloud.id === id);
}

/** The authority for one tenant (GUID, domain or `organizations`) of a cloud. */
export const authorityOf = (cloud: Cloud, tenant: string): string =>
  cloud.isAdfs ? cloud.authority : `${cloud.authority}/${tenant}`;
