import { useMemo } from 'react';
import { offeredRows, type OfferedRow } from '../../../shared/catalogue/offered-rows';
import { isSameResource } from '../../../shared/catalogue/known-hosts';
import { resourceOfScope } from '../../../shared/scopes';
import { useSnapshot } from '../../bridge/use-snapshot';

export interface CatalogueCloud {
  readonly cloudId: string;
  readonly rows: readonly OfferedRow[];
  /** Whether a preset asks for this resource already. */
  readonly isAdded: (resource: string) => boolean;
}

/** What the cloud in use has of the catalogue. */
export function useCatalogueCloud(): CatalogueCloud {
  const cloudId = useSnapshot(({ clientApplication }) => clientApplication?.cloudId ?? 'public');
  const cloud = useSnapshot(({ clouds }) => clouds.find(({ id }) => id === cloudId));
  const presets = useSnapshot((snapshot) => snapshot.presets);
  const rows = useMemo(() => offeredRows({ ...(cloud ?? { resources: {} }), id: cloudId }), [cloud, cloudId]);
  const isAdded = useMemo(() => {
    const resources = [...new Set(presets.flatMap(({ scopes }) => scopes.slice(0, 1).map(resourceOfScope)))];
    return (resource: string): boolean => resources.some((has) => isSameResource(resource, has));
  }, [presets]);
  return { cloudId, rows, isAdded };
}
