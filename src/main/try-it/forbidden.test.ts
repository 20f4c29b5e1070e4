import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { processorTime } from '../../shared/test-support/processor-time';
import type { MissingPermission } from '../../shared/trial';
import { missingPermission } from './forbidden';

const missing = (text: string, change: { method?: string; url?: string; challenge?: string } = {}) =>
  missingPermission({ method: 'GET', url: 'https://api.example/x', challenge: '', text, ...change });
const odata = (code: string, message: string, innererror?: object): string =>
  JSON.stringify({ error: { code, message, ...(innererror === undefined ? {} : { innererror }) } });

const vaultMessage =
  'Caller is not authorized to perform action on resource.\r\nIf role assignments, deny assignments or role definitions were changed recently, please observe propagation time.\r\nCaller: appid=04b07795-8ddb-461a-bbee-02f9e1bf7b46;oid=11111111-2222-3333-4444-555555555555;iss=https://sts.windows.net/11111111-2222-3333-4444-555555555555/\r\n' +
  "Action: 'Microsoft.KeyVault/vaults/secrets/getSecret/action'\r\nResource: '/subscriptions/1/resourcegroups/rg/providers/microsoft.keyvault/vaults/kv/secrets/s'\r\nAssignment: (not found)\r\nDenyAssignmentId: null\r\nDecisionReason: 'DeniedWithNoValidRBAC' \r\nVault: kv;location=canadacentral\r\n";

