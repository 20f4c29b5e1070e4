import { useMemo } from 'react';
import { useSnapshot } from '../../bridge/use-snapshot';
import { useCatalogueCloud } from '../catalogue/use-catalogue-cloud';
import { knownApis, type KnownApi } from './api-names';

export interface Apis {
  /** Those of the presets, then the catalogue's. */
  readonly all: readonly KnownApi[];
  /** How many of them are the presets'. */
  readonly own: number;
}

/** The APIs that can be named and chosen. */
export function useApis(): Apis {
  const presets = useSnapshot((snapshot) => snapshot.presets);
  const { rows } = useCatalogueCloud();
  return useMemo(
    () => ({ all: knownApis(presets, rows), own: knownApis(presets, []).length }),
    [presets, rows],
  );
}
