import { scopeForResource } from '../../../shared/scopes';
import type { Cloud } from '../../identity/clouds';

export const resourceTypes = [
  'aad-graph',
  'arm',
  'batch',
  'data-lake',
  'media',
  'ms-graph',
  'oss-rdbms',
] as const;
export type ResourceType = (typeof resourceTypes)[number];

/** What az calls them in each cloud. https://github.com/Azure/azure-cli/blob/dev/src/azure-cli-core/azure/cli/core/cloud.py */
const resources: Readonly<Record<string, Readonly<Partial<Record<ResourceType, string>>>>> = {
  public: {
    'aad-graph': 'https://graph.windows.net/',
    arm: 'https://management.core.windows.net/',
    batch: 'https://batch.core.windows.net/',
    'data-lake': 'https://datalake.azure.net/',
    media: 'https://rest.media.azure.net',
    'ms-graph': 'https://graph.microsoft.com/',
    'oss-rdbms': 'https://ossrdbms-aad.database.windows.net',
  },
  'us-government': {
    'aad-graph': 'https://graph.windows.net/',
    arm: 'https://management.core.usgovcloudapi.net/',
    batch: 'https://batch.core.usgovcloudapi.net/',
    media: 'https://rest.media.usgovcloudapi.net',
    'ms-graph': 'https://graph.microsoft.us/',
    'oss-rdbms': 'https://ossrdbms-aad.database.usgovcloudapi.net',
  },
  china: {
    'aad-graph': 'https://graph.chinacloudapi.cn/',
    arm: 'https://management.core.chinacloudapi.cn/',
    batch: 'https://batch.chinacloudapi.cn/',
    media: 'https://rest.media.chinacloudapi.cn',
    'ms-graph': 'https://microsoftgraph.chinacloudapi.cn',
    'oss-rdbms': 'https://ossrdbms-aad.database.chinacloudapi.cn',
  },
};

/** What a custom cloud's own table calls them. */
const catalogueIds: Readonly<Partial<Record<ResourceType, string>>> = {
  arm: 'resource-manager',
  'ms-graph': 'graph',
  batch: 'batch',
  'oss-rdbms': 'postgresql',
};

/** Undefined: there is no such thing in this cloud. */
export function resourceOfType(cloud: Cloud, type: ResourceType): string | undefined {
  // The demo stands in for the public cloud.
  const known = resources[cloud.id === 'demo' ? 'public' : cloud.id];
  if (known !== undefined) return known[type];
  const id = catalogueIds[type];
  const own = id !== undefined && Object.hasOwn(cloud.resources, id) ? cloud.resources[id] : undefined;
  return own ?? (type === 'arm' ? cloud.arm?.audience : undefined);
}

/** What a token is for where nobody has said it: Azure Resource Manager. */
export function defaultScopes(cloud: Cloud): readonly string[] | undefined {
  const resource = resourceOfType(cloud, 'arm');
  return resource === undefined ? undefined : [scopeForResource(resource)];
}
