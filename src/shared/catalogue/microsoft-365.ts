import type { CatalogueRow } from './catalogue-row';
import { get, postJson, row } from './make-row';

const graphRequests = (place: string) => [
  get('Who I am', `https://${place}/v1.0/me`),
  get('List users', `https://${place}/v1.0/users?$top=5&$select=id,displayName,userPrincipalName`),
  get('List groups', `https://${place}/v1.0/groups?$top=5&$select=id,displayName`),
  get('My organisation', `https://${place}/v1.0/organization`),
  get('List app registrations', `https://${place}/v1.0/applications?$top=5&$select=id,appId,displayName`),
];

const graphAppId = '00000003-0000-0000-c000-000000000000';

export const microsoft365: readonly CatalogueRow[] = [
  row({
    id: 'graph',
    name: 'Microsoft Graph',
    category: 'microsoft-365',
    icon: 'graph',
    keywords: ['entra', 'azure ad', 'users', 'groups', 'mail', 'teams', 'sharepoint', 'intune', 'onedrive'],
    documentation: 'https://learn.microsoft.com/graph/overview',
    audiences: [graphAppId],
    clouds: {
      public: {
        resource: 'https://graph.microsoft.com',
        sources: ['azure-cli', 'azure-powershell', 'roadtools'],
      },
      'us-government': {
        resource: 'https://graph.microsoft.us',
        sources: ['azure-cli', 'azure-powershell', 'roadtools'],
      },
      china: {
        resource: 'https://microsoftgraph.chinacloudapi.cn',
        sources: ['azure-cli', 'azure-powershell'],
      },
    },
    hosts: (place) => [place, `*.${place}`],
    requests: graphRequests,
  }),
  row({
    id: 'graph-dod',
    name: 'Microsoft Graph (DoD)',
    category: 'microsoft-365',
    icon: 'graph',
    keywords: ['entra', 'department of defense', 'il5'],
    documentation: 'https://learn.microsoft.com/graph/deployments',
    audiences: [graphAppId],
    clouds: {
      'us-government': { resource: 'https://dod-graph.microsoft.us', sources: ['roadtools'] },
    },
    hosts: (place) => [place],
    requests: graphRequests,
  }),
  row({
    id: 'exchange-online',
    name: 'Exchange Online',
    category: 'microsoft-365',
    icon: 'office',
    keywords: ['outlook', 'mail', 'mailbox', 'ews', 'office 365'],
    documentation: 'https://learn.microsoft.com/exchange/reference/admin-api-overview',
    audiences: ['00000002-0000-0ff1-ce00-000000000000', 'https://outlook.office.com'],
    clouds: {
      public: {
        resource: 'https://outlook.office365.com',
        sources: ['roadtools'],
        unverified: ['requests'],
      },
    },
    hosts: (place) => [place, 'outlook.office.com'],
    requests: (place) => [
      postJson(
        'Read the organisation’s settings',
        `https://${place}/adminapi/v2.0/{tenantId}/OrganizationConfig`,
        { CmdletInput: { CmdletName: 'Get-OrganizationConfig' } },
        { 'X-AnchorMailbox': 'UPN:{userPrincipalName}' },
      ),
    ],
  }),
  row({
    id: 'office-management',
    name: 'Office 365 Management Activity',
    category: 'microsoft-365',
    icon: 'office',
    keywords: ['audit', 'audit log', 'activity feed', 'compliance'],
    documentation:
      'https://learn.microsoft.com/office/office-365-management-api/office-365-management-activity-api-reference',
    audiences: ['c5393580-f805-4401-95e8-94b7a6ef2fc2'],
    clouds: {
      public: {
        resource: 'https://manage.office.com',
        audiences: ['https://manage-gcc.office.com'],
        sources: ['roadtools'],
      },
      'us-government': { resource: 'https://manage.office365.us', sources: ['roadtools'] },
    },
    hosts: (place) => (place === 'manage.office.com' ? [place, 'manage-gcc.office.com'] : [place]),
    requests: (place) => [
      get('List feeds', `https://${place}/api/v1.0/{tenantId}/activity/feed/subscriptions/list`),
    ],
  }),
];
