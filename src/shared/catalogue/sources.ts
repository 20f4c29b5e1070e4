/** Where resource strings were found. */
export const sourceAddresses = {
  'azure-cli': 'https://github.com/Azure/azure-cli/blob/dev/src/azure-cli-core/azure/cli/core/cloud.py',
  'azure-powershell':
    'https://github.com/Azure/azure-powershell-common/blob/main/src/Authentication.Abstractions/AzureEnvironmentConstants.cs',
  'managed-identities':
    'https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/services-support-managed-identities',
  /** Identifier URIs of Microsoft's own applications, as seen in the public cloud. */
  roadtools:
    'https://github.com/dirkjanm/ROADtools/blob/master/roadtx/roadtools/roadtx/firstpartyscopes.json',
} as const;

/** One of the above, a package of an SDK that has it as a constant, or the page that says it. */
export type Source = keyof typeof sourceAddresses | `package ${string}` | `https://${string}`;
