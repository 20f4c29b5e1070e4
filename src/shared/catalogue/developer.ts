import type { CatalogueRow } from './catalogue-row';
import { get, row } from './make-row';

export const developer: readonly CatalogueRow[] = [
  row({
    id: 'devops',
    name: 'Azure DevOps',
    category: 'developer',
    icon: 'devops',
    keywords: ['ado', 'vsts', 'tfs', 'repos', 'pipelines', 'boards', 'work items', 'visual studio'],
    documentation: 'https://learn.microsoft.com/rest/api/azure/devops/',
    clouds: {
      public: {
        resource: '499b84ac-1321-427f-aa17-267ca6975798',
        audiences: ['https://app.vssps.visualstudio.com/'],
        place: 'dev.azure.com',
        sources: ['https://learn.microsoft.com/rest/api/azure/devops/tokens/', 'roadtools'],
      },
    },
    hosts: (place) => [place, `*.${place}`, '*.visualstudio.com'],
    requests: (place) => [
      get('List projects', `https://${place}/{organization}/_apis/projects?api-version=7.1`),
      get(
        'List repositories',
        `https://${place}/{organization}/{project}/_apis/git/repositories?api-version=7.1`,
      ),
      get(
        'List builds',
        `https://${place}/{organization}/{project}/_apis/build/builds?$top=5&api-version=7.1`,
      ),
    ],
  }),
  row({
    id: 'app-configuration',
    name: 'App Configuration',
    category: 'developer',
    icon: 'developer',
    keywords: ['azconfig', 'feature flags', 'key values', 'settings'],
    documentation: 'https://learn.microsoft.com/azure/azure-app-configuration/rest-api',
    audiences: ['35ffadb3-7fc1-497e-b61b-381d28e744cc'],
    clouds: {
      public: {
        resource: 'https://azconfig.io',
        audiences: ['https://appconfig.azure.com', 'https://{store}.azconfig.io'],
        place: 'azconfig.io',
        sources: ['package @azure/app-configuration', 'azure-powershell', 'roadtools'],
      },
      'us-government': {
        resource: 'https://appconfig.azure.us',
        audiences: ['https://{store}.azconfig.azure.us'],
        place: 'azconfig.azure.us',
        sources: ['package @azure/app-configuration', 'azure-powershell'],
      },
      china: {
        resource: 'https://appconfig.azure.cn',
        audiences: ['https://{store}.azconfig.azure.cn'],
        place: 'azconfig.azure.cn',
        sources: ['package @azure/app-configuration', 'azure-powershell'],
      },
    },
    hosts: (place) => (place === 'azconfig.io' ? [`*.${place}`, '*.appconfig.azure.com'] : [`*.${place}`]),
    requests: (place) => [
      get('List keys', `https://{store}.${place}/keys?api-version=1.0`),
      get('List values', `https://{store}.${place}/kv?api-version=1.0`),
    ],
  }),
  row({
    id: 'batch',
    name: 'Batch',
    category: 'developer',
    icon: 'developer',
    keywords: ['hpc', 'pools', 'jobs', 'compute'],
    documentation: 'https://learn.microsoft.com/rest/api/batchservice/',
    audiences: ['ddbf3205-c6bd-46ae-8127-60eb93363864'],
    clouds: {
      public: {
        resource: 'https://batch.core.windows.net/',
        place: 'batch.azure.com',
        sources: ['azure-cli', 'azure-powershell', 'roadtools'],
      },
      'us-government': {
        resource: 'https://batch.core.usgovcloudapi.net/',
        place: 'batch.usgovcloudapi.net',
        sources: ['azure-cli', 'azure-powershell'],
      },
      china: {
        resource: 'https://batch.chinacloudapi.cn/',
        place: 'batch.chinacloudapi.cn',
        sources: ['azure-cli', 'azure-powershell'],
      },
    },
    hosts: (place) => [`*.${place}`],
    requests: (place) => [
      get('List pools', `https://{account}.{region}.${place}/pools?api-version=2024-07-01.20.0`),
      get('List jobs', `https://{account}.{region}.${place}/jobs?api-version=2024-07-01.20.0`),
    ],
  }),
  row({
    id: 'dev-center',
    name: 'Dev Center',
    category: 'developer',
    icon: 'developer',
    keywords: ['dev box', 'deployment environments', 'fidalgo'],
    documentation: 'https://learn.microsoft.com/rest/api/devcenter/',
    audiences: ['e526e72f-ffae-44a0-8dac-cf14b8bd40e2'],
    clouds: {
      public: {
        resource: 'https://devcenter.azure.com',
        sources: ['roadtools'],
        unverified: ['requests'],
      },
    },
    hosts: (place) => [`*.${place}`],
    requests: (place) => [
      get(
        'List projects',
        `https://{tenantId}-{devCenter}.{region}.${place}/projects?api-version=2023-04-01`,
      ),
    ],
  }),
  row({
    id: 'load-testing',
    name: 'Load Testing',
    category: 'developer',
    icon: 'developer',
    keywords: ['jmeter', 'performance', 'locust'],
    documentation: 'https://learn.microsoft.com/rest/api/loadtesting/',
    audiences: ['847bd4c1-7486-4241-a783-f9bda69241c1'],
    clouds: {
      public: {
        resource: 'https://cnt-prod.loadtesting.azure.com',
        sources: ['roadtools'],
        unverified: ['requests'],
      },
    },
    hosts: (place) => [place, `*.${place}`],
    requests: (place) => [
      get('List tests', `https://{instance}.{region}.${place}/tests?api-version=2022-11-01`),
    ],
  }),
];
