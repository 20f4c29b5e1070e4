import { z } from 'zod';
import { consumerLimits } from '../../../shared/endpoint/consumer-limits';
import { refusalText, type GivenToken, type Refusal, type Reply } from './reply';

/**
 * App Service's managed identity, in its two versions: the protocol of `ManagedIdentityCredential` in every SDK.
 * https://learn.microsoft.com/azure/app-service/overview-managed-identity#rest-endpoint-reference
 */
export const appServiceVersions = ['2019-08-01', '2017-09-01'] as const;
export type AppServiceVersion = (typeof appServiceVersions)[number];

const resourceSchema = z.string().min(1).max(consumerLimits.resourceLength);

export interface AppServiceRequest {
  readonly version: AppServiceVersion;
  readonly resource: string;
}

/**
 * Of the query. Whatever else is in it says nothing here: which identity is wanted (each secret has one), and what SDKs of
 * later days add. Text: what is wrong with it, for whoever wrote the request.
 */
export function readAppServiceRequest(query: URLSearchParams): AppServiceRequest | string {
  const versions = query.getAll('api-version');
  const version = appServiceVersions.find((each) => versions.length === 1 && each === versions[0]);
  if (version === undefined) return `api-version has to be one of ${appServiceVersions.join(', ')}, once.`;
  const resources = query.getAll('resource');
  const resource = resourceSchema.safeParse(resources[0]);
  if (resources.length !== 1 || !resource.success)
    return 'resource has to be there once: what the token is for, such as https://vault.azure.net.';
  return { version, resource: withoutDefault(resource.data) };
}

/** The header that the secret is in. */
export const secretHeader = (version: AppServiceVersion): string =>
  version === '2019-08-01' ? 'x-identity-header' : 'secret';

// Some clients send the scope instead of the resource.
const withoutDefault = (resource: string): string => resource.replace(/\/\.default$/, '');

export function appServiceToken(
  { accessToken, expiresOn, clientId, resource }: GivenToken,
  version: AppServiceVersion,
): Reply {
  const token = { access_token: accessToken, resource, token_type: 'Bearer' };
  return version === '2019-08-01'
    ? {
        status: 200,
        body: { ...token, client_id: clientId, expires_on: String(Math.floor(expiresOn / 1000)) },
      }
    : { status: 200, body: { ...token, expires_on: dateText(expiresOn) } };
}

/** `06/20/2019 02:57:58 AM +00:00`: the form of Windows, which every client reads. */
function dateText(on: number): string {
  const date = new Date(on);
  const two = (number: number): string => String(number).padStart(2, '0');
  const hour = date.getUTCHours();
  const day = `${two(date.getUTCMonth() + 1)}/${two(date.getUTCDate())}/${date.getUTCFullYear()}`;
  const time = `${two(hour % 12 || 12)}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}`;
  return `${day} ${time} ${hour < 12 ? 'AM' : 'PM'} +00:00`;
}

/** SDKs try 404, 429 and 5xx again, and nothing else: whatever cannot get better is none of these. */
export function appServiceRefusal(refusal: Refusal): Reply {
  const { status, error } = kinds[refusal.kind];
  return {
    status,
    body: { error, error_description: refusalText(refusal) },
    ...(refusal.kind === 'later' ? { retryAfter: refusal.retryAfter } : {}),
    ...(refusal.kind === 'too-many' ? { retryAfter: 1 } : {}),
  };
}

const kinds: Readonly<Record<Refusal['kind'], { readonly status: number; readonly error: string }>> = {
  invalid: { status: 400, error: 'invalid_request' },
  'wrong-secret': { status: 401, error: 'unauthorized_client' },
  expired: { status: 401, error: 'unauthorized_client' },
  'switched-off': { status: 403, error: 'access_denied' },
  locked: { status: 403, error: 'access_denied' },
  container: { status: 403, error: 'access_denied' },
  'not-allowed': { status: 403, error: 'access_denied' },
  'too-many': { status: 429, error: 'temporarily_unavailable' },
  'not-signed-in': { status: 403, error: 'interaction_required' },
  later: { status: 503, error: 'temporarily_unavailable' },
  failed: { status: 400, error: 'invalid_request' },
};
