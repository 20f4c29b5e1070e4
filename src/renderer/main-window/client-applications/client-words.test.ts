import { expect, it } from 'vitest';
import { clientPlace } from './client-words';

const cloudName = 'Azure public cloud';

it('says kind, tenant and cloud', () => {
  expect(clientPlace({ kind: 'organisation', tenant: 'contoso.com', cloudName })).toBe(
    'App registration · contoso.com · Azure public cloud',
  );
});

it('has words for what stands for many tenants, and none where there are no tenants', () => {
  expect(clientPlace({ kind: 'azure-cli', tenant: 'organizations', cloudName })).toBe(
    'Microsoft Azure CLI · any organisation · Azure public cloud',
  );
  expect(clientPlace({ kind: 'organisation', tenant: 'adfs', cloudName: 'Sign-in of Contoso' })).toBe(
    'App registration · Sign-in of Contoso',
  );
});
