import { holdsToken, isClientSecret } from './secret-text';
import { isGuid } from './text-rules';

/** How a person says what a token is for: one resource (`https://vault.azure.net`), or scopes of one resource. */
export type AccessKind = 'resource' | 'scopes';

export type ScopesProblem =
  | 'access-is-a-token'
  | 'access-is-a-secret'
  | 'resource-missing'
  | 'resource-not-one'
  | 'resource-not-a-uri'
  | 'scopes-missing'
  | 'scopes-not-scopes'
  | 'scopes-of-two-resources'
  | 'scopes-mixed-with-default';

export type ScopesResult =
  | { readonly ok: true; readonly scopes: readonly string[]; readonly resource: string }
  | { readonly ok: false; readonly problem: ScopesProblem };

const defaultSuffix = '/.default';

// msal-node adds these to every request by itself.
const openIdScopes = new Set(['openid', 'profile', 'email', 'offline_access']);

// A scope without a resource is one of Microsoft Graph's:
// https://learn.microsoft.com/entra/identity-platform/scopes-oidc#the-default-scope
const graphResource = 'https://graph.microsoft.com';

const absoluteUri = /^[a-z][a-z0-9+.-]*:(\/\/)?[^\s/?#][^\s?#]*$/i;

// `User.Read`: a permission of Microsoft Graph, which needs no resource before it.
const permission = /^[a-z][\w.-]*$/i;

const problem = (name: ScopesProblem): ScopesResult => ({ ok: false, problem: name });

/**
 * The v2 scope for a v1 resource. The resource is kept to the letter, a trailing slash included: Entra makes the
 * token's audience from what stands before `/.default`, so `https://management.azure.com/` has to become
 * `https://management.azure.com//.default`.
 * Source: https://learn.microsoft.com/entra/identity-platform/scopes-oidc#trailing-slash-and-default
 */
export const scopeForResource = (resource: string): string => `${resource}${defaultSuffix}`;

/** The resource a scope belongs to: all that stands before its last slash. */
export function resourceOfScope(scope: string): string {
  const end = scope.lastIndexOf('/');
  return end < 0 ? graphResource : scope.slice(0, end);
}

const isResource = (text: string): boolean => isGuid(text) || absoluteUri.test(text);

function isScope(text: string): boolean {
  if (!text.includes('/')) return permission.test(text) && !isGuid(text);
  return !text.endsWith('/') && isResource(resourceOfScope(text));
}

function parseResource(text: string): ScopesResult {
  const words = text.split(/[\s,;]+/).filter((word) => word !== '');
  const [word] = words;
  if (word === undefined) return problem('resource-missing');
  if (words.length > 1) return problem('resource-not-one');
  const resource = word.endsWith(defaultSuffix) ? word.slice(0, -defaultSuffix.length) : word;
  if (!isResource(resource)) return problem('resource-not-a-uri');
  return { ok: true, scopes: [scopeForResource(resource)], resource };
}

function parseScopes(text: string): ScopesResult {
  const scopes = [...new Set(text.split(/[\s,;]+/))].filter((word) => word !== '' && !openIdScopes.has(word));
  const [first] = scopes;
  if (first === undefined) return problem('scopes-missing');
  if (!scopes.every(isScope)) return problem('scopes-not-scopes');
  const resource = resourceOfScope(first);
  if (scopes.some((scope) => resourceOfScope(scope) !== resource)) return problem('scopes-of-two-resources');
  if (scopes.length > 1 && scopes.some((scope) => scope.endsWith(defaultSuffix)))
    return problem('scopes-mixed-with-default');
  return { ok: true, scopes, resource };
}

/** Reads what a person typed or pasted. Entra gives a token for one resource at a time, so two are refused here. */
export function parseAccess(kind: AccessKind, text: string): ScopesResult {
  // Pasted by mistake, it would be kept in a file that is not secret, or asked for as a scope.
  if (holdsToken(text)) return problem('access-is-a-token');
  if (text.split(/[\s,;]+/).some(isClientSecret)) return problem('access-is-a-secret');
  return kind === 'resource' ? parseResource(text) : parseScopes(text);
}

/** The way back, for an editor: what a person would type to get these scopes. */
export function describeAccess(scopes: readonly string[]): { kind: AccessKind; text: string } {
  const [only] = scopes;
  if (only !== undefined && scopes.length === 1 && only.endsWith(defaultSuffix))
    return { kind: 'resource', text: only.slice(0, -defaultSuffix.length) };
  return { kind: 'scopes', text: scopes.join(' ') };
}

/** What a row shows of a resource: its host, or all of it where it has none (`api://…`, a GUID). */
export function resourceLabel(scopes: readonly string[]): string {
  const [first] = scopes;
  if (first === undefined) return '';
  const resource = resourceOfScope(first);
  return resource.startsWith('https://') ? resource.slice('https://'.length).replace(/\/+$/, '') : resource;
}
