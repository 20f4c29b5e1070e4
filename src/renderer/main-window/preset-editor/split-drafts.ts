import type { PresetDraft } from '../../../shared/preset-draft';
import { emptyRequest } from '../../../shared/draft-of-preset';
import { parseAccess, resourceLabel } from '../../../shared/scopes';
import { targetIn } from './draft-changes';

/** A draft for each of the other resources: like this one, for one cloud, with the resource in its name. */
export function splitDrafts(
  draft: PresetDraft,
  cloudId: string,
  others: readonly string[],
): readonly PresetDraft[] {
  const { accessKind } = targetIn(draft, cloudId);
  return others.map((access) => {
    const parsed = parseAccess(accessKind, access);
    const resource = parsed.ok ? resourceLabel(parsed.scopes) : access;
    return {
      ...draft,
      name: `${draft.name.trim()} ${resource}`.trim().slice(0, 80),
      hotkey: null,
      catalogueId: null,
      targets: { [cloudId]: { accessKind, access, requests: [emptyRequest()] } },
    };
  });
}
