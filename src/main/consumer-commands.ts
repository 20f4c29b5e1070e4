import { randomUUID } from 'node:crypto';
import { checkConsumer, type CheckedConsumer } from '../shared/endpoint/check-consumer';
import type { ConsumerDraft } from '../shared/endpoint/consumer';
import { consumerLimits } from '../shared/endpoint/consumer-limits';
import { environmentLines, type EnvironmentForm } from '../shared/endpoint/environment-lines';
import { definedOnly } from '../shared/defined-only';
import type { CommandOutcome } from '../shared/ipc';
import { t } from '../shared/messages';
import { scopeForResource } from '../shared/scopes';
import { identityFor, type Consumer } from './automation/endpoint/consumer-file';
import type { ConsumerStore } from './automation/endpoint/consumer-store';
import { sameResource } from './automation/endpoint/same-resource';
import type { SecretClipboard } from './clipboard/secret-clipboard';
import { identityOf } from './identities';
import type { OpenClients } from './identity/open-clients';
import { done, unlessHeld, type Outcomes } from './outcomes';
import type { Now } from './ports';
import type { PresetTokens } from './preset-tokens';
import type { State } from './state';

export interface ConsumerServices {
  readonly state: State;
  readonly consumers: ConsumerStore;
  readonly clients: OpenClients;
  readonly clipboard: SecretClipboard;
  readonly now: Now;
}

/** The commands about consumers of the local endpoint. */
export class ConsumerCommands {
  constructor(
    private readonly services: ConsumerServices,
    private readonly outcomes: Outcomes,
    private readonly tokens: PresetTokens,
  ) {}

  async add(draft: ConsumerDraft): Promise<CommandOutcome> {
    const { consumers, state, now } = this.services;
    if (state.value.forbidden.includes('localEndpoint'))
      return this.outcomes.refused('addConsumer, which is forbidden');
    if (consumers.all.length >= consumerLimits.consumers)
      return this.outcomes.refused('one consumer too many');
    const checked = this.check(draft);
    if (!('value' in checked)) return checked;
    const id = randomUUID();
    return this.outcomes.saving(() =>
      consumers.add({ ...contentsOf(checked.value), id, isOn: true, refused: [], createdOn: now() }),
    );
  }

  async edit(consumerId: string, draft: ConsumerDraft): Promise<CommandOutcome> {
    const known = this.services.consumers.find(consumerId);
    if (known === undefined) return this.outcomes.refused('editConsumer for an unknown one');
    const checked = this.check(draft, known);
    if (!('value' in checked)) return checked;
    const { id, isOn, createdOn, refused } = known;
    const contents = contentsOf(checked.value);
    // Whoever lets it ask again has changed their mind.
    const stillRefused = contents.asksForOthers
      ? refused.filter((each) => !contents.resources.some((allowed) => sameResource(each, allowed)))
      : [];
    // They may be somebody else's from now on.
    this.dropSignIns(id);
    this.settleWishes(id, (resource) => contents.resources.some((each) => sameResource(each, resource)));
    return this.outcomes.saving(() =>
      this.services.consumers.replace({ ...contents, id, isOn, createdOn, refused: stillRefused }),
    );
  }

  async remove(consumerId: string): Promise<CommandOutcome> {
    if (this.services.consumers.find(consumerId) === undefined)
      return this.outcomes.refused('removeConsumer for an unknown one');
    this.settleWishes(consumerId, () => true);
    this.dropSignIns(consumerId);
    return this.outcomes.saving(() => this.services.consumers.remove(consumerId));
  }

  async switch(consumerId: string, isOn: boolean): Promise<CommandOutcome> {
    if (this.services.consumers.find(consumerId) === undefined)
      return this.outcomes.refused('switchConsumer for an unknown one');
    return this.outcomes.saving(() => this.services.consumers.change(consumerId, { isOn }));
  }

  async renewSecret(consumerId: string): Promise<CommandOutcome> {
    if (this.services.consumers.find(consumerId) === undefined)
      return this.outcomes.refused('renewConsumerSecret for an unknown one');
    return this.outcomes.saving(() => this.services.consumers.renewSecret(consumerId));
  }

