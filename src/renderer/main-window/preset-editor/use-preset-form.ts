import { useMemo, useState } from 'react';
import type { HotkeyProblem } from '../../../shared/accelerator';
import { checkPreset, type PresetPath, type PresetProblems } from '../../../shared/check-preset';
import type { FieldProblem } from '../../../shared/drafts';
import type { PresetDraft } from '../../../shared/preset-draft';
import { useAfterPress } from '../form/use-after-press';

export interface PresetForm {
  readonly draft: PresetDraft;
  readonly changed: boolean;
  readonly change: (change: (draft: PresetDraft) => PresetDraft) => void;
  /** What to say beside this field now. */
  readonly problemOf: (path: PresetPath) => FieldProblem | HotkeyProblem | undefined;
  /** Whether anything is said about this field or those below it. */
  readonly hasProblem: (start: string) => boolean;
  /** The person has left this field with something in it, so it may be judged. */
  readonly leave: (path: PresetPath) => void;
  /** Rows below this path have moved: what was left there is no longer known. */
  readonly forget: (start: string) => void;
  /** Judges all fields. Returns the first wrong one, or `undefined` when the draft may be sent. */
  readonly submit: () => PresetPath | undefined;
  /** Main has refused these fields; true until they change. Returns the first of them. */
  readonly refuse: (problems: PresetProblems) => PresetPath | undefined;
}

/** A form over a preset's draft, judged as `useDraftForm` does it, with a path for each field. */
export function usePresetForm(initial: PresetDraft): PresetForm {
  const [draft, setDraft] = useState(initial);
  const [judged, setJudged] = useState<ReadonlySet<string>>(new Set());
  const [allJudged, setAllJudged] = useState(false);
  const [refused, setRefused] = useState<{
    readonly draft: PresetDraft;
    readonly problems: PresetProblems;
  }>();
  const afterPress = useAfterPress();
  const found = useMemo<PresetProblems>(() => {
    const checked = checkPreset(draft);
    return checked.ok ? {} : checked.problems;
  }, [draft]);
  const changed = useMemo(() => JSON.stringify(draft) !== JSON.stringify(initial), [draft, initial]);

  const problemOf = (path: PresetPath): FieldProblem | HotkeyProblem | undefined => {
    const own = allJudged || judged.has(path) ? found[path] : undefined;
    if (own !== undefined || refused === undefined) return own;
    return valueAt(draft, path) === valueAt(refused.draft, path) ? refused.problems[path] : undefined;
  };
  const paths = [...Object.keys(found), ...Object.keys(refused?.problems ?? {})] as PresetPath[];
  return {
    draft,
    changed,
    change: setDraft,
    problemOf,
    hasProblem: (start) => paths.some((path) => path.startsWith(start) && problemOf(path) !== undefined),
    leave: (path) => {
      if (valueAt(draft, path) === '') return;
      afterPress(() => setJudged((before) => new Set([...before, path])));
    },
    forget: (start) => setJudged((before) => new Set([...before].filter((path) => !path.startsWith(start)))),
    submit: () => {
      setAllJudged(true);
      return firstOf(found);
    },
    refuse: (problems) => {
      setRefused({ draft, problems });
      return firstOf(problems);
    },
  };
}

const firstOf = (problems: PresetProblems): PresetPath | undefined =>
  (Object.keys(problems) as PresetPath[]).find((path) => problems[path] !== undefined);

/** What stands at a path of a draft. */
function valueAt(draft: PresetDraft, path: PresetPath): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (within, part) =>
        typeof within === 'object' && within !== null && Object.hasOwn(within, part)
          ? (within as Readonly<Record<string, unknown>>)[part]
          : undefined,
      draft,
    );
}
