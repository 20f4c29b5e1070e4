import { parseUrl } from '../../shared/parse-url';
import type { Preset, PresetTarget, SampleRequest } from '../../shared/preset';
import { presetLimits } from '../../shared/preset-limits';
import { scopeForResource } from '../../shared/scopes';
import type { Found, FoundRequest, Unused } from './foreign/found';

/** What the catalogue says of an address. */
export interface RecognisedApi {
  readonly catalogueId: string;
  readonly name: string;
  readonly icon: Preset['icon'];
  readonly delivery: NonNullable<Preset['delivery']>;
  readonly cloud: string;
  readonly resource: string;
  /** With the headers that the API insists on. */
  readonly request: SampleRequest;
}

/** Finds whose an address is; undefined for one that is in no catalogue. */
export type RecogniseRequest = (request: SampleRequest) => RecognisedApi | undefined;

/** A preset that nobody has yet, before it has an id. */
export type NewPreset = Omit<Preset, 'id'>;

interface Group {
  readonly api: RecognisedApi;
  readonly host: string;
  readonly requests: SampleRequest[];
}

/** Presets of the requests whose API the catalogue knows: one for each API and host, with all of its requests. */
export function presetsOfFound(
  { requests, unused }: Found,
  recognise: RecogniseRequest,
): { readonly presets: readonly NewPreset[]; readonly unused: readonly Unused[] } {
  const groups = new Map<string, Group>();
  const others: Unused[] = [];
  for (const { name, request } of requests) {
    const api = recognise(request);
    if (api === undefined) {
      others.push({ name, reason: 'unknown-api' });
      continue;
    }
    const host = hostOf(request.url);
    const key = JSON.stringify([api.cloud, api.resource, host]);
    const group = groups.get(key) ?? { api, host, requests: [] };
    groups.set(key, group);
    if (group.requests.length >= presetLimits.requests) others.push({ name, reason: 'too-many' });
    else if (!group.requests.some((each) => isSame(each, api.request)))
      group.requests.push(named(api.request, name));
  }
  const all = [...groups.values()];
  const names = all.map(({ api }) => api.name);
  const presets = all.map((group): NewPreset => {
    const { api, host } = group;
    const isShared = names.filter((name) => name === api.name).length > 1;
    return presetOf(group, isShared ? `${api.name} (${host})` : api.name);
  });
  return { presets, unused: [...others, ...unused] };
}

function presetOf({ api, requests }: Group, name: string): NewPreset {
  const { catalogueId, icon, delivery, cloud, resource } = api;
  const [only] = requests;
  const target: PresetTarget = {
    scopes: [scopeForResource(resource)],
    // A single one needs no name: it is the preset's.
    requests: requests.length === 1 && only !== undefined ? [withoutName(only)] : requests,
  };
  return {
    name: name.slice(0, presetLimits.nameLength),
    icon,
    ...(delivery === 'bearer' ? {} : { delivery }),
    pinned: false,
    keepFresh: false,
    targets: { [cloud]: target },
    catalogueId,
  };
}

const named = (request: SampleRequest, name: FoundRequest['name']): SampleRequest =>
  name === '' ? request : { ...request, name };

function withoutName({ name: _name, ...request }: SampleRequest): SampleRequest {
  return request;
}

const isSame = (one: SampleRequest, other: SampleRequest): boolean =>
  JSON.stringify(withoutName(one)) === JSON.stringify(withoutName(other));

const hostOf = (url: string): string => parseUrl(url.replace(/[{}]/g, 'x'))?.host ?? '';
