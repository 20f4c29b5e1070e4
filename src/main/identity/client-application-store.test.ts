import { describe, expect, it } from 'vitest';
import { azureCliClientId } from '../../shared/well-known';
import { JsonDocument } from '../storage/json-document';
import { TemporaryPlace } from '../test-support/temporary-place';
import {
  ClientApplicationStore,
  clientApplicationsFileSchema,
  initialClientApplicationsFile,
} from './client-application-store';

const open = async (place: TemporaryPlace): Promise<ClientApplicationStore> =>
  new ClientApplicationStore(
    await JsonDocument.open(
      place,
      'client-applications',
      clientApplicationsFileSchema,
      initialClientApplicationsFile,
    ),
  );

const azureCli = {
  kind: 'azure-cli',
  clientId: azureCliClientId,
  tenant: 'organizations',
  cloud: 'public',
} as const;
const own = {
  ...azureCli,
  kind: 'organisation',
  clientId: crypto.randomUUID(),
  tenant: 'contoso.com',
} as const;

function counter(): () => string {
  let count = 0;
  return () => `client-${++count}`;
}

describe('the client applications of a person', () => {
  it('are none on the first run', async () => {
    const store = await open(new TemporaryPlace());
    expect(store.isFirstRun).toBe(true);
    expect(store.current).toBeUndefined();
  });

  it('are still there after a restart, with the one in use and its account', async () => {
    const place = new TemporaryPlace();
    const store = await open(place);
    const { id } = await store.choose(own, counter());
    await store.selectAccount(id, 'zoe.home');
    const again = await open(place);
    expect(again.current).toEqual({ ...own, id });
    expect(again.accountId(id)).toBe('zoe.home');
    expect(again.isFirstRun).toBe(false);
  });

  it('keep their id when they are chosen again, so that their sign-ins are found', async () => {
    const place = new TemporaryPlace();
    const store = await open(place);
    const newId = counter();
    const first = await store.choose(own, newId);
    await store.selectAccount(first.id, 'zoe.home');
    await store.choose(azureCli, newId);
    await store.leave();
    expect(store.current).toBeUndefined();
    expect(store.isFirstRun).toBe(false);
    expect(await store.choose(own, newId)).toEqual(first);
    expect(store.current).toEqual(first);
    expect(store.accountId(first.id)).toBe('zoe.home');
  });

  it('are different ones with another tenant, cloud or client id', async () => {
    const store = await open(new TemporaryPlace());
    const newId = counter();
    const all = [
      own,
      { ...own, tenant: 'fabrikam.com' },
      { ...own, cloud: 'china' },
      { ...own, clientId: azureCliClientId },
    ];
    const ids = [];
    for (const each of all) ids.push((await store.choose(each, newId)).id);
    expect(new Set(ids).size).toBe(all.length);
  });

  it('each have an account of their own, which can be forgotten', async () => {
    const place = new TemporaryPlace();
    const store = await open(place);
    const newId = counter();
    const first = await store.choose(own, newId);
    const second = await store.choose(azureCli, newId);
    await store.selectAccount(first.id, 'zoe.home');
    await store.selectAccount(second.id, 'alex.home');
    await store.selectAccount(first.id, undefined);
    const again = await open(place);
    expect(again.accountId(first.id)).toBeUndefined();
    expect(again.accountId(second.id)).toBe('alex.home');
  });
});
