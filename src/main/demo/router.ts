import { randomUUID } from 'node:crypto';
import type { DemoAddresses } from './addresses';
import { assets } from './assets';
import type { AuthorizeEndpoint } from './authorize';
import type { DeviceSignIn } from './device-sign-in';
import { findTenant, isAdfs, type TenantChoice } from './directory';
import { adfsConfiguration, instanceDiscovery, openIdConfiguration } from './discovery';
import { refusalReply } from './error-body';
import { EntraError, unknownTenant } from './errors';
import { json, parameters, type Reply, type Request } from './http';
import { problemPage, signedOutPage } from './pages';
import type { ProtectedApi } from './protected-api';
import type { SignIns } from './sign-ins';
import type { TokenEndpoint } from './token-endpoint';
import type { Tokens } from './tokens';

export interface RouterParts {
  readonly authorize: AuthorizeEndpoint;
  readonly tokenEndpoint: TokenEndpoint;
  readonly deviceSignIn: DeviceSignIn;
  readonly signIns: SignIns;
  readonly tokens: Tokens;
  readonly api: ProtectedApi;
  readonly addresses: DemoAddresses;
  readonly now: () => number;
}

/** Finds who answers a request. */
export class Router {
  constructor(private readonly parts: RouterParts) {}

  async answer(request: Request): Promise<Reply> {
    const { pathname } = request.url;
    if (pathname.startsWith('/api/')) return this.parts.api.answer(request);
    switch (`${request.method} ${pathname}`) {
      case 'POST /sign-in':
        return this.parts.signIns.step(parameters(request.body));
      case 'GET /devicelogin':
        return this.parts.deviceSignIn.page();
      case 'POST /devicelogin':
        return this.parts.deviceSignIn.enter(parameters(request.body));
      case 'GET /common/discovery/instance':
        return json(instanceDiscovery(this.parts.addresses));
      default:
        return (request.method === 'GET' ? assets.get(pathname) : undefined) ?? this.authority(request);
    }
  }

  private async authority(request: Request): Promise<Reply> {
    const [, segment = '', ...rest] = request.url.pathname.split('/');
    const tenant = findTenant(segment);
    const routes = tenant && isAdfs(tenant) ? this.adfsRoutes : this.entraRoutes;
    // AD FS announces some of its endpoints with a slash at the end.
    const route = `${request.method} ${rest.join('/').replace(/\/$/, '')}`;
    const answer = routes[route];
    if (!answer) return nothingHere();
    const correlationId = correlationIdOf(request);
    try {
      if (!tenant) throw unknownTenant(segment);
      return await answer({ request, tenant, segment: segment.toLowerCase(), correlationId });
    } catch (error) {
      if (!(error instanceof EntraError)) throw error;
      if (answer === this.authorize) return refusalPage(error, correlationId);
      return refusalReply(tenant, error, { correlationId, now: this.parts.now() });
    }
  }

  private readonly authorize: Answer = ({ request, tenant, correlationId }) =>
    this.parts.authorize.answer(tenant, parameters(request.url.searchParams), correlationId);
  private readonly token: Answer = async ({ request, tenant }) =>
    json(await this.parts.tokenEndpoint.answer(tenant, parameters(request.body)));
  private readonly deviceCode: Answer = ({ request, tenant, correlationId }) =>
    json(this.parts.deviceSignIn.start(tenant, parameters(request.body), correlationId));
  private readonly keys: Answer = () => json(this.parts.tokens.keySet());

  private readonly entraRoutes: Readonly<Record<string, Answer>> = {
    'GET v2.0/.well-known/openid-configuration': ({ tenant, segment }) =>
      json(openIdConfiguration(tenant, segment, this.parts.addresses)),
    'GET discovery/v2.0/keys': this.keys,
    'GET oauth2/v2.0/authorize': this.authorize,
    'POST oauth2/v2.0/token': this.token,
    'POST oauth2/v2.0/devicecode': this.deviceCode,
    'GET oauth2/v2.0/logout': () => signedOutPage(),
  };

  private readonly adfsRoutes: Readonly<Record<string, Answer>> = {
    'GET .well-known/openid-configuration': () => json(adfsConfiguration(this.parts.addresses)),
    'GET discovery/keys': this.keys,
    'GET oauth2/authorize': this.authorize,
    'POST oauth2/token': this.token,
    'POST oauth2/devicecode': this.deviceCode,
    'GET oauth2/logout': () => signedOutPage(),
  };
}

type Answer = (call: AuthorityCall) => Reply | Promise<Reply>;

interface AuthorityCall {
  readonly request: Request;
  readonly tenant: TenantChoice;
  readonly segment: string;
  readonly correlationId: string;
}

/** MSAL sends it in the query or the body, others as a header. */
function correlationIdOf({ url, headers, body }: Request): string {
  const name = 'client-request-id';
  const given = url.searchParams.get(name) ?? headers[name] ?? new URLSearchParams(body).get(name);
  return typeof given === 'string' && /^[\da-f-]{36}$/i.test(given) ? given : randomUUID();
}

const refusalPage = (error: EntraError, correlationId: string): Reply =>
  problemPage({
    title: 'This sign-in cannot go on',
    text: 'The application asked in a way that the demo tenant refuses. Close this page and return to it.',
    details: `${error.message} Correlation ID: ${correlationId}`,
  });

export const nothingHere = (): Reply =>
  json({ error: { code: 'NotFound', message: 'There is nothing here.' } }, 404);
