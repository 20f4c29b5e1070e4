import { demoResources } from '../demo/resources';
import type { Preset, PresetIcon, PresetTarget } from '../../shared/preset';
import { scopeForResource } from '../../shared/scopes';
import { demoApiPlaceholder } from '../../shared/well-known';

/** A row of the catalogue: what a preset made from it begins with. */
interface CatalogueRow {
  readonly id: string;
  readonly name: string;
  readonly icon: PresetIcon;
  readonly pinned: boolean;
  readonly targets: Readonly<Record<string, PresetTarget>>;
}

function get(resource: string, url: string, headers: Readonly<Record<string, string>> = {}): PresetTarget {
  return {
    scopes: [scopeForResource(resource)],
    requests: [
      {
        method: 'GET',
        url,
        headers: Object.entries(headers).map(([name, value]) => ({ name, value })),
      },
    ],
  };
}

const demoEcho = `${demoApiPlaceholder}/api/echo`;

// The oldest version that takes Entra tokens is 2017-11-09:
// https://learn.microsoft.com/rest/api/storageservices/authorize-with-azure-active-directory
const storageHeaders = { 'x-ms-version': '2021-12-02' };

/**
 * What a new installation begins with. Resource strings: azure-cli `cloud.py`, Azure PowerShell
 * `AzureEnvironmentConstants.cs`, and for Azure DevOps https://learn.microsoft.com/rest/api/azure/devops/tokens.
 */
export const catalogue: readonly CatalogueRow[] = [
  {
    id: 'resource-manager',
    name: 'Azure Resource Manager',
    icon: 'resource-manager',
    pinned: true,
    targets: {
      public: get(
        'https://management.azure.com/',
        'https://management.azure.com/subscriptions?api-version=2022-12-01',
      ),
      'us-government': get(
        'https://management.usgovcloudapi.net/',
        'https://management.usgovcloudapi.net/subscriptions?api-version=2022-12-01',
      ),
      china: get(
        'https://management.chinacloudapi.cn/',
        'https://management.chinacloudapi.cn/subscriptions?api-version=2022-12-01',
      ),
      demo: get(
        'https://management.azure.com/',
        `${demoApiPlaceholder}/api/subscriptions?api-version=2022-12-01`,
      ),
    },
  },
  {
    id: 'graph',
    name: 'Microsoft Graph',
    icon: 'graph',
    pinned: true,
    targets: {
      public: get('https://graph.microsoft.com', 'https://graph.microsoft.com/v1.0/me'),
      'us-government': get('https://graph.microsoft.us', 'https://graph.microsoft.us/v1.0/me'),
      china: get(
        'https://microsoftgraph.chinacloudapi.cn',
        'https://microsoftgraph.chinacloudapi.cn/v1.0/me',
      ),
      demo: get('https://graph.microsoft.com', `${demoApiPlaceholder}/api/me`),
    },
  },
  {
    id: 'key-vault',
    name: 'Key Vault',
    icon: 'key-vault',
    pinned: false,
    targets: {
      public: get(
        'https://vault.azure.net',
        'https://{vault}.vault.azure.net/secrets?maxresults=1&api-version=7.4',
      ),
      'us-government': get(
        'https://vault.usgovcloudapi.net',
        'https://{vault}.vault.usgovcloudapi.net/secrets?maxresults=1&api-version=7.4',
      ),
      china: get(
        'https://vault.azure.cn',
        'https://{vault}.vault.azure.cn/secrets?maxresults=1&api-version=7.4',
      ),
      demo: get('https://vault.azure.net', demoEcho),
    },
  },
  {
    id: 'storage',
    name: 'Storage',
    icon: 'storage',
    pinned: false,
    targets: {
      public: get(
        'https://storage.azure.com/',
        'https://{account}.blob.core.windows.net/?comp=list',
        storageHeaders,
      ),
      'us-government': get(
        'https://storage.azure.com/',
        'https://{account}.blob.core.usgovcloudapi.net/?comp=list',
        storageHeaders,
      ),
      china: get(
        'https://storage.azure.com/',
        'https://{account}.blob.core.chinacloudapi.cn/?comp=list',
        storageHeaders,
      ),
      demo: get('https://storage.azure.com/', demoEcho, storageHeaders),
    },
  },
  {
    id: 'devops',
    name: 'Azure DevOps',
    icon: 'devops',
    pinned: false,
    targets: {
      public: get(
        '499b84ac-1321-427f-aa17-267ca6975798',
        'https://dev.azure.com/{organization}/_apis/projects?api-version=7.1',
      ),
      demo: get('499b84ac-1321-427f-aa17-267ca6975798', demoEcho),
    },
  },
  {
    id: 'demo-api',
    name: 'Demo API',
    icon: 'demo',
    pinned: true,
    targets: { demo: get(demoResources.api, demoEcho) },
  },
  {
    id: 'demo-second-factor',
    name: 'Demo: second factor',
    icon: 'shield',
    pinned: false,
    targets: { demo: get(demoResources.mfa, demoEcho) },
  },
  {
    id: 'demo-consent',
    name: 'Demo: consent',
    icon: 'shield',
    pinned: false,
    targets: { demo: get(demoResources.consent, demoEcho) },
  },
  {
    id: 'demo-expired',
    name: 'Demo: expired session',
    icon: 'shield',
    pinned: false,
    targets: { demo: get(demoResources.expired, demoEcho) },
  },
  {
    id: 'demo-blocked',
    name: 'Demo: blocked by policy',
    icon: 'shield',
    pinned: false,
    targets: { demo: get(demoResources.blocked, demoEcho) },
  },
  {
    id: 'demo-short-lived',
    name: 'Demo: short-lived token',
    icon: 'shield',
    pinned: false,
    targets: { demo: get(demoResources.shortLived, demoEcho) },
  },
];

/** The presets of a new installation. */
export const initialPresets = (): readonly Preset[] =>
  catalogue.map(({ id, name, icon, pinned, targets }) => ({
    id,
    name,
    icon,
    pinned,
    keepFresh: false,
    targets: { ...targets },
    catalogueId: id,
  }));
