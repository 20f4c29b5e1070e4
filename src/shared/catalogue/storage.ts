import type { CatalogueRow } from './catalogue-row';
import { get, row } from './make-row';

// The oldest version that takes Entra tokens is 2017-11-09:
// https://learn.microsoft.com/rest/api/storageservices/authorize-with-azure-active-directory
const version = { 'x-ms-version': '2021-12-02' };
const cosmosVersion = { 'x-ms-version': '2018-12-31' };

const storageResource = 'https://storage.azure.com/';
const databaseAppId = '123cd850-d9df-40bd-94d5-c9f07b7fa203';

export const storage: readonly CatalogueRow[] = [
  row({
    id: 'storage',
    name: 'Storage',
    category: 'storage',
    icon: 'storage',
    keywords: ['blob', 'container', 'queue', 'table', 'file share', 'data lake', 'adls', 'dfs'],
    documentation:
      'https://learn.microsoft.com/rest/api/storageservices/authorize-with-azure-active-directory',
    audiences: ['e406a681-f3d4-42a8-90b6-c2b029497af1'],
    clouds: {
      public: {
        resource: storageResource,
        place: 'core.windows.net',
        sources: ['managed-identities', 'package @azure/storage-blob', 'roadtools'],
      },
      'us-government': {
        resource: storageResource,
        place: 'core.usgovcloudapi.net',
        sources: ['managed-identities', 'package @azure/storage-blob'],
      },
      china: {
        resource: storageResource,
        place: 'core.chinacloudapi.cn',
        sources: ['managed-identities', 'package @azure/storage-blob'],
      },
    },
    // Accounts with a DNS zone of their own are in the public cloud only.
    hosts: (place) =>
      ['blob', 'queue', 'file', 'table', 'dfs'].flatMap((service) => [
        `*.${service}.${place}`,
        ...(place === 'core.windows.net' ? [`*.${service}.storage.azure.net`] : []),
      ]),
    requests: (place) => [
      get('List containers', `https://{account}.blob.${place}/?comp=list`, version),
      get('List blobs', `https://{account}.blob.${place}/{container}?restype=container&comp=list`, version),
      get('List queues', `https://{account}.queue.${place}/?comp=list`, version),
      get('List tables', `https://{account}.table.${place}/Tables`, {
        ...version,
        Accept: 'application/json;odata=nometadata',
      }),
      get('List file systems', `https://{account}.dfs.${place}/?resource=account`, version),
    ],
  }),
  row({
    id: 'cosmos-db',
    name: 'Cosmos DB',
    category: 'storage',
    icon: 'database',
    keywords: ['documentdb', 'nosql', 'documents'],
    delivery: 'cosmos',
    documentation: 'https://learn.microsoft.com/rest/api/cosmos-db/access-control-on-cosmosdb-resources',
    audiences: ['a232010e-820c-4083-83bb-3ace5fc29d0b'],
    clouds: {
      public: {
        resource: 'https://cosmos.azure.com',
        place: 'documents.azure.com',
        audiences: ['https://{account}.documents.azure.com'],
        sources: ['package @azure/cosmos', 'roadtools'],
        unverified: ['requests'],
      },
      'us-government': {
        resource: 'https://{account}.documents.azure.us',
        place: 'documents.azure.us',
        sources: ['package @azure/cosmos'],
        unverified: ['resource', 'requests'],
      },
      china: {
        resource: 'https://{account}.documents.azure.cn',
        place: 'documents.azure.cn',
        sources: ['package @azure/cosmos'],
        unverified: ['resource', 'requests'],
      },
    },
    hosts: (place) => [`*.${place}`],
    requests: (place) => [
      get('List databases', `https://{account}.${place}/dbs`, cosmosVersion),
      get('List containers', `https://{account}.${place}/dbs/{database}/colls`, cosmosVersion),
    ],
  }),
  row({
    id: 'sql-database',
    name: 'Azure SQL Database',
    category: 'storage',
    icon: 'database',
    keywords: ['sql server', 'managed instance', 'tds', 'sqlcmd', 'mssql'],
    delivery: 'sql',
    documentation: 'https://learn.microsoft.com/azure/azure-sql/database/authentication-aad-overview',
    audiences: ['022907d3-0f1b-48f7-badc-1ba6abab6d66'],
    clouds: {
      public: {
        resource: 'https://database.windows.net/',
        audiences: ['https://sql.azuresynapse.net'],
        sources: ['managed-identities', 'roadtools'],
      },
      'us-government': {
        resource: 'https://database.usgovcloudapi.net/',
        sources: ['managed-identities'],
      },
      china: { resource: 'https://database.chinacloudapi.cn/', sources: ['managed-identities'] },
    },
    hosts: (place) =>
      place === 'database.windows.net' ? [`*.${place}`, '*.sql.azuresynapse.net'] : [`*.${place}`],
    requests: () => [],
  }),
  row({
    id: 'postgresql',
    name: 'Azure Database for PostgreSQL',
    category: 'storage',
    icon: 'database',
    keywords: ['postgres', 'psql', 'pgpassword', 'ossrdbms'],
    delivery: 'postgresql',
    documentation:
      'https://learn.microsoft.com/azure/postgresql/flexible-server/how-to-configure-sign-in-azure-ad-authentication',
    audiences: [databaseAppId],
    clouds: {
      public: {
        resource: 'https://ossrdbms-aad.database.windows.net',
        place: 'postgres.database.azure.com',
        sources: ['azure-cli', 'roadtools'],
      },
      'us-government': {
        resource: 'https://ossrdbms-aad.database.usgovcloudapi.net',
        place: 'postgres.database.usgovcloudapi.net',
        sources: ['azure-cli'],
      },
      china: {
        resource: 'https://ossrdbms-aad.database.chinacloudapi.cn',
        place: 'postgres.database.chinacloudapi.cn',
        sources: ['azure-cli'],
      },
    },
    hosts: (place) => [`*.${place}`],
    requests: () => [],
  }),
  row({
    id: 'mysql',
    name: 'Azure Database for MySQL',
    category: 'storage',
    icon: 'database',
    keywords: ['mariadb', 'ossrdbms'],
    delivery: 'mysql',
    documentation: 'https://learn.microsoft.com/azure/mysql/flexible-server/how-to-azure-ad',
    audiences: [databaseAppId],
    clouds: {
      public: {
        resource: 'https://ossrdbms-aad.database.windows.net',
        place: 'mysql.database.azure.com',
        sources: ['azure-cli', 'roadtools'],
      },
      'us-government': {
        resource: 'https://ossrdbms-aad.database.usgovcloudapi.net',
        place: 'mysql.database.usgovcloudapi.net',
        sources: ['azure-cli'],
      },
      china: {
        resource: 'https://ossrdbms-aad.database.chinacloudapi.cn',
        place: 'mysql.database.chinacloudapi.cn',
        sources: ['azure-cli'],
      },
    },
    hosts: (place) => [`*.${place}`],
    requests: () => [],
  }),
  row({
    id: 'redis',
    name: 'Azure Managed Redis',
    category: 'storage',
    icon: 'database',
    keywords: ['azure cache for redis', 'cache', 'redis-cli', 'resp'],
    delivery: 'redis',
    needsOwnClient: true,
    documentation: 'https://learn.microsoft.com/azure/redis/entra-for-authentication',
    clouds: {
      public: {
        resource: 'https://redis.azure.com',
        sources: [
          'https://learn.microsoft.com/azure/azure-cache-for-redis/cache-azure-active-directory-for-authentication',
        ],
        unverified: ['resource'],
      },
    },
    hosts: () => ['*.redis.cache.windows.net', '*.redis.azure.net', '*.redisenterprise.cache.azure.net'],
    requests: () => [],
  }),
];