/** As the services write them, from their documentation and from what people have reported. */
const answers: readonly (readonly [string, string, MissingPermission])[] = [
  [
    'Azure Resource Manager',
    odata(
      'AuthorizationFailed',
      "The client 'zoe@contoso.com' with object id '1' does not have authorization to perform action 'Microsoft.Resources/subscriptions/resourceGroups/read' over scope '/subscriptions/1/resourceGroups/rg' or the scope is invalid. If access was recently granted, please refresh your credentials.",
    ),
    {
      kind: 'action',
      action: 'Microsoft.Resources/subscriptions/resourceGroups/read',
      scope: '/subscriptions/1/resourceGroups/rg',
      isDataAction: false,
    },
  ],
  [
    'Azure Resource Manager, of something linked',
    odata(
      'LinkedAuthorizationFailed',
      "The client has permission to perform action 'Microsoft.Network/networkInterfaces/write' on scope '/subscriptions/1/nic', however, it does not have permission to perform action(s) 'Microsoft.Network/virtualNetworks/subnets/join/action' on the linked scope(s) '/subscriptions/1/subnet' (respectively) or the linked scope(s) are invalid.",
    ),
    {
      kind: 'action',
      action: 'Microsoft.Network/virtualNetworks/subnets/join/action',
      scope: '/subscriptions/1/subnet',
      isDataAction: false,
    },
  ],
  [
    'Azure Policy',
    odata(
      'RequestDisallowedByPolicy',
      'Resource \'vm\' was disallowed by policy. Policy identifiers: \'[{"policyAssignment":{"name":"Allowed locations","id":"/subscriptions/1"}}]\'.',
    ),
    { kind: 'policy', policy: 'Allowed locations' },
  ],
  [
    'Key Vault, with roles',
    odata('Forbidden', vaultMessage, { code: 'ForbiddenByRbac' }),
    {
      kind: 'action',
      action: 'Microsoft.KeyVault/vaults/secrets/getSecret/action',
      scope: '/subscriptions/1/resourcegroups/rg/providers/microsoft.keyvault/vaults/kv/secrets/s',
      isDataAction: true,
    },
  ],
  [
    'Key Vault, with an access policy',
    odata(
      'Forbidden',
      "The user, group or application 'appid=1;oid=2;iss=https://sts.windows.net/3/' does not have secrets list permission on key vault 'kv;location=westeurope'. For help resolving this issue, please see https://go.microsoft.com/fwlink/?linkid=2125287",
      { code: 'ForbiddenByPolicy' },
    ),
    { kind: 'access-policy', permission: 'secrets list', vault: 'kv' },
  ],
  [
    'Key Vault, behind a firewall',
    odata(
      'Forbidden',
      'Client address is not authorized and caller is not a trusted service.\r\nClient address: 203.0.113.7\r\nCaller: appid=1;oid=2\r\nVault: kv;location=westeurope',
      { code: 'ForbiddenByFirewall' },
    ),
    { kind: 'network', address: '203.0.113.7' },
  ],
  [
    'Microsoft Graph, for a person',
    odata(
      'Forbidden',
      "Missing scope permissions on the request. API requires one of 'Chat.ReadBasic, Chat.Read, Chat.ReadWrite'. Scopes on the request 'Mail.Send, openid, profile'",
    ),
    {
      kind: 'permissions',
      anyOf: ['Chat.ReadBasic', 'Chat.Read', 'Chat.ReadWrite'],
      has: ['Mail.Send', 'openid', 'profile'],
    },
  ],
  [
    'Microsoft Graph, in the words of the service behind it',
    odata(
      'UnknownError',
      JSON.stringify({
        errorCode: 'PermissionScopeNotGranted',
        message:
          'Authorization failed due to missing permission scope PrivilegedAccess.Read.AzureADGroup,PrivilegedAccess.ReadWrite.AzureADGroup.',
        instanceAnnotations: [],
      }),
    ),
    {
      kind: 'permissions',
      anyOf: ['PrivilegedAccess.Read.AzureADGroup', 'PrivilegedAccess.ReadWrite.AzureADGroup'],
      has: [],
    },
  ],
  [
    'Intune',
    odata(
      'Forbidden',
      'Application is not authorized to perform this operation. Application must have one of the following scopes: DeviceManagementApps.Read.All, DeviceManagementApps.ReadWrite.All - Operation ID (for customer support): 0000',
    ),
    {
      kind: 'permissions',
      anyOf: ['DeviceManagementApps.Read.All', 'DeviceManagementApps.ReadWrite.All'],
      has: [],
    },
  ],
  [
    'Microsoft Graph, which mostly does not say',
    odata('Authorization_RequestDenied', 'Insufficient privileges to complete the operation.'),
    { kind: 'unsaid', said: 'Insufficient privileges to complete the operation.' },
  ],
  [
    'Azure DevOps, of a repository',
    JSON.stringify({
      $id: '1',
      innerException: null,
      message:
        "TF401027: You need the Git 'PullRequestContribute' permission to perform this action. Details: identity 'Build\\1', scope 'repository'.",
      typeName:
        'Microsoft.TeamFoundation.Git.Server.GitNeedsPermissionException, Microsoft.TeamFoundation.Git.Server',
      typeKey: 'GitNeedsPermissionException',
      errorCode: 0,
      eventId: 3000,
    }),
    { kind: 'permission', permission: 'PullRequestContribute', where: 'repository' },
  ],
  [
    'Azure DevOps, of anything',
    JSON.stringify({
      message:
        'Access Denied: Zoë Nuñez needs the following permission(s) on the resource /Organizations to perform this action: Read Organization resources',
      typeKey: 'AccessCheckException',
    }),
    { kind: 'permission', permission: 'Read Organization resources', where: '/Organizations' },
  ],
  [
    'Azure Pipelines',
    JSON.stringify({
      message:
        'TF215106: Access denied. Zoë needs Edit queue build configuration permissions for build pipeline 12:Harbour in team project Fjord to perform the action. For more information, contact the Azure DevOps administrator.',
    }),
    {
      kind: 'permission',
      permission: 'Edit queue build configuration',
      where: 'build pipeline 12:Harbour in team project Fjord',
    },
  ],
  [
    'Cosmos DB',
    JSON.stringify({
      code: 'Forbidden',
      message:
        'Request blocked by Auth harbour : Request is blocked because principal [00000000-0000-0000-0000-000000000000] does not have required RBAC permissions to perform action [Microsoft.DocumentDB/databaseAccounts/readMetadata] on resource [/]. Learn more: https://aka.ms/cosmos-native-rbac.\r\nActivityId: 1, Microsoft.Azure.Documents.Common/2.14.0',
    }),
    {
      kind: 'action',
      action: 'Microsoft.DocumentDB/databaseAccounts/readMetadata',
      scope: '/',
      isDataAction: true,
    },
  ],
  [
    'Cosmos DB, what no role allows there',
    JSON.stringify({
      code: 'Forbidden',
      message:
        'Request blocked by Auth harbour : The given request [POST /dbs] cannot be authorized by AAD token in data plane. Learn more: https://aka.ms/cosmos-native-rbac.',
    }),
    { kind: 'permission', permission: 'POST /dbs', where: 'Azure Resource Manager' },
  ],
  [
    'Azure OpenAI',
    odata(
      'PermissionDenied',
      'The principal `1` lacks the required data action `Microsoft.CognitiveServices/accounts/OpenAI/deployments/chat/completions/action` to perform `POST /openai/deployments/{deployment-id}/chat/completions` operation.',
    ),
    {
      kind: 'action',
      action: 'Microsoft.CognitiveServices/accounts/OpenAI/deployments/chat/completions/action',
      isDataAction: true,
    },
  ],
  [
    'Dataverse',
    odata(
      '0x80040220',
      'Principal user (Id=1, type=8, roleCount=1, privilegeCount=5) is missing prvReadAccount privilege (Id=2) on OTC=1 for entity account.',
    ),
    { kind: 'permission', permission: 'prvReadAccount' },
  ],
];

