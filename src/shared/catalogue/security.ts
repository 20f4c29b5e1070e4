import type { CatalogueRow } from './catalogue-row';
import { get, row } from './make-row';

export const security: readonly CatalogueRow[] = [
  row({
    id: 'key-vault',
    name: 'Key Vault',
    category: 'security',
    icon: 'key-vault',
    keywords: ['secrets', 'keys', 'certificates', 'akv'],
    documentation: 'https://learn.microsoft.com/rest/api/keyvault/',
    audiences: ['cfa8b339-82a2-471a-a3c9-0fc0be7a4093'],
    clouds: {
      public: {
        resource: 'https://vault.azure.net',
        sources: ['azure-powershell', 'managed-identities', 'package @azure/keyvault-secrets', 'roadtools'],
      },
      'us-government': {
        resource: 'https://vault.usgovcloudapi.net',
        sources: ['azure-powershell', 'managed-identities'],
      },
      china: { resource: 'https://vault.azure.cn', sources: ['azure-powershell', 'managed-identities'] },
    },
    hosts: (place) => [`*.${place}`, `*.${place.replace('vault.', 'vaultcore.')}`],
    requests: (place) => [
      get('List secrets', `https://{vault}.${place}/secrets?maxresults=1&api-version=7.4`),
      get('Get a secret', `https://{vault}.${place}/secrets/{secret}?api-version=7.4`),
      get('List keys', `https://{vault}.${place}/keys?maxresults=5&api-version=7.4`),
      get('List certificates', `https://{vault}.${place}/certificates?maxresults=5&api-version=7.4`),
    ],
  }),
  row({
    id: 'managed-hsm',
    name: 'Managed HSM',
    category: 'security',
    icon: 'key-vault',
    keywords: ['key vault', 'hardware security module', 'keys', 'fips'],
    documentation: 'https://learn.microsoft.com/azure/key-vault/managed-hsm/overview',
    audiences: ['589d5083-6f11-4d30-a62a-a4b316a14abf'],
    clouds: {
      public: { resource: 'https://managedhsm.azure.net', sources: ['azure-powershell', 'roadtools'] },
      'us-government': {
        resource: 'https://managedhsm.usgovcloudapi.net',
        sources: ['azure-powershell'],
      },
      china: { resource: 'https://managedhsm.azure.cn', sources: ['azure-powershell'] },
    },
    hosts: (place) => [`*.${place}`],
    requests: (place) => [get('List keys', `https://{hsm}.${place}/keys?api-version=7.4`)],
  }),
  row({
    id: 'defender-endpoint',
    name: 'Defender for Endpoint',
    category: 'security',
    icon: 'shield',
    keywords: ['mde', 'wdatp', 'atp', 'security center', 'machines', 'alerts', 'vulnerabilities'],
    documentation: 'https://learn.microsoft.com/defender-endpoint/api/management-apis',
    audiences: ['fc780465-2017-40d4-a0c5-307022471b92'],
    clouds: {
      public: { resource: 'https://api.securitycenter.microsoft.com', sources: ['roadtools'] },
      'us-government': {
        resource: 'https://api-gov.securitycenter.microsoft.us',
        sources: ['roadtools'],
      },
    },
    hosts: (place) =>
      place.endsWith('.com')
        ? [place, '*.securitycenter.microsoft.com', '*.securitycenter.windows.com']
        : [place],
    requests: (place) => [
      get('List machines', `https://${place}/api/machines?$top=5`),
      get('List alerts', `https://${place}/api/alerts?$top=5`),
    ],
  }),
  row({
    id: 'defender-xdr',
    name: 'Microsoft Defender XDR',
    category: 'security',
    icon: 'shield',
    keywords: ['m365 defender', 'threat protection', 'incidents', 'advanced hunting'],
    documentation: 'https://learn.microsoft.com/defender-xdr/api-overview',
    audiences: ['8ee8fdad-f234-4243-8f3b-15c294843740'],
    clouds: {
      public: { resource: 'https://api.security.microsoft.com', sources: ['roadtools'] },
      'us-government': { resource: 'https://api-gov.security.microsoft.us', sources: ['roadtools'] },
    },
    hosts: (place) => [place],
    requests: (place) => [get('List incidents', `https://${place}/api/incidents?$top=5`)],
  }),
  row({
    id: 'attestation',
    name: 'Azure Attestation',
    category: 'security',
    icon: 'shield',
    keywords: ['confidential computing', 'enclave', 'sgx', 'tpm'],
    documentation: 'https://learn.microsoft.com/azure/attestation/overview',
    audiences: ['c61423b7-1d1f-430d-b444-0eee53298103'],
    clouds: {
      public: {
        resource: 'https://attest.azure.net',
        sources: ['azure-cli', 'azure-powershell', 'package @azure/attestation', 'roadtools'],
        unverified: ['requests'],
      },
      'us-government': {
        resource: 'https://attest.azure.us',
        sources: ['azure-cli', 'azure-powershell', 'roadtools'],
        unverified: ['requests'],
      },
    },
    hosts: (place) => [`*.${place}`],
    requests: (place) => [
      get(
        'Get the policy for SGX enclaves',
        `https://{instance}.{region}.${place}/policies/SgxEnclave?api-version=2022-08-01`,
      ),
    ],
  }),
  row({
    id: 'confidential-ledger',
    name: 'Confidential Ledger',
    category: 'security',
    icon: 'ledger',
    keywords: ['ccf', 'tamper-proof', 'blockchain'],
    documentation: 'https://learn.microsoft.com/azure/confidential-ledger/overview',
    audiences: ['c9e0b461-3515-4a03-b576-ede91ed4336d'],
    clouds: {
      public: {
        resource: 'https://confidential-ledger.azure.com',
        sources: ['package @azure-rest/confidential-ledger', 'roadtools'],
        unverified: ['requests'],
      },
    },
    hosts: (place) => [`*.${place}`],
    requests: (place) => [
      get('List transactions', `https://{ledger}.${place}/app/transactions?api-version=2022-05-13`),
    ],
  }),
  row({
    id: 'trusted-signing',
    name: 'Trusted Signing',
    category: 'security',
    icon: 'signing',
    keywords: ['code signing', 'artifact signing', 'certificate profile', 'authenticode'],
    documentation: 'https://learn.microsoft.com/azure/trusted-signing/overview',
    needsOwnClient: true,
    audiences: ['aa91afce-cb45-4805-9529-74f450750af6'],
    clouds: {
      public: {
        resource: 'https://codesigning.azure.net',
        sources: ['roadtools'],
        unverified: ['requests'],
      },
    },
    hosts: (place) => [`*.${place}`],
    requests: (place) => [
      get(
        'Get the extended key usages',
        `https://{region}.${place}/codesigningaccounts/{account}/certificateprofiles/{profile}/sign/eku?api-version=2023-06-15-preview`,
      ),
    ],
  }),
];
