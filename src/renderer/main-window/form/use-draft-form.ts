import { useState } from 'react';
import type { Checked, FieldProblem, FieldProblems } from '../../../shared/drafts';
import { useAfterPress } from './use-after-press';

interface DraftForm<Draft> {
  readonly draft: Draft;
  readonly changed: boolean;
  /** What to say beside the fields now. */
  readonly problems: FieldProblems<Draft>;
  readonly set: (part: Partial<Draft>) => void;
  /** The person has left this field, so it may be judged. */
  readonly leave: (field: keyof Draft) => void;
  /** Judges all fields. Returns the first wrong one, or `undefined` when the draft may be sent. */
  readonly submit: () => keyof Draft | undefined;
}

/**
 * A form over a draft: a field is judged once it has been left with something in it, or once the form was sent, and
 * from then on as the person types.
 */
export function useDraftForm<Draft extends object>(
  initial: Draft,
  check: (draft: Draft) => Checked<unknown, Draft>,
): DraftForm<Draft> {
  const [draft, setDraft] = useState(initial);
  const [judged, setJudged] = useState<ReadonlySet<keyof Draft>>(new Set());
  const afterPress = useAfterPress();
  const checked = check(draft);
  const all: FieldProblems<Draft> = checked.ok ? {} : checked.problems;
  const fields = Object.keys(initial) as (keyof Draft)[];
  return {
    draft,
    changed: fields.some((field) => draft[field] !== initial[field]),
    problems: shownProblems(all, judged),
    set: (part) => setDraft((before) => ({ ...before, ...part })),
    leave: (field) => {
      if (draft[field] === '') return;
      afterPress(() => setJudged((before) => new Set([...before, field])));
    },
    submit: () => {
      setJudged(new Set(fields));
      return fields.find((field) => all[field] !== undefined);
    },
  };
}

/** Only the problems of fields that are being judged. */
export function shownProblems<Draft>(
  all: FieldProblems<Draft>,
  judged: ReadonlySet<keyof Draft>,
): FieldProblems<Draft> {
  const entries = Object.entries(all) as [keyof Draft, FieldProblem | undefined][];
  return Object.fromEntries(entries.filter(([field]) => judged.has(field))) as FieldProblems<Draft>;
}
