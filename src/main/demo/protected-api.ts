import { errors, type JWTPayload } from 'jose';
import { demoArmOrigin, demoAuthorityOrigin, demoPeople, demoTenants } from './directory';
import { json, parameters, type Reply, type Request } from './http';
import { armAudiences, demoAudiences, echoedAudiences, graphAudiences } from './resources';
import { subscriptionsOf } from './subscriptions';
import type { Tokens } from './tokens';

interface Route {
  readonly method: 'GET' | 'any';
  /** Tokens for these, and only these, are taken. */
  readonly audiences: readonly string[];
  readonly answer: (request: Request, caller: JWTPayload) => Reply;
}

const routes: Readonly<Record<string, Route>> = {
  '/api/subscriptions': {
    method: 'GET',
    audiences: [...demoAudiences, ...armAudiences],
    answer: subscriptions,
  },
  '/api/arm/subscriptions': { method: 'GET', audiences: armAudiences, answer: armSubscriptions },
  '/api/arm/tenants': { method: 'GET', audiences: armAudiences, answer: armTenants },
  '/api/challenge': { method: 'GET', audiences: demoAudiences, answer: challenge },
  '/api/me': { method: 'GET', audiences: [...demoAudiences, ...graphAudiences], answer: me },
  '/api/echo': { method: 'any', audiences: [...demoAudiences, ...echoedAudiences], answer: echo },
};

/** The demo's API under `/api`: shaped like Azure's and Graph's, and as strict about tokens. */
export class ProtectedApi {
  constructor(private readonly tokens: Tokens) {}

  async answer(request: Request): Promise<Reply> {
    const route = routes[request.url.pathname];
    if (!route) return problem(404, 'NotFound', `There is nothing at ${request.url.pathname}.`);
    if (route.method === 'GET' && !['GET', 'HEAD'].includes(request.method)) {
      return problem(405, 'MethodNotAllowed', 'Only GET is answered here.', { allow: 'GET, HEAD' });
    }
    const token = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (token === undefined) return noToken();
    const checked = await this.check(token, route.audiences);
    return 'refusal' in checked ? checked.refusal : route.answer(request, checked.caller);
  }

  private async check(token: string, audiences: readonly string[]) {
    try {
      return { caller: await this.tokens.verify(token, audiences) };
    } catch (error) {
      return { refusal: refuse(error, audiences) };
    }
  }
}

// RFC 6750, 3.1: a request without a token gets no error code in the header.
const noToken = (): Reply =>
  problem(401, 'AuthenticationFailed', 'The request needs a header "Authorization: Bearer <token>".', {
    'www-authenticate': 'Bearer realm="Token Tray demo API"',
  });

function refuse(error: unknown, audiences: readonly string[]): Reply {
  const [code, message] = reason(error, audiences);
  // RFC 6750, 3: printable ASCII without quote and backslash.
  const description = message.replace(/[^\x20\x21\x23-\x5b\x5d-\x7e]/g, '?');
  return problem(401, code, message, {
    'www-authenticate': `Bearer realm="Token Tray demo API", error="invalid_token", error_description="${description}"`,
  });
}

function reason(error: unknown, audiences: readonly string[]): readonly [code: string, message: string] {
  if (error instanceof errors.JWTExpired) {
    const at =
      error.payload.exp === undefined ? '' : ` at ${new Date(error.payload.exp * 1000).toISOString()}`;
    return ['ExpiredAuthenticationToken', `The token expired${at}. Copy a new one.`];
  }
  if (error instanceof errors.JWSSignatureVerificationFailed) {
    return [
      'InvalidAuthenticationToken',
      'The signature of the token is wrong: it was changed or was not issued here.',
    ];
  }
  if (error instanceof errors.JWTClaimValidationFailed && error.claim === 'aud') {
    const given = [error.payload.aud ?? 'nothing'].flat().join(', ');
    return [
      'InvalidAuthenticationTokenAudience',
      `The token is for ${given}, but this API takes ${list(audiences)}.`,
    ];
  }
  if (error instanceof errors.JWTClaimValidationFailed && error.claim === 'iss') {
    return [
      'InvalidAuthenticationTokenTenant',
      'The token was issued by somebody other than the demo tenant.',
    ];
  }
  return ['InvalidAuthenticationToken', 'The token cannot be read as one that the demo tenant issues.'];
}

