import { useMemo } from 'react';
import { emptyDraft } from '../../../shared/draft-of-preset';
import type { PresetDraft } from '../../../shared/preset-draft';
import { useSnapshot } from '../../bridge/use-snapshot';

/** What a new preset begins with: for the cloud in use, and as the settings say. */
export function useNewDraft(): PresetDraft {
  const cloudId = useSnapshot(({ clientApplication }) => clientApplication?.cloudId ?? 'public');
  const keepFresh = useSnapshot(({ settings }) => settings.values.keepFreshByDefault);
  return useMemo(() => ({ ...emptyDraft(cloudId), keepFresh }), [cloudId, keepFresh]);
}
