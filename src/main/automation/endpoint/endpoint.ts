import { randomInt } from 'node:crypto';
import type { Failure } from '../../../shared/failure';
import { consumerLimits } from '../../../shared/endpoint/consumer-limits';
import { scopeForResource } from '../../../shared/scopes';
import { errorName } from '../../error-words';
import type { After, Log, Now } from '../../ports';
import type { ScriptAnswer, ScriptTokenRequest } from '../../script-tokens';
import type { State } from '../../state';
import { appServiceRefusal, appServiceToken, readAppServiceRequest, secretHeader } from './app-service';
import { azdRefusal, azdToken, readAzdRequest } from './azd';
import { identityFor, type Consumer } from './consumer-file';
import type { ConsumerStore } from './consumer-store';
import type { ConsumerUse, ConsumerWant, EndpointContents } from './endpoint-contents';
import { EndpointServer, PortTaken, type ArrivingRequest } from './endpoint-server';
import { guard, type Guarded } from './guards';
import { KnownSignIns, type KnownSignIn } from './known-sign-ins';
import { RateLimit } from './rate-limit';
import type { GivenToken, Refusal, Reply } from './reply';
import { sameResource } from './same-resource';

/** In each second: of one consumer, and of all that come with a wrong secret together. */
export const requestRates = { consumer: 100, wrongSecrets: 20 } as const;

export interface EndpointOptions {
  readonly state: State;
  readonly consumers: ConsumerStore;
  readonly tokenForScript: (request: ScriptTokenRequest) => Promise<ScriptAnswer>;
  /** What went wrong and what to do, in plain words. */
  readonly failureWords: (answer: NoToken) => string;
  readonly after: After;
  readonly now: Now;
  readonly log: Log;
}

/** A request in the terms of all protocols. */
interface Wish {
  readonly secret: string;
  readonly scopes: readonly string[];
  readonly resource: string;
  readonly tenantId: string | undefined;
  readonly token: (given: GivenToken) => Reply;
  readonly refuse: (refusal: Refusal) => Reply;
}

type NoToken = Exclude<ScriptAnswer, { outcome: 'token' }>;
type Open = Extract<Guarded, { ok: true }>;

/** How long what is waiting for a port is not tried again, in ms. */
const retryAfter = 30_000;

/** How long a token is waited for where most likely only a sign-in brings it, in ms. */
const longestDoubt = 100;

/**
 * Random ports below those that systems lend to connections (Linux from 32768, macOS and Windows from 49152): what was
 * pasted into a program is to be good after the next start, too, when a connection might have such a one.
 * https://www.iana.org/assignments/service-names-port-numbers
 */
const lastingPorts = (): readonly number[] => Array.from({ length: 4 }, () => randomInt(20_000, 32_768));

/** How long what a consumer has had again may wait to be shown, in ms. */
const shownAfter = 1000;

/**
 * The local endpoint: tokens for SDKs on this computer, over the protocols that they speak already. It runs while the
 * settings say so, and never asks a person for anything but by what it puts into the state.
 */
export class Endpoint {
  private readonly server: EndpointServer;
  private readonly rates: RateLimit;
  private readonly wrongSecrets: RateLimit;
  private readonly signIns: KnownSignIns;
  private isLocked = false;
  private isClosed = false;
  /** What it was last started for. */
  private wanted = 'off';
  private turn: Promise<void> = Promise.resolve();
  private stopRetrying: (() => void) | undefined;
  /** By consumer. Shown a moment later: a thousand tokens a second must not redraw everything a thousand times. */
  private readonly uses = new Map<string, ConsumerUse>();
  private stopShowing: (() => void) | undefined;
  private unsubscribe: (() => void) | undefined;

  constructor(private readonly options: EndpointOptions) {
    const { now, log } = options;
    this.server = new EndpointServer({
      answer: (request, port) => this.answer(request, port),
      refuse: (status, text) => plainRefusal(status, text),
      log,
    });
    this.signIns = new KnownSignIns(now);
    this.rates = new RateLimit(requestRates.consumer, now);
    this.wrongSecrets = new RateLimit(requestRates.wrongSecrets, now);
  }

  /** Begins to follow the settings; call it when the consumers are known, and with them the port of the last time. */
  async start(): Promise<void> {
    if (this.isClosed) return;
    this.unsubscribe = this.options.state.subscribe(() => void this.follow());
    await this.follow();
  }

  lock(): void {
    this.isLocked = true;
    this.showPause();
  }

  unlock(): void {
    this.isLocked = false;
    this.showPause();
  }

  async close(): Promise<void> {
    this.isClosed = true;
    this.unsubscribe?.();
    this.stopRetrying?.();
    this.stopShowing?.();
    await this.turn;
    await this.server.stop();
    await this.options.consumers.flush();
  }

