import type { CatalogueRow } from './catalogue-row';
import { get, postJson, row } from './make-row';

export const monitoring: readonly CatalogueRow[] = [
  row({
    id: 'log-analytics',
    name: 'Log Analytics',
    category: 'monitoring',
    icon: 'monitoring',
    keywords: ['azure monitor', 'logs', 'kql', 'workspace', 'sentinel'],
    documentation: 'https://learn.microsoft.com/azure/azure-monitor/logs/api/overview',
    audiences: ['ca7f3f0b-7d91-482c-8e09-c5d840d0eac5'],
    clouds: {
      // The audience stays .io although the API is called at .azure.com.
      public: {
        resource: 'https://api.loganalytics.io',
        audiences: ['https://api.loganalytics.azure.com'],
        place: 'api.loganalytics.azure.com',
        sources: ['azure-cli', 'azure-powershell', 'package @azure/monitor-query', 'roadtools'],
      },
      'us-government': {
        resource: 'https://api.loganalytics.us',
        sources: ['azure-cli', 'azure-powershell', 'package @azure/monitor-query'],
      },
      china: {
        resource: 'https://api.loganalytics.azure.cn',
        sources: ['azure-cli', 'azure-powershell', 'package @azure/monitor-query'],
      },
    },
    hosts: (place) =>
      place === 'api.loganalytics.azure.com'
        ? [place, `*.${place}`, 'api.loganalytics.io', '*.api.loganalytics.io']
        : [place, `*.${place}`],
    requests: (place) => [
      get('Query a workspace', `https://${place}/v1/workspaces/{workspaceId}/query?query=print%201`),
      postJson('Query a workspace (POST)', `https://${place}/v1/workspaces/{workspaceId}/query`, {
        query: 'print 1',
      }),
    ],
  }),
  row({
    id: 'application-insights',
    name: 'Application Insights',
    category: 'monitoring',
    icon: 'monitoring',
    keywords: ['app insights', 'azure monitor', 'traces', 'requests', 'kql'],
    documentation: 'https://learn.microsoft.com/rest/api/application-insights/',
    audiences: ['f5c26e74-f226-4ae8-85f0-b4af0080ac9e'],
    clouds: {
      public: { resource: 'https://api.applicationinsights.io', sources: ['azure-cli', 'roadtools'] },
      'us-government': { resource: 'https://api.applicationinsights.us', sources: ['azure-cli'] },
      china: { resource: 'https://api.applicationinsights.azure.cn', sources: ['azure-cli'] },
    },
    hosts: (place) =>
      place === 'api.applicationinsights.io' ? [place, 'api.applicationinsights.azure.com'] : [place],
    requests: (place) => [
      get('Get the metadata of an app', `https://${place}/v1/apps/{appId}/metadata`),
      get('Query an app', `https://${place}/v1/apps/{appId}/query?query=print%201`),
    ],
  }),
  row({
    id: 'monitor-ingestion',
    name: 'Monitor ingestion',
    category: 'monitoring',
    icon: 'monitoring',
    keywords: ['azure monitor', 'logs ingestion', 'data collection rule', 'dcr', 'dce', 'custom logs'],
    documentation: 'https://learn.microsoft.com/azure/azure-monitor/logs/logs-ingestion-api-overview',
    audiences: ['e933bd07-d2ee-4f1d-933c-3752b819567b'],
    clouds: {
      public: {
        resource: 'https://monitor.azure.com',
        place: 'ingest.monitor.azure.com',
        sources: ['package @azure/monitor-ingestion', 'roadtools'],
      },
      'us-government': {
        resource: 'https://monitor.azure.us',
        place: 'ingest.monitor.azure.us',
        sources: ['package @azure/monitor-ingestion'],
      },
      china: {
        resource: 'https://monitor.azure.cn',
        place: 'ingest.monitor.azure.cn',
        sources: ['package @azure/monitor-ingestion'],
      },
    },
    hosts: (place) => [`*.${place}`],
    requests: (place) => [
      postJson(
        'Send logs',
        `https://{endpoint}.{region}-1.${place}/dataCollectionRules/{ruleId}/streams/{stream}?api-version=2023-01-01`,
        [{ TimeGenerated: '2026-01-01T00:00:00Z', RawData: 'test' }],
      ),
    ],
  }),
  row({
    id: 'monitor-metrics',
    name: 'Monitor metrics batch',
    category: 'monitoring',
    icon: 'monitoring',
    keywords: ['azure monitor', 'metrics'],
    documentation: 'https://learn.microsoft.com/rest/api/monitor/metrics-batch/batch',
    audiences: ['12743ff8-d3de-49d0-a4ce-6c91a4245ea0'],
    clouds: {
      public: {
        resource: 'https://metrics.monitor.azure.com',
        sources: ['package @azure/monitor-query', 'roadtools'],
      },
      'us-government': {
        resource: 'https://metrics.monitor.azure.us',
        sources: ['package @azure/monitor-query'],
      },
      china: { resource: 'https://metrics.monitor.azure.cn', sources: ['package @azure/monitor-query'] },
    },
    hosts: (place) => [place, `*.${place}`],
    requests: (place) => [
      postJson(
        'Read metrics of a storage account',
        `https://{region}.${place}/subscriptions/{subscriptionId}/metrics:getBatch?metricnamespace=Microsoft.Storage/storageAccounts&metricnames=Transactions&api-version=2023-10-01`,
        {
          resourceids: [
            '/subscriptions/{subscriptionId}/resourceGroups/{resourceGroup}/providers/Microsoft.Storage/storageAccounts/{account}',
          ],
        },
      ),
    ],
  }),
  row({
    id: 'managed-prometheus',
    name: 'Managed Prometheus',
    category: 'monitoring',
    icon: 'monitoring',
    keywords: ['azure monitor', 'promql', 'metrics', 'workspace'],
    documentation: 'https://learn.microsoft.com/azure/azure-monitor/metrics/prometheus-api-promql',
    audiences: ['be14bf7e-8ab4-49b0-9dc6-a0eddd6fa73e', 'https://data.monitor.azure.com'],
    clouds: {
      public: { resource: 'https://prometheus.monitor.azure.com', sources: ['roadtools'] },
    },
    hosts: (place) => [`*.${place}`],
    requests: (place) => [
      get('List labels', `https://{workspace}.{region}.${place}/api/v1/labels`),
      get('Run a query', `https://{workspace}.{region}.${place}/api/v1/query?query=up`),
    ],
  }),
  row({
    id: 'managed-grafana',
    name: 'Managed Grafana',
    category: 'monitoring',
    icon: 'monitoring',
    keywords: ['dashboards'],
    documentation: 'https://learn.microsoft.com/azure/managed-grafana/how-to-api-calls',
    needsOwnClient: true,
    clouds: {
      public: {
        resource: 'ce34e7e5-485f-4d76-964f-b3d2b16d1e4f',
        audiences: ['https://grafana.azure.com', 'https://{grafana}.grafana.azure.com'],
        place: 'grafana.azure.com',
        sources: ['roadtools'],
      },
    },
    hosts: (place) => [`*.${place}`],
    requests: (place) => [
      get('Get the organisation', `https://{grafana}.${place}/api/org`),
      get('Search dashboards', `https://{grafana}.${place}/api/search`),
    ],
  }),
];
