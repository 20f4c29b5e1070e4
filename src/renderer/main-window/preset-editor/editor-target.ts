import type { PresetDraft } from '../../../shared/preset-draft';

/** What the editor is open for: a new preset, one like another, or one that there is. */
export type EditorTarget =
  | { readonly kind: 'add'; readonly start: Partial<PresetDraft> }
  | { readonly kind: 'copy'; readonly presetId: string }
  | { readonly kind: 'edit'; readonly presetId: string };

/** Which of them are one and the same, so that what was typed there is kept. */
export const isSameTarget = (one: EditorTarget, other: EditorTarget): boolean =>
  one === other || (one.kind === 'edit' && other.kind === 'edit' && one.presetId === other.presetId);
