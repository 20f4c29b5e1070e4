import { expect, it } from 'vitest';
import type { ClientApplicationView, TenantView } from '../shared/snapshot';
import { knownIds } from './known-ids';
import { snapshotWith } from '../shared/test-support/snapshots';

const client: ClientApplicationView = {
  id: 'client-1',
  kind: 'organisation',
  name: 'App of contoso.com',
  colour: 'violet',
  clientId: '12345678-90ab-cdef-1234-567890abcdef',
  tenant: 'contoso.com',
  cloudId: 'public',
  cloudName: 'Azure public cloud',
  isManaged: false,
  fixedBy: 0,
};
const tenant: TenantView = {
  id: 'guest-tenant',
  name: 'Harbour',
  isHome: false,
  isCurrent: false,
  subscriptions: [{ id: 'subscription-1', name: 'Production', state: 'Enabled', isDefault: true }],
};

it('knows what the pages show, and nothing else', () => {
  const snapshot = snapshotWith({ clientApplications: [client] });
  const { account } = snapshot;
  if (account === undefined) throw new Error('Somebody is signed in there.');
  const details = {
    account,
    client,
    homeTenantId: 'home-tenant',
    tenants: [tenant],
    isReading: false,
    readingFailed: false,
    canRead: true,
    cached: [],
  };
  const ids = knownIds({ ...snapshot, details });
  for (const id of [
    client.clientId,
    'contoso.com',
    'zoe',
    'home',
    'home-tenant',
    'guest-tenant',
    'subscription-1',
  ])
    expect(ids).toContain(id);
  for (const text of ['client-1', 'Production', account.username, '']) expect(ids).not.toContain(text);
  expect(knownIds(snapshot)).not.toContain('guest-tenant');
});
