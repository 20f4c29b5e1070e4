import { catalogue } from '../shared/catalogue/catalogue';
import { directoryRole } from '../shared/inspector/directory-roles';
import { knownClient } from '../shared/inspector/known-clients';
import type { KnownNames } from '../shared/inspector/token-facts';
import type { Preset } from '../shared/preset';
import { resourceOfScope } from '../shared/scopes';
import { clientNameOf, identityOf, tenantNameOf } from './identities';
import type { AppState } from './state';

const plain = (resource: string): string => resource.toLowerCase().replace(/\/+$/, '');

/** The catalogue's name of what a token is for; of an API that is not in there, the name of a preset for it. */
function resourceName(audience: string, presets: readonly Preset[]): string | undefined {
  const wanted = plain(audience);
  const row = catalogue.find(({ targets }) =>
    Object.values(targets).some(({ resource, audiences }) =>
      [resource, ...audiences].some((each) => plain(each) === wanted),
    ),
  );
  const isFor = ({ targets }: Preset): boolean =>
    Object.values(targets).some(({ scopes }) =>
      scopes.some((scope) => plain(resourceOfScope(scope)) === wanted),
    );
  return row?.name ?? presets.find(isFor)?.name;
}

/** What tenants, resources and client applications are called, as far as the program knows them. */
export const inspectorNames = (state: () => AppState): KnownNames => ({
  tenant: (id) => {
    const value = state();
    const names = value.clientApplications.flatMap(({ id: clientApplicationId }) =>
      (value.open[clientApplicationId]?.accounts ?? []).map(({ account }) => {
        const identity = identityOf(value, { identity: { clientApplicationId, accountId: account.id } });
        return identity === undefined ? id : tenantNameOf(value, identity, id);
      }),
    );
    const known = Object.hasOwn(value.tenantNames, id) ? value.tenantNames[id] : undefined;
    return names.find((name) => name !== id) ?? known;
  },
  resource: (audience) => resourceName(audience, state().presets),
  client: (clientId) => {
    const own = state().clientApplications.find((each) => each.clientId === clientId);
    return own === undefined ? knownClient(clientId) : clientNameOf(own);
  },
  directoryRole,
});
