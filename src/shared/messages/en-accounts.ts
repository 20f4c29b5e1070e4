/** The texts about client applications, accounts, tenants and clouds; the rules are those of `en.ts`. */
export const accounts = {
  // What a client application is called that nobody has named
  'client.organisation': 'App of {tenant}',
  'client.azure-cli': 'Azure CLI’s client',
  'client.demo': 'Demo',
  'client.service-principal': 'Service principal in {tenant}',

  // Whom the next copy of a preset is for
  'identity.title': 'The next copy of {name}',
  'identity.lead': 'This is what it will use. Nothing has been copied yet.',
  'identity.lead.signed-out': 'Somebody has to sign in first; then this is what it will use.',
  'identity.account': 'Account',
  'identity.tenant': 'Tenant',
  'identity.client': 'Client',
  'identity.cloud': 'Cloud',
  'identity.scopes': 'Scopes',
  'identity.fix': 'Always for this preset',
  'identity.account.in-use': 'The account in use',
  'identity.account.choice': '{name} · {username} · {client}',
  'identity.account.gone': 'An account that is signed out',
  'identity.tenant.in-use': 'The account’s tenant in use',
  'identity.copy': 'Copy token',
  'identity.copy-fresh': 'Copy a fresh token',
  'identity.close': 'Close',

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
