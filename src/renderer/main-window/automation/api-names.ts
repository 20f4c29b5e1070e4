import { isSameResource } from '../../../shared/catalogue/known-hosts';
import type { OfferedRow } from '../../../shared/catalogue/offered-rows';
import type { PresetIcon } from '../../../shared/preset-looks';
import { resourceLabel, resourceOfScope, scopeForResource } from '../../../shared/scopes';
import type { PresetView } from '../../../shared/snapshot';

/** An API as a person knows it. */
export interface KnownApi {
  readonly resource: string;
  readonly name: string;
  readonly icon: PresetIcon;
}

/**
 * The APIs that can be chosen without typing: those of the presets first, under the names that somebody gave them, then
 * the catalogue's. Each resource once. What has `{…}` in it is no address yet.
 */
export function knownApis(
  presets: readonly Pick<PresetView, 'name' | 'icon' | 'scopes'>[],
  rows: readonly OfferedRow[],
): readonly KnownApi[] {
  const found: KnownApi[] = [];
  const add = (api: KnownApi): void => {
    if (api.resource.includes('{')) return;
    if (!found.some(({ resource }) => isSameResource(resource, api.resource))) found.push(api);
  };
  for (const { name, icon, scopes } of presets) {
    const [scope] = scopes;
    if (scope !== undefined) add({ resource: resourceOfScope(scope), name, icon });
  }
  for (const { row, resource } of rows) add({ resource, name: row.name, icon: row.icon });
  return found;
}

/** What an API is called; one that nobody knows, by its address in short. */
export function apiOf(apis: readonly KnownApi[], resource: string): KnownApi {
  const known = apis.find((api) => isSameResource(api.resource, resource));
  return {
    resource,
    name: known?.name ?? resourceLabel([scopeForResource(resource)]),
    icon: known?.icon ?? 'custom',
  };
}

const linesOf = (text: string): readonly string[] => text.split(/[\s,;]+/).filter((line) => line !== '');

/** The addresses that somebody has typed, each once. */
export const typedResources = (text: string): readonly string[] => [...new Set(linesOf(text))];

export const hasResource = (text: string, resource: string): boolean =>
  linesOf(text).some((line) => isSameResource(line, resource));

/** The typed addresses with this one at the end, or without it if it is there. */
export function toggleResource(text: string, resource: string): string {
  const lines = typedResources(text);
  const without = lines.filter((line) => !isSameResource(line, resource));
  return (without.length < lines.length ? without : [...lines, resource]).join('\n');
}

/** Those whose name or address has every word of `query`. */
export function findApis(apis: readonly KnownApi[], query: string): readonly KnownApi[] {
  const words = query.toLowerCase().split(/\s+/);
  return apis.filter(({ name, resource }) => {
    const text = `${name}\n${resource}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
