import type { FieldChange } from '../../shared/sharing-view';
import type { Preset, PresetTarget, SampleRequest } from '../../shared/preset';
import { describeAccess } from '../../shared/scopes';

/** The part of a preset that is about the API and not about whoever uses it. */

type Personal = 'id' | 'pinned' | 'keepFresh' | 'hotkey' | 'identity';
export type Shareable = Omit<Preset, Personal> & { readonly tenant?: string | undefined };

export function shareableOf(preset: Preset): Shareable {
  const { name, icon, colour, tags, notes, delivery, targets, catalogueId, identity } = preset;
  return {
    name,
    icon,
    ...(colour === undefined ? {} : { colour }),
    ...(tags === undefined || tags.length === 0 ? {} : { tags }),
    ...(notes === undefined ? {} : { notes }),
    ...(delivery === undefined || delivery === 'bearer' ? {} : { delivery }),
    ...(catalogueId === undefined ? {} : { catalogueId }),
    ...(identity?.tenantId === undefined ? {} : { tenant: identity.tenantId }),
    // By name, so that the order in a file does not count.
    targets: Object.fromEntries(Object.entries(targets).sort(([one], [other]) => (one < other ? -1 : 1))),
  };
}

/** Equal for presets of the same content. */
export const contentKey = (preset: Preset): string => JSON.stringify(shareableOf(preset));

/** What somebody else's preset brings, with what is the person's own kept. */
export function withShareable(own: Preset, theirs: Preset): Preset {
  const { id, pinned, keepFresh, hotkey } = own;
  const { identity: theirIdentity, hotkey: _hotkey, ...rest } = theirs;
  const { tenantId: _tenant, ...whose } = own.identity ?? {};
  const identity = {
    ...whose,
    ...(theirIdentity?.tenantId === undefined ? {} : { tenantId: theirIdentity.tenantId }),
  };
  return {
    ...rest,
    id,
    pinned,
    keepFresh,
    ...(hotkey === undefined ? {} : { hotkey }),
    ...(Object.keys(identity).length === 0 ? {} : { identity }),
  };
}

/** What differs, field by field, in words. */
export function differences(before: Preset, after: Preset): readonly FieldChange[] {
  const one = shareableOf(before);
  const other = shareableOf(after);
  const clouds = [...new Set([...Object.keys(one.targets), ...Object.keys(other.targets)])];
  return [
    ...change('name', one.name, other.name),
    ...change('icon', one.icon, other.icon),
    ...change('colour', one.colour, other.colour),
    ...change('tags', one.tags?.join(', '), other.tags?.join(', ')),
    ...change('notes', one.notes, other.notes),
    ...change('delivery', one.delivery, other.delivery),
    ...change('tenant', one.tenant, other.tenant),
    ...clouds.flatMap((cloud) => targetChanges(cloud, targetOf(one, cloud), targetOf(other, cloud))),
  ];
}

/** A cloud may have the name of what every object has. */
const targetOf = ({ targets }: Shareable, cloud: string): PresetTarget | undefined =>
  Object.hasOwn(targets, cloud) ? targets[cloud] : undefined;

function change(
  field: FieldChange['field'],
  before: string | undefined,
  after: string | undefined,
  cloud?: string,
): readonly FieldChange[] {
  if (before === after) return [];
  return [
    {
      field,
      ...(cloud === undefined ? {} : { cloud }),
      ...(before === undefined ? {} : { before: cut(before) }),
      ...(after === undefined ? {} : { after: cut(after) }),
    },
  ];
}

/** Longer ones are read in the editor. */
const cut = (text: string): string => (text.length > 500 ? `${text.slice(0, 500)}…` : text);

const targetChanges = (
  cloud: string,
  before: PresetTarget | undefined,
  after: PresetTarget | undefined,
): readonly FieldChange[] => [
  ...change('access', before && accessWords(before), after && accessWords(after), cloud),
  ...change(
    'requests',
    before && requestWords(before.requests),
    after && requestWords(after.requests),
    cloud,
  ),
];

const accessWords = ({ scopes }: PresetTarget): string => describeAccess(scopes).text;

const requestWords = (requests: readonly SampleRequest[]): string | undefined =>
  requests.length === 0 ? undefined : requests.map(wordsOfRequest).join('\n');

function wordsOfRequest({ name, method, url, headers, body }: SampleRequest): string {
  const lines = [`${name === undefined ? '' : `${name}: `}${method} ${url}`];
  for (const header of headers) lines.push(`${header.name}: ${header.value}`);
  if (body !== undefined) lines.push(body);
  return lines.join('\n');
}
