import {
  ConfidentialClientApplication,
  PublicClientApplication,
  type AuthenticationResult,
  type Configuration,
  type INetworkModule,
  type InteractiveRequest,
} from '@azure/msal-node';
import { demoClientId, demoServicePrincipal } from './index';
import { TestPage } from './test-browser';
import type { TestDemo } from './test-demo';

type Proof = Pick<Configuration['auth'], 'clientSecret' | 'clientCertificate'>;

/** The real MSAL, told the https authority and brought to loopback. */
export const publicClient = (demo: TestDemo, authority = organizations(demo)): PublicClientApplication =>
  new PublicClientApplication(configuration(demo, { clientId: demoClientId, authority }));

/** The real MSAL as the demo's service principal. */
export const confidentialClient = (
  demo: TestDemo,
  authority: string,
  proof: Proof,
  clientId: string = demoServicePrincipal.clientId,
): ConfidentialClientApplication =>
  new ConfidentialClientApplication(configuration(demo, { clientId, authority, ...proof }));

/** Signs in through MSAL, pressing these buttons one after the other. */
export function signInWith(
  demo: TestDemo,
  app: PublicClientApplication,
  request: Omit<InteractiveRequest, 'openBrowser'>,
  buttons: readonly string[],
): Promise<AuthenticationResult> {
  return app.acquireTokenInteractive({
    ...request,
    openBrowser: (url) => {
      void press(demo.tenant.toLoopback(url), buttons);
      return Promise.resolve();
    },
  });
}

export function accountOf({ account }: AuthenticationResult) {
  if (!account) throw new Error('no account');
  return account;
}

async function press(url: string, buttons: readonly string[]): Promise<void> {
  let page = await TestPage.open(url);
  for (const button of [...buttons, 'Continue']) page = await page.press(button);
}

const organizations = (demo: TestDemo): string => `${demo.tenant.addresses.authority}/organizations`;

const configuration = (demo: TestDemo, auth: Configuration['auth']): Configuration => ({
  auth: { ...auth, knownAuthorities: [new URL(auth.authority ?? '').host] },
  system: { networkClient: networkFor(demo) },
});

function networkFor(demo: TestDemo): INetworkModule {
  const send = async (
    method: string,
    url: string,
    options?: { headers?: Record<string, string>; body?: string },
  ) => {
    const response = await fetch(demo.tenant.toLoopback(url), {
      method,
      headers: options?.headers ?? {},
      ...(options?.body !== undefined && { body: options.body }),
    });
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      // `never` fits whatever type MSAL expects of the answer.
      body: JSON.parse(await response.text()) as never,
    };
  };
  return {
    sendGetRequestAsync: (url, options) => send('GET', url, options),
    sendPostRequestAsync: (url, options) => send('POST', url, options),
  };
}
