import { createContext, useContext } from 'react';
import type { PresetDraft } from '../../../shared/preset-draft';

/** A sheet that belongs to the presets page. */
export type PresetsSheet =
  | { readonly kind: 'who'; readonly presetId: string }
  | { readonly kind: 'claims'; readonly presetId: string }
  | { readonly kind: 'formats'; readonly presetId: string };

/** What parts of the window can ask of it: its sheets and pages. */
export interface PageActions {
  /** Opens the editor for a new one; `start` is what is known of it: a name, or all that the editor has fields for. */
  readonly addPreset: (start: string | Partial<PresetDraft>) => void;
  /** Opens the page with all APIs that presets can be made from; `typed` is what the person has typed already. */
  readonly openCatalogue: (typed: string) => void;
  /** Opens the editor for a new one, filled in as this one is. */
  readonly duplicatePreset: (presetId: string) => void;
  readonly editPreset: (presetId: string) => void;
  /** Opens the sheet with what the next copy of a preset uses. */
  readonly showIdentity: (presetId: string) => void;
  readonly answerClaims: (presetId: string) => void;
  /** Opens the sheet with all formats and a preview. */
  readonly copyInOtherFormat: (presetId: string) => void;
  /** Opens the page with all client applications and accounts, at this client application. */
  readonly showClientApplications: (clientApplicationId?: string) => void;
  readonly addClientApplication: () => void;
  /** Opens the page with all that is known of an account (see `accountKey`); of the one in use by itself. */
  readonly showAccount: (accountKey?: string) => void;
  readonly editCredential: (clientApplicationId: string | undefined) => void;
  /** How an app registration is made. */
  readonly showRegistrationSteps: () => void;
  /** Opens the page for exporting, with this preset chosen. */
  readonly exportPreset: (presetId: string) => void;
  /** Opens the sheet with a preset's own hotkey. */
  readonly editHotkey: (presetId: string) => void;
}

const nothing = (): void => undefined;

export const PageActionsContext = createContext<PageActions>({
  addPreset: nothing,
  openCatalogue: nothing,
  duplicatePreset: nothing,
  editPreset: nothing,
  showIdentity: nothing,
  answerClaims: nothing,
  copyInOtherFormat: nothing,
  showClientApplications: nothing,
  addClientApplication: nothing,
  showAccount: nothing,
  editCredential: nothing,
  showRegistrationSteps: nothing,
  exportPreset: nothing,
  editHotkey: nothing,
});

export const usePageActions = (): PageActions => useContext(PageActionsContext);
