import { hostFits } from '../../shared/catalogue/hosts';
import { knownHosts } from '../../shared/catalogue/known-hosts';
import type { Preset } from '../../shared/preset';
import { resourceLabel } from '../../shared/scopes';
import type { ImportWarning } from '../../shared/sharing-view';

/** Sample requests that would send a token to a host that is not known to take it: the one thing to look at first. */
export function hostWarnings({ targets }: Pick<Preset, 'targets'>): readonly ImportWarning[] {
  const found = new Map<string, ImportWarning>();
  for (const [cloud, { scopes, requests }] of Object.entries(targets)) {
    const hosts = knownHosts(cloud, scopes);
    if (hosts === undefined) continue;
    for (const { url } of requests) {
      const host = hostOf(url);
      if (host === undefined || hosts.some((pattern) => hostFits(pattern, host))) continue;
      found.set(host, { kind: 'host', host, resource: resourceLabel(scopes) });
    }
  }
  return [...found.values()];
}

/** Of an address in which there may be `{placeholders}`; nothing for one whose host is all open, or the demo's. */
function hostOf(url: string): string | undefined {
  if (/^\{|^https?:\/\/\{[^}]*\}(?:[/?#:]|$)/i.test(url)) return undefined;
  const readable = url.replace(/[{}]/g, 'x');
  return URL.canParse(readable) ? new URL(readable).hostname : undefined;
}
