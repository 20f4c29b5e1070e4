import { demoTenants } from './directory';

const [fjord, harbour, quay] = demoTenants.map(({ id }) => id);

const rows: readonly (readonly [tenant: string | undefined, id: string, name: string, state: string])[] = [
  [fjord, '8475e15b-f2db-449f-a77c-ec42735fa041', 'Demo production', 'Enabled'],
  [fjord, '5bf80eb6-2077-47ca-bd61-09b470cba0d4', 'Demo playground', 'Enabled'],
  [fjord, 'c2f0a7d9-0b7e-4a53-9a61-7b1a5d9f3e10', 'Prøvemiljø for kundeportalen i Ålesund', 'Enabled'],
  [fjord, '0d4b6c1f-8e7a-4c39-b2d5-1f3e5a7c9b24', 'Demo of last year', 'Disabled'],
  [harbour, 'f7a1c3e5-2b4d-4f68-8a90-6c5d4e3f2a1b', 'Harbour shared services', 'Enabled'],
  [quay, 'a9b8c7d6-e5f4-4321-9876-543210fedcba', 'Quay confidential', 'Enabled'],
];

/** The subscriptions of a tenant, in ARM's shape. */
export const subscriptionsOf = (tenantId: string) =>
  rows
    .filter(([tenant]) => tenant === tenantId)
    .map(([, subscriptionId, displayName, state]) => ({
      id: `/subscriptions/${subscriptionId}`,
      authorizationSource: 'RoleBased',
      managedByTenants: [],
      subscriptionId,
      tenantId,
      displayName,
      state,
      subscriptionPolicies: {
        locationPlacementId: 'Public_2014-09-01',
        quotaId: 'PayAsYouGo_2014-09-01',
        spendingLimit: 'Off',
      },
    }));
