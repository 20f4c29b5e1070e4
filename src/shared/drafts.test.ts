import { describe, expect, it } from 'vitest';
import { clientApplicationLimits } from './client-application-limits';
import { checkClientApplication, checkPreset, checkServicePrincipal } from './drafts';
import { presetTargetSchema, type PresetDraft } from './preset';
import { presetLimits } from './preset-limits';

const draft: PresetDraft = {
  name: 'Orders',
  accessKind: 'resource',
  access: 'api://orders',
  sampleUrl: 'https://orders.example/items',
};

const problemsOf = (change: Partial<PresetDraft>): unknown => {
  const checked = checkPreset({ ...draft, ...change });
  return checked.ok ? {} : checked.problems;
};

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

describe('the form for a preset', () => {
  it('gives name, scopes and address', () => {
    expect(checkPreset({ ...draft, name: ' Orders ' })).toEqual({
      ok: true,
      value: { name: 'Orders', scopes: ['api://orders/.default'], sampleUrl: 'https://orders.example/items' },
    });
  });

  it('says beside each field what is wrong with it', () => {
    expect(problemsOf({ name: ' ', access: '', sampleUrl: 'http://orders.example' })).toEqual({
      name: 'name-missing',
      access: 'resource-missing',
      sampleUrl: 'url-http-off-loopback',
    });
    expect(problemsOf({ accessKind: 'scopes', access: 'api://a/x api://b/x' })).toEqual({
      access: 'scopes-of-two-resources',
    });
  });

  it.each([
    ['name', { name: 'n'.repeat(81) }, 'name-too-long'],
    ['access', { access: `api://${'a'.repeat(2000)}` }, 'access-too-long'],
    [
      'access',
      {
        accessKind: 'scopes' as const,
        access: Array.from({ length: 51 }, (_, n) => `api://a/p${n}`).join(' '),
      },
      'access-too-long',
    ],
    ['sampleUrl', { sampleUrl: `https://a.example/${'x'.repeat(4096)}` }, 'url-too-long'],
  ])('refuses a %s that could not be read back after a restart', (field, change, problem) => {
    expect(problemsOf(change)).toEqual({ [field]: problem });
  });

  it('takes nothing that the presets file would refuse, at any length', () => {
    for (const length of [1, 1000, 1014, 1015, 1016, 1024, 4078, 4079, 4080, 9000]) {
      const checked = checkPreset({
        ...draft,
        access: `api://${'a'.repeat(length)}`,
        sampleUrl: `https://a.example/${'x'.repeat(length)}`,
      });
      if (!checked.ok) continue;
      const request = { method: 'GET', url: checked.value.sampleUrl, headers: [] };
      expect(presetTargetSchema.safeParse({ scopes: checked.value.scopes, request }).success).toBe(true);
    }
    expect(problemsOf({ access: `api://${'a'.repeat(presetLimits.scopeLength - 15)}` })).toEqual({});
  });
});
