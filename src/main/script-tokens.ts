import type { Preset, PresetIdentity, PresetTarget } from '../shared/preset';
import { resourceLabel, resourceOfScope } from '../shared/scopes';
import type { ActivityList } from './activity/activity-list';
import { identityOf, subscriptionOf, targetOf, tenantNameOf, type Identity } from './identities';
import type { Subscription } from './identity/account-record';
import { SignInCancelled, tokenFailure, type TokenFailure } from './identity/failures';
import type { OpenClients } from './identity/open-clients';
import type { TokenAnswer, TokenRequest } from './identity/token-service';
import type { Log, Now } from './ports';
import type { PresetStore } from './presets/preset-store';
import type { SettingsStore } from './settings/settings-store';
import type { State } from './state';

/** Who asks, for the activity list. */
export type ScriptCaller =
  { readonly kind: 'command-line' } | { readonly kind: 'endpoint'; readonly consumerName: string };

/** What a script wants a token for, and whose. What is absent goes by what is in use, or by what the preset has fixed. */
export interface ScriptTokenRequest {
  readonly caller: ScriptCaller;
  readonly what: { readonly presetId: string } | { readonly scopes: readonly string[] };
  readonly identity: PresetIdentity;
  readonly forceRefresh?: boolean;
  readonly claims?: string;
  /** The person has said that the browser may be opened for it. Without it nobody is ever asked. */
  readonly mayAsk: boolean;
  /** Whoever has asked is gone: nobody is to sign in for them any more. */
  readonly left?: AbortSignal;
}

/** A token for a script, and what it is. */
export interface ScriptToken {
  readonly outcome: 'token';
  readonly answer: TokenAnswer;
  readonly identity: Identity;
  readonly scopes: readonly string[];
  /** The default one of the tenant, where there is one. */
  readonly subscription: Subscription | undefined;
  /** What it was asked for by, where that was a preset. */
  readonly preset?: { readonly preset: Preset; readonly target: PresetTarget };
}

export type ScriptAnswer =
  | ScriptToken
  /** No client application was chosen, or the one that was asked for is not open. */
  | { readonly outcome: 'no-client' }
  /** The account that was asked for is gone, or nobody is signed in. */
  | { readonly outcome: 'not-signed-in'; readonly identity: Identity }
  | { readonly outcome: 'unknown-preset' }
  /** The preset is nothing in the cloud of the account. */
  | { readonly outcome: 'not-in-cloud'; readonly identity: Identity }
  | { readonly outcome: 'cancelled' }
  | { readonly outcome: 'failed'; readonly failure: TokenFailure; readonly identity: Identity };

export interface ScriptTokenServices {
  readonly state: State;
  readonly presets: PresetStore;
  readonly clients: OpenClients;
  readonly activity: ActivityList;
  readonly settings: SettingsStore;
  readonly now: Now;
  readonly log: Log;
}

/**
 * Tokens for the command line and the local endpoint: the only surfaces that get one back. Nothing of it is shown: neither
 * the failure on show nor a preset's status changes, since nobody has asked in the window.
 */
export class ScriptTokens {
  constructor(private readonly services: ScriptTokenServices) {}

  /** Never throws for what keeps a token from coming. */
  async get({
    caller,
    what,
    identity: wanted,
    mayAsk,
    ...change
  }: ScriptTokenRequest): Promise<ScriptAnswer> {
    const { state, clients, now } = this.services;
    const preset = 'presetId' in what ? this.services.presets.find(what.presetId) : undefined;
    if ('presetId' in what && preset === undefined) return { outcome: 'unknown-preset' };
    const identity = identityOf(state.value, { identity: within(preset?.identity, wanted) });
    const client = identity && clients.find(identity.clientApplication.id);
    if (identity === undefined || client === undefined || !isWanted(identity, wanted))
      return { outcome: 'no-client' };
    const target = preset && targetOf(state.value, identity.cloud, preset);
    if (preset !== undefined && target === undefined) return { outcome: 'not-in-cloud', identity };
    const scopes = target?.scopes ?? ('scopes' in what ? what.scopes : []);
    const { account, fixedAccountId, fixedTenantId } = identity;
    if (account === undefined && !mayAsk) return { outcome: 'not-signed-in', identity };
    const request: TokenRequest = {
      scopes,
      account,
      ...change,
      purpose: preset?.name ?? resourceLabel(scopes),
      ...(fixedAccountId === undefined ? {} : { onlyAccountId: fixedAccountId }),
      ...(fixedTenantId === undefined ? {} : { tenantId: fixedTenantId }),
    };
    try {
      const answer =
        mayAsk || account === undefined
          ? await client.tokens.getToken(request)
          : await client.tokens.getSilently({ ...request, account });
      const got = this.identityOfAnswer(identity, answer);
      this.note(caller, scopes, got, answer);
      return {
        outcome: 'token',
        answer,
        identity: got,
        scopes,
        subscription: subscriptionOf(state.value, got),
        ...(preset === undefined || target === undefined ? {} : { preset: { preset, target } }),
      };
    } catch (error) {
      if (error instanceof SignInCancelled) return { outcome: 'cancelled' };
      return { outcome: 'failed', failure: tokenFailure(error, now()), identity };
    }
  }

  /** Whose token it has become: somebody else may have signed in than was in use. */
  private identityOfAnswer(asked: Identity, { accountId, tenantId }: TokenAnswer): Identity {
    const fixed = {
      clientApplicationId: asked.clientApplication.id,
      accountId,
      ...(tenantId === '' ? {} : { tenantId }),
    };
    const found = identityOf(this.services.state.value, { identity: fixed });
    return found?.account === undefined ? asked : found;
  }

  private note(
    caller: ScriptCaller,
    scopes: readonly string[],
    identity: Identity,
    { tenantId }: TokenAnswer,
  ): void {
    const { activity, settings, state, now } = this.services;
    if (!settings.value.activityList) return;
    activity.noteScript({
      ...caller,
      on: now(),
      resource: resourceOfScope(scopes[0] ?? ''),
      count: 1,
      username: identity.account?.username ?? '',
      tenantId,
      tenantName: tenantId === '' ? '' : tenantNameOf(state.value, identity, tenantId),
    });
  }
}

/** What a preset says, and above it what was asked for. An account and its tenant belong to their client application. */
function within(preset: PresetIdentity | undefined, wanted: PresetIdentity): PresetIdentity {
  const { clientApplicationId } = wanted;
  const isOther = clientApplicationId !== undefined && clientApplicationId !== preset?.clientApplicationId;
  return isOther ? wanted : { ...preset, ...wanted };
}

/** `identityOf` falls back to what is in use where a client application is gone: a script must not get somebody else's token. */
const isWanted = ({ clientApplication }: Identity, { clientApplicationId }: PresetIdentity): boolean =>
  clientApplicationId === undefined || clientApplication.id === clientApplicationId;
