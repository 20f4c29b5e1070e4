import { copyFormats } from '../../../shared/copy-format';
import { describe, expect, it } from 'vitest';
import type { ManagedSettings } from '../../../shared/managed-settings';
import { defaultSettings } from '../../../shared/settings';
import { azureCliClientId } from '../../../shared/well-known';
import {
  effectiveSettings,
  isAllowedClient,
  isForbidden,
  lockedSettings,
  managedClientApplications,
  managedClouds,
  managedPresets,
  unmanaged,
  usualSettings,
} from './effects';

const guid = '8B87AF7D-8647-4dc7-8df4-5f69a2011bb5';

const contoso: ManagedSettings = {
  version: 1,
  clouds: [{ id: 'hub', name: 'Hub', authority: 'https://adfs.contoso.com/adfs/', resources: {} }],
  clientApplications: [
    {
      id: 'app',
      kind: 'organisation',
      name: 'Contoso',
      colour: 'teal',
      clientId: guid,
      tenant: 'Contoso.com',
    },
    { id: 'az', kind: 'azure-cli', tenant: 'organizations' },
    { id: 'hub', kind: 'organisation', clientId: 'Token-Tray', cloud: 'hub' },
  ],
  presets: [
    { id: 'orders', name: 'Orders', resource: 'api://orders', url: 'https://orders.contoso.com/{id}' },
    {
      id: 'plant',
      name: 'Plant',
      icon: 'shield',
      pinned: true,
      keepFresh: true,
      clientApplication: 'hub',
      scopes: ['api://plant/read', 'api://plant/write'],
      url: 'https://plant.contoso.com',
      method: 'POST',
      headers: { 'x-v': '1' },
      body: '{}',
    },
    {
      id: 'both',
      name: 'Both',
      tenant: guid,
      targets: {
        public: { resource: 'api://both', url: 'https://both.contoso.com' },
        china: { resource: 'api://both-cn', url: 'https://both.contoso.cn' },
      },
    },
  ],
};

describe('what is given', () => {
  it('are clouds as they stand there', () => {
    expect(managedClouds(contoso)).toEqual(contoso.clouds);
    expect(managedClouds(unmanaged)).toEqual([]);
  });

  it('are client applications with ids that nobody else has', () => {
    expect(managedClientApplications(contoso)).toEqual([
      {
        id: 'managed-app',
        kind: 'organisation',
        name: 'Contoso',
        colour: 'teal',
        clientId: guid.toLowerCase(),
        tenant: 'contoso.com',
        cloud: 'public',
      },
      {
        id: 'managed-az',
        kind: 'azure-cli',
        clientId: '04b07795-8ddb-461a-bbee-02f9e1bf7b46',
        tenant: 'organizations',
        cloud: 'public',
      },
      { id: 'managed-hub', kind: 'organisation', clientId: 'Token-Tray', tenant: 'adfs', cloud: 'hub' },
    ]);
  });

  it('are presets, in the cloud of their client application or the public one', () => {
    const [orders, plant, both] = managedPresets(contoso);
    expect(orders).toEqual({
      id: 'managed-orders',
      name: 'Orders',
      icon: 'custom',
      pinned: false,
      keepFresh: false,
      targets: {
        public: {
          scopes: ['api://orders/.default'],
          requests: [{ method: 'GET', url: 'https://orders.contoso.com/{id}', headers: [] }],
        },
      },
    });
    expect(plant).toEqual({
      id: 'managed-plant',
      name: 'Plant',
      icon: 'shield',
      pinned: true,
      keepFresh: true,
      identity: { clientApplicationId: 'managed-hub' },
      targets: {
        hub: {
          scopes: ['api://plant/read', 'api://plant/write'],
          requests: [
            {
              method: 'POST',
              url: 'https://plant.contoso.com',
              headers: [{ name: 'x-v', value: '1' }],
              body: '{}',
            },
          ],
        },
      },
    });
    expect(Object.keys(both?.targets ?? {})).toEqual(['public', 'china']);
    expect(both?.identity).toEqual({ tenantId: guid.toLowerCase() });
  });
});

