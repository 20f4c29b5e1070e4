import { describe, expect, it } from 'vitest';
import { consumerDraftSchema } from '../../../shared/endpoint/consumer';
import { checkForm, draftOfConsumer, endAfter, lifetimes } from './consumer-form';

const now = 1_800_000_000_000;
const day = 86_400_000;

const view = {
  id: '1',
  name: 'My notebook',
  isOn: true,
  identity: { clientApplicationId: 'c', accountId: 'a' },
  resources: ['https://a', 'https://b'],
  asksForOthers: true,
  fromContainers: true,
  createdOn: now,
  tokensGiven: 0,
};

describe('the form of a program', () => {
  it('begins with a month, the account in use and nothing that is allowed', () => {
    expect(draftOfConsumer(undefined, 'My notebook', now)).toEqual({
      name: 'My notebook',
      identity: {},
      resources: '',
      asksForOthers: false,
      expiresOn: now + 30 * day,
      fromContainers: false,
    });
  });

  it('begins with what a program has', () => {
    expect(draftOfConsumer(view, 'x', now)).toEqual({
      name: 'My notebook',
      identity: view.identity,
      resources: 'https://a\nhttps://b',
      asksForOthers: true,
      expiresOn: null,
      fromContainers: true,
    });
  });

  it.each(lifetimes)('has an end that main takes: %s', (lifetime) => {
    const draft = { ...draftOfConsumer(view, '', now), expiresOn: endAfter(lifetime, now) };
    expect(consumerDraftSchema.safeParse(draft).success).toBe(true);
    expect(checkForm(draft, [], now)).toMatchObject({ ok: true });
  });

  it('takes no name twice, whatever its letters’ case', () => {
    const draft = { ...draftOfConsumer(view, '', now), name: ' my NOTEBOOK ' };
    expect(checkForm(draft, ['My notebook'], now)).toEqual({ ok: false, problems: { name: 'name-taken' } });
    expect(checkForm({ ...draft, resources: 'no address' }, ['My notebook'], now)).toEqual({
      ok: false,
      problems: { name: 'name-taken', resources: 'resource-not-a-uri' },
    });
    expect(checkForm({ ...draft, name: '' }, [''], now)).toMatchObject({
      problems: { name: 'name-missing' },
    });
  });
});
