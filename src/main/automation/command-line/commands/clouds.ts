import { currentIdentity } from '../../../identities';
import type { AppState } from '../../../state';
import type { Answer } from '../output/answer';
import { azCloudName } from './accounts';

/** All clouds, with the one in use. */
export function cloudList(state: AppState): Answer {
  const inUse = currentIdentity(state)?.cloud.id;
  return {
    value: state.clouds.map((cloud) => ({
      id: cloud.id,
      name: azCloudName(cloud),
      isActive: cloud.id === inUse,
      authority: cloud.authority,
      resourceManager: cloud.arm?.endpoint ?? null,
      resourceManagerAudience: cloud.arm?.audience ?? null,
    })),
  };
}