describe('what a refusal says is missing', () => {
  it.each(answers)('%s', (_service, text, expected) => {
    expect(missing(text)).toEqual(expected);
  });

  const storage = (code: string, message: string): string =>
    `\ufeff<?xml version="1.0" encoding="utf-8"?><Error><Code>${code}</Code><Message>${message}\nRequestId:1\nTime:2026-01-01T00:00:00Z</Message></Error>`;
  const mismatch = storage(
    'AuthorizationPermissionMismatch',
    'This request is not authorized to perform this operation using this permission.',
  );

  it.each([
    ['GET', 'https://a.blob.core.windows.net/?comp=list', 'Storage Blob Data Reader'],
    ['PUT', 'https://a.blob.core.windows.net/c/b', 'Storage Blob Data Contributor'],
    ['GET', 'https://a.dfs.core.windows.net/c', 'Storage Blob Data Reader'],
    ['GET', 'https://a.queue.core.windows.net/', 'Storage Queue Data Reader'],
    ['POST', 'https://a.queue.core.windows.net/q/messages', 'Storage Queue Data Message Sender'],
    ['GET', 'https://a.table.core.windows.net/t', 'Storage Table Data Reader'],
    ['GET', 'https://a.file.core.windows.net/s', 'Storage File Data Privileged Reader'],
  ])('Storage: %s %s', (method, url, first) => {
    const found = missing(mismatch, { method, url });
    expect(found.kind === 'roles' ? found.anyOf[0] : found).toBe(first);
  });

  it('Storage, behind a firewall', () => {
    const text = storage('AuthorizationFailure', 'This request is not authorized to perform this operation.');
    expect(missing(text)).toEqual({ kind: 'network' });
  });

  it('Service Bus and Event Hubs', () => {
    const text =
      "<Error><Code>401</Code><Detail>Unauthorized access. 'Listen' claim(s) are required to perform this operation. Resource: 'sb://a.servicebus.windows.net/q'.. TrackingId:1</Detail></Error>";
    expect(missing(text, { url: 'https://a.servicebus.windows.net/q' })).toEqual({
      kind: 'roles',
      anyOf: ['Azure Service Bus Data Receiver', 'Azure Event Hubs Data Receiver'],
    });
  });

  it('anything that goes by RFC 6750', () => {
    const challenge = 'Bearer error="insufficient_scope", scope="orders.read orders.write"';
    expect(missing('', { challenge })).toEqual({
      kind: 'permissions',
      anyOf: ['orders.read', 'orders.write'],
      has: [],
    });
  });

  it('nothing, in a text that says nothing, and never more than a little of it', () => {
    expect(missing('')).toEqual({ kind: 'unsaid' });
    expect(missing('<html><body>403</body></html>')).toEqual({ kind: 'unsaid' });
    const long = missing(odata('X', `a\u202e\n${'b'.repeat(5000)}`));
    expect(long.kind === 'unsaid' ? long.said : '').toMatch(/^a b{290,300}$/);
  });

  it('does not fail and does not take long, whatever there is', () => {
    const word = fc.constantFrom(
      "perform action '",
      "' over scope '",
      'Action: ',
      '{"error":',
      '{"code":"Forbidden","message":"',
      '<Code>',
      "API requires one of '",
      'needs ',
      ' permissions ',
      'to perform the action',
      'Access denied. ',
      '"',
      "'",
      '\n',
      ' ',
      'a/b.c',
      '}',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 200 }), (words) => {
        expect(processorTime(() => missing(words.join('')))).toBeLessThan(1000);
      }),
      { numRuns: 100 },
    );
    for (const part of [
      'Access denied. a needs ',
      ' needs the following permission(s)',
      "TF401027: You need the Git 'a' permission to perform this action. Details: ",
      'lacks the required data action a.',
    ]) {
      const text = part.repeat((64 * 1024) / part.length);
      expect(processorTime(() => missing(text))).toBeLessThan(2000);
    }
  });
});
