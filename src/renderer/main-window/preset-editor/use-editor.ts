import { useMemo, useState } from 'react';
import { isSameTarget, type EditorTarget } from './editor-target';

interface Editing {
  readonly target?: EditorTarget;
  /** Asked for while something is being typed: opened once that is saved or thrown away. */
  readonly next?: EditorTarget;
  /** What else is to be made, one after the other as they are saved. */
  readonly queue: readonly EditorTarget[];
  /** Of the target, so that each has a form of its own. */
  readonly number: number;
}

export interface EditorState extends Editing {
  readonly open: (target: EditorTarget) => void;
  /** Closes it without saving, or goes on to what was asked for meanwhile. */
  readonly close: () => void;
  /** Closes it when it was saved, and goes on with what is to be made next. */
  readonly saved: (then: readonly EditorTarget[]) => void;
  /** Stays with what is being typed. */
  readonly stay: () => void;
}

const closed: Editing = { queue: [], number: 0 };

/** What the editor is open for. */
export function useEditor(): EditorState {
  const [editing, setEditing] = useState(closed);
  const actions = useMemo(
    () => ({
      open: (wanted: EditorTarget) => setEditing((before) => opened(before, wanted)),
      close: () => setEditing(({ next, number }) => following({ queue: [], number }, next)),
      saved: (then: readonly EditorTarget[]) =>
        setEditing(({ next, queue, number }) => {
          const [first, ...others] = [...then, ...queue];
          return next === undefined
            ? following({ queue: others, number }, first)
            : following({ queue: [...then, ...queue], number }, next);
        }),
      stay: () => setEditing(({ next: _next, ...before }) => before),
    }),
    [],
  );
  return { ...editing, ...actions };
}

function opened(before: Editing, wanted: EditorTarget): Editing {
  if (before.target === undefined) return following(before, wanted);
  return isSameTarget(before.target, wanted) ? before : { ...before, next: wanted };
}

const following = (
  { queue, number }: Pick<Editing, 'queue' | 'number'>,
  target: EditorTarget | undefined,
): Editing => (target === undefined ? { queue: [], number } : { target, queue, number: number + 1 });
