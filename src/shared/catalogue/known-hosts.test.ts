import { describe, expect, it } from 'vitest';
import { hostFits } from './hosts';
import { isSameResource, knownHosts } from './known-hosts';

const fits = (cloud: string, resource: string, host: string): boolean | undefined =>
  knownHosts(cloud, [`${resource}/.default`])?.some((pattern) => hostFits(pattern, host));

describe('knownHosts', () => {
  it.each([
    ['public', 'https://vault.azure.net', 'contoso.vault.azure.net', true],
    ['public', 'https://vault.azure.net', 'contoso.privatelink.vaultcore.azure.net', true],
    ['public', 'https://vault.azure.net', 'graph.microsoft.com', false],
    ['public', 'https://vault.azure.net', 'contoso.vault.azure.cn', false],
    ['china', 'https://vault.azure.cn', 'contoso.vault.azure.cn', true],
    ['public', '00000003-0000-0000-c000-000000000000', 'graph.microsoft.com', true],
    ['public', 'https://management.core.windows.net/', 'management.azure.com', true],
    ['public', 'https://management.azure.com', 'westeurope.management.azure.com', true],
    ['public', 'https://storage.azure.com/', 'contoso.queue.core.windows.net', true],
    ['us-government', 'https://storage.azure.com/', 'contoso.queue.core.windows.net', false],
    ['us-government', 'https://storage.azure.com/', 'contoso.blob.core.usgovcloudapi.net', true],
    ['public', 'https://cosmos.azure.com', 'contoso-westus.documents.azure.com', true],
    ['public', 'https://api.loganalytics.io', 'api.loganalytics.azure.com', true],
    ['public', 'https://analysis.windows.net/powerbi/api', 'api.powerbi.com', true],
    ['public', 'https://batch.core.windows.net/', 'contoso.westeurope.batch.azure.com', true],
    ['public', 'https://ossrdbms-aad.database.windows.net', 'contoso.mysql.database.azure.com', true],
    ['public', '499b84ac-1321-427f-aa17-267ca6975798', 'vssps.dev.azure.com', true],
  ] as const)('in %s %s goes to %s: %s', (cloud, resource, host, known) =>
    expect(fits(cloud, resource, host)).toBe(known),
  );

  it('knows the one instance that a resource is of, under its regional and private names', () => {
    const contoso = 'https://contoso.crm4.dynamics.com';
    expect(fits('public', contoso, 'contoso.crm4.dynamics.com')).toBe(true);
    expect(fits('public', contoso, 'contoso.api.crm4.dynamics.com')).toBe(true);
    expect(fits('public', contoso, 'fabrikam.crm4.dynamics.com')).toBe(false);
    expect(fits('public', 'https://help.kusto.windows.net', 'help.kusto.windows.net')).toBe(true);
  });

  it('takes a resource of one’s own at its word, unless it only names a tenant', () => {
    expect(fits('public', 'https://api.contoso.com/orders', 'api.contoso.com')).toBe(true);
    expect(fits('cloud-1', 'https://api.contoso.com', 'fabrikam.com')).toBe(false);
    expect(knownHosts('public', ['https://contoso.onmicrosoft.com/orders/Read'])).toBeUndefined();
  });

  it('does not know what has no host', () => {
    expect(knownHosts('public', ['api://orders/.default'])).toBeUndefined();
    expect(knownHosts('public', ['11111111-2222-3333-4444-555555555555/.default'])).toBeUndefined();
    expect(knownHosts('public', [])).toBeUndefined();
  });

  it('knows that the demo answers for everything on this computer', () => {
    expect(fits('demo', 'https://vault.azure.net', '127.0.0.1')).toBe(true);
    expect(fits('demo', 'api://demo.token-tray/consent', '127.0.0.1')).toBe(true);
    expect(fits('demo', 'https://vault.azure.net', 'evil.example')).toBe(false);
    expect(fits('public', 'https://vault.azure.net', '127.0.0.1')).toBe(false);
  });

  it('knows scopes of Microsoft Graph without a resource', () => {
    expect(knownHosts('public', ['User.Read'])).toContain('graph.microsoft.com');
  });
});

describe('isSameResource', () => {
  it.each([
    ['https://graph.microsoft.com', 'https://GRAPH.microsoft.com//', true],
    ['https://{org}.crm.dynamics.com', 'https://contoso.crm.dynamics.com', true],
    ['https://{org}.crm.dynamics.com', 'https://contoso.crm11.dynamics.com', true],
    ['https://{org}.crm.dynamics.com', 'https://contoso.evil.crm.dynamics.com', false],
    ['https://{org}.crm.dynamics.com', 'https://a/b.crm.dynamics.com', false],
    [
      'https://{workspace}-{fhir}.fhir.azurehealthcareapis.com',
      'https://a-b.fhir.azurehealthcareapis.com',
      true,
    ],
    [
      'https://{cluster}.{region}.kusto.chinacloudapi.cn',
      'https://c.chinaeast2.kusto.chinacloudapi.cn',
      true,
    ],
  ])('%s and %s: %s', (name, resource, same) => expect(isSameResource(name, resource)).toBe(same));
});
