import type { Caller } from './caller';
import { fjord, harbour, type DemoDirectory } from './directory';

export interface DemoSubscription {
  readonly subscriptionId: string;
  readonly displayName: string;
  /** `Enabled` unless given. */
  readonly state?: 'Disabled';
}

const production = {
  subscriptionId: '8475e15b-f2db-449f-a77c-ec42735fa041',
  displayName: 'Demo production',
};
const playground = {
  subscriptionId: '5bf80eb6-2077-47ca-bd61-09b470cba0d4',
  displayName: 'Demo playground',
};

const ofFjord: readonly DemoSubscription[] = [
  production,
  playground,
  {
    subscriptionId: 'fc2b2d93-fec1-4899-87b3-3c2ffb2eace9',
    displayName:
      'Målestasjoner og værdata for fiskeri, havbruk og kystnær skipsfart – utvikling, test og opplæring (felles)',
  },
  { subscriptionId: 'ebe17a84-7a3c-478a-9c79-00d56e45303f', displayName: '東京データ分析' },
  {
    subscriptionId: '326af666-4ed8-4dd6-8559-8a231d7471b0',
    displayName: 'Experiments of last year',
    state: 'Disabled',
  },
];

const ofHarbour: readonly DemoSubscription[] = [
  { subscriptionId: '662e7869-e394-446e-b5d8-9ff4410edf19', displayName: 'Harbour shared services' },
];

const ofQuay: readonly DemoSubscription[] = [
  { subscriptionId: '71fcaeb3-d8dd-4756-a003-5e044b0e3f0c', displayName: 'Quay – berths & cranes' },
];

/** What the caller may see in a tenant: Zoë everything, everybody else what is in use for work. */
export function subscriptionsOf(tenant: DemoDirectory, { person }: Caller): readonly DemoSubscription[] {
  if (tenant === harbour) return ofHarbour;
  if (tenant !== fjord) return ofQuay;
  return person?.givenName === 'Zoë' ? ofFjord : [production, playground];
}
