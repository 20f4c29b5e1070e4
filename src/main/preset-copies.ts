import { holdsToken, isTemplate, type CopyFormat } from '../shared/copy-format';
import type { CommandOutcome } from '../shared/ipc';
import { fittingFormat, formatFacts, hasRequest, isOffered } from '../shared/offered-formats';
import { isSendable } from '../shared/snippets/sent-request';
import type { ActivityList } from './activity/activity-list';
import type { SecretClipboard } from './clipboard/secret-clipboard';
import { errorName } from './error-words';
import { subscriptionOf, tenantNameOf } from './identities';
import { done } from './outcomes';
import type { Log, Now } from './ports';
import type { Errand, PresetTokens, TokenChange, TokenFor } from './preset-tokens';
import type { RecentCopies } from './presets/recent-copies';
import { audienceOf } from './presets/token-audience';
import type { Questions } from './questions';
import { knownRequest } from './sample-requests';
import type { SettingsStore } from './settings/settings-store';
import { snippetText, type SnippetText } from './snippet-text';
import type { State } from './state';
import { formatOffer, templateViews } from './templates/template-views';

export interface PresetCopyServices {
  readonly state: State;
  readonly settings: SettingsStore;
  readonly clipboard: SecretClipboard;
  readonly recentCopies: RecentCopies;
  readonly activity: ActivityList;
  readonly questions: Questions;
  /** Saves a text where the person says, for nobody else to read. @throws what the file system throws */
  readonly saveFile: (file: FileToSave) => Promise<'saved' | 'cancelled'>;
  readonly now: Now;
  readonly log: Log;
}

/** What a text is made from: an errand, with its token where the text has one. */
type TextSource = Pick<Errand, 'preset' | 'target' | 'identity'> & Partial<Pick<TokenFor, 'answer'>>;

/** A file that has a token in it. */
export interface FileToSave {
  readonly suggestedName: string;
  readonly text: string;
  /** ms since the epoch */
  readonly tokenExpiresOn: number;
}

/** Formats that name the host of a sample request where there is one, and are whole without. */
const doWithoutRequest: ReadonlySet<CopyFormat> = new Set<CopyFormat>([
  'acr-exchange',
  'postman-environment',
]);

/** The commands that put a token, or a text made with it, on the clipboard or into a file. */
export class PresetCopies {
  constructor(
    private readonly services: PresetCopyServices,
    private readonly tokens: PresetTokens,
  ) {}

  /** Puts the preset's token, or a text made with it, on the clipboard. */
  copy(presetId: string, format: CopyFormat, requestIndex = 0): Promise<CommandOutcome> {
    return this.copyWith(presetId, format, {}, requestIndex);
  }

  /** The same in a format that may not fit the preset: then the token, if that is allowed. */
  copyFitting(presetId: string, wanted: CopyFormat): Promise<CommandOutcome> {
    const errand = this.tokens.errand(presetId);
    const offer = formatOffer(this.services.state.value);
    const format =
      errand === undefined ? wanted : fittingFormat(wanted, offer, formatFacts(errand.preset, errand.target));
    return this.copy(presetId, format);
  }

  /** Saves a text made with the preset's token to a file. */
  async save(presetId: string, format: CopyFormat, requestIndex = 0): Promise<CommandOutcome> {
    const { saveFile, log } = this.services;
    if (!this.isOfferedFor(presetId, format, requestIndex)) return { outcome: 'refused' };
    let outcome: CommandOutcome = done;
    const asked = await this.tokens.forPreset(presetId, async (errand) => {
      const again = (): Promise<CommandOutcome> => this.save(presetId, format, requestIndex);
      const got = await this.tokenToUse(errand, {}, format, requestIndex, again);
      if (got === undefined) return;
      const { text } = this.textFor(got, format, requestIndex);
      try {
        const suggestedName = `${got.preset.name}.postman_environment.json`;
        const saved = await saveFile({ suggestedName, text, tokenExpiresOn: got.answer.expiresOn });
        if (saved === 'saved') this.noteActivity(got, format, undefined);
      } catch (error) {
        log.warn(`a file was not saved: ${errorName(error)}`);
        outcome = { outcome: 'failed' };
      }
    });
    return asked.outcome === 'done' ? outcome : asked;
  }

  /** The same with a new token from the network, whatever the cache has. */
  copyFresh(presetId: string, format: CopyFormat): Promise<CommandOutcome> {
    return this.copyWith(presetId, format, { forceRefresh: true });
  }

  /** The same with a token that has what an API asked for, by a sign-in if that is what it takes. */
  copyWithClaims(presetId: string, claims: string): Promise<CommandOutcome> {
    return this.copyWith(presetId, 'token', { claims });
  }

  private copyWith(
    presetId: string,
    format: CopyFormat,
    change: TokenChange,
    requestIndex = 0,
  ): Promise<CommandOutcome> {
    if (!this.isOfferedFor(presetId, format, requestIndex)) return Promise.resolve({ outcome: 'refused' });
    return this.tokens.forPreset(presetId, async (errand) => {
      const again = (): Promise<CommandOutcome> => this.copyWith(presetId, format, change, requestIndex);
      if (!holdsToken(format)) return this.copyWithoutToken(errand, format, requestIndex, again);
      const got = await this.tokenToUse(errand, change, format, requestIndex, again);
      if (got === undefined) return;
      await this.toClipboard(got, format, requestIndex);
      await this.tokens.settle(got);
    });
  }

