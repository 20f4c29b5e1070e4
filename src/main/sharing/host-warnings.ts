import type { Preset } from '../../shared/preset';
import { resourceLabel } from '../../shared/scopes';
import type { ImportWarning } from '../../shared/sharing-view';
import { hostDoubt } from '../presets/host-guard';

/**
 * Sample requests that would send a token to a host that is known not to take it: the one thing to look at first. By the
 * rule of every copy; a host that nobody knows is asked about there.
 */
export function hostWarnings({ targets }: Pick<Preset, 'targets'>): readonly ImportWarning[] {
  const found = new Map<string, ImportWarning>();
  for (const [id, { scopes, requests }] of Object.entries(targets)) {
    for (const { url } of requests) {
      const doubt = hostDoubt({ cloud: { id }, scopes, url, template: url }, []);
      if (doubt?.kind !== 'wrong') continue;
      found.set(doubt.host, { kind: 'host', host: doubt.host, resource: resourceLabel(scopes) });
    }
  }
  return [...found.values()];
}