  private get isPaused(): boolean {
    return this.isLocked && this.options.state.value.settings.localEndpointPausesOnLock;
  }

  private showPause(): void {
    const { state } = this.options;
    const { endpoint } = state.value;
    const shown = this.isPaused ? 'paused' : 'running';
    if (this.server.port !== undefined && endpoint.state !== shown)
      state.update({ endpoint: { ...endpoint, state: shown } });
  }

  /** Starts, stops or moves it, as the settings want it. */
  private follow(): Promise<void> {
    const { settings, forbidden } = this.options.state.value;
    const isOn = settings.localEndpoint && !forbidden.includes('localEndpoint');
    const wanted = isOn ? `on ${settings.localEndpointPort}` : 'off';
    if (wanted === this.wanted || this.isClosed) {
      this.showPause();
      return this.turn;
    }
    this.wanted = wanted;
    this.stopRetrying?.();
    this.turn = this.turn.then(() => this.restart(isOn ? settings.localEndpointPort : undefined));
    return this.turn;
  }

  private async restart(port: number | undefined): Promise<void> {
    const { state, log, after } = this.options;
    await this.server.stop();
    if (port === undefined) {
      // Whoever switches it off does not want to be asked for anything.
      state.update({ endpoint: { ...this.stateless(), state: 'off', waiting: [], signInsNeeded: [] } });
      return;
    }
    try {
      const bound = await this.bind(port);
      const shown = this.isPaused ? 'paused' : 'running';
      state.update({ endpoint: { ...this.stateless(), state: shown, port: bound } });
    } catch (error) {
      const problem = error instanceof PortTaken ? 'port-taken' : 'failed';
      log.warn(`the local endpoint did not start: ${errorName(error)}`);
      state.update({ endpoint: { ...this.stateless(), state: 'failed', problem } });
      // Whoever has the port may let go of it.
      this.stopRetrying = after(retryAfter, () => {
        this.wanted = 'again';
        void this.follow();
      });
    }
  }

  /** All about it but how it runs. Consumers may be added while a port is being opened. */
  private stateless(): Omit<EndpointContents, 'state' | 'problem' | 'port'> {
    const { state: _state, problem: _problem, port: _port, ...rest } = this.options.state.value.endpoint;
    return rest;
  }

  /** A random port is asked for again as long as it is free. */
  private async bind(port: number): Promise<number> {
    if (port !== 0) return this.server.start(port);
    const { consumers, log } = this.options;
    const bound = (await this.tryPorts([consumers.port, ...lastingPorts()])) ?? (await this.server.start(0));
    consumers
      .rememberPort(bound)
      .catch((error: unknown) => log.warn(`the port of the endpoint was not kept: ${errorName(error)}`));
    return bound;
  }

  private async tryPorts(ports: readonly (number | undefined)[]): Promise<number | undefined> {
    for (const port of ports) {
      const bound = port === undefined ? undefined : await this.tryPort(port);
      if (bound !== undefined) return bound;
    }
    return undefined;
  }

  private async tryPort(port: number): Promise<number | undefined> {
    try {
      return await this.server.start(port);
    } catch (error) {
      if (error instanceof PortTaken) return undefined;
      throw error;
    }
  }

  private async answer(request: ArrivingRequest, port: number): Promise<Reply> {
    const open = guard(request, port);
    if (!open.ok) {
      const { status, text, allow } = open;
      // A page must not hold connections that programs need.
      return { ...plainRefusal(status, text), closes: true, ...(allow === undefined ? {} : { allow }) };
    }
    const wish = await readWish(request, open);
    if ('status' in wish) return wish;
    const found = this.consumerOf(wish, open);
    if ('kind' in found) return wish.refuse(found);
    return this.give(wish, found, open);
  }

  /** Whose secret it is, if it is good now. */
  private consumerOf(wish: Wish, open: Open): Consumer | Refusal {
    const consumer = this.options.consumers.authenticate(wish.secret);
    if (consumer === undefined)
      return this.wrongSecrets.take('')
        ? { kind: 'wrong-secret' }
        : { kind: 'too-many', of: 'wrong-secrets' };
    if (!this.rates.take(consumer.id)) return { kind: 'too-many', of: 'requests' };
    return this.refusalFor(consumer, open) ?? consumer;
  }

  /** Why it gets nothing now, whatever it asks for. */
  private refusalFor(consumer: Consumer, { host }: Open): Refusal | undefined {
    const { now } = this.options;
    if (consumer.expiresOn !== undefined && consumer.expiresOn <= now()) return { kind: 'expired' };
    if (!consumer.isOn) return { kind: 'switched-off' };
    if (host === 'container' && !consumer.fromContainers) return { kind: 'container' };
    if (this.isPaused) return { kind: 'locked' };
    return undefined;
  }

