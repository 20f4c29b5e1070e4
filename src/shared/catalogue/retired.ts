import type { RetiredApi } from './catalogue-row';

/** Not offered any more, but said where somebody has an old address. */
export const retiredApis: readonly RetiredApi[] = [
  {
    id: 'azure-ad-graph',
    name: 'Azure AD Graph',
    hosts: ['graph.windows.net', 'graph.microsoftazure.us', 'graph.chinacloudapi.cn'],
    audiences: [
      'https://graph.windows.net/',
      'https://graph.microsoftazure.us/',
      'https://graph.chinacloudapi.cn/',
      '00000002-0000-0000-c000-000000000000',
    ],
    successor: 'graph',
    documentation: 'https://learn.microsoft.com/graph/migrate-azure-ad-graph-overview',
  },
  {
    id: 'data-lake-gen1',
    name: 'Data Lake Storage Gen1',
    hosts: ['*.azuredatalakestore.net', '*.azuredatalakeanalytics.net'],
    audiences: ['https://datalake.azure.net/'],
    successor: 'storage',
    documentation: 'https://learn.microsoft.com/azure/storage/blobs/data-lake-storage-migrate-gen1-to-gen2',
  },
  {
    id: 'media-services',
    name: 'Media Services',
    hosts: ['*.media.azure.net', '*.restv2.media.azure.net'],
    audiences: ['https://rest.media.azure.net'],
    documentation: 'https://learn.microsoft.com/azure/media-services/latest/azure-media-services-retirement',
  },
];
