import { describe, expect, it } from 'vitest';
import { targetDraft } from '../../../shared/test-support/preset-drafts';
import type { AccessKind } from '../../../shared/scopes';
import { accessAdvice, type AccessAdvice } from './access-advice';

const advice = (access: string, accessKind: AccessKind = 'resource', cloudId = 'public'): AccessAdvice =>
  accessAdvice(cloudId, targetDraft({ accessKind, access }));

describe('what a token is for', () => {
  it('is shown to the letter, with its name where it is known', () => {
    expect(advice('https://vault.azure.net')).toMatchObject({
      scopes: ['https://vault.azure.net/.default'],
      names: ['Key Vault'],
      keepsSlash: false,
    });
    expect(advice('https://vault.azure.cn', 'resource', 'china').names).toEqual(['Key Vault']);
    expect(advice('499b84ac-1321-427f-aa17-267ca6975798')).toMatchObject({
      names: ['Azure DevOps'],
      isOwnGuid: false,
    });
  });

  it('keeps its slash, and says so', () => {
    expect(advice('https://management.azure.com/')).toMatchObject({
      scopes: ['https://management.azure.com//.default'],
      keepsSlash: true,
    });
  });

  it('may be an API of one’s own', () => {
    expect(advice('api://orders')).toMatchObject({ names: [], isOwnUri: true });
    expect(advice('12345678-90ab-cdef-1234-567890abcdef')).toMatchObject({ names: [], isOwnGuid: true });
    expect(advice('https://api.contoso.com/orders')).not.toHaveProperty('offer');
    expect(advice('https://contoso.onmicrosoft.com/orders')).not.toHaveProperty('offer');
  });
});

describe('what looks like something else', () => {
  it.each<[string, AccessKind, object]>([
    [
      'https://contoso.vault.azure.net/secrets/x?api-version=7.4',
      'resource',
      { kind: 'resource-of-url', access: 'https://vault.azure.net', name: 'Key Vault' },
    ],
    [
      'https://graph.microsoft.com/v1.0/me',
      'resource',
      { kind: 'resource-of-url', access: 'https://graph.microsoft.com' },
    ],
    [
      'https://api.contoso.com/v1/orders',
      'resource',
      { kind: 'resource-of-url', access: 'https://api.contoso.com' },
    ],
    ['https://graph.microsoft.com/User.Read', 'resource', { kind: 'as-scopes' }],
    ['User.Read', 'resource', { kind: 'as-scopes' }],
    [
      'https://vault.azure.net',
      'scopes',
      { kind: 'add-default', access: 'https://vault.azure.net/.default' },
    ],
    ['api://orders', 'scopes', { kind: 'add-default', access: 'api://orders/.default' }],
    [
      'api://a/x api://b/y api://a/z',
      'scopes',
      { kind: 'split', access: 'api://a/x api://a/z', others: ['api://b/y'] },
    ],
    ['api://a, api://b', 'resource', { kind: 'split', access: 'api://a', others: ['api://b'] }],
  ])('is offered to be put right: %s', (text, kind, offer) => {
    expect(advice(text, kind).offer).toMatchObject(offer);
  });

  it.each<[string, AccessKind]>([
    ['', 'resource'],
    ['https://vault.azure.net/.default', 'resource'],
    ['https://analysis.windows.net/powerbi/api', 'resource'],
    ['two words', 'resource'],
    ['api://orders/read', 'scopes'],
    ['User.Read Mail.Read', 'scopes'],
  ])('is not seen where there is nothing: %j', (text, kind) => {
    expect(advice(text, kind)).not.toHaveProperty('offer');
  });
});
