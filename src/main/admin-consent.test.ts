import { expect, it } from 'vitest';
import { adminConsentLink } from './admin-consent';

const request = {
  authority: 'https://login.microsoftonline.us',
  tenant: 'contoso.com',
  clientId: '12345678-90ab-cdef-1234-567890abcdef',
  scopes: ['https://vault.azure.net/user_impersonation', 'https://vault.azure.net/read all'],
};

it('asks for the scopes at hand, in the cloud and tenant at hand, and comes back to what is registered', () => {
  const link = adminConsentLink(request);
  const url = new URL(link);
  expect(`${url.origin}${url.pathname}`).toBe(
    'https://login.microsoftonline.us/contoso.com/v2.0/adminconsent',
  );
  expect(Object.fromEntries(url.searchParams)).toEqual({
    client_id: request.clientId,
    scope: request.scopes.join(' '),
    redirect_uri: 'http://localhost',
  });
  // A plus would be a plus where spaces are expected.
  expect(link).not.toMatch(/[+\s]/);
});

it('asks for signing in where nothing else is known', () => {
  expect(new URL(adminConsentLink({ ...request, scopes: [] })).searchParams.get('scope')).toBe('openid');
});
