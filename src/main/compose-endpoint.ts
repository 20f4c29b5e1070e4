import { ConsumerStore } from './automation/endpoint/consumer-store';
import { Endpoint } from './automation/endpoint/endpoint';
import type { Commands } from './commands';
import { errorName } from './error-words';
import type { SecretStorage } from './platform/secret-storage';
import type { After, Log, Now } from './ports';
import { scriptFailure } from './script-failure';
import type { State } from './state';
import { EncryptedDocument } from './storage/encrypted-document';
import type { DocumentPlace } from './storage/json-document';

/** The consumers of the local endpoint: what may be shown of them goes into the state. */
export function composeConsumers(state: State, after: After): ConsumerStore {
  const consumers: ConsumerStore = new ConsumerStore(after, () => {
    const { freshSecretOf: _before, ...rest } = state.value.endpoint;
    state.update({
      endpoint: {
        ...rest,
        consumers: consumers.all.map(({ secretHash: _hash, ...shown }) => shown),
        inMemoryOnly: consumers.isInMemoryOnly,
        ...(consumers.freshSecretOf === undefined ? {} : { freshSecretOf: consumers.freshSecretOf }),
      },
    });
  });
  return consumers;
}

export interface EndpointParts {
  readonly state: State;
  readonly consumers: ConsumerStore;
  readonly commands: Pick<Commands, 'tokenForScript'>;
  readonly after: After;
  readonly now: Now;
  readonly log: Log;
}

export const composeEndpoint = ({ commands, state, ...parts }: EndpointParts): Endpoint =>
  new Endpoint({
    ...parts,
    state,
    tokenForScript: (request) => commands.tokenForScript(request),
    failureWords: (answer) => scriptFailure(state.value, answer).text,
  });

/** What cannot be read is begun anew: consumers then need a new secret, and nothing else of the program waits for it. */
export async function openEndpoint(
  consumers: ConsumerStore,
  endpoint: Endpoint,
  place: DocumentPlace,
  secrets: SecretStorage,
): Promise<void> {
  try {
    const { document } = await EncryptedDocument.open(place, 'consumers', secrets);
    await consumers.open(document);
  } catch (error) {
    place.log.error(`the consumers of the local endpoint could not be opened: ${errorName(error)}`);
    consumers.keepInMemory();
  }
  await endpoint.start();
}
