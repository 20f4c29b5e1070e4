import { createContext, useContext } from 'react';
import type { PresetView } from '../../../shared/snapshot';

/** What parts of the presets page can ask of the page: its sheets. */
export interface PageActions {
  /** `name` is what the person has typed already. */
  readonly addPreset: (name: string) => void;
  /** Opens the form for a new one, filled in as this one is. */
  readonly duplicatePreset: (preset: PresetView) => void;
  readonly editPreset: (presetId: string) => void;
  readonly leaveClientApplication: () => void;
}

const nothing = (): void => undefined;

export const PageActionsContext = createContext<PageActions>({
  addPreset: nothing,
  duplicatePreset: nothing,
  editPreset: nothing,
  leaveClientApplication: nothing,
});

export const usePageActions = (): PageActions => useContext(PageActionsContext);
