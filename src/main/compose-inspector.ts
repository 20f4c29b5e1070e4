import type { Fetch } from './identity/network-client';
import type { OpenClients } from './identity/open-clients';
import { Inspector } from './inspector/inspector';
import { inspectorNames } from './inspector-names';
import type { After, Now } from './ports';
import type { State } from './state';

export interface InspectorParts {
  readonly state: State;
  readonly clients: OpenClients;
  readonly fetch: Fetch;
  readonly after: After;
  readonly now: Now;
}

/** Builds the inspector, and has the state follow it. */
export const composeInspector = ({ state, clients, fetch, after, now }: InspectorParts): Inspector =>
  new Inspector({
    changed: (inspection) => state.update({ inspection }),
    names: inspectorNames(() => state.value),
    clouds: () => state.value.clouds,
    // The demo's authorities are on this computer.
    fetch: (url, init) => fetch(clients.reachable(url), init),
    after,
    now,
  });
