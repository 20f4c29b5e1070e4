import { performance } from 'node:perf_hooks';
import { isPassword } from '../../shared/delivery';
import type { CommandOutcome } from '../../shared/ipc';
import { parseUrl } from '../../shared/parse-url';
import type { SampleRequest } from '../../shared/preset';
import type { TrialAnswer, TrialProblem } from '../../shared/trial';
import { mostKept } from '../../shared/trial';
import { sentRequest } from '../../shared/snippets/sent-request';
import type { SecretClipboard } from '../clipboard/secret-clipboard';
import { errorName } from '../error-words';
import { ProxyLoginNeeded, TimedOut } from '../identity/network-errors';
import { done, copyPlain } from '../outcomes';
import type { Exchange, Exchanged } from '../platform/exchange';
import type { Log, Now } from '../ports';
import type { PresetTokens, TokenFor } from '../preset-tokens';
import { audienceOf } from '../presets/token-audience';
import type { Questions } from '../questions';
import { knownRequest } from '../sample-requests';
import type { State } from '../state';
import { answerAdvice, claimsOf } from './answer-advice';
import { answerBody } from './answer-body';
import { registryTokens } from './registry-exchange';
import { trialProblem } from './trial-problem';
import { textWithoutSecrets, withoutSecrets } from './without-secrets';

export interface TryItServices {
  readonly state: State;
  readonly questions: Questions;
  readonly exchange: Exchange;
  readonly clipboard: SecretClipboard;
  /** Asks where to save a file of this name, and writes it for this person alone. False: they would rather not. */
  readonly saveAnswer: (name: string, bytes: Buffer) => Promise<boolean>;
  readonly openMainWindow: () => void;
  readonly now: Now;
  readonly log: Log;
}

/** The state of the page; all but the answer's bytes is for surfaces. */
export interface Trial {
  readonly presetId: string;
  readonly index: number;
  readonly phase: 'ready' | 'token' | 'sending' | 'receiving' | 'ended' | 'cancelled';
  readonly since: number;
  readonly received: number;
  readonly answer?: TrialAnswer | undefined;
  readonly problem?: TrialProblem | undefined;
}

/** How long an answer may take, in ms. */
const patience = 100_000;

/** At most so often the page hears how much has come, in ms. */
const tellEvery = 100;

const safeMethods: ReadonlySet<string> = new Set<SampleRequest['method']>(['GET', 'HEAD']);

interface SendOptions {
  /** What the API has asked for. */
  readonly claims?: string;
  /** The person has said that this one, of `fingerprint`, may change something. Another one is asked about. */
  readonly confirmed?: string;
}

/** Tells one request from every other: what a person has allowed is allowed for that one only. */
const fingerprint = (presetId: string, { method, url, headers, body }: SampleRequest): string =>
  JSON.stringify([presetId, method, url, headers, body]);

const mayBeSent = (presetId: string, request: SampleRequest, { confirmed }: SendOptions): boolean =>
  safeMethods.has(request.method) || confirmed === fingerprint(presetId, request);

/**
 * Sends sample requests with the token, from here: the token reaches no page. What comes back is kept here, too, without
 * the token where the answer echoes it; a page sees the beginning of it.
 */
export class TryIt {
  /** Of the answer on the page. */
  private bytes: Buffer = Buffer.alloc(0);
  /** What the answer on the page asks for, and which request it refused for want of it. */
  private challenge: { readonly claims: string; readonly refused: string } | undefined;
  private running: AbortController | undefined;

  constructor(
    private readonly services: TryItServices,
    private readonly tokens: PresetTokens,
  ) {}

  open(presetId: string): CommandOutcome {
    const { state, now, openMainWindow } = this.services;
    if (this.tokens.errand(presetId) === undefined) return this.refuse('openTryIt for an unknown preset');
    // What is on the page stays there while another page is looked at.
    if (state.value.trial?.presetId !== presetId) {
      this.leave();
      state.update({ trial: { presetId, index: 0, phase: 'ready', since: now(), received: 0 } });
    }
    state.update({ windowPage: 'try-it' });
    openMainWindow();
    return done;
  }

  choose(index: number): CommandOutcome {
    const { trial } = this.services.state.value;
    const errand = trial && this.tokens.errand(trial.presetId);
    if (trial === undefined || errand?.target.requests[index] === undefined)
      return this.refuse('a sample request that is not there');
    if (index !== trial.index) {
      this.leave();
      this.update({ index, phase: 'ready', answer: undefined, problem: undefined });
    }
    return done;
  }

