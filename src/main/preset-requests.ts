import type { CommandOutcome } from '../shared/ipc';
import type { Preset } from '../shared/preset';
import type { Log } from './ports';
import type { PresetTokens } from './preset-tokens';
import { typedHosts } from './presets/host-guard';
import type { AcceptedHost, PresetAnswerStore } from './presets/preset-answers';
import type { QuestionAnswer, Questions } from './questions';
import { placeholdersQuestion } from './sample-requests';
import type { State } from './state';

export interface PresetRequestServices {
  readonly state: State;
  readonly answers: PresetAnswerStore;
  readonly questions: Questions;
  readonly log: Log;
}

/** What is known about the requests of presets, and what is asked before they are used. */
export class PresetRequests {
  constructor(
    private readonly services: PresetRequestServices,
    private readonly tokens: PresetTokens,
  ) {}

  answer(questionId: string, answer: QuestionAnswer): Promise<CommandOutcome> {
    return this.services.questions.answer(questionId, answer);
  }

  dropQuestion(): void {
    this.services.questions.drop();
  }

  /** Asks for all placeholders of a preset, whatever is known of them. */
  editPlaceholders(presetId: string): CommandOutcome {
    const { state, questions, log } = this.services;
    const errand = this.tokens.errand(presetId);
    const asked = errand && placeholdersQuestion(errand, state.value);
    if (asked === undefined) {
      log.warn('refused: editPlaceholders for a preset that has none');
      return { outcome: 'refused' };
    }
    questions.ask(asked, () => Promise.resolve({ outcome: 'done' }));
    return { outcome: 'done' };
  }

  /** Whoever has typed a host for an API that nobody else knows need not be asked about it. */
  async acceptTyped(preset: Preset, before?: Preset): Promise<void> {
    const there = before === undefined ? [] : this.typedHostsOf(before);
    const isNew = (one: AcceptedHost): boolean =>
      !there.some(({ resource, host }) => resource === one.resource && host === one.host);
    await this.services.answers.accept(preset.id, this.typedHostsOf(preset).filter(isNew));
  }

  private typedHostsOf({ targets }: Preset): readonly AcceptedHost[] {
    return Object.entries(targets).flatMap(([cloudId, target]) => {
      const cloud = this.services.state.value.clouds.find(({ id }) => id === cloudId);
      return cloud === undefined ? [] : typedHosts(cloud, target);
    });
  }
}
