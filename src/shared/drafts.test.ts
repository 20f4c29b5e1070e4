import { describe, expect, it } from 'vitest';
import { clientApplicationLimits } from './client-application-limits';
import { checkClientApplication, checkServicePrincipal } from './drafts';

describe('the form for a service principal', () => {
  const ids = { clientId: '12345678-90ab-cdef-1234-567890abcdef', tenant: 'contoso.com', cloud: 'public' };

  it('may have a name, and has the IDs of an app registration', () => {
    const { cloud: _cloud, ...value } = ids;
    expect(checkServicePrincipal({ ...ids, name: ' ' })).toEqual({ ok: true, value });
    expect(checkServicePrincipal({ ...ids, name: ' Export ' })).toEqual({
      ok: true,
      value: { ...value, name: 'Export' },
    });
  });

  it('says what is wrong with each field', () => {
    const name = 'x'.repeat(clientApplicationLimits.nameLength + 1);
    expect(checkServicePrincipal({ ...ids, name })).toEqual({
      ok: false,
      problems: { name: 'name-too-long' },
    });
    expect(checkServicePrincipal({ ...ids, name, clientId: '' })).toEqual({
      ok: false,
      problems: { name: 'name-too-long', clientId: 'client-id-missing' },
    });
  });
});

describe('the form for an app registration', () => {
  const clientId = '12345678-90AB-cdef-1234-567890abcdef';

  it('takes a client id with a GUID or a domain as tenant, without blanks and in lower case', () => {
    expect(checkClientApplication({ clientId: ` ${clientId}\n`, tenant: ' Contoso.com ' })).toEqual({
      ok: true,
      value: { clientId: clientId.toLowerCase(), tenant: 'contoso.com' },
    });
    expect(checkClientApplication({ clientId, tenant: crypto.randomUUID() }).ok).toBe(true);
  });

  it('says beside each field what is wrong with it', () => {
    expect(checkClientApplication({ clientId: '', tenant: ' ' })).toEqual({
      ok: false,
      problems: { clientId: 'client-id-missing', tenant: 'tenant-missing' },
    });
    expect(checkClientApplication({ clientId: 'my app', tenant: 'my company' })).toEqual({
      ok: false,
      problems: { clientId: 'client-id-not-a-guid', tenant: 'tenant-not-guid-or-domain' },
    });
  });

  it('does not blame a field that is right', () => {
    expect(checkClientApplication({ clientId, tenant: 'contoso' })).toEqual({
      ok: false,
      problems: { tenant: 'tenant-not-guid-or-domain' },
    });
  });
});
