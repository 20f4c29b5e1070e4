import type { CatalogueRow } from './catalogue-row';
import { get, row } from './make-row';

const dataverseRequests = (place: string) => [
  get('Who I am', `https://{org}.${place}/api/data/v9.2/WhoAmI`),
  get('List accounts', `https://{org}.${place}/api/data/v9.2/accounts?$top=5&$select=name`, {
    'OData-Version': '4.0',
    Accept: 'application/json',
  }),
];

const dataverseAppId = '00000007-0000-0000-c000-000000000000';
const dataverseKeywords = ['dynamics 365', 'crm', 'common data service', 'cds', 'power apps'];
const dataversePage = 'https://learn.microsoft.com/power-apps/developer/data-platform/webapi/overview';

export const business: readonly CatalogueRow[] = [
  row({
    id: 'dataverse',
    name: 'Dataverse and Dynamics 365',
    category: 'business',
    icon: 'business',
    keywords: dataverseKeywords,
    documentation: dataversePage,
    audiences: [dataverseAppId],
    clouds: {
      public: {
        resource: 'https://{org}.crm.dynamics.com',
        place: 'crm.dynamics.com',
        sources: ['roadtools'],
      },
      'us-government': {
        resource: 'https://{org}.crm.microsoftdynamics.us',
        place: 'crm.microsoftdynamics.us',
        sources: ['roadtools'],
      },
      china: {
        resource: 'https://{org}.crm.dynamics.cn',
        place: 'crm.dynamics.cn',
        sources: ['roadtools'],
        unverified: ['resource'],
      },
    },
    // crm4, crm11, …: where the environment is.
    hosts: (place) => [`*.${place.replace('crm.', 'crm*.')}`],
    requests: dataverseRequests,
  }),
  row({
    id: 'dataverse-dod',
    name: 'Dataverse and Dynamics 365 (DoD)',
    category: 'business',
    icon: 'business',
    keywords: [...dataverseKeywords, 'department of defense'],
    documentation: dataversePage,
    audiences: [dataverseAppId],
    clouds: {
      'us-government': {
        resource: 'https://{org}.crm.appsplatform.us',
        place: 'crm.appsplatform.us',
        sources: ['roadtools'],
      },
    },
    hosts: (place) => [`*.${place}`],
    requests: dataverseRequests,
  }),
  row({
    id: 'power-platform',
    name: 'Power Platform',
    category: 'business',
    icon: 'business',
    keywords: ['power apps', 'power automate', 'environments', 'copilot studio'],
    documentation: 'https://learn.microsoft.com/rest/api/power-platform/',
    audiences: ['8578e004-a5c6-46e7-913e-12f58912df43'],
    clouds: {
      public: {
        resource: 'https://api.powerplatform.com',
        sources: ['roadtools'],
        unverified: ['requests'],
      },
      'us-government': {
        resource: 'https://api.gov.powerplatform.microsoft.us',
        sources: ['roadtools'],
        unverified: ['requests'],
      },
    },
    hosts: (place) => [place, `*.${place}`],
    requests: (place) => [
      get(
        'List environments',
        `https://${place}/environmentmanagement/environments?api-version=2022-03-01-preview`,
      ),
    ],
  }),
  row({
    id: 'partner-center',
    name: 'Partner Center',
    category: 'business',
    icon: 'business',
    keywords: ['csp', 'cloud solution provider', 'customers', 'reseller'],
    documentation: 'https://learn.microsoft.com/partner-center/developer/',
    audiences: ['fa3d9a0c-3fb0-42cc-9193-47c7ecd2edbd'],
    clouds: {
      public: { resource: 'https://api.partnercenter.microsoft.com', sources: ['roadtools'] },
    },
    hosts: (place) => [place],
    requests: (place) => [get('List customers', `https://${place}/v1/customers?size=5`)],
  }),
  row({
    id: 'business-central',
    name: 'Business Central',
    category: 'business',
    icon: 'business',
    keywords: ['dynamics 365', 'erp', 'nav', 'navision'],
    documentation: 'https://learn.microsoft.com/dynamics365/business-central/dev-itpro/api-reference/v2.0/',
    audiences: ['996def3d-b36c-4153-8607-a6fd3c01b89f'],
    clouds: {
      public: { resource: 'https://api.businesscentral.dynamics.com', sources: ['roadtools'] },
    },
    hosts: (place) => [place],
    requests: (place) => [
      get('List companies', `https://${place}/v2.0/{environment}/api/v2.0/companies`),
      get('List environments', `https://${place}/admin/v2.21/applications/environments`),
    ],
  }),
];
