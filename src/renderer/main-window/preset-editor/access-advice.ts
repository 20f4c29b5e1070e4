import { azureCloudOf, rowsOfResource } from '../../../shared/catalogue/known-hosts';
import { recognise } from '../../../shared/catalogue/recognise';
import { parseUrl } from '../../../shared/parse-url';
import type { TargetDraft } from '../../../shared/preset-draft';
import { parseAccess, resourceOfScope, type AccessKind } from '../../../shared/scopes';
import { isGuid } from '../../../shared/text-rules';

/** What a person may want to have changed of what they typed, at one press. */
export type AccessOffer =
  /** A request's address: this is the resource it belongs to, by its name if it is known. */
  | {
      readonly kind: 'resource-of-url';
      readonly access: string;
      readonly name?: string;
      readonly url: string;
    }
  /** It names a permission of a resource. */
  | { readonly kind: 'as-scopes' }
  /** It names a resource and no permission. */
  | { readonly kind: 'add-default'; readonly access: string }
  /** Scopes of several resources: what stays, and what would be a preset each. */
  | { readonly kind: 'split'; readonly access: string; readonly others: readonly string[] };

export interface AccessAdvice {
  /** What will be asked for, to the letter. Absent while something is wrong. */
  readonly scopes?: readonly string[];
  /** Names of the catalogue for it. */
  readonly names: readonly string[];
  /** It ends with a slash, which is part of it. */
  readonly keepsSlash: boolean;
  /** An application ID that the catalogue does not know. */
  readonly isOwnGuid: boolean;
  readonly isOwnUri: boolean;
  readonly offer?: AccessOffer;
}

/** Helps with what a token is for. Pure, and never a reason to refuse: `parseAccess` does that. */
export function accessAdvice(cloudId: string, { accessKind, access }: TargetDraft): AccessAdvice {
  const text = access.trim();
  const parsed = parseAccess(accessKind, text);
  const offer = offerFor(cloudId, accessKind, text);
  const offered = offer === undefined ? {} : { offer };
  if (!parsed.ok) return { names: [], keepsSlash: false, isOwnGuid: false, isOwnUri: false, ...offered };
  const { resource, scopes } = parsed;
  const names = namesOf(cloudId, resource);
  return {
    scopes,
    names,
    keepsSlash: accessKind === 'resource' && resource.endsWith('/'),
    isOwnGuid: names.length === 0 && isGuid(resource),
    isOwnUri: names.length === 0 && resource.startsWith('api://'),
    ...offered,
  };
}

function namesOf(cloudId: string, resource: string): readonly string[] {
  const cloud = azureCloudOf(cloudId);
  return cloud === undefined ? [] : rowsOfResource(cloud, resource).map(({ row }) => row.name);
}

function offerFor(cloudId: string, kind: AccessKind, text: string): AccessOffer | undefined {
  const words = text.split(/[\s,;]+/).filter((word) => word !== '');
  const [first] = words;
  if (first === undefined) return undefined;
  if (words.length > 1) return splitOf(kind, words);
  if (kind === 'scopes') {
    const isResource = parseAccess('resource', first).ok && !first.endsWith('/.default');
    const names = namesOf(cloudId, first);
    return isResource && (names.length > 0 || !parseAccess('scopes', first).ok)
      ? { kind: 'add-default', access: `${first}/.default` }
      : undefined;
  }
  if (namesOf(cloudId, first).length > 0 || first.endsWith('/.default')) return undefined;
  const isPermission =
    parseAccess('scopes', first).ok && /^[A-Za-z.]+$/.test(first.slice(first.lastIndexOf('/') + 1));
  const isKnownScope = first.includes('/') && namesOf(cloudId, resourceOfScope(first)).length > 0;
  if (isPermission && (isKnownScope || /^[A-Z][A-Za-z]+\.[A-Z]/.test(first))) return { kind: 'as-scopes' };
  return resourceOfUrl(cloudId, first);
}

/** The address of a request is no resource, but says which one. */
function resourceOfUrl(cloudId: string, text: string): AccessOffer | undefined {
  const url = /^https:\/\//i.test(text) ? parseUrl(text) : undefined;
  if (url === undefined) return undefined;
  const { origin, pathname, search } = url;
  if (pathname === '/' && search === '') return undefined;
  const found = recognise(text, cloudId);
  if (found.kind === 'catalogue')
    return {
      kind: 'resource-of-url',
      access: found.resource,
      name: found.row.name,
      url: found.request?.url ?? text,
    };
  // An own API's resource may well have a path; a query, or a version in it, is a request's alone.
  const isRequest = found.kind === 'own' && (search !== '' || /\/(?:v\d|api)(?:[./]|$)/i.test(pathname));
  return isRequest ? { kind: 'resource-of-url', access: origin, url: found.request.url } : undefined;
}

/** Resources, or scopes of several, each in a preset of its own. */
function splitOf(kind: AccessKind, words: readonly string[]): AccessOffer | undefined {
  if (!words.every((word) => parseAccess(kind, word).ok)) return undefined;
  const groups = new Map<string, string[]>();
  for (const word of words) {
    const resource = kind === 'resource' ? word : resourceOfScope(word);
    groups.set(resource, [...(groups.get(resource) ?? []), word]);
  }
  const [first, ...others] = [...groups.values()].map((group) => group.join(' '));
  return first === undefined || others.length === 0 ? undefined : { kind: 'split', access: first, others };
}
