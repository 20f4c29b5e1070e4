import { describe, expect, it } from 'vitest';
import { accountKey } from '../../shared/account-key';
import { azureCliClientId } from '../../shared/well-known';
import { JsonDocument } from '../storage/json-document';
import { TemporaryPlace } from '../test-support/temporary-place';
import {
  ClientApplicationStore,
  clientApplicationsFileSchema,
  initialClientApplicationsFile,
  nothingManaged,
  type ManagedClients,
} from './client-application-store';

const open = async (
  place: TemporaryPlace,
  managed: ManagedClients = nothingManaged,
): Promise<ClientApplicationStore> =>
  new ClientApplicationStore(
    await JsonDocument.open(
      place,
      'client-applications',
      clientApplicationsFileSchema,
      initialClientApplicationsFile,
    ),
    managed,
    () => undefined,
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

const first = { ...own, id: 'client-1' } as const;
const second = { ...azureCli, id: 'client-2' } as const;
const cloud = {
  id: 'cloud-1',
  name: 'Contoso',
  authority: 'https://login.contoso.example',
  resources: {},
} as const;

async function withBoth(place: TemporaryPlace): Promise<ClientApplicationStore> {
  const store = await open(place);
  await store.add(first);
  await store.add(second);
  await store.selectAccount(second.id, 'alex.home');
  await store.selectAccount(first.id, 'zoe.home');
  return store;
}

describe('the client applications of a person', () => {
  it('are none on the first run', async () => {
    const store = await open(new TemporaryPlace());
    expect(store.isFirstRun).toBe(true);
    expect(store.current).toBeUndefined();
    expect(store.all).toEqual([]);
  });

  it('are still there after a restart, with the one in use and each one’s account', async () => {
    const place = new TemporaryPlace();
    await withBoth(place);
    const again = await open(place);
    expect(again.all).toEqual([first, second]);
    expect(again.current).toEqual(first);
    expect(again.accountIds).toEqual({ [first.id]: 'zoe.home', [second.id]: 'alex.home' });
    expect(again.isFirstRun).toBe(false);
  });

  it('are found again by what they are, so that their sign-ins are', async () => {
    const store = await withBoth(new TemporaryPlace());
    expect(store.findSame(own)).toEqual(first);
    for (const change of [
      { tenant: 'fabrikam.com' },
      { cloud: 'china' },
      { clientId: azureCliClientId },
      { kind: 'service-principal' },
    ] as const)
      expect(store.findSame({ ...own, ...change })).toBeUndefined();
  });

  it('remember a preset’s account without becoming the one in use', async () => {
    const store = await withBoth(new TemporaryPlace());
    await store.selectAccount(second.id, 'zoe.home', false);
    expect(store.current).toEqual(first);
    expect(store.accountIds[second.id]).toBe('zoe.home');
  });

  it('go with all that is remembered of their accounts, and another one is in use', async () => {
    const place = new TemporaryPlace();
    const store = await withBoth(place);
    await store.selectTenant(accountKey(first.id, 'zoe.home'), 'guest');
    await store.selectSubscription(accountKey(first.id, 'zoe.home'), 'guest', 'sub');
    await store.selectTenant(accountKey(second.id, 'alex.home'), 'home');
    await store.remove(first.id);
    const again = await open(place);
    expect(again.all).toEqual([second]);
    expect(again.current).toEqual(second);
    expect(again.accountIds).toEqual({ [second.id]: 'alex.home' });
    expect(again.tenantIds).toEqual({ [accountKey(second.id, 'alex.home')]: 'home' });
    expect(again.subscriptionIds).toEqual({});
    await again.remove(second.id);
    expect(again.current).toBeUndefined();
  });

  it('forget an account with its tenant and subscriptions, and no other', async () => {
    const store = await withBoth(new TemporaryPlace());
    for (const who of ['zoe.home', 'zoe.home.too']) {
      await store.selectTenant(accountKey(first.id, who), 'guest');
      await store.selectSubscription(accountKey(first.id, who), 'guest', 'sub');
    }
    await store.forgetAccount(first.id, 'zoe.home');
    const other = accountKey(first.id, 'zoe.home.too');
    expect(store.accountIds).toEqual({ [second.id]: 'alex.home' });
    expect(store.tenantIds).toEqual({ [other]: 'guest' });
    expect(store.subscriptionIds).toEqual({ [`${other} guest`]: 'sub' });
  });

  it('of the organisation come first, win, and are never written', async () => {
    const place = new TemporaryPlace();
    await withBoth(place);
    const given = { ...first, tenant: 'given.example' };
    const store = await open(place, {
      ...nothingManaged,
      clientApplications: [given],
      clouds: [cloud],
    });
    expect(store.all).toEqual([given, second]);
    expect(store.clouds).toEqual([cloud]);
    expect(store.ownCloudIds.size).toBe(0);
    await store.select(second.id);
    expect((await open(place)).all).toEqual([first, second]);
    const fresh = await open(new TemporaryPlace(), { ...nothingManaged, clientApplications: [given] });
    expect(fresh.current).toEqual(given);
    expect(fresh.isFirstRun).toBe(true);
  });

  it('that the organisation forbids are hidden, and there again when it allows them', async () => {
    const place = new TemporaryPlace();
    await withBoth(place);
    const isAllowed = ({ clientId }: { clientId: string }): boolean => clientId !== azureCliClientId;
    const store = await open(place, { ...nothingManaged, isAllowed });
    expect(store.all).toEqual([first]);
    expect(store.isAllowed(azureCli)).toBe(false);
    await store.select(first.id);
    expect((await open(place)).all).toEqual([first, second]);
  });

  it('and their clouds can be forgotten altogether', async () => {
    const place = new TemporaryPlace();
    const store = await withBoth(place);
    await store.addCloud(cloud);
    await store.addCloud({ ...cloud, name: 'Contoso 2' });
    expect(store.clouds.map(({ name }) => name)).toEqual(['Contoso 2']);
    await store.forgetEverything();
    const again = await open(place);
    expect([again.all, again.clouds, again.accountIds]).toEqual([[], [], {}]);
  });

  it('from before there were clouds and tenants are read all the same', async () => {
    const place = new TemporaryPlace();
    const old = {
      version: 1,
      clientApplications: [first],
      currentId: first.id,
      accounts: { [first.id]: 'z' },
    };
    await place.write('client-applications.json', JSON.stringify(old));
    const store = await open(place);
    expect(store.current).toEqual(first);
    expect(store.tenantIds).toEqual({});
  });
});
