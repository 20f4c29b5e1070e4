import type { CloudDraft } from '../../../shared/cloud';
import type { CloudView } from '../../../shared/snapshot';

/** Of a form that nothing was typed into. */
export const emptyCloudDraft: CloudDraft = {
  name: '',
  authority: '',
  armEndpoint: '',
  armAudience: '',
  resources: '',
};

/** What the form holds when a cloud is edited. */
export const cloudDraftOf = ({
  name,
  authority,
  arm,
  resources,
}: Pick<CloudView, 'name' | 'authority' | 'arm' | 'resources'>): CloudDraft => ({
  name,
  authority,
  armEndpoint: arm?.endpoint ?? '',
  armAudience: arm?.audience ?? '',
  resources: Object.entries(resources)
    .map(([id, resource]) => `${id} = ${resource}`)
    .join('\n'),
});

/** Whether what was typed so far is the address of an AD FS. */
export const isAdfsAuthority = (authority: string): boolean =>
  /^https:\/\/[^/]+\/adfs$/i.test(authority.trim().replace(/\/+$/, ''));
