import { useMemo } from 'react';
import { hasEndpoint, notOffered, type FormatOffer } from '../shared/offered-formats';
import { useSnapshot } from './bridge/use-snapshot';

/** What can be copied at all: by system, organisation, the local endpoint and the person's own templates. */
export function useFormatOffer(): FormatOffer {
  const shell = useSnapshot((snapshot) => snapshot.shell);
  const forbiddenFormats = useSnapshot((snapshot) => snapshot.forbiddenFormats);
  const withEndpoint = useSnapshot(hasEndpoint);
  const templates = useSnapshot((snapshot) => snapshot.templates);
  return useMemo(
    () => ({ shell, forbidden: notOffered(forbiddenFormats, withEndpoint), templates }),
    [shell, forbiddenFormats, withEndpoint, templates],
  );
}
