import { offerOf, type FormatOffer } from '../shared/offered-formats';
import { useSnapshot } from './bridge/use-snapshot';

/** What can be copied at all: by system, organisation and the person's own templates. */
export function useFormatOffer(): FormatOffer {
  const shell = useSnapshot((snapshot) => snapshot.shell);
  const forbiddenFormats = useSnapshot((snapshot) => snapshot.forbiddenFormats);
  const templates = useSnapshot((snapshot) => snapshot.templates);
  return offerOf({ shell, forbiddenFormats, templates });
}
