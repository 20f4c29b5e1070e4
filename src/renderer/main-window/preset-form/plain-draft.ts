import { checkPreset } from '../../../shared/check-preset';
import { emptyRequest, emptyTarget } from '../../../shared/draft-of-preset';
import type { Checked, FieldProblem } from '../../../shared/drafts';
import type { PresetDraft } from '../../../shared/preset-draft';
import type { AccessKind } from '../../../shared/scopes';

/** The part of a draft that the sheet shows. */
export interface PlainDraft {
  readonly name: string;
  readonly accessKind: AccessKind;
  readonly access: string;
  readonly sampleUrl: string;
}

export function plainOf({ name, targets }: PresetDraft, cloudId: string): PlainDraft {
  const { accessKind, access, requests } = targets[cloudId] ?? emptyTarget();
  return { name, accessKind, access, sampleUrl: requests[0]?.url ?? '' };
}

export function withPlain(draft: PresetDraft, cloudId: string, plain: PlainDraft): PresetDraft {
  const { name, accessKind, access, sampleUrl } = plain;
  const [first = emptyRequest(), ...others] = draft.targets[cloudId]?.requests ?? [];
  const target = { accessKind, access, requests: [{ ...first, url: sampleUrl }, ...others] };
  return { ...draft, name, targets: { ...draft.targets, [cloudId]: target } };
}

export const checkPlain =
  (draft: PresetDraft, cloudId: string) =>
  (plain: PlainDraft): Checked<undefined, PlainDraft> => {
    const checked = checkPreset(withPlain(draft, cloudId, plain));
    if (checked.ok) return { ok: true, value: undefined };
    const { problems } = checked;
    const shown = Object.entries({
      name: problems.name,
      access: problems[`targets.${cloudId}.access`],
      sampleUrl: problems[`targets.${cloudId}.requests.0.url`],
    }).filter(([, problem]) => problem !== undefined) as [keyof PlainDraft, FieldProblem][];
    return { ok: false, problems: Object.fromEntries(shown) };
  };