describe('settings', () => {
  it('are the program’s own where nothing is laid down', () => {
    expect(usualSettings(unmanaged)).toEqual(defaultSettings);
    expect(lockedSettings(unmanaged).size).toBe(0);
    expect(effectiveSettings({ theme: undefined, language: 'en' }, unmanaged)).toEqual({
      ...defaultSettings,
      language: 'en',
    });
  });

  it('leave the one way to sign in that is not forbidden, and lock it', () => {
    for (const [forbidden, left] of [
      ['browser', 'device-code'],
      ['device-code', 'browser'],
    ] as const) {
      const ms: ManagedSettings = { version: 1, forbid: { flows: [forbidden] } };
      expect(effectiveSettings({ signInFlows: forbidden }, ms).signInFlows).toBe(left);
      expect(usualSettings(ms).signInFlows).toBe(left);
      expect([...lockedSettings(ms)]).toEqual(['signInFlows']);
    }
  });

  it('never have a format that is forbidden as the default one', () => {
    const ms: ManagedSettings = { version: 1, forbid: { formats: ['token', 'powershell'] } };
    expect(effectiveSettings({ defaultFormat: 'powershell' }, ms).defaultFormat).toBe('curl');
    expect(effectiveSettings({ defaultFormat: 'environment' }, ms).defaultFormat).toBe('environment');
    expect(lockedSettings(ms).size).toBe(0);
    const one: ManagedSettings = {
      version: 1,
      forbid: { formats: copyFormats.filter((format) => format !== 'authorization-header') },
    };
    expect(usualSettings(one).defaultFormat).toBe('authorization-header');
    expect([...lockedSettings(one)]).toEqual([]);
    const last = { ...one, forbid: { ...one.forbid, ownTemplates: true } };
    expect([...lockedSettings(last)]).toEqual(['defaultFormat']);
    const template = 'template-12345678-90ab-cdef-1234-567890abcdef';
    expect(effectiveSettings({ defaultFormat: template }, one).defaultFormat).toBe(template);
    expect(effectiveSettings({ defaultFormat: template }, last).defaultFormat).toBe('authorization-header');
  });
});

it('forbids what is forbidden, and nothing else', () => {
  const ms: ManagedSettings = {
    version: 1,
    forbid: { azureCliClient: true, demoTenant: false, flows: ['device-code'], formats: ['curl'] },
  };
  expect(isForbidden(ms, 'azureCliClient')).toBe(true);
  expect(isForbidden(ms, 'demoTenant')).toBe(false);
  expect(isForbidden(ms, 'keepTokensOnDisk')).toBe(false);
  expect(isForbidden(ms, { flow: 'device-code' })).toBe(true);
  expect(isForbidden(ms, { flow: 'browser' })).toBe(false);
  expect(isForbidden(ms, { format: 'curl' })).toBe(true);
  expect(isForbidden(unmanaged, { format: 'curl' })).toBe(false);
});

describe('client applications that people have added', () => {
  const client = { kind: 'organisation', clientId: '1', tenant: 't', cloud: 'public' } as const;
  const managed = (forbid: ManagedSettings['forbid']): ManagedSettings =>
    forbid === undefined ? { version: 1 } : { version: 1, forbid };

  it.each([
    [{ azureCliClient: true }, { ...client, clientId: azureCliClientId }],
    [{ ownClientApplications: true }, client],
    [{ servicePrincipals: true }, { ...client, kind: 'service-principal' }],
    [{ demoTenant: true }, { ...client, kind: 'demo', cloud: 'demo' }],
    [{ customClouds: true }, { ...client, cloud: 'cloud-1' }],
  ] as const)('are not allowed where %j forbids them, and allowed where nothing does', (forbid, each) => {
    expect(isAllowedClient(managed(forbid), each)).toBe(false);
    expect(isAllowedClient(managed(undefined), each)).toBe(true);
    expect(isAllowedClient(managed(forbid), { ...client, kind: 'azure-cli' })).toBe(true);
  });
});