  send(options: SendOptions = {}): Promise<CommandOutcome> {
    const { state, questions } = this.services;
    const { trial } = state.value;
    const errand = trial && this.tokens.errand(trial.presetId);
    const template = trial && errand?.target.requests[trial.index];
    if (trial === undefined || errand === undefined || template === undefined)
      return Promise.resolve(this.refuse('a sample request that is not there'));
    if (isPassword(errand.preset.delivery ?? 'bearer'))
      return Promise.resolve(this.refuse('a request to a database'));
    const use = { ...errand, index: trial.index, purpose: { kind: 'try' } } as const;
    if (questions.askAbout(use, () => this.send(options))) return Promise.resolve(done);
    const { id, name } = errand.preset;
    const known = knownRequest(template, state.value, errand.identity, id);
    if (!mayBeSent(id, known, options)) {
      const { method, url, body } = known;
      questions.ask(
        {
          kind: 'method',
          preset: { id, name, isManaged: state.value.managedPresetIds.has(id) },
          purpose: { kind: 'try' },
          method,
          url,
          host: parseUrl(url)?.host ?? url,
          ...(body === undefined ? {} : { bodySize: Buffer.byteLength(body) }),
        },
        () => this.send({ ...options, confirmed: fingerprint(id, known) }),
      );
      return Promise.resolve(done);
    }
    return this.run(trial, options);
  }

  /** Gets a token with what the answer asks for, and sends again what was refused for want of it. */
  satisfy(): Promise<CommandOutcome> {
    const { challenge } = this;
    if (challenge === undefined) return Promise.resolve(this.refuse('a challenge that nobody has made'));
    // What was refused has changed nothing, and the person has just asked for it again.
    return this.send({ claims: challenge.claims, confirmed: challenge.refused });
  }

  cancel(): CommandOutcome {
    this.running?.abort(new Cancelled());
    // A sign-in that is under way has a Cancel of its own; what comes of it is not sent any more.
    if (this.services.state.value.trial?.phase === 'token') {
      this.running = undefined;
      this.update({ phase: 'cancelled' });
    }
    return done;
  }

  /** The page is gone for good: what it held goes, too. */
  close(): void {
    this.leave();
    this.services.state.update({ trial: undefined });
  }

  async save(): Promise<CommandOutcome> {
    const { trial } = this.services.state.value;
    if (trial?.answer === undefined || this.bytes.length === 0)
      return this.refuse('an answer without a body');
    try {
      await this.services.saveAnswer(fileName(trial.answer), this.bytes);
      return done;
    } catch (error) {
      this.services.log.error(`an answer was not saved: ${errorName(error)}`);
      return { outcome: 'failed' };
    }
  }

  /** A part of what is shown of the body, or all of it. */
  copyBody(start: number, end: number): Promise<CommandOutcome> {
    const { answer } = this.services.state.value.trial ?? {};
    const text = answer?.body.text.slice(start, end) ?? '';
    if (text === '') return Promise.resolve(this.refuse('an answer without a text'));
    return copyPlain(this.services.clipboard, text);
  }

  copyHeaders(): Promise<CommandOutcome> {
    const { answer } = this.services.state.value.trial ?? {};
    if (answer === undefined) return Promise.resolve(this.refuse('headers without an answer'));
    const lines = answer.headers.map(({ name, value }) => `${name}: ${value}`);
    return copyPlain(this.services.clipboard, lines.join('\n'));
  }

  private async run(trial: Trial, options: SendOptions): Promise<CommandOutcome> {
    this.forget();
    const running = new AbortController();
    this.running = running;
    this.update({ phase: 'token', answer: undefined, problem: undefined, received: 0 });
    const again = (): Promise<CommandOutcome> => this.send(options);
    const claims = options.claims === undefined ? {} : { claims: options.claims };
    const got = await this.tokens.tokenFor(trial.presetId, claims, again);
    // Another one was begun, or the page is gone.
    if (this.running !== running) return done;
    if (got === undefined || running.signal.aborted) {
      this.running = undefined;
      this.update({ phase: got === undefined ? 'ready' : 'cancelled' });
      return done;
    }
    const audience = audienceOf(got.answer.accessToken);
    const use = { ...got, index: trial.index, purpose: { kind: 'try' } } as const;
    if (this.services.questions.askAbout({ ...use, audience }, again)) {
      this.running = undefined;
      this.update({ phase: 'ready' });
      return done;
    }
    const template = got.target.requests[trial.index];
    const { id } = got.preset;
    const known = template && knownRequest(template, this.services.state.value, got.identity, id);
    // Meanwhile somebody else may have signed in, or a placeholder been filled in: then it is another request.
    if (known === undefined || !mayBeSent(id, known, options)) {
      this.running = undefined;
      this.update({ phase: 'ready' });
      return again();
    }
    await this.exchanged(known, got, running, again);
    return done;
  }

  private async exchanged(
    known: SampleRequest,
    got: TokenFor,
    running: AbortController,
    again: () => Promise<CommandOutcome>,
  ): Promise<void> {
    const { log } = this.services;
    const timer = setTimeout(() => running.abort(new TimedOut('')), patience);
    const isCurrent = (): boolean => this.running === running;
    const host = parseUrl(known.url)?.host ?? known.url;
    try {
      this.update({ phase: 'sending' });
      const { exchanged, secrets } = await this.sendWith(known, got, running.signal, isCurrent);
      if (!isCurrent()) return;
      this.take(got.preset.id, known, exchanged, secrets);
    } catch (error) {
      if (!isCurrent()) return;
      if (running.signal.reason instanceof Cancelled) this.update({ phase: 'cancelled' });
      else if (error instanceof ProxyLoginNeeded) {
        this.update({ phase: 'ready' });
        this.tokens.fail(error, got, again);
      } else {
        log.warn(`a sample request had no answer: ${errorName(error)}`);
        this.update({ phase: 'ended', problem: trialProblem(error, host) });
      }
    } finally {
      clearTimeout(timer);
      if (isCurrent()) this.running = undefined;
    }
  }

