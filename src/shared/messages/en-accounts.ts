/** The texts about client applications, accounts, tenants and clouds; the rules are those of `en.ts`. */
export const accounts = {
  // What a client application is called that nobody has named
  'client.organisation': 'App of {tenant}',
  'client.azure-cli': 'Azure CLI’s client',
  'client.demo': 'Demo',
  'client.service-principal': 'Service principal in {tenant}',

  // What is wrong with a field
  'problem.client-id-too-long': 'Use a client ID of 256 characters or fewer.',
  'problem.authority-missing': 'Enter the address people sign in at, such as https://login.contoso.com.',
  'problem.authority-not-https': 'Enter a whole address that starts with https://.',
  'problem.authority-has-tenant':
    'Leave the tenant out: the address ends after the host name, or with /adfs for an AD FS.',
  'problem.arm-endpoint-not-https': 'Enter a whole address that starts with https://, or leave it empty.',
  'problem.arm-audience-missing': 'Enter what its tokens are for, such as https://management.contoso.com/.',
  'problem.arm-audience-without-endpoint': 'Enter the address, too, or leave both empty.',
  'problem.resources-not-a-table': 'Write one per line: the preset’s ID, an equals sign, the resource.',
  'problem.resources-too-long': 'Use at most 200 lines.',

  // All about an account as text
  'account.kind.user': 'User',
  'account.kind.service-principal': 'Service principal',
  'account-report.line': '{name}: {value}',
  'account-report.name': 'Name',
  'account-report.user': 'User name',
  'account-report.kind': 'Kind',
  'account-report.tenant': 'Tenant',
  'account-report.home-tenant': 'Home tenant ID',
  'account-report.cloud': 'Cloud',
  'account-report.client': 'Client application',
  'account-report.signed-in': 'Signed in',
  'account-report.subscription': '{name} ({id}) {state}',
  'account-report.default-subscription': 'Default: {name} ({id}) {state}',
} as const satisfies Record<string, string>;
