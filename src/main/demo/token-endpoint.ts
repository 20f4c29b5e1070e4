import type { AuthorizationCodes } from './authorization-codes';
import { parseClaims } from './claims';
import type { DeviceCodes } from './device-codes';
import { demoClientId, demoServicePrincipal, findPerson, tenantFor, type TenantChoice } from './directory';
import {
  invalidGrant,
  invalidRequest,
  noDefaultScope,
  serviceBusy,
  sessionExpired,
  sessionRevoked,
  unknownClient,
  unsupportedGrant,
} from './errors';
import { silentRefusal } from './policy';
import { demoResources, parseScope } from './resources';
import type { ServicePrincipals } from './service-principals';
import type { DemoState } from './state';
import type { Grant, IssuerStyle, Tokens } from './tokens';

type Form = Readonly<Record<string, string>>;

export interface TokenEndpointParts {
  readonly state: DemoState;
  readonly tokens: Tokens;
  readonly codes: AuthorizationCodes;
  readonly deviceCodes: DeviceCodes;
  readonly servicePrincipals: ServicePrincipals;
  readonly now: () => number;
}

/** `POST /{tenant}/oauth2/v2.0/token`: exchanges what a client holds for tokens. */
export class TokenEndpoint {
  constructor(private readonly parts: TokenEndpointParts) {}

  /** @throws EntraError if the grant is refused. */
  async answer(tenant: TenantChoice, form: Form, style: IssuerStyle = 'entra') {
    const clientId = required(form, 'client_id');
    if (form['grant_type'] === 'client_credentials') return this.forItself(tenant, form);
    if (clientId !== demoClientId) throw unknownClient(clientId);
    return this.parts.tokens.issue(await this.grant(tenant, form), style);
  }

  /** RFC 6749, section 4.4. */
  private async forItself(tenant: TenantChoice, form: Form) {
    await this.parts.servicePrincipals.check(form);
    const asked = required(form, 'scope');
    const scope = parseScope(asked);
    if (!asked.split(' ').some((each) => each.endsWith('/.default'))) throw noDefaultScope(asked);
    if (scope.audience === demoResources.busy) throw serviceBusy();
    const { tenantId } = demoServicePrincipal;
    if (tenant.kind === 'one' && tenant.tenant.id !== tenantId)
      throw unknownClient(required(form, 'client_id'));
    return this.parts.tokens.issueForItself(scope, parseClaims(form['claims']));
  }

  private async grant(tenant: TenantChoice, form: Form): Promise<Grant> {
    const type = required(form, 'grant_type');
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
    if (asked?.audience === demoResources.busy) throw serviceBusy();
    const grant = this.parts.codes.redeem({
      code: required(form, 'code'),
      verifier: required(form, 'code_verifier'),
      redirectUri: required(form, 'redirect_uri'),
      tenant,
    });
    return this.allowed({ ...grant, scope: asked ?? grant.scope });
  }

  /** Each refresh token is good for one use: the answer carries its successor. */
  private async byRefreshToken(choice: TenantChoice, form: Form): Promise<Grant> {
    const refreshToken = required(form, 'refresh_token');
    const scope = parseScope(required(form, 'scope'));
    if (scope.audience === demoResources.busy) throw serviceBusy();
    const owner = this.parts.state.refreshTokenOwner(refreshToken, this.parts.now());
    const person = owner === undefined ? undefined : findPerson(owner);
    if (!person) throw invalidGrant('The refresh token is not known, or has been used already.');
    if (scope.audience === demoResources.expired) throw sessionExpired();
    if (scope.audience === demoResources.revoked) {
      await this.parts.state.dropRefreshToken(refreshToken);
      throw sessionRevoked();
    }
    const tenant = tenantFor(choice, person);
    const grant = this.allowed({ person, tenant, scope, claims: parseClaims(form['claims']) });
    await this.parts.state.dropRefreshToken(refreshToken);
    return grant;
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
