import { createContext, useContext } from 'react';
import type { PresetDraft } from '../../../shared/preset';
import type { PresetView } from '../../../shared/snapshot';

/** A sheet that belongs to the presets page. */
export type PresetsSheet =
  | { readonly kind: 'add'; readonly start: PresetDraft }
  | { readonly kind: 'edit'; readonly presetId: string }
  | { readonly kind: 'leave' };

/** What parts of the window can ask of it: its sheets. */
export interface PageActions {
  /** `name` is what the person has typed already. */
  readonly addPreset: (name: string) => void;
  /** Opens the form for a new one, filled in as this one is. */
  readonly duplicatePreset: (preset: PresetView) => void;
  readonly editPreset: (presetId: string) => void;
  readonly leaveClientApplication: () => void;
  /** Opens the sheet with a preset's own hotkey. */
  readonly editHotkey: (presetId: string) => void;
}

const nothing = (): void => undefined;

export const PageActionsContext = createContext<PageActions>({
  addPreset: nothing,
  duplicatePreset: nothing,
  editPreset: nothing,
  leaveClientApplication: nothing,
  editHotkey: nothing,
});

export const usePageActions = (): PageActions => useContext(PageActionsContext);
