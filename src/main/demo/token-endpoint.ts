import { credentialMissing } from './app-errors';
import type { AuthorizationCodes } from './authorization-codes';
import { parseClaims } from './claims';
import type { ClientCredentials } from './client-credentials';
import type { DeviceCodes } from './device-codes';
import { demoClientId, findSession, isAdfs, tenantFor, type TenantChoice } from './directory';
import {
  invalidGrant,
  invalidRequest,
  sessionExpired,
  sessionRevoked,
  unknownClient,
  unsupportedGrant,
} from './errors';
import type { Faults } from './faults';
import type { Grant } from './grants';
import { overload } from './hopeless-resources';
import { silentRefusal } from './policy';
import { demoResources, parseScope, type RequestedScope } from './resources';
import { demoServicePrincipal } from './service-principal';
import type { DemoState } from './state';
import type { Tokens } from './tokens';

type Form = Readonly<Record<string, string>>;

export interface TokenEndpointParts {
  readonly state: DemoState;
  readonly tokens: Tokens;
  readonly codes: AuthorizationCodes;
  readonly deviceCodes: DeviceCodes;
  readonly clientCredentials: ClientCredentials;
  readonly faults: Faults;
  readonly now: () => number;
}

/** `POST /{tenant}/oauth2/v2.0/token`: exchanges what a client holds for tokens. */
export class TokenEndpoint {
  constructor(private readonly parts: TokenEndpointParts) {}

  /** @throws EntraError if the grant is refused. */
  async answer(tenant: TenantChoice, form: Form) {
    const { tokens, clientCredentials, faults } = this.parts;
    const clientId = required(form, 'client_id');
    const type = required(form, 'grant_type');
    const fault = faults.refusal(type === 'refresh_token' ? 'refresh' : 'token');
    if (fault) throw fault;
    if (type === 'client_credentials') {
      return tokens.issueToApp(await clientCredentials.grant(tenant, form));
    }
    if (clientId === demoServicePrincipal.clientId) throw credentialMissing();
    if (clientId !== demoClientId) throw unknownClient(clientId);
    return tokens.issue(await this.grant(type, tenant, form));
  }

  private async grant(type: string, tenant: TenantChoice, form: Form): Promise<Grant> {
    switch (type) {
      case 'authorization_code':
        return this.byCode(tenant, form);
      case 'refresh_token':
        return this.byRefreshToken(tenant, form);
      case 'device_code':
      case 'urn:ietf:params:oauth:grant-type:device_code':
        return this.parts.deviceCodes.redeem(required(form, 'device_code'));
      default:
        throw unsupportedGrant(type);
    }
  }

  private byCode(tenant: TenantChoice, form: Form): Grant {
    const asked = form['scope'] === undefined ? undefined : parseScope(form['scope']);
    this.checkLoad(asked);
    const grant = this.parts.codes.redeem({
      code: required(form, 'code'),
      verifier: required(form, 'code_verifier'),
      redirectUri: required(form, 'redirect_uri'),
      tenant,
    });
    return this.allowed({ ...grant, scope: asked ?? grant.scope });
  }

  /** Each refresh token of Entra is good for one use: the answer carries its successor. Those of AD FS stay. */
  private async byRefreshToken(choice: TenantChoice, form: Form): Promise<Grant> {
    const refreshToken = required(form, 'refresh_token');
    const scope = parseScope(required(form, 'scope'));
    this.checkLoad(scope);
    const owner = this.parts.state.refreshTokenOwner(refreshToken, this.parts.now());
    const person = owner === undefined ? undefined : findSession(owner, choice);
    if (!person) throw invalidGrant('The refresh token is not known, or has been used already.');
    if (scope.audience === demoResources.expired) throw sessionExpired();
    if (scope.audience === demoResources.revoked) {
      await this.parts.state.dropRefreshToken(refreshToken);
      throw sessionRevoked();
    }
    const tenant = tenantFor(choice, person);
    const grant = this.allowed({ person, tenant, scope, claims: parseClaims(form['claims']) });
    if (isAdfs(choice)) return { ...grant, keepsRefreshToken: true };
    await this.parts.state.dropRefreshToken(refreshToken);
    return grant;
  }

  private checkLoad(scope: RequestedScope | undefined): void {
    const refusal = overload(scope?.audience);
    if (refusal) throw refusal;
  }

  private allowed(grant: Grant): Grant {
    const refusal = silentRefusal({ ...grant, audience: grant.scope.audience }, this.parts.state);
    if (refusal) throw refusal;
    return grant;
  }
}

function required(form: Form, name: string): string {
  const value = form[name];
  if (value === undefined || value === '') {
    throw invalidRequest(`The request body must contain the following parameter: '${name}'.`);
  }
  return value;
}