  private async sendWith(
    request: SampleRequest,
    { answer, preset, target }: TokenFor,
    signal: AbortSignal,
    isCurrent: () => boolean,
  ): Promise<{ readonly exchanged: Exchanged; readonly secrets: readonly string[] }> {
    const { exchange, now } = this.services;
    const { accessToken, tenantId, expiresOn } = answer;
    const delivery = preset.delivery ?? 'bearer';
    const secrets = [accessToken];
    let token = accessToken;
    if (delivery === 'container-registry') {
      const ofRegistry = await registryTokens(exchange, { ...request, accessToken, tenantId }, signal);
      secrets.push(...ofRegistry);
      token = ofRegistry[1];
    }
    const sent = sentRequest({
      presetName: preset.name,
      scopes: target.scopes,
      delivery,
      request,
      token: { accessToken: token, expiresOn, tenantId },
      shell: 'posix',
      now: now(),
    });
    let toldOn = -Infinity;
    const received = (bytes: number): void => {
      if (!isCurrent() || performance.now() - toldOn < tellEvery) return;
      toldOn = performance.now();
      this.update({ phase: 'receiving', received: bytes });
    };
    return { exchanged: await exchange(sent, { signal, mostBytes: mostKept, received }), secrets };
  }

  private take(
    presetId: string,
    request: SampleRequest,
    exchanged: Exchanged,
    secrets: readonly string[],
  ): void {
    const { status, firstByteAfter, total, isCut } = exchanged;
    const headers = exchanged.headers.map(({ name, value }) => ({
      name,
      value: textWithoutSecrets(value, secrets),
    }));
    const headerOf = (wanted: string): string =>
      headers
        .filter(({ name }) => name.toLowerCase() === wanted)
        .map(({ value }) => value)
        .join(', ');
    this.bytes = withoutSecrets(exchanged.body, secrets, isCut);
    const body = answerBody(this.bytes, headerOf('content-type'), isCut);
    const challenge = headerOf('www-authenticate');
    const judged = {
      status,
      method: request.method,
      url: request.url,
      challenge,
      text: body.text,
      retryAfter: headerOf('retry-after'),
      location: headerOf('location'),
    };
    const advice = answerAdvice(judged, this.services.now());
    const claims = advice?.kind === 'challenge' ? claimsOf(challenge) : undefined;
    this.challenge = claims === undefined ? undefined : { claims, refused: fingerprint(presetId, request) };
    this.update({
      phase: 'ended',
      answer: {
        method: request.method,
        url: request.url,
        status,
        firstByteAfter,
        total,
        headers,
        body,
        ...(advice === undefined ? {} : { advice }),
      },
    });
  }

  private forget(): void {
    this.running?.abort(new Cancelled());
    this.running = undefined;
    this.bytes = Buffer.alloc(0);
    this.challenge = undefined;
  }

  /** Another request is looked at, or none: what was asked about the last one is not to be answered any more. */
  private leave(): void {
    const { questions, state } = this.services;
    if (state.value.question?.purpose.kind === 'try') questions.drop();
    this.forget();
  }

  private update(change: Partial<Trial>): void {
    const { state, now } = this.services;
    const { trial } = state.value;
    if (trial === undefined) return;
    const since = change.phase === undefined || change.phase === trial.phase ? trial.since : now();
    state.update({ trial: { ...trial, ...change, since } });
  }

  private refuse(why: string): CommandOutcome {
    this.services.log.warn(`refused: ${why}`);
    return { outcome: 'refused' };
  }
}

/** The person has ended it. */
class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

/** What the file of an answer is called at first. */
function fileName({ url, body }: TrialAnswer): string {
  const path = parseUrl(url)?.pathname ?? '';
  const last = /([\w.-]{1,80})\/*$/.exec(path)?.[1] ?? 'answer';
  const type = body.contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  const ending = body.kind === 'json' ? 'json' : (endingOf(type) ?? (body.kind === 'text' ? 'txt' : 'bin'));
  return last.toLowerCase().endsWith(`.${ending}`) ? last : `${last.replace(/^\.+/, '')}.${ending}`;
}

const endingOf = (type: string): string | undefined =>
  Object.hasOwn(endings, type) ? endings[type] : undefined;

const endings: Readonly<Partial<Record<string, string>>> = {
  'application/pdf': 'pdf',
  'application/xml': 'xml',
  'application/zip': 'zip',
  'image/gif': 'gif',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/svg+xml': 'svg',
  'text/csv': 'csv',
  'text/html': 'html',
  'text/xml': 'xml',
};
