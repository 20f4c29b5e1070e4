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
    subscriptionId: 'c2f0a7d9-0b7e-4a53-9a61-7b1a5d9f3e10',
    displayName: 'Prøvemiljø for kundeportalen i Ålesund',
  },
  {
    subscriptionId: 'fc2b2d93-fec1-4899-87b3-3c2ffb2eace9',
    displayName:
      'Weather and tide data for fishing, fish farming and coastal shipping – shared by all departments',
  },
  { subscriptionId: 'ebe17a84-7a3c-478a-9c79-00d56e45303f', displayName: '東京データ分析' },
  {
    subscriptionId: '0d4b6c1f-8e7a-4c39-b2d5-1f3e5a7c9b24',
    displayName: 'Demo of last year',
    state: 'Disabled',
  },
];

const ofHarbour: readonly DemoSubscription[] = [
  { subscriptionId: 'f7a1c3e5-2b4d-4f68-8a90-6c5d4e3f2a1b', displayName: 'Harbour shared services' },
];

const ofQuay: readonly DemoSubscription[] = [
  { subscriptionId: 'a9b8c7d6-e5f4-4321-9876-543210fedcba', displayName: 'Quay confidential' },
];

/** What the caller may see in a tenant: Zoë everything, everybody else what is in use for work. */
export function subscriptionsOf(tenant: DemoDirectory, { person }: Caller): readonly DemoSubscription[] {
  if (tenant === harbour) return ofHarbour;
  if (tenant !== fjord) return ofQuay;
  return person?.givenName === 'Zoë' ? ofFjord : [production, playground];
}