  async copyLines(consumerId: string, form: EnvironmentForm): Promise<CommandOutcome> {
    const { consumers, clipboard, state } = this.services;
    const secret = consumers.secretOf(consumerId);
    const consumer = consumers.find(consumerId);
    const { port } = state.value.endpoint;
    if (secret === undefined || consumer === undefined)
      return this.outcomes.refused('copyConsumerLines without a secret');
    if (port === undefined) return this.outcomes.refused('copyConsumerLines without a port');
    if (form === 'docker' && !consumer.fromContainers)
      return this.outcomes.refused('lines for a container that may not ask');
    return unlessHeld(
      clipboard
        .copy(environmentLines(form, { port, secret, isWindows: state.value.shell === 'windows' }), {
          presetId: '',
          presetName: consumer.name,
          format: 'environment',
          formatName: t(`lines.${form}`),
          placeholders: [],
        })
        .then(() => undefined),
    );
  }

  forgetSecret(): CommandOutcome {
    this.services.consumers.forgetSecret();
    return done;
  }

  async answer(consumerId: string, resource: string, allow: boolean): Promise<CommandOutcome> {
    const { consumers, state } = this.services;
    const consumer = consumers.find(consumerId);
    const isAsked = state.value.endpoint.waiting.some(
      (each) => each.consumerId === consumerId && each.resource === resource,
    );
    // Only what a consumer has asked for is allowed by one press; anything else is typed into its form.
    if (consumer === undefined || !isAsked)
      return this.outcomes.refused('answerConsumer for what nobody asks');
    // The oldest one makes room for a refusal, but not for an API: somebody uses it.
    if (allow && consumer.resources.length >= consumerLimits.resources)
      return this.outcomes.refused('answerConsumer for one API too many');
    this.settleWishes(consumerId, (each) => sameResource(each, resource));
    const list = allow ? 'resources' : 'refused';
    const listed = [...consumer[list], resource].slice(-consumerLimits.resources);
    return this.outcomes.saving(() => consumers.change(consumerId, { [list]: listed }));
  }

  async signIn(consumerId: string, resource: string): Promise<CommandOutcome> {
    const { consumers, clients, state } = this.services;
    const consumer = consumers.find(consumerId);
    // Where it asks for another tenant, a sign-in to its usual one would not help.
    const wanted = state.value.endpoint.signInsNeeded.find(
      (each) => each.consumerId === consumerId && sameResource(each.resource, resource),
    );
    const identity =
      consumer && identityOf(state.value, { identity: identityFor(consumer, wanted?.tenantId) });
    const client = identity && clients.find(identity.clientApplication.id);
    if (consumer === undefined || identity === undefined || client === undefined) {
      // There is nobody to sign in as: the page says so.
      state.update({ windowPage: 'automation' });
      return this.outcomes.refused('signInForConsumer without a client application');
    }
    const { account, fixedAccountId, fixedTenantId } = identity;
    const answer = await this.tokens.signInForScopes(client, {
      scopes: [scopeForResource(resource)],
      account,
      purpose: consumer.name,
      ...(fixedAccountId === undefined ? {} : { onlyAccountId: fixedAccountId }),
      ...(fixedTenantId === undefined ? {} : { tenantId: fixedTenantId }),
    });
    if (answer !== undefined) this.dropSignIns(consumerId);
    return done;
  }

  private check(
    draft: ConsumerDraft,
    known?: Consumer,
  ): { readonly value: CheckedConsumer } | Extract<CommandOutcome, { outcome: 'invalid' }> {
    const { consumers, now } = this.services;
    const checked = checkConsumer(draft, now());
    if (!checked.ok) return { outcome: 'invalid', problems: definedOnly(checked.problems) };
    const { name } = checked.value;
    // Two of the same name could not be told apart in the activity list.
    const isTaken = consumers.all.some(
      (each) => each.id !== known?.id && each.name.toLowerCase() === name.toLowerCase(),
    );
    return isTaken ? { outcome: 'invalid', problems: { name: 'name-taken' } } : { value: checked.value };
  }

  private settleWishes(consumerId: string, isSettled: (resource: string) => boolean): void {
    const { state } = this.services;
    const { endpoint } = state.value;
    const waiting = endpoint.waiting.filter(
      (each) => each.consumerId !== consumerId || !isSettled(each.resource),
    );
    state.update({ endpoint: { ...endpoint, waiting } });
  }

  private dropSignIns(consumerId: string): void {
    const { state } = this.services;
    const { endpoint } = state.value;
    const signInsNeeded = endpoint.signInsNeeded.filter((each) => each.consumerId !== consumerId);
    state.update({ endpoint: { ...endpoint, signInsNeeded } });
  }
}

function contentsOf({ expiresOn, resources, ...rest }: CheckedConsumer) {
  return { ...rest, resources: [...resources], ...(expiresOn === null ? {} : { expiresOn }) };
}
