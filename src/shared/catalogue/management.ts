import type { CatalogueRow } from './catalogue-row';
import { get, postJson, row } from './make-row';

export const management: readonly CatalogueRow[] = [
  row({
    id: 'resource-manager',
    name: 'Azure Resource Manager',
    category: 'management',
    icon: 'resource-manager',
    keywords: ['arm', 'azure', 'subscription', 'resource group', 'rbac', 'policy', 'resource graph'],
    documentation: 'https://learn.microsoft.com/rest/api/resources/',
    audiences: ['797f4846-ba00-4fd7-ba43-dac1f8f63013'],
    clouds: {
      public: {
        resource: 'https://management.azure.com/',
        audiences: ['https://management.core.windows.net/'],
        sources: ['azure-cli', 'azure-powershell', 'managed-identities', 'roadtools'],
      },
      'us-government': {
        resource: 'https://management.usgovcloudapi.net/',
        audiences: ['https://management.core.usgovcloudapi.net/'],
        sources: ['azure-cli', 'azure-powershell', 'managed-identities'],
      },
      china: {
        resource: 'https://management.chinacloudapi.cn/',
        audiences: ['https://management.core.chinacloudapi.cn/'],
        sources: ['azure-cli', 'azure-powershell', 'managed-identities'],
      },
    },
    hosts: (place) => [
      place,
      `*.${place}`,
      place === 'management.azure.com'
        ? 'management.core.windows.net'
        : place.replace('management.', 'management.core.'),
    ],
    requests: (place) => [
      get('List subscriptions', `https://${place}/subscriptions?api-version=2022-12-01`),
      get(
        'List resource groups',
        `https://${place}/subscriptions/{subscriptionId}/resourcegroups?api-version=2021-04-01`,
      ),
      get(
        'List resources',
        `https://${place}/subscriptions/{subscriptionId}/resources?$top=20&api-version=2021-04-01`,
      ),
      get('List tenants', `https://${place}/tenants?api-version=2022-12-01`),
      postJson(
        'Ask Resource Graph',
        `https://${place}/providers/Microsoft.ResourceGraph/resources?api-version=2021-03-01`,
        { subscriptions: ['{subscriptionId}'], query: 'Resources | project name, type | limit 5' },
      ),
    ],
  }),
];
