import type { CopyFormat } from '../shared/copy-format';
import { formatFacts, isOffered } from '../shared/offered-formats';
import type { PresetIdentity } from '../shared/preset';
import { presetFileLimits } from '../shared/preset-file-limits';
import type { ImportChoice, ImportItem } from '../shared/sharing-view';
import { identityOf, type Identity } from './identities';
import { SignInCancelled, tokenFailure } from './identity/failures';
import type { OpenClients } from './identity/open-clients';
import type { SignInDesk } from './identity/sign-in-desk';
import type { SignInFlow } from './identity/sign-in';
import type { Now } from './ports';
import type { PresetCopies } from './preset-copies';
import type { PresetTokens } from './preset-tokens';
import type { PresetStore } from './presets/preset-store';
import { audienceOf } from './presets/token-audience';
import { questionAbout } from './sample-requests';
import type { ScriptAnswer, ScriptToken } from './script-tokens';
import { exportPresets, type PresetExport } from './sharing/preset-export';
import { PresetImports, type ImportState } from './sharing/preset-imports';
import { recogniseRequest } from './sharing/recognise-request';
import { idOutside } from './sharing/team-presets';
import type { SettingsStore } from './settings/settings-store';
import type { SignInFlowChoice } from './sign-in-flow-choice';
import type { State } from './state';
import { readBounded, type FoundFile } from './storage/bounded-file';

export interface ScriptCommandServices {
  readonly state: State;
  readonly presets: PresetStore;
  readonly settings: SettingsStore;
  readonly clients: OpenClients;
  readonly desk: SignInDesk;
  readonly signInFlow: SignInFlowChoice;
  readonly now: Now;
  readonly newId: () => string;
}

export type ScriptSnippet =
  | { readonly outcome: 'text'; readonly text: string; readonly placeholders: readonly string[] }
  /** A person has to say first that the token may go there. */
  | { readonly outcome: 'host'; readonly host: string; readonly resource: string }
  /** It does not fit the preset, or the organisation does not allow it. */
  | { readonly outcome: 'not-offered' };

export interface ScriptSignIn {
  readonly identity: PresetIdentity;
  /** Absent: as the settings have it. */
  readonly flow: SignInFlow | undefined;
  readonly scopes: readonly string[] | undefined;
  /** Whoever has asked is gone: nobody waits for it any more. */
  readonly left: AbortSignal;
}

export type SignedIn =
  | { readonly outcome: 'signed-in'; readonly identity: Identity }
  | Exclude<ScriptAnswer, { outcome: 'token' | 'unknown-preset' | 'not-in-cloud' }>;

export type ScriptImport =
  | {
      readonly outcome: 'done';
      readonly items: readonly ImportItem[];
      readonly choices: readonly ImportChoice[];
    }
  | { readonly outcome: 'refused'; readonly reason: string };

/** What only the command line does, beside getting tokens. Nothing of it is shown in the window. */
export class ScriptCommands {
  constructor(
    private readonly services: ScriptCommandServices,
    private readonly tokens: PresetTokens,
    private readonly copies: PresetCopies,
  ) {}

  /** A text made of a preset with a token that it has just got. */
  snippet({ answer, identity, preset: of }: ScriptToken, format: CopyFormat): ScriptSnippet {
    const { state } = this.services;
    if (of === undefined) return { outcome: 'not-offered' };
    const { preset, target } = of;
    const offer = this.copies.offer;
    const isForbidden = offer.forbidden.includes(format);
    if (isForbidden || !isOffered(format, offer, formatFacts(preset, target)))
      return { outcome: 'not-offered' };
    if (this.copies.usesRequest(format)) {
      const audience = audienceOf(answer.accessToken);
      const purpose = { kind: 'copy', format } as const;
      const asked = questionAbout({ preset, target, identity, index: 0, purpose, audience }, state.value);
      // What is to be filled in stays in the text, and is told; who may have the token is for the window to ask.
      if (asked?.kind === 'host') return { outcome: 'host', host: asked.host, resource: asked.resource };
    }
    const { text, placeholders } = this.copies.textFor({ preset, target, answer, identity }, format, 0);
    return { outcome: 'text', text, placeholders };
  }

  /** Signs somebody in, who is in use from then on. */
  async signIn({ identity: wanted, flow, scopes, left }: ScriptSignIn): Promise<SignedIn> {
    const { state, clients, signInFlow, now } = this.services;
    const identity = identityOf(state.value, { identity: wanted });
    const client = identity && clients.find(identity.clientApplication.id);
    if (identity === undefined || client === undefined) return { outcome: 'no-client' };
    const { tenantId } = wanted;
    const request =
      scopes === undefined && tenantId === undefined
        ? undefined
        : { scopes: scopes ?? [], account: undefined, ...(tenantId === undefined ? {} : { tenantId }) };
    const work = (): Promise<unknown> => this.tokens.signInQuietly(client, request, left);
    try {
      await (flow === undefined ? work() : signInFlow.once(flow, work));
      const { clientApplicationId = identity.clientApplication.id } = wanted;
      return {
        outcome: 'signed-in',
        identity: identityOf(state.value, { identity: { clientApplicationId } }) ?? identity,
      };
    } catch (error) {
      if (error instanceof SignInCancelled) return { outcome: 'cancelled' };
      return { outcome: 'failed', failure: tokenFailure(error, now()), identity };
    }
  }

  /** As much of a file as may be imported. */
  readFile(path: string): Promise<FoundFile> {
    return readBounded(path, presetFileLimits.size);
  }

  export(presetIds: readonly string[]): PresetExport {
    const wanted = new Set(presetIds);
    return exportPresets(
      this.services.presets.all.filter(({ id }) => wanted.has(id)),
      ({ id }) => idOutside(id),
    );
  }

  /**
   * Takes presets over, all or none. @param choose says for each what is to become of it, or throws where nothing is to be
   * changed
   */
  async import(
    bytes: Uint8Array,
    choose: (items: readonly ImportItem[]) => readonly ImportChoice[],
  ): Promise<ScriptImport> {
    const { presets, settings, state, newId } = this.services;
    if (state.value.forbidden.includes('ownPresets'))
      return { outcome: 'refused', reason: 'Your organisation does not allow presets of your own.' };
    let read: ImportState = {};
    const imports = new PresetImports({
      presets,
      recognise: recogniseRequest,
      newId,
      keepFresh: () => settings.value.keepFreshByDefault,
      changed: (changed) => (read = changed),
    });
    imports.readBytes('', bytes.length, bytes);
    const { preview } = read;
    if (preview === undefined) return refusalOf(read);
    const choices = choose(preview.items);
    await imports.apply(preview.id, choices);
    return read.refused === undefined ? { outcome: 'done', items: preview.items, choices } : refusalOf(read);
  }
}

function refusalOf({ refused }: ImportState): ScriptImport {
  const { reason = 'There is nothing in it.', place } = refused?.problem ?? {};
  return {
    outcome: 'refused',
    reason:
      place === undefined ? reason : `Line ${place.line}, column ${place.column} (${place.path}): ${reason}`,
  };
}
