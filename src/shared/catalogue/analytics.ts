import type { CatalogueRow } from './catalogue-row';
import { get, postJson, row } from './make-row';

const sovereignClouds =
  'https://learn.microsoft.com/power-bi/developer/embedded/embed-sample-for-customers-national-clouds';

const powerBiRequests = (place: string) => [
  get('List workspaces', `https://${place}/v1.0/myorg/groups`),
  get('List my datasets', `https://${place}/v1.0/myorg/datasets`),
];

const kustoRequests = (place: string) => [
  get('Run a query', `https://{cluster}.{region}.${place}/v1/rest/query?db={database}&csl=print%201`),
  postJson('Run a query (POST)', `https://{cluster}.{region}.${place}/v2/rest/query`, {
    db: '{database}',
    csl: 'print 1',
  }),
];

export const analytics: readonly CatalogueRow[] = [
  row({
    id: 'power-bi',
    name: 'Power BI',
    category: 'analytics',
    icon: 'analytics',
    keywords: ['pbi', 'reports', 'datasets', 'dashboards', 'semantic model', 'gcc high'],
    documentation: 'https://learn.microsoft.com/rest/api/power-bi/',
    audiences: ['00000009-0000-0000-c000-000000000000'],
    clouds: {
      public: {
        resource: 'https://analysis.windows.net/powerbi/api',
        place: 'api.powerbi.com',
        sources: ['roadtools', sovereignClouds],
      },
      // The government cloud's authority goes with GCC High; GCC has the commercial one.
      'us-government': {
        resource: 'https://high.analysis.usgovcloudapi.net/powerbi/api',
        place: 'api.high.powerbigov.us',
        sources: [sovereignClouds],
      },
      china: {
        resource: 'https://analysis.chinacloudapi.cn/powerbi/api',
        place: 'api.powerbi.cn',
        sources: [sovereignClouds],
      },
    },
    hosts: (place) =>
      place === 'api.powerbi.com' ? [place, '*.analysis.windows.net', '*.pbidedicated.windows.net'] : [place],
    requests: powerBiRequests,
  }),
  row({
    id: 'power-bi-gcc',
    name: 'Power BI (US Government GCC)',
    category: 'analytics',
    icon: 'analytics',
    keywords: ['pbi', 'gcc', 'government community cloud'],
    documentation: 'https://learn.microsoft.com/power-bi/enterprise/service-govus-overview',
    clouds: {
      public: {
        resource: 'https://analysis.usgovcloudapi.net/powerbi/api',
        place: 'api.powerbigov.us',
        sources: [sovereignClouds],
      },
    },
    hosts: (place) => [place],
    requests: powerBiRequests,
  }),
  row({
    id: 'power-bi-dod',
    name: 'Power BI (DoD)',
    category: 'analytics',
    icon: 'analytics',
    keywords: ['pbi', 'department of defense', 'mil'],
    documentation: 'https://learn.microsoft.com/power-bi/enterprise/service-govus-overview',
    clouds: {
      'us-government': {
        resource: 'https://mil.analysis.usgovcloudapi.net/powerbi/api',
        place: 'api.mil.powerbigov.us',
        sources: [sovereignClouds],
      },
    },
    hosts: (place) => [place],
    requests: powerBiRequests,
  }),
  row({
    id: 'fabric',
    name: 'Microsoft Fabric',
    category: 'analytics',
    icon: 'analytics',
    keywords: ['onelake', 'lakehouse', 'workspaces', 'warehouse'],
    documentation: 'https://learn.microsoft.com/rest/api/fabric/',
    clouds: { public: { resource: 'https://api.fabric.microsoft.com', sources: ['roadtools'] } },
    hosts: (place) => [place, `*.${place}`],
    requests: (place) => [
      get('List workspaces', `https://${place}/v1/workspaces`),
      get('List items', `https://${place}/v1/workspaces/{workspaceId}/items`),
    ],
  }),
  row({
    id: 'synapse',
    name: 'Synapse Analytics',
    category: 'analytics',
    icon: 'analytics',
    keywords: ['pipelines', 'spark', 'data warehouse'],
    documentation: 'https://learn.microsoft.com/rest/api/synapse/',
    audiences: ['1ac05c7e-12d2-4605-bf9d-549d7041c6b3'],
    clouds: {
      public: {
        resource: 'https://dev.azuresynapse.net',
        sources: ['azure-cli', 'azure-powershell', 'package @azure/synapse-artifacts', 'roadtools'],
      },
      'us-government': {
        resource: 'https://dev.azuresynapse.usgovcloudapi.net',
        sources: ['azure-cli', 'azure-powershell', 'roadtools'],
      },
      china: {
        resource: 'https://dev.azuresynapse.azure.cn',
        sources: ['azure-cli', 'azure-powershell'],
      },
    },
    hosts: (place) => [`*.${place}`],
    requests: (place) => [
      get('List pipelines', `https://{workspace}.${place}/pipelines?api-version=2020-12-01`),
    ],
  }),
  row({
    id: 'databricks',
    name: 'Azure Databricks',
    category: 'analytics',
    icon: 'analytics',
    keywords: ['spark', 'notebooks', 'clusters', 'unity catalog'],
    documentation: 'https://learn.microsoft.com/azure/databricks/dev-tools/auth/',
    clouds: {
      public: {
        resource: '2ff814a6-3304-4ab8-85cb-cd0e6f879c1d',
        audiences: ['https://azuredatabricks.net/'],
        place: 'azuredatabricks.net',
        sources: ['package databricks-sdk', 'roadtools'],
      },
      'us-government': {
        resource: '2ff814a6-3304-4ab8-85cb-cd0e6f879c1d',
        place: 'databricks.azure.us',
        sources: ['package databricks-sdk'],
      },
      china: {
        resource: '2ff814a6-3304-4ab8-85cb-cd0e6f879c1d',
        place: 'databricks.azure.cn',
        sources: ['package databricks-sdk'],
      },
    },
    hosts: (place) => [`*.${place}`],
    requests: (place) => [
      get('Who I am', `https://{workspace}.${place}/api/2.0/preview/scim/v2/Me`),
      get('List clusters', `https://{workspace}.${place}/api/2.1/clusters/list`),
    ],
  }),
  row({
    id: 'data-explorer',
    name: 'Azure Data Explorer',
    category: 'analytics',
    icon: 'analytics',
    keywords: ['kusto', 'adx', 'kql', 'eventhouse', 'real-time intelligence'],
    documentation: 'https://learn.microsoft.com/kusto/api/rest/',
    audiences: ['2746ea77-4702-4b45-80ca-3c97e680e8b7'],
    clouds: {
      public: {
        resource: 'https://kusto.kusto.windows.net',
        audiences: ['https://{cluster}.kusto.windows.net', 'https://{cluster}.{region}.kusto.windows.net'],
        place: 'kusto.windows.net',
        sources: ['managed-identities', 'package azure-kusto-data', 'roadtools'],
        unverified: ['requests'],
      },
      'us-government': {
        resource: 'https://{cluster}.{region}.kusto.usgovcloudapi.net',
        place: 'kusto.usgovcloudapi.net',
        sources: ['managed-identities', 'package azure-kusto-data'],
        unverified: ['requests'],
      },
      china: {
        resource: 'https://{cluster}.{region}.kusto.chinacloudapi.cn',
        place: 'kusto.chinacloudapi.cn',
        sources: ['managed-identities', 'package azure-kusto-data'],
        unverified: ['requests'],
      },
    },
    hosts: (place) =>
      place === 'kusto.windows.net' ? [`*.${place}`, '*.kusto.fabric.microsoft.com'] : [`*.${place}`],
    requests: kustoRequests,
  }),
  row({
    id: 'purview',
    name: 'Microsoft Purview',
    category: 'analytics',
    icon: 'analytics',
    keywords: ['data map', 'data catalog', 'governance', 'lineage'],
    documentation: 'https://learn.microsoft.com/rest/api/purview/',
    audiences: ['73c2949e-da2d-457a-9607-fcc665198967', 'https://projectbabylon.azure.net'],
    clouds: {
      public: {
        resource: 'https://purview.azure.net',
        place: 'purview.azure.com',
        sources: ['azure-powershell', 'roadtools'],
      },
    },
    hosts: (place) => [`*.${place}`, 'api.purview-service.microsoft.com'],
    requests: (place) => [
      get(
        'List collections',
        `https://{account}.${place}/account/collections?api-version=2019-11-01-preview`,
      ),
    ],
  }),
];
