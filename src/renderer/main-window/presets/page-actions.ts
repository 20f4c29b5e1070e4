import { createContext, useContext } from 'react';

/** What parts of the presets page can ask of the page: its sheets. */
export interface PageActions {
  /** `name` is what the person has typed already. */
  readonly addPreset: (name: string) => void;
  readonly editPreset: (presetId: string) => void;
  readonly leaveClientApplication: () => void;
}

const nothing = (): void => undefined;

export const PageActionsContext = createContext<PageActions>({
  addPreset: nothing,
  editPreset: nothing,
  leaveClientApplication: nothing,
});

export const usePageActions = (): PageActions => useContext(PageActionsContext);
