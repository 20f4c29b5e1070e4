import type { SecretStorage } from './platform/secret-storage';
import type { Documents } from './documents';
import {
  ClientApplicationStore,
  nothingManaged,
  type ManagedClients,
} from './identity/client-application-store';
import { allClouds } from './identity/clouds';
import { CredentialStore } from './identity/credentials/credential-store';
import { OpenClients, type OpenClientsOptions } from './identity/open-clients';
import { ServicePrincipal } from './identity/service-principal';
import { SignInDesk } from './identity/sign-in-desk';
import { signInView, type State } from './state';

export interface ClientParts extends Pick<
  OpenClientsOptions,
  'place' | 'fetch' | 'openBrowser' | 'flows' | 'startDemo' | 'after' | 'now' | 'log'
> {
  readonly state: State;
  readonly documents: Documents;
  readonly secrets: SecretStorage;
  readonly managed?: ManagedClients;
}

export interface Clients {
  readonly credentials: CredentialStore;
  readonly clientApplications: ClientApplicationStore;
  readonly clients: OpenClients;
  readonly desk: SignInDesk;
}

/** Builds what is about client applications and accounts, and has the state follow it. */
export function composeClients({
  state,
  documents,
  managed = nothingManaged,
  ...parts
}: ClientParts): Clients {
  const { now } = parts;
  const clientApplications = new ClientApplicationStore(documents.clientApplications, managed, show);
  state.update({
    managedClientIds: new Set(managed.clientApplications.map(({ id }) => id)),
    managedCloudIds: new Set(managed.clouds.map(({ id }) => id)),
  });
  show(clientApplications);

  function show(store: ClientApplicationStore): void {
    state.update({
      clouds: allClouds(store.clouds),
      ownCloudIds: store.ownCloudIds,
      clientApplications: store.all,
      currentId: store.current?.id,
      accountIds: store.accountIds,
      tenantIds: store.tenantIds,
      subscriptionIds: store.subscriptionIds,
    });
  }

  const { place, secrets, log } = parts;
  const unreadable = (file: string): void => state.addNotice({ kind: 'token-cache-unreadable', file });
  const locked = (): void => state.addNotice({ kind: 'keyring-locked' });
  const credentials = new CredentialStore(place, secrets, { unreadable, locked });
  const desk = new SignInDesk((progress) => state.update({ signIn: signInView(progress) }));
  const clients = new OpenClients({
    ...parts,
    desk,
    servicePrincipal: (clientApplication, cloud, events, fetch) =>
      ServicePrincipal.open({
        clientApplication,
        cloud,
        fetch,
        credential: () => credentials.get(clientApplication.id),
        forgetCredential: () => credentials.delete(clientApplication.id),
        place,
        secrets,
        events,
        log,
      }),
    findCloud: (id) => state.value.clouds.find((cloud) => cloud.id === id),
    events: {
      changed: (id, contents) => {
        const { [id]: _before, ...others } = state.value.open;
        state.update({ open: contents === undefined ? others : { ...others, [id]: contents } });
      },
      unreadable,
      notSaved: () => state.addNotice({ kind: 'not-saved' }),
      locked,
      clockSkewed: (skew) =>
        skew === undefined ? state.removeNotice('clock-skewed') : state.addNotice({ kind: 'clock-skewed' }),
      inMemoryOnly: () => state.addNotice({ kind: 'tokens-in-memory-only' }),
      signedIn: () => state.update({ lastSignInOn: now() }),
      demoRuns: (demoOrigin) => state.update({ demoOrigin }),
    },
  });
  return { clientApplications, clients, credentials, desk };
}