const list = (audiences: readonly string[]): string => {
  const others = audiences.filter((audience) => !demoAudiences.includes(audience));
  return ['tokens for api://demo.token-tray', ...others].join(', ');
};

const missingVersion = (): Reply =>
  problem(
    400,
    'MissingApiVersionParameter',
    'The api-version query parameter (?api-version=) is required for all requests.',
  );

function subscriptions(request: Request, caller: JWTPayload): Reply {
  if (!request.url.searchParams.has('api-version')) return missingVersion();
  const value = subscriptionsOf(String(caller['tid']));
  return json({ value, count: { type: 'Total', value: value.length } });
}

/** As ARM answers: a page at a time. */
function armSubscriptions(request: Request, caller: JWTPayload): Reply {
  if (!request.url.searchParams.has('api-version')) return missingVersion();
  return page(request, '/subscriptions', subscriptionsOf(String(caller['tid'])));
}

function armTenants(request: Request, caller: JWTPayload): Reply {
  if (!request.url.searchParams.has('api-version')) return missingVersion();
  const person = personOf(caller);
  const tenants = demoTenants
    .filter(({ id }) => (person === undefined ? id === caller['tid'] : person.objectIds.has(id)))
    .map(({ id, name, domain }) => ({
      id: `/tenants/${id}`,
      tenantId: id,
      displayName: name,
      defaultDomain: domain,
      domains: [domain],
      tenantCategory: 'Home',
      tenantType: 'AAD',
    }));
  return page(request, '/tenants', tenants);
}

/** Items on a page: few, so that what reads them has to turn pages. */
const pageSize = 2;

function page(request: Request, path: string, all: readonly object[]): Reply {
  const from = Number(request.url.searchParams.get('$skiptoken') ?? 0);
  const end = from + pageSize;
  const version = request.url.searchParams.get('api-version') ?? '';
  const nextLink = `${demoArmOrigin}${path}?api-version=${version}&%24skiptoken=${end}`;
  return json({ value: all.slice(from, end), ...(end < all.length && { nextLink }) });
}

const personOf = (caller: JWTPayload) =>
  demoPeople.find(({ objectIds }) => [...objectIds.values()].includes(String(caller['oid'])));

function me(_request: Request, caller: JWTPayload): Reply {
  const person = personOf(caller);
  if (caller['idtyp'] === 'app')
    return problem(400, 'BadRequest', '/me request is only valid with delegated authentication flow.');
  return json({
    '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#users/$entity',
    displayName: caller['name'],
    givenName: person?.givenName ?? null,
    jobTitle: person?.jobTitle ?? null,
    mail: person?.username ?? null,
    preferredLanguage: null,
    surname: person?.surname ?? null,
    userPrincipalName: caller['upn'],
    id: caller['oid'],
  });
}

/** Wants a token with an authentication context, and says so as APIs of continuous access evaluation do. */
function challenge(_request: Request, caller: JWTPayload): Reply {
  const { acrs } = caller;
  if (Array.isArray(acrs) && acrs.includes('c1')) return json({ message: 'The extra step was taken.' });
  const wanted = { access_token: { acrs: { essential: true, value: 'c1' } } };
  const claims = Buffer.from(JSON.stringify(wanted)).toString('base64');
  return problem(401, 'InsufficientClaims', 'This needs an extra step. Answer the challenge in the header.', {
    'www-authenticate': `Bearer realm="", authorization_uri="${demoAuthorityOrigin}/common/oauth2/v2.0/authorize", error="insufficient_claims", claims="${claims}"`,
  });
}

function echo(request: Request, caller: JWTPayload): Reply {
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
      name: caller['name'],
      username: caller['preferred_username'],
      oid: caller['oid'],
      tenant: demoTenants.find(({ id }) => id === caller['tid'])?.name,
      tid: caller['tid'],
      scp: caller['scp'],
      roles: caller['roles'],
      aud: caller.aud,
    },
  });
}

const problem = (status: number, code: string, message: string, headers = {}): Reply =>
  json({ error: { code, message } }, status, headers);
