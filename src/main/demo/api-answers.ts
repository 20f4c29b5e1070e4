import type { DemoAddresses } from './addresses';
import { apiProblem } from './api-problems';
import type { Caller } from './caller';
import { demoTenants } from './directory';
import { json, parameters, type Reply, type Request } from './http';

/** Microsoft Graph's `GET /me`. */
export function graphMe(_request: Request, caller: Caller): Reply {
  const { person, name, oid, upn, roles } = caller;
  if (roles) {
    return apiProblem(400, 'BadRequest', '/me request is only valid with delegated authentication flow.');
  }
  return json({
    '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#users/$entity',
    displayName: name ?? person?.name,
    givenName: person?.givenName ?? null,
    jobTitle: person?.jobTitle ?? null,
    mail: person?.username ?? null,
    preferredLanguage: null,
    surname: person?.surname ?? null,
    userPrincipalName: upn,
    id: oid,
  });
}

/** The request as it has arrived, without its token, and who has sent it. */
export function echo(request: Request, caller: Caller): Reply {
  const headers = Object.fromEntries(
    Object.entries(request.headers).filter(([name]) => name !== 'authorization'),
  );
  return json({
    method: request.method,
    path: request.url.pathname,
    query: parameters(request.url.searchParams),
    headers,
    body: request.body,
    calledBy: {
      name: caller.name,
      username: caller.preferred_username ?? caller.upn,
      oid: caller.oid,
      tenant: demoTenants.find(({ id }) => id === caller.tenantId)?.name,
      tid: caller.tenantId,
      scp: caller.scp,
      roles: caller.roles,
      acrs: caller.acrs.length > 0 ? caller.acrs : undefined,
      aud: caller.aud,
    },
  });
}

/** The authentication context that the demo's most careful operation wants. */
const context = 'c1';

/** An operation that wants more than a token: a claims challenge until the token has what it names. */
export function challenge(request: Request, caller: Caller, { authority }: DemoAddresses): Reply {
  if (caller.acrs.includes(context)) return echo(request, caller);
  const claims = JSON.stringify({ access_token: { acrs: { essential: true, value: context } } });
  const fields = [
    'realm=""',
    `authorization_uri="${authority}/common/oauth2/authorize"`,
    'error="insufficient_claims"',
    `claims="${Buffer.from(claims).toString('base64')}"`,
  ];
  return apiProblem(
    401,
    'InsufficientClaims',
    'The token does not say that a second factor was used for this.',
    {
      'www-authenticate': `Bearer ${fields.join(', ')}`,
    },
  );
}
