import { useEffect } from 'react';
import type { PresetDetails } from '../../shared/snapshot';
import { useSnapshot } from '../bridge/use-snapshot';
import { command } from './run-command';

/** All of a preset, once it is there: rows have only part of it. */
export function useShownPreset(presetId: string | undefined): PresetDetails | undefined {
  useEffect(() => {
    if (presetId === undefined) return undefined;
    command('showPreset', { presetId });
    return () => command('showPreset', { presetId: null });
  }, [presetId]);
  return useSnapshot(({ shownPreset }) => (shownPreset?.preset.id === presetId ? shownPreset : undefined));
}
