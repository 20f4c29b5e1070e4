/**
 * Client applications of Microsoft's that tokens often come from, by client id:
 * https://learn.microsoft.com/troubleshoot/entra/entra-id/governance/verify-first-party-apps-sign-in
 */
const knownClients: Readonly<Record<string, string>> = {
  '04b07795-8ddb-461a-bbee-02f9e1bf7b46': 'Microsoft Azure CLI',
  '1950a258-227b-4e31-a9cf-717495945fc2': 'Microsoft Azure PowerShell',
  '14d82eec-204b-4c2f-b7e8-296a70dab67e': 'Microsoft Graph Command Line Tools',
  'de8bc8b5-d9f9-48b1-a8ad-b748da725064': 'Graph Explorer',
  'aebc6443-996d-45c2-90f0-388ff96faa56': 'Visual Studio Code',
  '872cd9fa-d31f-45e0-9eab-6e460a02d1f1': 'Visual Studio',
  'c44b4083-3bb0-49c1-b47d-974e53cbdf3c': 'Azure portal',
};

/** Own names only: a token from elsewhere may say `constructor`. */
export function knownClient(clientId: string): string | undefined {
  const key = clientId.toLowerCase();
  return Object.hasOwn(knownClients, key) ? knownClients[key] : undefined;
}