  private async give(wish: Wish, consumer: Consumer, open: Open): Promise<Reply> {
    const { resource } = wish;
    const allowed = consumer.resources.find((each) => sameResource(each, resource));
    if (allowed === undefined) {
      const wasAsked = consumer.asksForOthers && this.askFor(consumer, resource);
      return wish.refuse({ kind: 'not-allowed', resource, wasAsked });
    }
    const known = this.knownSignIn(wish, consumer);
    if (known?.isFresh === true) return wish.refuse(known.refusal);
    const answer = await this.patiently(this.ask(wish, consumer), known?.refusal);
    if ('kind' in answer) return wish.refuse(answer);
    if (answer.outcome !== 'token') return wish.refuse(this.refusalOf(answer));
    // Whoever has revoked it, switched it off or locked the screen meanwhile does not want the token to go out.
    const still = this.options.consumers.find(consumer.id);
    if (still?.secretHash !== consumer.secretHash) return wish.refuse({ kind: 'wrong-secret' });
    const refusal = this.refusalFor(still, open);
    if (refusal !== undefined) return wish.refuse(refusal);
    if (!still.resources.some((each) => sameResource(each, resource)))
      return wish.refuse({ kind: 'not-allowed', resource, wasAsked: false });
    return wish.token({
      accessToken: answer.answer.accessToken,
      expiresOn: answer.answer.expiresOn,
      clientId: answer.identity.clientApplication.clientId,
      resource,
    });
  }

  private async ask(wish: Wish, consumer: Consumer): Promise<ScriptAnswer> {
    const { name } = consumer;
    const { scopes, tenantId } = wish;
    const answer = await this.options.tokenForScript({
      caller: { kind: 'endpoint', consumerName: name },
      what: { scopes },
      identity: identityFor(consumer, tenantId),
      mayAsk: false,
    });
    this.noteOutcome(consumer, wish, answer);
    // Who else is asked without the network needs no such memory.
    if (answer.outcome === 'failed' && needsSignIn(answer))
      this.signIns.note(signInKey(wish, consumer), this.refusalOf(answer));
    else this.signIns.forget(signInKey(wish, consumer));
    return answer;
  }

  /** Only while the sign-in is still to be done. */
  private knownSignIn(wish: Wish, consumer: Consumer): KnownSignIn | undefined {
    const isStillNeeded = this.options.state.value.endpoint.signInsNeeded.some(
      ({ consumerId, resource }) => consumerId === consumer.id && sameResource(resource, wish.resource),
    );
    return isStillNeeded ? this.signIns.find(signInKey(wish, consumer)) : undefined;
  }

  /** A token may take its time; what is most likely a refusal may not. The answer is noted all the same when it comes. */
  private patiently(
    asking: Promise<ScriptAnswer>,
    known: Refusal | undefined,
  ): Promise<ScriptAnswer | Refusal> {
    if (known === undefined) return asking;
    const enough = new Promise<Refusal>((resolve) => {
      this.options.after(longestDoubt, () => resolve(known));
    });
    return Promise.race([asking, enough]);
  }

  private refusalOf(answer: NoToken): Refusal {
    const text = this.options.failureWords(answer);
    if (needsSignIn(answer)) return { kind: 'not-signed-in', text };
    if (answer.outcome === 'failed' && isPassing(answer.failure.failure))
      return { kind: 'later', text, retryAfter: this.waitFor(answer.failure.failure) };
    return { kind: 'failed', text };
  }

  /** In s. */
  private waitFor({ details: { retryAfter: until } }: Failure): number {
    const wait = until === undefined ? 10 : Math.ceil((until - this.options.now()) / 1000);
    return Math.min(3600, Math.max(1, wait));
  }

  /** False: a person has said no to it already, or it has as many as there can be. */
  private askFor({ id, refused, resources }: Consumer, resource: string): boolean {
    if (resources.length >= consumerLimits.resources) return false;
    if (refused.some((each) => sameResource(each, resource))) return false;
    const { state, now } = this.options;
    const { endpoint } = state.value;
    const isSame = (each: ConsumerWant): boolean =>
      each.consumerId === id && sameResource(each.resource, resource);
    const same = endpoint.waiting.find(isSame);
    // A loop that asks a hundred times a second does not redraw everything as often.
    if (same !== undefined && now() - same.on < shownAfter) return true;
    const others = endpoint.waiting.filter((each) => !isSame(each));
    if (others.length >= consumerLimits.resources) return true;
    state.update({
      endpoint: { ...endpoint, waiting: [...others, { consumerId: id, resource, on: now() }] },
    });
    return true;
  }

