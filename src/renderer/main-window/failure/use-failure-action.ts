import { useEffect, useRef } from 'react';
import type { FailureAction, FailureView, PageFailureAction } from '../../../shared/failure';
import { usePageActions } from '../presets/page-actions';
import { command } from '../run-command';

/** Returns what carries out a button of the failure page. */
export function useFailureAction({ preset, place }: FailureView): (action: FailureAction) => void {
  const pages = usePageActions();
  const next = useRef<() => void>(undefined);
  // A page or form opens once this sheet has gone, or closing it would have nothing to give the focus back to.
  useEffect(() => () => next.current?.(), []);
  const open = (action: PageFailureAction): void => {
    switch (action) {
      case 'edit-preset':
        if (preset !== undefined) pages.editPreset(preset.id);
        return;
      case 'change-client':
        return pages.showClientApplications(place?.clientApplicationId);
      case 'switch-cloud':
        return pages.addClientApplication();
      case 'edit-credential':
        return pages.editCredential(place?.clientApplicationId);
      case 'choose-tenant':
        return pages.showAccount(place?.accountId);
      case 'public-client-hint':
        return pages.showRegistrationSteps();
    }
  };
  return (action) => {
    switch (action) {
      case 'edit-preset':
      case 'change-client':
      case 'switch-cloud':
      case 'edit-credential':
      case 'choose-tenant':
      case 'public-client-hint':
        next.current = () => open(action);
        return command('dismissFailure', {});
      case 'sign-in':
      case 'retry':
      case 'retry-keyring':
        return command('retryFailed', {});
      case 'app-registrations':
        return command('openHelpLink', { link: 'app-registrations' });
      case 'proxy-login':
        // The form's own.
        return;
      default:
        return command('failureAction', { action });
    }
  };
}
