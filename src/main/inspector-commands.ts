import type { CommandArguments, CommandOutcome, RevealOutcome } from '../shared/ipc';
import { longestInspected } from '../shared/inspector/inspector-limits';
import type { InspectionSlot } from '../shared/inspector/inspection';
import { t } from '../shared/messages';
import type { SecretClipboard } from './clipboard/secret-clipboard';
import type { Inspector } from './inspector/inspector';
import { done, copyPlain, unlessHeld } from './outcomes';
import { ClipboardHeld } from './platform/clipboard';
import type { Log, Now } from './ports';
import type { PresetTokens } from './preset-tokens';
import type { State } from './state';

export interface InspectorCommandServices {
  readonly state: State;
  readonly inspector: Inspector;
  readonly clipboard: SecretClipboard;
  readonly openMainWindow: () => void;
  readonly now: Now;
  readonly log: Log;
}

const invalid = (
  problem: 'inspect-empty' | 'inspect-too-long' | 'inspect-clipboard-empty',
): CommandOutcome => ({
  outcome: 'invalid',
  problems: { text: problem },
});

/** The commands about looking into tokens. */
export class InspectorCommands {
  constructor(
    private readonly services: InspectorCommandServices,
    private readonly tokens: PresetTokens,
  ) {
    // Whatever has led away from the page: nothing that was looked into outlives it.
    services.state.subscribe(({ windowPage }) => {
      if (windowPage !== 'inspector') services.inspector.forget();
    });
  }

  /** Gets a preset's token as a copy does, by a sign-in if that is what it takes, and looks into it. */
  async preset({ presetId, slot }: CommandArguments<'inspectToken'>): Promise<CommandOutcome> {
    const { state, inspector, openMainWindow } = this.services;
    const isKnown = state.snapshot.presets.some(({ id }) => id === presetId);
    if (!isKnown) return this.refused('inspectToken for an unknown preset');
    state.update({ windowPage: 'inspector' });
    openMainWindow();
    return this.tokens.inspect(presetId, ({ token, name, cloudId }) => {
      // Whoever has left the page meanwhile does not wait for it any more.
      if (state.value.windowPage === 'inspector')
        inspector.take(slot, token, { kind: 'preset', presetId, name, cloudId });
    });
  }

  text({ text, slot }: CommandArguments<'inspectText'>): CommandOutcome {
    if (this.services.state.value.windowPage !== 'inspector')
      return this.refused('inspectText without its page');
    if (text.trim() === '') return invalid('inspect-empty');
    if (text.length > longestInspected) return invalid('inspect-too-long');
    this.services.inspector.takeText(slot, text);
    return done;
  }

  /** Looks into what is on the clipboard, which stays there for as long as it would have. */
  async clipboard({ slot }: CommandArguments<'inspectClipboard'>): Promise<CommandOutcome> {
    let text: string;
    try {
      text = await this.services.clipboard.read();
    } catch (error) {
      if (error instanceof ClipboardHeld) return { outcome: 'clipboard-held' };
      throw error;
    }
    return text.trim() === '' ? invalid('inspect-clipboard-empty') : this.text({ text, slot });
  }

  forget({ slot }: CommandArguments<'forgetInspected'>): CommandOutcome {
    this.services.inspector.forgetOne(slot);
    return done;
  }

  async verify({ slot }: CommandArguments<'verifyInspected'>): Promise<CommandOutcome> {
    const isSigned = await this.services.inspector.verify(slot);
    return isSigned ? done : this.refused('verifyInspected without a signed token');
  }

  async copyClaim({ slot, part, index }: CommandArguments<'copyClaim'>): Promise<CommandOutcome> {
    const claim = this.partOf(slot, part)?.claims[index];
    if (claim === undefined) return this.refused('copyClaim for an unknown claim');
    return copyPlain(this.services.clipboard, claim.text);
  }

  async copyPart({ slot, part }: CommandArguments<'copyTokenPart'>): Promise<CommandOutcome> {
    const shown = this.partOf(slot, part);
    if (shown === undefined) return this.refused('copyTokenPart for an unknown part');
    return copyPlain(this.services.clipboard, shown.json);
  }

  /** As a secret, which is cleared in time. */
  async copyToken({ slot }: CommandArguments<'copyInspected'>): Promise<CommandOutcome> {
    const { inspector, clipboard } = this.services;
    const token = inspector.token(slot);
    const view = inspector.view(slot);
    if (token === undefined || view === undefined) return this.refused('copyInspected without a token');
    if (this.tokensAreForbidden) return this.refused('copyInspected, which is forbidden');
    const { origin } = view;
    const expiresOn = view.token.kind === 'signed' ? view.token.facts.expiresOn : undefined;
    const copied = {
      presetId: origin.kind === 'preset' ? origin.presetId : 'inspected',
      presetName: origin.kind === 'preset' ? origin.name : t('inspector.pasted.name'),
      format: 'token' as const,
      tokenExpiresOn: expiresOn ?? this.services.now(),
      placeholders: [],
    };
    return unlessHeld(clipboard.copy(token, copied).then(() => undefined));
  }

  /** Not among the commands: see `RevealOutcome`. */
  reveal(slot: InspectionSlot): RevealOutcome {
    const { inspector, state } = this.services;
    const token = state.value.windowPage === 'inspector' ? inspector.token(slot) : undefined;
    if (token !== undefined && !this.tokensAreForbidden) return { outcome: 'revealed', token };
    this.refused('revealing a token');
    return { outcome: 'refused' };
  }

  private get tokensAreForbidden(): boolean {
    return this.services.state.value.forbiddenFormats.includes('token');
  }

  private partOf(slot: InspectionSlot, part: 'header' | 'payload') {
    const token = this.services.inspector.view(slot)?.token;
    if (token?.kind === 'signed') return token[part];
    return token?.kind === 'encrypted' && part === 'header' ? token.header : undefined;
  }

  private refused(why: string): CommandOutcome {
    this.services.log.warn(`refused: ${why}`);
    return { outcome: 'refused' };
  }
}
