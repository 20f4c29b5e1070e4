import { AuthorizationCodes } from './authorization-codes';
import { AuthorizeEndpoint } from './authorize';
import { DeviceCodes } from './device-codes';
import { DeviceSignIn } from './device-sign-in';
import { demoAdfsOrigin, demoArmOrigin, demoAuthorityOrigin } from './directory';
import { ProtectedApi } from './protected-api';
import { Router } from './router';
import { LoopbackServer } from './server';
import { ServicePrincipals } from './service-principals';
import { SignIns } from './sign-ins';
import { DemoState } from './state';
import { TokenEndpoint } from './token-endpoint';
import { Tokens } from './tokens';

export {
  demoAuthorityOrigin,
  demoClientId,
  demoServicePrincipal,
  demoTenants,
  type DemoDirectory,
} from './directory';
export { demoResources } from './resources';

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
}

export interface DemoTenant {
  /** `http://127.0.0.1:PORT`; the demo API is under `/api` of it. */
  readonly origin: string;
  /** Where a URL of the demo's authorities and of its ARM is really answered; other URLs are returned unchanged. */
  toLoopback(url: string): string;
  /** Lets the demo's service principal prove itself with this certificate, too. */
  registerCertificate(pem: string): void;
  /** Ends open connections and waits until everything is saved. */
  stop(): Promise<void>;
}

/** Starts the built-in demo tenant: an authority in Entra's shape and a small protected API, on loopback only. */
export async function startDemoTenant(options: DemoTenantOptions): Promise<DemoTenant> {
  const { now } = options;
  const state = await DemoState.open(options.load, options.save);
  const tokens = await Tokens.create(state, now);
  const codes = new AuthorizationCodes(now);
  const deviceCodes = new DeviceCodes(now);
  const signIns = new SignIns(state, now);
  const servicePrincipals = new ServicePrincipals(now);
  const router = new Router({
    authorize: new AuthorizeEndpoint({ signIns, codes, now }),
    tokenEndpoint: new TokenEndpoint({ state, tokens, codes, deviceCodes, servicePrincipals, now }),
    deviceSignIn: new DeviceSignIn(deviceCodes, signIns, () => `${server.origin}/devicelogin`),
    signIns,
    tokens,
    api: new ProtectedApi(tokens),
    now,
  });
  const server = await LoopbackServer.start(options.preferredPort, (request) => router.answer(request));
  const { origin } = server;

  return {
    origin,
    toLoopback(url) {
      if (!URL.canParse(url)) return url;
      const parsed = new URL(url);
      const isAuthority = parsed.origin === demoAuthorityOrigin || parsed.origin === demoAdfsOrigin;
      if (!isAuthority && parsed.origin !== demoArmOrigin) return url;
      const folder = isAuthority ? '' : '/api/arm';
      return `${origin}${folder}${parsed.pathname}${parsed.search}${parsed.hash}`;
    },
    registerCertificate: (pem) => servicePrincipals.registerCertificate(pem),
    async stop() {
      await server.stop();
      await state.settled();
    },
  };
}
