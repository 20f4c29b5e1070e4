import { z } from 'zod';
import { parseUrl } from '../../shared/parse-url';
import type { AuthorizationCodes } from './authorization-codes';
import { parseClaims } from './claims';
import { demoClientId, findPersonByUsername, isAdfs, type TenantChoice } from './directory';
import { refusalFields } from './error-body';
import { EntraError, invalidRequest, noSession, unknownClient, wrongReplyAddress } from './errors';
import type { Faults } from './faults';
import type { Reply } from './http';
import { formPostPage } from './pages';
import { parseScope } from './resources';
import { demoServicePrincipal } from './service-principal';
import type { SignInRequest, SignIns } from './sign-ins';
import { clientInfo } from './tokens';

type Query = Readonly<Record<string, string>>;

const requestSchema = z.object({
  response_type: z.literal('code'),
  response_mode: z.literal('form_post'),
  code_challenge: z.string().regex(/^[\w-]{43}$/),
  code_challenge_method: z.literal('S256'),
  scope: z.string().min(1),
  prompt: z.enum(['login', 'select_account', 'consent', 'none']).optional(),
  login_hint: z.string().optional(),
  nonce: z.string().optional(),
  claims: z.string().optional(),
});

export interface AuthorizeParts {
  readonly signIns: SignIns;
  readonly codes: AuthorizationCodes;
  readonly faults: Faults;
  readonly now: () => number;
}

/** `GET /{tenant}/oauth2/v2.0/authorize`: starts a sign-in with authorization code and PKCE. */
export class AuthorizeEndpoint {
  constructor(private readonly parts: AuthorizeParts) {}

  /**
   * @throws EntraError if the client or its reply address is wrong: then nothing may be sent there
   * (RFC 6749, 4.1.2.1). Every other refusal goes to the reply address.
   */
  answer(tenant: TenantChoice, query: Query, correlationId: string): Reply {
    const clientId = query['client_id'] ?? '';
    if (![demoClientId, demoServicePrincipal.clientId].includes(clientId)) throw unknownClient(clientId);
    const redirectUri = replyAddress(query['redirect_uri'] ?? '');
    const refused = (error: EntraError): Reply => {
      const fields = refusalFields(tenant, error, { correlationId, now: this.parts.now() });
      return formPostPage(redirectUri, { ...fields, ...stateOf(query) });
    };
    try {
      const fault = this.parts.faults.refusal('authorize');
      if (fault) throw fault;
      return this.begin(tenant, query, redirectUri, refused);
    } catch (error) {
      if (error instanceof EntraError) return refused(error);
      throw error;
    }
  }

  private begin(
    tenant: TenantChoice,
    query: Query,
    redirectUri: string,
    refused: SignInRequest['refused'],
  ): Reply {
    const asked = requestSchema.safeParse(query);
    if (!asked.success) {
      const names = asked.error.issues.map(({ path }) => path.join('.')).join(', ');
      throw invalidRequest(`These parameters are missing or not valid: ${names}.`);
    }
    const { scope, claims, prompt, login_hint, nonce, code_challenge: challenge } = asked.data;
    const hint = login_hint === undefined ? undefined : findPersonByUsername(login_hint);
    const request: SignInRequest = {
      tenant,
      scope: parseScope(scope),
      claims: parseClaims(claims),
      alwaysConsent: prompt === 'consent',
      ...(nonce !== undefined && { nonce }),
      ...(hint && { hint }),
      refused,
      granted: (grant) =>
        formPostPage(redirectUri, {
          code: this.parts.codes.issue({ grant, challenge, redirectUri, tenant }),
          ...(!isAdfs(tenant) && { client_info: clientInfo(grant.person) }),
          ...stateOf(query),
        }),
    };
    if (prompt !== 'none') return this.parts.signIns.start(request);
    if (!hint) throw noSession();
    return this.parts.signIns.withoutPage(request, hint);
  }
}

const stateOf = (query: Query) => (query['state'] === undefined ? {} : { state: query['state'] });

/** Loopback only, any port, as for a native application (RFC 8252, 7.3). */
function replyAddress(uri: string): string {
  const loopback = /^http:\/\/(localhost|127\.0\.0\.1)(:\d{1,5})?\/?$/;
  if (!loopback.test(uri) || parseUrl(uri) === undefined) throw wrongReplyAddress(uri);
  return uri;
}
