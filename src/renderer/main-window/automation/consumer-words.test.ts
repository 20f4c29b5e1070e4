import { describe, expect, it } from 'vitest';
import type { ConsumerView } from '../../../shared/endpoint/endpoint-view';
import { consumerApis, consumerState, consumerUse, consumerWho } from './consumer-words';

const now = Date.UTC(2026, 10, 28, 12);
const minute = 60_000;
const day = 24 * 60 * minute;

const consumer = (change: Partial<ConsumerView> = {}): ConsumerView => ({
  id: '1',
  name: 'My notebook',
  isOn: true,
  identity: {},
  accountName: 'Zoë Nuñez',
  tenantName: 'Contoso',
  resources: ['https://vault.azure.net'],
  asksForOthers: false,
  fromContainers: false,
  createdOn: now - day,
  tokensGiven: 0,
  ...change,
});

describe('how a program stands', () => {
  it('is what keeps it from tokens, the most certain first', () => {
    expect(consumerState(consumer(), now)).toBe('on');
    expect(consumerState(consumer({ problem: 'sign-in-needed' }), now)).toBe('sign-in-needed');
    expect(consumerState(consumer({ problem: 'failed', expiresOn: now }), now)).toBe('expired');
    expect(consumerState(consumer({ expiresOn: now + 1 }), now)).toBe('on');
    expect(consumerState(consumer({ isOn: false, expiresOn: now, problem: 'failed' }), now)).toBe('off');
  });
});

describe('whom it acts as', () => {
  it('is said with its tenant, and whether that changes with the account in use', () => {
    expect(consumerWho(consumer())).toBe('Account in use: Zoë Nuñez · Contoso');
    const fixed = { clientApplicationId: 'c', accountId: 'a' };
    expect(consumerWho(consumer({ identity: fixed }))).toBe('Zoë Nuñez · Contoso');
    expect(consumerWho(consumer({ identity: fixed, tenantName: '' }))).toBe('Zoë Nuñez');
  });

  it('is said where it is nobody', () => {
    const { accountName: _name, ...nobody } = consumer();
    expect(consumerWho(nobody)).toBe('Account in use');
    expect(consumerWho({ ...nobody, identity: { clientApplicationId: 'c', accountId: 'a' } })).toBe(
      'Account signed out',
    );
  });
});

describe('what it may have', () => {
  const names = (change: Partial<ConsumerView>): string =>
    consumerApis(consumer(change), (resource) => resource.replace('https://', ''));

  it('is named, and counted where it is much', () => {
    expect(names({})).toBe('vault.azure.net');
    expect(names({ resources: ['https://a', 'https://b', 'https://c'] })).toBe('a, b, c');
    expect(names({ resources: ['https://a', 'https://b', 'https://c', 'https://d'] })).toBe(
      'a, b, and 2 more',
    );
  });

  it('can be nothing before it asks', () => {
    expect(names({ resources: [], asksForOthers: true })).toBe('Asks you about each API');
    expect(names({ resources: [] })).toBe('No API');
  });
});

describe('its use', () => {
  it('is said from close to far', () => {
    expect(consumerUse(consumer(), now)).toBe('Not used yet');
    expect(consumerUse(consumer({ lastUsedOn: now, tokensGiven: 1 }), now)).toBe('Used just now · 1 token');
    expect(consumerUse(consumer({ lastUsedOn: now - 5 * minute, tokensGiven: 12 }), now)).toBe(
      'Used 5 min ago · 12 tokens',
    );
    expect(consumerUse(consumer({ lastUsedOn: now - 3 * day }), now)).toMatch(/^Used .*2026/);
  });

  it('has an end where the secret has one', () => {
    expect(consumerUse(consumer({ expiresOn: now + day }), now)).toMatch(/^Not used yet · until .*2026/);
    expect(consumerUse(consumer({ expiresOn: now - day }), now)).toMatch(/^Not used yet · ended .*2026/);
  });
});
