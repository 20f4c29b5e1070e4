import type { PresetDraft } from '../../../shared/preset-draft';
import type { Snapshot } from '../../../shared/snapshot';
import type { EditorCloud } from './CloudChoice';

/** The clouds to offer: those in use by a client application, and those the preset is set up in. */
export function editorClouds(
  { clouds }: Pick<Snapshot, 'clouds'>,
  { targets }: Pick<PresetDraft, 'targets'>,
  usedCloudId: string,
): readonly EditorCloud[] {
  const offered = clouds.filter(
    ({ id, usedBy }) => usedBy > 0 || id === usedCloudId || Object.hasOwn(targets, id),
  );
  // A custom cloud may be gone, and what was set up for it is kept all the same.
  const gone = Object.keys(targets).filter((id) => !clouds.some((cloud) => cloud.id === id));
  return [...offered.map(({ id, name }) => ({ id, name })), ...gone.map((id) => ({ id, name: id }))];
}

/** The cloud of the account that a preset is for. */
export function cloudIdOf(
  { clientApplications, clientApplication }: Pick<Snapshot, 'clientApplications' | 'clientApplication'>,
  { identity }: Pick<PresetDraft, 'identity'>,
): string {
  const fixed = clientApplications.find(({ id }) => id === identity.clientApplicationId);
  return (fixed ?? clientApplication)?.cloudId ?? 'public';
}
