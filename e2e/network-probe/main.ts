/** The smallest program around `platform/network.ts`: what MSAL would get, asked for by a test. */
import { AuthError } from '@azure/msal-node';
import { app, net, session } from 'electron';
import { createNetworkClient } from '../../src/main/identity/network-client';
import { CertificateProblems } from '../../src/main/platform/certificate-problems';
import { createFetch } from '../../src/main/platform/network';
import { ProxyLogins } from '../../src/main/platform/proxy-logins';
import type { NetworkProbe, ProbeAnswer } from './probe';

const certificateProblems = new CertificateProblems(Date.now);
const proxyLogins = new ProxyLogins();
const fetch = createFetch({ request: (options) => net.request(options), proxyLogins, certificateProblems });
const client = createNetworkClient(fetch, AuthError);
let readiness: Promise<void> | undefined;

const ready = (): Promise<void> =>
  (readiness ??= app.whenReady().then(() => {
    session.defaultSession.setCertificateVerifyProc(certificateProblems.look);
  }));

async function answerOf(sending: () => Promise<{ status: number; body: unknown }>): Promise<ProbeAnswer> {
  await ready();
  try {
    const { status, body } = await sending();
    return { status, body };
  } catch (error) {
    if (!(error instanceof AuthError)) throw error;
    const { cause, errorCode, message } = error;
    return {
      errorCode,
      message,
      cause: cause instanceof Error ? { ...Object.fromEntries(Object.entries(cause)), name: cause.name } : {},
    };
  }
}

const probe: NetworkProbe = {
  get: (url, timeout) => answerOf(() => client.sendGetRequestAsync(url, {}, timeout)),
  post: (url) => answerOf(() => client.sendPostRequestAsync(url, { body: 'grant_type=x' })),
  setProxyLogin: (proxy, username, password) => proxyLogins.set(proxy, { username, password }, false),
};
Object.assign(globalThis, { probe });
app.on('window-all-closed', () => undefined);
