import type { DemoAddresses } from './addresses';
import { challenge, echo, graphMe } from './api-answers';
import { apiProblem, noToken, refuseToken } from './api-problems';
import { allSubscriptions, armSubscriptions, armTenants } from './arm';
import { callerOf, type Caller } from './caller';
import type { Reply, Request } from './http';
import { armAudiences, demoAudiences, echoedAudiences, graphAudiences } from './resources';
import type { Tokens } from './tokens';
import {
  bigAnswer,
  forbiddenArm,
  forbiddenGraph,
  headersAsTheyCame,
  picture,
  redirect,
  slowAnswer,
  tooMany,
} from './trial-answers';

const cosmosAudience = 'https://cosmos.azure.com';

/** `type=aad&ver=1.0&sig=…`, encoded as a whole. */
const cosmosHeader = /^type%3daad%26ver%3d1\.0%26sig%3d(\S+)$/i;

interface Route {
  readonly method: 'GET' | 'any';
  /** Tokens for these, and only these, are taken. */
  readonly audiences: readonly string[];
  readonly answer: (request: Request, caller: Caller, addresses: DemoAddresses) => Reply | Promise<Reply>;
}

const routes: Readonly<Record<string, Route>> = {
  '/api/subscriptions': {
    method: 'GET',
    audiences: [...demoAudiences, ...armAudiences],
    answer: allSubscriptions,
  },
  '/api/arm/subscriptions': { method: 'GET', audiences: armAudiences, answer: armSubscriptions },
  '/api/arm/tenants': { method: 'GET', audiences: armAudiences, answer: armTenants },
  '/api/me': { method: 'GET', audiences: [...demoAudiences, ...graphAudiences], answer: graphMe },
  '/api/echo': { method: 'any', audiences: [...demoAudiences, ...echoedAudiences], answer: echo },
  '/api/challenge': {
    method: 'GET',
    audiences: [...demoAudiences, ...armAudiences, ...graphAudiences],
    answer: challenge,
  },
  ...Object.fromEntries(
    Object.entries({
      '/api/forbidden/resource-manager': forbiddenArm,
      '/api/forbidden/graph': forbiddenGraph,
      '/api/big': bigAnswer,
      '/api/redirect': redirect,
      '/api/picture': picture,
      '/api/too-many': tooMany,
      '/api/slow': slowAnswer,
      '/api/headers': headersAsTheyCame,
    }).map(([path, answer]) => [path, { method: 'any', audiences: demoAudiences, answer }]),
  ),
};

/** The demo's API under `/api`: shaped like Azure's and Graph's, and as strict about tokens. */
export class ProtectedApi {
  constructor(
    private readonly tokens: Tokens,
    private readonly addresses: DemoAddresses,
  ) {}

  async answer(request: Request): Promise<Reply> {
    const { pathname } = request.url;
    const route = routes[pathname.startsWith('/api/echo/') ? '/api/echo' : pathname];
    if (!route) return apiProblem(404, 'NotFound', `There is nothing at ${pathname}.`);
    if (route.method === 'GET' && !['GET', 'HEAD'].includes(request.method)) {
      return apiProblem(405, 'MethodNotAllowed', 'Only GET is answered here.', { allow: 'GET, HEAD' });
    }
    const header = request.headers.authorization ?? '';
    const cosmos = cosmosHeader.exec(header)?.[1];
    const token = cosmos ?? /^Bearer +(\S+)$/i.exec(header)?.[1];
    if (token === undefined) return noToken();
    // Cosmos DB takes its tokens in its own form only, and nobody else does.
    const isCosmos = cosmos !== undefined;
    const audiences = route.audiences.filter((audience) => (audience === cosmosAudience) === isCosmos);
    const checked = await this.check(token, audiences);
    return 'refusal' in checked ? checked.refusal : route.answer(request, checked.caller, this.addresses);
  }

  private async check(token: string, audiences: readonly string[]) {
    try {
      return { caller: callerOf(await this.tokens.verify(token, audiences)) };
    } catch (error) {
      return { refusal: refuseToken(error, audiences) };
    }
  }
}