  /** Nobody is asked to sign in for a text that has no token in it. */
  private async copyWithoutToken(
    errand: Errand,
    format: CopyFormat,
    index: number,
    again: () => Promise<CommandOutcome>,
  ): Promise<void> {
    const asked = { index, purpose: { kind: 'copy', format } } as const;
    if (this.services.questions.askAbout({ ...errand, ...asked }, again)) return;
    await this.toClipboard(errand, format, index);
  }

  /** The token for a text in this format, after all has been asked that has to be. Undefined: it waits for the answer. */
  private async tokenToUse(
    errand: Errand,
    change: TokenChange,
    format: CopyFormat,
    index: number,
    again: () => Promise<CommandOutcome>,
  ): Promise<TokenFor | undefined> {
    const { questions } = this.services;
    if (!this.usesRequest(format)) return this.tokens.get(errand, change);
    const asked = { index, purpose: { kind: 'copy', format } } as const;
    if (questions.askAbout({ ...errand, ...asked }, again)) return undefined;
    const got = await this.tokens.get(errand, change);
    if (got === undefined) return undefined;
    const audience = audienceOf(got.answer.accessToken);
    return questions.askAbout({ ...got, ...asked, audience }, again) ? undefined : got;
  }

  /** Whether it can be copied of this preset. Logs why not. */
  private isOfferedFor(presetId: string, format: CopyFormat, requestIndex: number): boolean {
    const { log } = this.services;
    const errand = this.tokens.errand(presetId);
    // That there is no such preset is for whoever goes on to say.
    if (errand === undefined) return true;
    const facts = formatFacts(errand.preset, errand.target);
    const { offer } = this;
    const request = errand.target.requests[requestIndex];
    const refuse = (why: string): false => {
      log.warn(`refused: a format that ${why}`);
      return false;
    };
    if (!isTemplate(format) && offer.forbidden.includes(format)) return refuse('is forbidden');
    if (!isOffered(format, offer, facts)) return refuse('does not fit, or is no more');
    if (
      this.usesRequest(format) &&
      !doWithoutRequest.has(format) &&
      (request === undefined || !isSendable(request))
    )
      return refuse('needs a request that can be sent');
    return true;
  }

  /** What is offered at all. */
  get offer(): ReturnType<typeof formatOffer> {
    return formatOffer(this.services.state.value);
  }

  /** Whether a sample request is in it, and with it a host that the token goes to. */
  usesRequest(format: CopyFormat): boolean {
    if (!isTemplate(format)) return hasRequest(format) || doWithoutRequest.has(format);
    return templateViews(this.services.state.value).some(
      ({ id, needsRequest }) => id === format && needsRequest,
    );
  }

  /** The text of a format that is offered. */
  textFor(
    { preset, target, answer, identity }: TextSource,
    format: CopyFormat,
    requestIndex: number,
  ): SnippetText {
    const { state, now } = this.services;
    const request = target.requests[requestIndex];
    const subscriptionId = subscriptionOf(state.value, identity)?.id;
    const input = {
      presetName: preset.name,
      scopes: target.scopes,
      delivery: preset.delivery ?? 'bearer',
      request: request && knownRequest(request, state.value, identity, preset.id),
      token: {
        accessToken: answer?.accessToken ?? '',
        expiresOn: answer?.expiresOn ?? 0,
        tenantId: answer?.tenantId ?? '',
        ...(subscriptionId === undefined ? {} : { subscriptionId }),
        ...(identity.account === undefined ? {} : { username: identity.account.username }),
      },
      shell: state.value.shell,
      now: now(),
    };
    return snippetText(format, input, state.value);
  }

  private async toClipboard(got: TextSource, format: CopyFormat, requestIndex: number): Promise<void> {
    const { clipboard, state, recentCopies, now, log } = this.services;
    const { preset, answer } = got;
    const plain = { presetId: preset.id, presetName: preset.name, format };
    let copied: typeof plain & { readonly formatName?: string } = plain;
    let copiedOn: number;
    try {
      const { text, formatName, placeholders } = this.textFor(got, format, requestIndex);
      copied = { ...plain, ...(formatName === undefined ? {} : { formatName }) };
      ({ copiedOn } = await clipboard.copy(text, {
        ...copied,
        ...(answer === undefined ? {} : { tokenExpiresOn: answer.expiresOn }),
        placeholders,
      }));
    } catch (error) {
      log.warn(`the clipboard was not written: ${errorName(error)}`);
      state.update({ copyFailed: { ...copied, failedOn: now() } });
      return;
    }
    state.update({ copyFailed: undefined });
    recentCopies.note({ presetId: preset.id, format, on: copiedOn });
    this.noteActivity(got, format, copied.formatName, copiedOn);
  }

  private noteActivity(
    { preset, answer, identity }: TextSource,
    format: CopyFormat,
    formatName: string | undefined,
    on = this.services.now(),
  ): void {
    const { activity, settings, state } = this.services;
    if (!settings.value.activityList) return;
    const { account } = identity;
    activity.note({
      on,
      presetName: preset.name,
      format,
      ...(formatName === undefined ? {} : { formatName }),
      username: account?.username ?? '',
      tenantName:
        account === undefined
          ? ''
          : tenantNameOf(state.value, identity, answer?.tenantId ?? account.tenantId),
    });
  }
}
