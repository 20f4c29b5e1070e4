import { failureWords } from '../shared/failure-words';
import { failureRows, type FailureRow } from '../shared/failure-rows';
import { t } from '../shared/messages';
import { accountKey } from '../shared/account-key';
import { clientNameOf, type Identity } from './identities';
import { failureViewOf } from './make-snapshot';
import type { ScriptAnswer } from './script-tokens';
import type { AppState } from './state';

/** Why a script has no token, for whoever reads its output. It holds no token. */
export interface ScriptFailure {
  /** What happened, and what to do: one or two plain sentences. */
  readonly text: string;
  /** What an administrator asks for; no account. Empty where nothing was asked of the network. */
  readonly rows: readonly FailureRow[];
}

const utc = (on: number): string => new Date(on).toISOString();

export function scriptFailure(
  state: AppState,
  answer: Exclude<ScriptAnswer, { outcome: 'token' }>,
): ScriptFailure {
  switch (answer.outcome) {
    case 'no-client':
      return { text: t('script.no-client'), rows: [] };
    case 'not-signed-in':
      return { text: t('script.not-signed-in', namesOf(answer.identity)), rows: [] };
    case 'unknown-preset':
      return { text: t('script.unknown-preset'), rows: [] };
    case 'not-in-cloud':
      return { text: t('script.not-in-cloud', namesOf(answer.identity)), rows: [] };
    case 'cancelled':
      return { text: t('script.cancelled'), rows: [] };
    case 'failed': {
      const { account, clientApplication } = answer.identity;
      const about = {
        failure: answer.failure.failure,
        clientApplicationId: clientApplication.id,
        accountId: account === undefined ? undefined : accountKey(clientApplication.id, account.id),
        tenantId: account?.tenantId,
      };
      const view = failureViewOf(state, about, undefined);
      const { what, todo } = failureWords(view, (on) => utc(on).slice(0, 10));
      return { text: `${what} ${todo}`.trim(), rows: failureRows(view, utc) };
    }
  }
}

const namesOf = ({ clientApplication, cloud }: Identity): { client: string; cloud: string } => ({
  client: clientNameOf(clientApplication),
  cloud: cloud.name,
});
