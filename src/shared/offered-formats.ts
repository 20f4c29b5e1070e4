import {
  copyFormats,
  endpointFormats,
  formatGroups,
  isTemplate,
  type BuiltInFormat,
  type CopyFormat,
  type FormatGroup,
  type TemplateFormat,
} from './copy-format';
import { isPassword, type Delivery } from './delivery';
import type { Preset, PresetTarget } from './preset';
import type { Snapshot } from './snapshot';
import type { Shell } from './snippets/shell';

/** What decides which formats make sense for a preset. */
export interface FormatFacts {
  readonly delivery: Delivery;
  readonly hasRequests: boolean;
}

/** A template of the person's own, as far as lists show it. */
export interface TemplateView {
  readonly id: TemplateFormat;
  readonly name: string;
  /** Something of a sample request stands in it. */
  readonly needsRequest: boolean;
}

/** What is offered at all, whatever the preset. */
export interface FormatOffer {
  /** Of this system. */
  readonly shell: Shell;
  /** What the organisation forbids, and what is made with the local endpoint while that is off. */
  readonly forbidden: readonly CopyFormat[];
  readonly templates: readonly TemplateView[];
}

const withRequest: ReadonlySet<CopyFormat> = new Set<CopyFormat>([
  'curl',
  'curl-bash',
  'curl-cmd',
  'curl-powershell',
  'powershell',
  'httpie',
  'wget',
  'javascript-fetch',
  'python-requests',
  'csharp-httpclient',
  'go-net-http',
  'http-file',
  ...endpointFormats,
]);

/** Formats that are for one way of taking the token alone. */
const madeFor: ReadonlyMap<CopyFormat, Delivery> = new Map<CopyFormat, Delivery>([
  ['cosmos-header', 'cosmos'],
  ['acr-exchange', 'container-registry'],
  ['pgpassword', 'postgresql'],
  ['mysql', 'mysql'],
  ['sqlcmd', 'sql'],
  ['redis-cli', 'redis'],
]);

/** Whether the text of this format has the sample request in it, and with it its `{placeholders}`. */
export const hasRequest = (format: CopyFormat): boolean => withRequest.has(format);

/**
 * Whether a format makes sense for a preset. A database takes no HTTP request; a container registry takes one only with a
 * token of its own, which `acr-exchange` gets.
 */
export function fits(format: BuiltInFormat, { delivery, hasRequests }: FormatFacts): boolean {
  const only = madeFor.get(format);
  if (only !== undefined) return only === delivery;
  const takesToken = !isPassword(delivery) && delivery !== 'container-registry';
  if (format === 'authorization-header') return takesToken;
  return !hasRequest(format) || (hasRequests && takesToken);
}

/** The format by its own name that `curl` and `environment` are on this system. */
const systemsOwn = {
  posix: { curl: 'curl-bash', environment: 'environment-posix' },
  windows: { curl: 'curl-cmd', environment: 'environment-powershell' },
} as const satisfies Record<Shell, Record<string, BuiltInFormat>>;

/** Whether its text is the same as that of the system's own format, which is offered instead. */
const isSystemsOwn = (format: CopyFormat, shell: Shell): boolean =>
  Object.values<CopyFormat>(systemsOwn[shell]).includes(format);

/**
 * What is forbidden together with `formats`: whoever forbids curl forbids its forms for all shells, and whoever forbids
 * one form forbids it under its other name on this system, too.
 */
export function withTheirForms(formats: readonly BuiltInFormat[], shell?: Shell): readonly BuiltInFormat[] {
  const forbidden = new Set<BuiltInFormat>(formats);
  for (const name of ['curl', 'environment'] as const) {
    if (shell !== undefined && forbidden.has(systemsOwn[shell][name])) forbidden.add(name);
    if (formats.includes(name)) {
      for (const each of copyFormats) if (each.startsWith(`${name}-`)) forbidden.add(each);
    }
  }
  return copyFormats.filter((format) => forbidden.has(format));
}

export interface OfferedGroup {
  readonly id: FormatGroup;
  readonly formats: readonly CopyFormat[];
}

