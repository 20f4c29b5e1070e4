import { catalogue } from '../../shared/catalogue/catalogue';
import { demoEchoedResources } from '../../shared/catalogue/preset-targets';
import { invalidScope, severalResources } from './errors';

/**
 * The audiences of the demo API. `api` simply works, and so does `shortLived`, whose tokens end after 6 minutes; each
 * of the others makes one kind of failure happen:
 * - `mfa`: refused silently until a second factor was approved in the browser (kept per person and tenant)
 * - `consent`: refused silently until the person consented in the browser
 * - `blocked`: refused always, as Conditional Access does
 * - `expired`, `revoked`: a browser sign-in works, every silent refresh fails
 * - `busy`: the token endpoint answers 503
 * - `throttled`: the token endpoint answers 429 and asks to wait 30 seconds
 * - `device`: refused always, as for a device that the organisation does not manage
 * - `adminConsent`: refused always, an administrator would have to consent
 * - `notPreauthorised`: refused always, the client application is none of those that may use the resource
 */
export const demoResources = {
  api: 'api://demo.token-tray',
  mfa: 'api://demo.token-tray/second-factor',
  consent: 'api://demo.token-tray/consent',
  blocked: 'api://demo.token-tray/blocked',
  expired: 'api://demo.token-tray/expired-session',
  revoked: 'api://demo.token-tray/revoked',
  busy: 'api://demo.token-tray/busy',
  shortLived: 'api://demo.token-tray/short-lived',
  throttled: 'api://demo.token-tray/throttled',
  device: 'api://demo.token-tray/managed-device',
  adminConsent: 'api://demo.token-tray/admin-consent',
  notPreauthorised: 'api://demo.token-tray/not-preauthorised',
} as const;

export const graphAudiences: readonly string[] = [
  'https://graph.microsoft.com',
  'https://graph.microsoft.com/',
  '00000003-0000-0000-c000-000000000000',
];
export const armAudiences: readonly string[] = [
  'https://management.azure.com',
  'https://management.azure.com/',
  'https://management.core.windows.net',
  'https://management.core.windows.net/',
];
/** Services that the demo has no shape of: their tokens are taken by `/api/echo` and below it. */
export const echoedAudiences: readonly string[] = demoEchoedResources(catalogue);
export const demoAudiences: readonly string[] = Object.values(demoResources);

/** What a request's `scope` asks for: one resource, what to do there, and the OpenID scopes. */
export interface RequestedScope {
  readonly audience: string;
  /** Permission names that go into the token's `scp`. */
  readonly permissions: readonly string[];
  /** `/.default` was asked for, or nothing in particular. */
  readonly wantsAll: boolean;
  /** The `scope` to answer with. */
  readonly granted: string;
}

const openIdScopes = new Set(['openid', 'profile', 'email', 'offline_access']);
const graph = 'https://graph.microsoft.com';
const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const uri = /^[a-z][a-z0-9+.-]*:\/\/[^\s"\\]+$/i;
const permissionName = /^[A-Za-z][\w.-]*$/;

/**
 * Reads a `scope` parameter. The part after the last slash names the permission, so that
 * `https://management.azure.com//.default` is for the audience `https://management.azure.com/`.
 * Bare names belong to Microsoft Graph, as in Entra; OpenID scopes alone give a Graph token, too.
 *
 * @throws EntraError if a scope cannot be read, or if they belong to more than one resource.
 */
export function parseScope(scope: string): RequestedScope {
  const asked = [...new Set(scope.split(' ').filter((part) => part !== ''))];
  if (asked.length === 0) throw invalidScope(scope);
  const forResource = asked.filter((part) => !openIdScopes.has(part)).map(splitScope);
  const audiences = new Set(forResource.map(({ audience }) => audience));
  if (audiences.size > 1) throw severalResources([...audiences]);

  const audience = forResource[0]?.audience ?? graph;
  const wantsAll = forResource.length === 0 || forResource.some(({ name }) => name === '.default');
  const permissions = wantsAll
    ? permissionsOf(audience).map(({ name }) => name)
    : forResource.map(({ name }) => name);
  const full = wantsAll ? permissions.map((name) => `${audience}/${name}`) : [];
  // Entra names the OpenID scopes only in the answer for Microsoft Graph, and MSAL takes tokens with a scope in common
  // for the same token.
  const echoed = audience === graph ? asked : asked.filter((part) => !openIdScopes.has(part));
  return { audience, permissions, wantsAll, granted: [...new Set([...full, ...echoed])].join(' ') };
}

function splitScope(scope: string): { audience: string; name: string } {
  const slash = scope.lastIndexOf('/');
  const audience = slash < 0 ? graph : scope.slice(0, slash);
  const name = scope.slice(slash + 1);
  const audienceIsFine = uri.test(audience) || guid.test(audience);
  const nameIsFine = name === '.default' || permissionName.test(name);
  if (!audienceIsFine || !nameIsFine) throw invalidScope(scope);
  return { audience, name };
}

/** A permission and what it means in words. */
export interface Permission {
  readonly name: string;
  readonly words: string;
}

/** What the application is permitted to do at a resource. */
export function permissionsOf(audience: string): readonly Permission[] {
  if (audience === demoResources.consent) {
    return [
      { name: 'Reports.Read', words: 'Read the demo reports you can read' },
      { name: 'Reports.Export', words: 'Export demo reports in your name' },
    ];
  }
  if (demoAudiences.includes(audience))
    return [{ name: 'access_as_user', words: 'Call the demo API as you' }];
  if (graphAudiences.includes(audience)) return [{ name: 'User.Read', words: 'Read your profile' }];
  if (armAudiences.includes(audience)) {
    return [{ name: 'user_impersonation', words: 'Manage the demo’s Azure resources as you' }];
  }
  return [{ name: 'user_impersonation', words: `Use ${audience} as you` }];
}
