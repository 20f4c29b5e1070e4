import type { DemoAddresses } from './addresses';
import { defaultScopeNeeded, noCredential, noTenantNamed, secretExpired, wrongSecret } from './app-errors';
import { parseClaims } from './claims';
import { checkAssertion } from './client-assertion';
import { isAdfs, type DemoDirectory, type TenantChoice } from './directory';
import { invalidRequest, unknownClient } from './errors';
import type { AppGrant } from './grants';
import { overload } from './hopeless-resources';
import { appRefusal } from './policy';
import type { RegisteredCertificates } from './registered-certificates';
import { parseScope } from './resources';
import { demoServicePrincipal, knowsServicePrincipal } from './service-principal';
import { tokenEndpointsOf } from './token-endpoints';

type Form = Readonly<Record<string, string>>;

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

export interface ClientCredentialsParts {
  readonly addresses: DemoAddresses;
  readonly certificates: RegisteredCertificates;
  readonly now: () => number;
}

/** `grant_type=client_credentials`: an application that signs in by itself (RFC 6749, 4.4). */
export class ClientCredentials {
  constructor(private readonly parts: ClientCredentialsParts) {}

  /** @throws EntraError if the application, its credential or what it asks for is refused. */
  async grant(choice: TenantChoice, form: Form): Promise<AppGrant> {
    if (choice.kind !== 'one') throw noTenantNamed();
    const { tenant } = choice;
    const clientId = form['client_id'] ?? '';
    if (clientId !== demoServicePrincipal.clientId || !knowsServicePrincipal(tenant)) {
      throw unknownClient(clientId);
    }
    const proof = await this.checkProof(tenant, form);
    const scope = parseScope(form['scope'] ?? '');
    if (!isAdfs(choice) && !scope.wantsAll) throw defaultScopeNeeded(form['scope'] ?? '');
    const refusal = overload(scope.audience) ?? appRefusal(scope.audience);
    if (refusal) throw refusal;
    return { tenant, proof, scope, claims: parseClaims(form['claims']) };
  }

  private async checkProof(tenant: DemoDirectory, form: Form): Promise<AppGrant['proof']> {
    const { clientId, secret, expiredSecret } = demoServicePrincipal;
    const { client_secret: given, client_assertion: assertion, client_assertion_type: type } = form;
    if (assertion !== undefined) {
      if (type !== assertionType) throw invalidRequest("The parameter 'client_assertion_type' is not valid.");
      const { addresses, certificates, now } = this.parts;
      const audience = tokenEndpointsOf(tenant, addresses);
      await checkAssertion(assertion, { clientId, audience, certificates, now: now() });
      return 'certificate';
    }
    if (given === undefined) throw noCredential();
    if (given === expiredSecret) throw secretExpired(clientId);
    if (given !== secret) throw wrongSecret(clientId);
    return 'secret';
  }
}