  private noteOutcome({ id }: Consumer, { resource, tenantId }: Wish, answer: ScriptAnswer): void {
    const { state, now } = this.options;
    const { endpoint } = state.value;
    const isNeeded = answer.outcome !== 'token' && needsSignIn(answer);
    // One line for an API, whichever tenant it is; but what one tenant gives does not settle what another one refuses.
    const isOver = (each: ConsumerWant): boolean =>
      each.consumerId === id &&
      sameResource(each.resource, resource) &&
      (isNeeded || each.tenantId === tenantId);
    const others = endpoint.signInsNeeded.filter((each) => !isOver(each));
    const want = { consumerId: id, resource, on: now(), ...(tenantId === undefined ? {} : { tenantId }) };
    const signInsNeeded = isNeeded ? [...others, want].slice(-consumerLimits.resources) : others;
    const before = this.uses.get(id);
    this.uses.set(id, useAfter(before, answer, now()));
    const isNews = signInsNeeded.length !== endpoint.signInsNeeded.length || before === undefined;
    if (isNews) this.showUses(signInsNeeded);
    else this.stopShowing ??= this.options.after(shownAfter, () => this.showUses());
  }

  private showUses(signInsNeeded = this.options.state.value.endpoint.signInsNeeded): void {
    this.stopShowing?.();
    this.stopShowing = undefined;
    const { state } = this.options;
    const uses = Object.fromEntries(this.uses);
    state.update({ endpoint: { ...state.value.endpoint, uses, signInsNeeded } });
  }
}

function useAfter(before: ConsumerUse | undefined, answer: ScriptAnswer, now: number): ConsumerUse {
  if (answer.outcome === 'token')
    return { tokensGiven: (before?.tokensGiven ?? 0) + 1, lastUsedOn: now, hasFailed: false };
  return { tokensGiven: 0, ...before, hasFailed: !needsSignIn(answer) };
}

function needsSignIn(answer: NoToken): boolean {
  return (
    answer.outcome === 'not-signed-in' ||
    answer.outcome === 'no-client' ||
    (answer.outcome === 'failed' && answer.failure.interaction.needed)
  );
}

const signInKey = ({ resource, tenantId }: Wish, { id }: Consumer): string =>
  JSON.stringify([id, resource, tenantId]);

/** What may be over without anybody doing anything: SDKs try these again. */
const isPassing = ({ kind }: Failure): boolean =>
  kind === 'offline' || kind === 'network' || kind === 'throttled' || kind === 'busy';

async function readWish(request: ArrivingRequest, { path, query }: Open): Promise<Wish | Reply> {
  const { method, headers, readBody } = request;
  if (path === '/msi/token') {
    if (method !== 'GET') return { ...plainRefusal(405, 'This address answers GET.'), allow: 'GET' };
    return appServiceWish(headers, query);
  }
  if (path === '/azd/token') {
    if (method !== 'POST') return { ...plainRefusal(405, 'This address answers POST.'), allow: 'POST' };
    return azdWish(headers, query, readBody);
  }
  return plainRefusal(404, 'There is nothing at this address.');
}

function appServiceWish(headers: ArrivingRequest['headers'], query: URLSearchParams): Wish | Reply {
  const read = readAppServiceRequest(query);
  if (typeof read === 'string') return appServiceRefusal({ kind: 'invalid', text: read });
  const { version, resource } = read;
  // azure-identity for Python sends the header of the newer version with the older variables, too.
  const secret = single(headers[secretHeader(version)]) ?? single(headers['x-identity-header']);
  if (secret === undefined) return appServiceRefusal({ kind: 'wrong-secret' });
  return {
    secret,
    scopes: [scopeForResource(resource)],
    resource,
    tenantId: undefined,
    token: (given) => appServiceToken(given, version),
    refuse: appServiceRefusal,
  };
}

async function azdWish(
  headers: ArrivingRequest['headers'],
  query: URLSearchParams,
  readBody: ArrivingRequest['readBody'],
): Promise<Wish | Reply> {
  const secret = /^Bearer ([\w.~+/-]+=*)$/i.exec(single(headers['authorization']) ?? '')?.[1];
  if (secret === undefined) return azdRefusal({ kind: 'wrong-secret' });
  const read = readAzdRequest(query, await readBody());
  if (typeof read === 'string') return azdRefusal({ kind: 'invalid', text: read });
  return { secret, ...read, token: azdToken, refuse: azdRefusal };
}

/** A header that came once. */
const single = (values: readonly string[] | undefined): string | undefined =>
  values?.length === 1 ? values[0] : undefined;

/** Where it is not known which protocol is meant; one body serves both. */
const plainRefusal = (status: number, text: string): Reply => ({
  status,
  body: {
    error: 'invalid_request',
    error_description: text,
    status: 'error',
    code: 'GetTokenError',
    message: text,
  },
});
