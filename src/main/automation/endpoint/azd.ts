import { z } from 'zod';
import { consumerLimits } from '../../../shared/endpoint/consumer-limits';
import { resourceOfScope } from '../../../shared/scopes';
import { refusalText, type GivenToken, type Refusal, type Reply } from './reply';

/**
 * External authentication of the Azure Developer CLI: the protocol that its editor integrations use.
 * https://github.com/Azure/azure-dev/blob/main/cli/azd/docs/external-authentication.md
 */
export const azdVersion = '2023-07-12-preview';

const bodySchema = z.object({
  scopes: z.array(z.string().min(1).max(consumerLimits.resourceLength)).min(1).max(50),
  tenantId: z.string().max(253).optional(),
});

export interface AzdRequest {
  readonly scopes: readonly string[];
  readonly resource: string;
  readonly tenantId: string | undefined;
}

/** Text: what is wrong with it, for whoever wrote the request. */
export function readAzdRequest(query: URLSearchParams, body: string): AzdRequest | string {
  if (query.get('api-version') !== azdVersion) return `api-version has to be ${azdVersion}.`;
  const parsed = bodySchema.safeParse(jsonOf(body));
  if (!parsed.success)
    return 'The body has to be JSON such as {"scopes": ["https://management.azure.com//.default"]}.';
  const { scopes, tenantId } = parsed.data;
  const resources = new Set(scopes.map(resourceOfScope));
  const [resource] = resources;
  if (resources.size !== 1 || resource === undefined)
    return 'All scopes have to be of one resource: a token is good for one only.';
  return { scopes, resource, tenantId: tenantId === '' ? undefined : tenantId };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export const azdToken = ({ accessToken, expiresOn }: GivenToken): Reply => ({
  status: 200,
  body: { status: 'success', token: accessToken, expiresOn: new Date(expiresOn).toISOString() },
});

/** azd reads the body of an answer with status 200 only, so that what it should say to a person has that. */
export function azdRefusal(refusal: Refusal): Reply {
  const code = refusal.kind === 'not-signed-in' ? 'NotSignedInError' : 'GetTokenError';
  return {
    status: statuses[refusal.kind],
    body: { status: 'error', code, message: refusalText(refusal) },
    ...(refusal.kind === 'too-many' ? { retryAfter: 1 } : {}),
  };
}

const statuses: Readonly<Record<Refusal['kind'], number>> = {
  invalid: 400,
  'wrong-secret': 401,
  expired: 401,
  'switched-off': 403,
  locked: 403,
  container: 403,
  'not-allowed': 403,
  'too-many': 429,
  'not-signed-in': 200,
  later: 200,
  failed: 200,
};