/** All that can be copied of a preset, by what it is for. Groups without any are left out. */
export function offeredGroups(offer: FormatOffer, facts: FormatFacts): readonly OfferedGroup[] {
  const { forbidden, shell, templates } = offer;
  const groups: readonly OfferedGroup[] = [
    ...formatGroups.map(({ id, formats }) => ({
      id,
      formats: formats.filter((format) => fits(format, facts) && !isSystemsOwn(format, shell)),
    })),
    {
      id: 'templates',
      formats: templates.filter(({ needsRequest }) => facts.hasRequests || !needsRequest).map(({ id }) => id),
    },
  ];
  return groups
    .map(({ id, formats }) => ({ id, formats: formats.filter((format) => !forbidden.includes(format)) }))
    .filter(({ formats }) => formats.length > 0);
}

export const offeredFormats = (offer: FormatOffer, facts: FormatFacts): readonly CopyFormat[] =>
  offeredGroups(offer, facts).flatMap(({ formats }) => formats);

/** Those that a short list has, beside what is made for the preset's service and one's own. */
const quick: ReadonlySet<CopyFormat> = new Set<CopyFormat>([
  'token',
  'curl',
  'authorization-header',
  'powershell',
  'environment',
  'httpie',
  'python-requests',
  'javascript-fetch',
]);

/** How many templates a short list has. */
const mostTemplates = 5;

/** The short list of menus: what is made for the service first, one's own last. */
export const quickFormats = (offer: FormatOffer, facts: FormatFacts): readonly CopyFormat[] =>
  offeredGroups(offer, facts).flatMap(({ id, formats }) => {
    if (id === 'services') return formats;
    if (id === 'templates') return formats.slice(0, mostTemplates);
    return formats.filter((format) => quick.has(format));
  });

const commands: Readonly<Record<Delivery, BuiltInFormat>> = {
  bearer: 'curl',
  cosmos: 'curl',
  'container-registry': 'acr-exchange',
  sql: 'sqlcmd',
  postgresql: 'pgpassword',
  mysql: 'mysql',
  redis: 'redis-cli',
};

/** What the button and the key beside the token's copy: curl, or what takes its place at this service. */
export function commandFormat(offer: FormatOffer, facts: FormatFacts): BuiltInFormat | undefined {
  const format = commands[facts.delivery];
  return fits(format, facts) && !offer.forbidden.includes(format) ? format : undefined;
}

/** Whether this can be copied of the preset. */
export function isOffered(format: CopyFormat, offer: FormatOffer, facts: FormatFacts): boolean {
  if (offer.forbidden.includes(format)) return false;
  if (!isTemplate(format)) return fits(format, facts);
  const template = offer.templates.find(({ id }) => id === format);
  return template !== undefined && (facts.hasRequests || !template.needsRequest);
}

/** What is copied of a preset where a format is wanted that does not fit it: the token, else what there is. */
export function fittingFormat(wanted: CopyFormat, offer: FormatOffer, facts: FormatFacts): CopyFormat {
  if (isOffered(wanted, offer, facts)) return wanted;
  if (isOffered('token', offer, facts)) return 'token';
  return offeredFormats(offer, facts)[0] ?? wanted;
}

/** What is not offered, with or without the local endpoint. */
export const notOffered = (
  forbidden: readonly BuiltInFormat[],
  hasEndpoint: boolean,
): readonly BuiltInFormat[] => (hasEndpoint ? forbidden : [...forbidden, ...endpointFormats]);

/** Whether the local endpoint is switched on, and may be. */
export const hasEndpoint = ({ settings, forbidden }: Pick<Snapshot, 'settings' | 'forbidden'>): boolean =>
  settings.values.localEndpoint && !forbidden.includes('localEndpoint');

/** What a snapshot says of it. */
export const offerOf = (
  snapshot: Pick<Snapshot, 'shell' | 'forbiddenFormats' | 'templates' | 'settings' | 'forbidden'>,
): FormatOffer => ({
  shell: snapshot.shell,
  forbidden: notOffered(snapshot.forbiddenFormats, hasEndpoint(snapshot)),
  templates: snapshot.templates,
});

/** Of a preset in one cloud. */
export const formatFacts = (
  { delivery = 'bearer' }: Pick<Preset, 'delivery'>,
  { requests }: Pick<PresetTarget, 'requests'>,
): FormatFacts => ({ delivery, hasRequests: requests.length > 0 });
