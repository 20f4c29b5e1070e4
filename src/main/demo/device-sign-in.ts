import { credentialMissing } from './app-errors';
import { parseClaims } from './claims';
import type { DeviceCodes } from './device-codes';
import { demoClientId, type TenantChoice } from './directory';
import { unknownClient } from './errors';
import type { Faults } from './faults';
import type { Reply } from './http';
import { deviceCodePage, deviceDonePage, problemPage } from './pages';
import { parseScope } from './resources';
import { demoServicePrincipal } from './service-principal';
import type { SignIns } from './sign-ins';

type Form = Readonly<Record<string, string>>;

/** Signing in on behalf of a device (RFC 8628): the endpoint that gives codes and the page that takes them. */
export class DeviceSignIn {
  constructor(
    private readonly deviceCodes: DeviceCodes,
    private readonly signIns: SignIns,
    private readonly faults: Faults,
    /** People type it, so it is the address that really answers. */
    private readonly verificationUri: string,
  ) {}

  /** @throws EntraError if the request is not valid. */
  start(tenant: TenantChoice, form: Form, correlationId: string) {
    const fault = this.faults.refusal('devicecode');
    if (fault) throw fault;
    if (form['client_id'] === demoServicePrincipal.clientId) throw credentialMissing();
    if (form['client_id'] !== demoClientId) throw unknownClient(form['client_id'] ?? '');
    const scope = parseScope(form['scope'] ?? '');
    const claims = parseClaims(form['claims']);
    return this.deviceCodes.issue({ tenant, scope, claims, correlationId }, this.verificationUri);
  }

  page(): Reply {
    return deviceCodePage();
  }

  enter(form: Form): Reply {
    const code = form['code'] ?? '';
    const request = this.deviceCodes.find(code);
    if (!request) return deviceCodePage(code);
    return this.signIns.start({
      tenant: request.tenant,
      scope: request.scope,
      claims: request.claims,
      alwaysConsent: false,
      granted: (grant) => {
        this.deviceCodes.settle(code, grant);
        return deviceDonePage(grant.person);
      },
      refused: (error) => {
        this.deviceCodes.settle(code, error);
        return problemPage({
          title: 'Not signed in',
          text: 'The sign-in was refused. You can close this page and return to your app.',
          details: error.message,
        });
      },
    });
  }
}
