import { emptyTarget } from '../../../shared/draft-of-preset';
import type { RequestMethod } from '../../../shared/preset';
import type { PresetDraft, RequestDraft, TargetDraft } from '../../../shared/preset-draft';

/** The draft with a target in a cloud, or with none there. */
export function withTarget(
  draft: PresetDraft,
  cloudId: string,
  target: TargetDraft | undefined,
): PresetDraft {
  const { [cloudId]: _before, ...others } = draft.targets;
  if (target === undefined) return { ...draft, targets: others };
  // In its place, so that problems are said in the same order as before.
  return { ...draft, targets: { ...draft.targets, [cloudId]: target } };
}

export const targetIn = ({ targets }: PresetDraft, cloudId: string): TargetDraft =>
  targets[cloudId] ?? emptyTarget();

/** The items with the one at `from` at `to`. */
export function moved<Item>(items: readonly Item[], from: number, to: number): Item[] {
  const item = items[from];
  if (item === undefined || to < 0 || to >= items.length) return [...items];
  return items.toSpliced(from, 1).toSpliced(to, 0, item);
}

/** The items with a copy of the one at `index` behind it. */
export function duplicated<Item>(items: readonly Item[], index: number, copy: (item: Item) => Item): Item[] {
  const item = items[index];
  return item === undefined ? [...items] : items.toSpliced(index + 1, 0, copy(item));
}

const withBody: ReadonlySet<RequestMethod> = new Set<RequestMethod>(['POST', 'PUT', 'PATCH']);

/** Services want a body with these methods, be it an empty one; one that was typed is never thrown away. */
export function withMethod(request: RequestDraft, method: RequestMethod): RequestDraft {
  const { body } = request;
  if (withBody.has(method)) return { ...request, method, body: body ?? '' };
  return { ...request, method, body: body === '' ? null : body };
}
