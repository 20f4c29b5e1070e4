import { ownAddresses, reservedAddresses, toLoopback, type DemoAddresses } from './addresses';
import { AuthorizationCodes } from './authorization-codes';
import { AuthorizeEndpoint } from './authorize';
import { ClientCredentials } from './client-credentials';
import { DeviceCodes } from './device-codes';
import { DeviceSignIn } from './device-sign-in';
import { Faults, type Fault, type FaultPlace } from './faults';
import { ProtectedApi } from './protected-api';
import { RegisteredCertificates } from './registered-certificates';
import { Router } from './router';
import { LoopbackServer, type TlsIdentity } from './server';
import { SignIns } from './sign-ins';
import { SigningKey } from './signing-key';
import { DemoState } from './state';
import { TokenEndpoint } from './token-endpoint';
import { Tokens } from './tokens';

export { demoAuthorityOrigin, reservedAddresses, type DemoAddresses } from './addresses';
export { demoClientId, demoTenants, type DemoDirectory } from './directory';
export type { EntraErrorDetails } from './errors';
export type { Fault, FaultPlace } from './faults';
export { demoResources } from './resources';
export type { TlsIdentity } from './server';
export { demoServicePrincipal } from './service-principal';

export interface DemoTenantOptions {
  /** What was saved last, undefined on the first run. Text that cannot be read counts as none. */
  readonly load: () => Promise<string | undefined>;
  /**
   * Keeps the state: it holds a private key, so encrypt it. Called one at a time, after every change. The demo
   * goes on from memory if it fails.
   */
  readonly save: (state: string) => Promise<void>;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** A random port is taken if this one is busy, or 0. */
  readonly preferredPort: number;
  /** Real https under `https://localhost:PORT`, which then is what the demo calls itself, too. */
  readonly tls?: TlsIdentity;
}

export interface DemoTenant {
  /** `http://127.0.0.1:PORT` or `https://localhost:PORT`; the demo API is under `/api` of it. */
  readonly origin: string;
  /** What clients are told: the reserved names, or `origin` where that is https. */
  readonly addresses: DemoAddresses;
  /** Where a URL of the demo's reserved names is really answered; other URLs are returned unchanged. */
  toLoopback(url: string): string;
  /** From now on the demo's service principal may sign with the key of this certificate. @throws Error if it is none */
  registerCertificate(pem: string): void;
  /** Lets the next requests go wrong, for tests. @param times `Infinity` until `heal` */
  fail(place: FaultPlace, fault: Fault, times?: number): void;
  /** Forgets what was to go wrong. */
  heal(): void;
  /** Ends open connections and waits until everything is saved. */
  stop(): Promise<void>;
}

/**
 * Starts the built-in demo tenant: an authority in Entra's shape, an AD FS beside it and a small protected API, on
 * loopback only.
 */
export async function startDemoTenant(options: DemoTenantOptions): Promise<DemoTenant> {
  const { now, tls } = options;
  const state = await DemoState.open(options.load, options.save);
  const key = await SigningKey.import(state.signingKey);
  const certificates = new RegisteredCertificates();
  const faults = new Faults();
  const server = await LoopbackServer.start(
    options.preferredPort,
    (request) => faults.around(request, () => router.answer(request)),
    tls,
  );
  const { origin } = server;
  // Everything below is there before the first request can be: nothing is waited for in between.
  const addresses = tls ? ownAddresses(origin) : reservedAddresses;
  const tokens = new Tokens({ key, state, addresses, now });
  const codes = new AuthorizationCodes(now);
  const deviceCodes = new DeviceCodes(now);
  const signIns = new SignIns(state, now);
  const clientCredentials = new ClientCredentials({ addresses, certificates, now });
  const router = new Router({
    authorize: new AuthorizeEndpoint({ signIns, codes, faults, now }),
    tokenEndpoint: new TokenEndpoint({ state, tokens, codes, deviceCodes, clientCredentials, faults, now }),
    deviceSignIn: new DeviceSignIn(deviceCodes, signIns, faults, `${origin}/devicelogin`),
    signIns,
    tokens,
    api: new ProtectedApi(tokens, addresses),
    addresses,
    now,
  });

  return {
    origin,
    addresses,
    toLoopback: (url) => toLoopback(url, origin),
    registerCertificate(pem) {
      certificates.add(pem);
    },
    fail(place, fault, times = 1) {
      faults.add(place, fault, times);
    },
    heal() {
      faults.heal();
    },
    async stop() {
      await server.stop();
      await state.settled();
    },
  };
}
