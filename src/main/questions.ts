import { randomUUID } from 'node:crypto';
import { placeholderProblem } from '../shared/placeholders';
import type { CommandOutcome } from '../shared/ipc';
import type { HostQuestion, MethodQuestion, PlaceholderQuestion, Question } from '../shared/question';
import { errorName } from './error-words';
import { done } from './outcomes';
import type { Log } from './ports';
import { acceptedHost } from './presets/host-guard';
import type { PresetAnswerStore } from './presets/preset-answers';
import { questionAbout, type RequestUse } from './sample-requests';
import type { State } from './state';

export interface QuestionServices {
  readonly state: State;
  readonly answers: PresetAnswerStore;
  readonly log: Log;
}

/** A question without the id that it gets when it is asked. */
export type Asked = Omit<HostQuestion, 'id'> | Omit<PlaceholderQuestion, 'id'> | Omit<MethodQuestion, 'id'>;

export type QuestionAnswer =
  /** Copy or send anyway. */
  | { readonly kind: 'go-on' }
  | { readonly kind: 'fill-in'; readonly values: Readonly<Record<string, string>> }
  /** Copy with the placeholders in it. */
  | { readonly kind: 'leave-in' }
  | { readonly kind: 'cancel' };

const refused: CommandOutcome = { outcome: 'refused' };

/** What a person is asked before something is done, one thing at a time: the newest is what they have just wanted. */
export class Questions {
  private goOn: (() => Promise<CommandOutcome>) | undefined;

  constructor(private readonly services: QuestionServices) {}

  /** `goOn` is called with the answer remembered; it may ask the next thing. */
  ask(asked: Asked, goOn: () => Promise<CommandOutcome>): void {
    this.goOn = goOn;
    this.services.state.update({ question: { ...asked, id: randomUUID() } });
  }

  /** Asks what has to be known before a request is used; `again` comes after the answer. False: nothing. */
  askAbout(use: RequestUse, again: () => Promise<CommandOutcome>): boolean {
    const asked = questionAbout(use, this.services.state.value);
    if (asked !== undefined) this.ask(asked, again);
    return asked !== undefined;
  }

  /** Nobody wants to know any more. */
  drop(): void {
    this.goOn = undefined;
    if (this.services.state.value.question !== undefined) this.services.state.update({ question: undefined });
  }

  async answer(id: string, answer: QuestionAnswer): Promise<CommandOutcome> {
    const { question } = this.services.state.value;
    const { goOn } = this;
    if (question?.id !== id || goOn === undefined) return this.refuse('an answer without its question');
    if (answer.kind === 'cancel') {
      this.drop();
      return done;
    }
    if (answer.kind === 'fill-in' && !areFor(question, answer.values))
      return this.refuse('values that nobody has asked for');
    this.drop();
    const isTaken = await this.remember(question, answer);
    return isTaken ? goOn() : refused;
  }

  /** False: the answer is none to this question. */
  private async remember(question: Question, answer: QuestionAnswer): Promise<boolean> {
    const { answers } = this.services;
    const presetId = question.preset.id;
    switch (answer.kind) {
      case 'go-on':
        if (question.kind === 'host') await this.saving(answers.accept(presetId, [acceptedHost(question)]));
        return question.kind !== 'placeholders';
      case 'fill-in':
        await this.saving(answers.fillIn(presetId, answer.values));
        return true;
      case 'leave-in':
        if (question.kind !== 'placeholders' || question.purpose.kind !== 'copy') return false;
        await this.saving(
          answers.leaveIn(
            presetId,
            question.fields.map(({ name }) => name),
          ),
        );
        return true;
      case 'cancel':
        return false;
    }
  }

  /** What cannot be written is still good in memory; the person is told. */
  private async saving(work: Promise<void>): Promise<void> {
    try {
      await work;
    } catch (error) {
      this.services.log.error(`an answer could not be written: ${errorName(error)}`);
      this.services.state.addNotice({ kind: 'not-saved' });
    }
  }

  private refuse(why: string): CommandOutcome {
    this.services.log.warn(`refused: ${why}`);
    return refused;
  }
}

/** Whether the values are for what was asked, and may stand there: pages check the same while a person types. */
function areFor(question: Question, values: Readonly<Record<string, string>>): boolean {
  if (question.kind !== 'placeholders') return false;
  const places = new Map(question.fields.map(({ name, place }) => [name, place]));
  return Object.entries(values).every(([name, value]) => {
    const place = places.get(name);
    return place !== undefined && placeholderProblem(place, value) === undefined;
  });
}
