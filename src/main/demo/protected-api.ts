import { errors, type JWTPayload } from 'jose';
import { demoPeople, demoTenants } from './directory';
import { json, parameters, type Reply, type Request } from './http';
import { armAudiences, demoAudiences, echoedAudiences, graphAudiences } from './resources';
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

function subscriptions(request: Request, caller: JWTPayload): Reply {
  if (!request.url.searchParams.has('api-version')) {
    return problem(
      400,
      'MissingApiVersionParameter',
      'The api-version query parameter (?api-version=) is required for all requests.',
    );
  }
  const value = [
    { subscriptionId: '8475e15b-f2db-449f-a77c-ec42735fa041', displayName: 'Demo production' },
    { subscriptionId: '5bf80eb6-2077-47ca-bd61-09b470cba0d4', displayName: 'Demo playground' },
  ].map(({ subscriptionId, displayName }) => ({
    id: `/subscriptions/${subscriptionId}`,
    authorizationSource: 'RoleBased',
    managedByTenants: [],
    subscriptionId,
    tenantId: caller['tid'],
    displayName,
    state: 'Enabled',
    subscriptionPolicies: {
      locationPlacementId: 'Public_2014-09-01',
      quotaId: 'PayAsYouGo_2014-09-01',
      spendingLimit: 'Off',
    },
  }));
  return json({ value, count: { type: 'Total', value: value.length } });
}

function me(_request: Request, caller: JWTPayload): Reply {
  const person = demoPeople.find(({ objectIds }) => [...objectIds.values()].includes(String(caller['oid'])));
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
      aud: caller.aud,
    },
  });
}

const problem = (status: number, code: string, message: string, headers = {}): Reply =>
  json({ error: { code, message } }, status, headers);
