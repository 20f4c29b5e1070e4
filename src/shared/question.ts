import type { CopyFormat } from './copy-format';
import type { PlaceholderPlace } from './placeholders';
import type { SampleRequest } from './preset';

/** What is waiting for an answer: a copy, a request of ours, or nothing but the answer itself. */
export type QuestionPurpose =
  | { readonly kind: 'copy'; readonly format: CopyFormat }
  | { readonly kind: 'try' }
  | { readonly kind: 'edit' };

interface AboutPreset {
  /** Answers name it, so that one that comes late is not taken for that of the next question. */
  readonly id: string;
  readonly preset: { readonly id: string; readonly name: string; readonly isManaged: boolean };
  readonly purpose: QuestionPurpose;
}

/** A token would go to a host that may not be meant for it. */
export interface HostQuestion extends AboutPreset {
  readonly kind: 'host';
  /** `wrong`: its resource is known, and this is none of its hosts. `unknown`: nobody knows where it belongs. */
  readonly doubt: 'wrong' | 'unknown';
  /** What the token is for, in short. */
  readonly resource: string;
  readonly host: string;
}

/** A request has `{placeholders}` that nothing is known for. */
export interface PlaceholderQuestion extends AboutPreset {
  readonly kind: 'placeholders';
  /** With all that is known filled in, but for the fields below. */
  readonly request: SampleRequest;
  readonly fields: readonly PlaceholderField[];
}

export interface PlaceholderField {
  readonly name: string;
  readonly place: PlaceholderPlace;
  /** What it is now; empty where it is not known. */
  readonly value: string;
}

/** A request of ours would change something. */
export interface MethodQuestion extends AboutPreset {
  readonly kind: 'method';
  readonly method: SampleRequest['method'];
  readonly host: string;
  readonly url: string;
  /** In bytes; absent where there is no body. */
  readonly bodySize?: number;
}

/** What a person has to say before something is done. */
export type Question = HostQuestion | PlaceholderQuestion | MethodQuestion;
