import { describe, expect, it } from 'vitest';
import { describeAccess, parseAccess, resourceLabel, resourceOfScope, scopeForResource } from './scopes';

const scopesOf = (kind: 'resource' | 'scopes', text: string): readonly string[] | string => {
  const result = parseAccess(kind, text);
  return result.ok ? result.scopes : result.problem;
};

describe('a resource that a person types', () => {
  it.each([
    ['https://vault.azure.net', 'https://vault.azure.net/.default'],
    ['  https://graph.microsoft.com\n', 'https://graph.microsoft.com/.default'],
    ['api://contoso/orders', 'api://contoso/orders/.default'],
    ['499b84ac-1321-427f-aa17-267ca6975798', '499b84ac-1321-427f-aa17-267ca6975798/.default'],
    ['https://storage.azure.com/.default', 'https://storage.azure.com/.default'],
  ])('%j becomes the scope %s', (text, scope) => {
    expect(scopesOf('resource', text)).toEqual([scope]);
  });

  it('keeps its slash at the end, because the audience has it', () => {
    expect(scopesOf('resource', 'https://management.azure.com/')).toEqual([
      'https://management.azure.com//.default',
    ]);
    expect(scopesOf('resource', 'https://management.azure.com//.default')).toEqual([
      'https://management.azure.com//.default',
    ]);
  });

  it.each([
    ['', 'resource-missing'],
    [' , ', 'resource-missing'],
    ['https://a.example https://b.example', 'resource-not-one'],
    ['https://a.example;https://b.example', 'resource-not-one'],
    ['vault.azure.net', 'resource-not-a-uri'],
    ['https://', 'resource-not-a-uri'],
    ['https://vault.azure.net?x=1', 'resource-not-a-uri'],
    ['04b07795-8ddb-461a-bbee', 'resource-not-a-uri'],
  ])('%j is refused as %s', (text, problem) => {
    expect(scopesOf('resource', text)).toBe(problem);
  });
});

describe('scopes that a person types', () => {
  it('takes several of one API, separated by anything, each once', () => {
    expect(
      scopesOf(
        'scopes',
        'https://graph.microsoft.com/User.Read, https://graph.microsoft.com/Mail.Read\nUser.Read User.Read',
      ),
    ).toEqual([
      'https://graph.microsoft.com/User.Read',
      'https://graph.microsoft.com/Mail.Read',
      'User.Read',
    ]);
  });

  it('leaves out the OpenID scopes, which every request carries anyway', () => {
    expect(scopesOf('scopes', 'openid profile api://orders/read offline_access')).toEqual([
      'api://orders/read',
    ]);
    expect(scopesOf('scopes', 'openid profile')).toBe('scopes-missing');
  });

  it.each([
    ['', 'scopes-missing'],
    ['api://orders/read api://stock/read', 'scopes-of-two-resources'],
    ['User.Read https://vault.azure.net/user_impersonation', 'scopes-of-two-resources'],
    ['api://orders/.default api://orders/read', 'scopes-mixed-with-default'],
    ['https://a.example https://b.example', 'scopes-not-scopes'],
    ['https://vault.azure.net/', 'scopes-not-scopes'],
    ['499b84ac-1321-427f-aa17-267ca6975798', 'scopes-not-scopes'],
    ['<script>', 'scopes-not-scopes'],
  ])('%j is refused as %s', (text, problem) => {
    expect(scopesOf('scopes', text)).toBe(problem);
  });
});

describe('the resource of a scope', () => {
  it('is what stands before the last slash, and Microsoft Graph where nothing does', () => {
    expect(resourceOfScope('https://management.azure.com//.default')).toBe('https://management.azure.com/');
    expect(resourceOfScope('api://contoso/orders/read')).toBe('api://contoso/orders');
    expect(resourceOfScope('User.Read')).toBe('https://graph.microsoft.com');
  });

  it('comes out of the scope that was made for it as it went in', () => {
    for (const resource of ['https://a.example', 'https://a.example/', 'api://x/y/', crypto.randomUUID()]) {
      expect(resourceOfScope(scopeForResource(resource))).toBe(resource);
    }
  });

  it.each([
    [['https://vault.azure.net/.default'], 'vault.azure.net'],
    [['https://management.azure.com//.default'], 'management.azure.com'],
    [['api://contoso/orders/read', 'api://contoso/orders/write'], 'api://contoso/orders'],
    [['User.Read'], 'graph.microsoft.com'],
    [[], ''],
  ])('of %j is shown as %j', (scopes, label) => {
    expect(resourceLabel(scopes)).toBe(label);
  });
});

describe('editing a preset', () => {
  it('shows what gives the same scopes when it is saved unchanged', () => {
    const all = [
      ['https://management.azure.com//.default'],
      ['499b84ac-1321-427f-aa17-267ca6975798/.default'],
      ['api://orders/read', 'api://orders/write'],
      ['User.Read'],
    ];
    for (const scopes of all) {
      const { kind, text } = describeAccess(scopes);
      expect(scopesOf(kind, text)).toEqual(scopes);
    }
  });
});
