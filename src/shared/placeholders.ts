import type { SampleRequest } from './preset';

/** Where a `{placeholder}` stands in a request, which decides what may take its place and how it is written there. */
export type PlaceholderPlace = 'host' | 'path' | 'query' | 'header' | 'body';

export interface Placeholder {
  /** Without its braces. */
  readonly name: string;
  /** Where it stands in several places, the strictest of them. */
  readonly place: PlaceholderPlace;
}

export type PlaceholderProblem = 'host-characters' | 'path-dots' | 'control-characters' | 'too-long';

export const longestPlaceholderValue = 2000;
export const longestPlaceholderName = 100;

type Values = Readonly<Record<string, string>>;

const placeholder = /\{([A-Za-z][\w-]{0,99})\}/g;

/** From the strictest on. */
const places: readonly PlaceholderPlace[] = ['host', 'path', 'query', 'header', 'body'];

/** The placeholders of a request, each once, in the order in which they are read. */
export function placeholdersIn(request: SampleRequest): readonly Placeholder[] {
  const found = new Map<string, PlaceholderPlace>();
  replaceIn(request, (whole, name, place) => {
    const before = found.get(name);
    if (before === undefined || places.indexOf(place) < places.indexOf(before)) found.set(name, place);
    return whole;
  });
  return [...found].map(([name, place]) => ({ name, place }));
}

/** Cheaper than `placeholdersIn`, for lists. */
export const mayHavePlaceholders = ({ url, headers, body = '' }: SampleRequest): boolean =>
  [url, body, ...headers.map(({ value }) => value)].some((text) => text.search(placeholder) >= 0);

/**
 * The request with values in the place of placeholders, each written so that it stays within its place. What has no
 * value, or one that cannot stand there, is left as it is.
 */
export function withValues(request: SampleRequest, values: Values): SampleRequest {
  return replaceIn(request, (whole, name, place, inBody) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined || value === '' || placeholderProblem(place, value) !== undefined) return whole;
    return written(value, place, inBody);
  });
}

/** Why a value cannot stand there; undefined: it can. An empty one is none. */
export function placeholderProblem(place: PlaceholderPlace, value: string): PlaceholderProblem | undefined {
  if (value.length > longestPlaceholderValue) return 'too-long';
  // Lone surrogates, too: they are no characters at all.
  if (/[\p{Cc}\p{Cs}]/u.test(value)) return 'control-characters';
  if (place === 'host' && value !== '' && !hostCharacters.test(value)) return 'host-characters';
  // Whoever reads the address would take them as "here" and "one up", escaped or not.
  if (place === 'path' && /^\.{1,2}$/.test(value)) return 'path-dots';
  return undefined;
}

const hostCharacters =
  /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/i;

type BodyKind = 'json' | 'form' | 'other';

type Replace = (whole: string, name: string, place: PlaceholderPlace, body: BodyKind) => string;

function replaceIn(request: SampleRequest, replace: Replace): SampleRequest {
  const { url, headers, body } = request;
  const kind = body === undefined ? 'other' : bodyKind(body, headers);
  const within = (text: string, placeAt: (index: number) => PlaceholderPlace): string =>
    text.replace(placeholder, (whole: string, name: string, index: number) =>
      replace(whole, name, placeAt(index), kind),
    );
  return {
    ...request,
    url: within(url, placesOf(url)),
    headers: headers.map(({ name, value }) => ({ name, value: within(value, () => 'header') })),
    ...(body === undefined || kind === 'other' ? {} : { body: within(body, () => 'body') }),
  };
}

/** What stands where in a URL. Everything up to the end of the host counts as the host. */
function placesOf(url: string): (index: number) => PlaceholderPlace {
  const afterScheme = url.indexOf('://') + 3;
  const length = url.slice(afterScheme).search(/[/?#\\]/);
  const hostEnd = length < 0 ? url.length : afterScheme + length;
  const rest = url.slice(hostEnd).search(/[?#]/);
  const pathEnd = rest < 0 ? url.length : hostEnd + rest;
  return (index) => (index < hostEnd ? 'host' : index < pathEnd ? 'path' : 'query');
}

/** Braces mean something else in a body that is neither: a query in GraphQL, a template. */
function bodyKind(body: string, headers: SampleRequest['headers']): BodyKind {
  if (!body.includes('{')) return 'other';
  const type = headers.find(({ name }) => name.toLowerCase() === 'content-type')?.value.toLowerCase() ?? '';
  if (type.startsWith('application/x-www-form-urlencoded')) return 'form';
  try {
    JSON.parse(body);
    return 'json';
  } catch {
    return 'other';
  }
}

function written(value: string, place: PlaceholderPlace, body: BodyKind): string {
  switch (place) {
    case 'host':
    case 'header':
      return value;
    case 'path':
    case 'query':
      return encodeURIComponent(value);
    case 'body':
      return body === 'form' ? encodeURIComponent(value) : JSON.stringify(value).slice(1, -1);
  }
}
