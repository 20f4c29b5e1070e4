import type { AuthenticationResult, ConfidentialClientApplication, Configuration } from '@azure/msal-node';
import { X509Certificate } from 'node:crypto';
import { z } from 'zod';
import { isGuid } from '../../shared/text-rules';
import { minimumLifetime } from '../../shared/token-status';
import { adfsTenant } from './cached-tokens';
import { authorityOf, type Cloud } from './clouds';
import type { Credential } from './credentials/credential';
import { createNetworkClient, type Fetch, type NetworkClient } from './network-client';
import { clientCapabilities, NoCache } from './public-client';

export interface ConfidentialClientOptions {
  readonly clientId: string;
  readonly tenant: string;
  readonly cloud: Cloud;
  readonly credential: Credential;
  readonly fetch: Fetch;
  /** MSAL's cache to begin with. */
  readonly serialised?: string | undefined;
}

export interface ClientCredentialRequest {
  readonly tenantId: string;
  /** One resource's `/.default`. */
  readonly scopes: readonly string[];
  readonly forceRefresh: boolean;
  readonly claims?: string | undefined;
  readonly correlationId: string;
}

/**
 * One service principal in MSAL, with a cache of its own in memory and, as `PublicClient`, without a cache plugin.
 * There are no refresh tokens to lose, so that calls for several resources may go side by side.
 */
export class ConfidentialClient {
  /** MSAL itself asks twice for the same. */
  private readonly underWay = new Map<string, Promise<AuthenticationResult>>();

  private constructor(
    private readonly application: ConfidentialClientApplication,
    private readonly cloud: Cloud,
    private readonly network: NetworkClient,
    /** How often the token endpoint has been asked. */
    private readonly requests: { count: number },
  ) {}

  /** Loads msal-node, which takes 25 ms or more, and the cache. @throws NoCache */
  static async create(options: ConfidentialClientOptions): Promise<ConfidentialClient> {
    const msal = await import('@azure/msal-node');
    const { cloud, clientId, credential } = options;
    const requests = { count: 0 };
    const fetch: Fetch = (url, init) => {
      if (init.method === 'POST') requests.count += 1;
      return options.fetch(url, init);
    };
    const network = createNetworkClient(fetch, msal.AuthError);
    const application = new msal.ConfidentialClientApplication({
      auth: {
        clientId,
        authority: authorityOf(cloud, options.tenant),
        knownAuthorities: [new URL(cloud.authority).host],
        clientCapabilities,
        ...proofOf(credential, cloud),
      },
      system: { networkClient: network },
    });
    try {
      application.getTokenCache().deserialize(options.serialised ?? '');
    } catch {
      throw new NoCache();
    }
    return new ConfidentialClient(application, cloud, network, requests);
  }

  /** How often the network was asked for tokens so far. */
  get requestCount(): number {
    return this.requests.count;
  }

  /** The cache in clear: whoever keeps it encrypts all of it. */
  serialise(): string {
    return this.application.getTokenCache().serialize();
  }

  /**
   * The token in the cache while it has five minutes left, else a new one. Identical calls side by side are one.
   * @throws MSAL's errors
   */
  acquire(request: ClientCredentialRequest): Promise<AuthenticationResult> {
    const { tenantId, scopes, forceRefresh, claims } = request;
    const key = JSON.stringify([tenantId, scopes, forceRefresh, claims]);
    const running = this.underWay.get(key);
    if (running !== undefined) return running;
    const answer = this.ask(request).finally(() => this.underWay.delete(key));
    this.underWay.set(key, answer);
    return answer;
  }

  private async ask(request: ClientCredentialRequest): Promise<AuthenticationResult> {
    const { tenantId, scopes, forceRefresh, claims, correlationId } = request;
    try {
      const asked = this.application.acquireTokenByClientCredential({
        authority: authorityOf(this.cloud, tenantId),
        scopes: [...scopes],
        skipCache: forceRefresh,
        correlationId,
        // An environment variable must not choose where the credential goes.
        azureRegion: 'DisableMsalForceRegion',
        ...(claims === undefined ? {} : { claims }),
      });
      const result = await asked.catch(this.network.explain);
      if (result === null) throw new Error('MSAL has answered with nothing.');
      return { ...result, tenantId: tenantOf(result.accessToken, tenantId) };
    } catch (error) {
      if (forceRefresh || claims !== undefined) throw error;
      // Past `refresh_in` MSAL asks for a new token while the old one is good for hours, and fails if it gets none.
      const cached = cachedAnswer(this.serialise(), this.cloud, request);
      if (cached === undefined) throw error;
      return cached;
    }
  }
}

/** Entra ID wants PS256 and the SHA-256 thumbprint; AD FS knows neither, so that it gets RS256 and SHA-1. */
function proofOf(credential: Credential, cloud: Cloud): Partial<Configuration['auth']> {
  if (credential.type === 'secret') return { clientSecret: credential.secret };
  const { privateKeyPem, certificatePem, info } = credential;
  const thumbprint = cloud.isAdfs
    ? { thumbprint: new X509Certificate(certificatePem).fingerprint.replaceAll(':', '') }
    : { thumbprintSha256: info.thumbprint };
  // The chain is for registrations that trust a subject and its issuer instead of one certificate.
  return { clientCertificate: { ...thumbprint, privateKey: privateKeyPem, x5c: certificatePem } };
}

const tenantClaimSchema = z.object({ tid: z.string() });

/**
 * MSAL says nothing about the tenant of a service principal's token. The token says it, where it can be read; what was
 * asked for by its domain is believed.
 */
function tenantOf(accessToken: string, wanted: string): string {
  if (!isGuid(wanted)) return wanted;
  try {
    const payload = Buffer.from(accessToken.split('.')[1] ?? '', 'base64url').toString('utf8');
    return tenantClaimSchema.parse(JSON.parse(payload)).tid;
  } catch {
    return wanted;
  }
}

const cacheSchema = z.object({
  AccessToken: z.record(
    z.string(),
    z.object({
      secret: z.string(),
      realm: z.string(),
      target: z.string(),
      environment: z.string(),
      /** Seconds since the epoch. */
      expires_on: z.coerce.number(),
    }),
  ),
});

/** What MSAL's cache calls a tenant. An AD FS has none. */
export const realmOf = (cloud: Cloud, tenantId: string): string => (cloud.isAdfs ? adfsTenant : tenantId);

/** What MSAL would give if it did not ask for a new token first. */
function cachedAnswer(
  serialised: string,
  cloud: Cloud,
  { tenantId, scopes, correlationId }: ClientCredentialRequest,
): AuthenticationResult | undefined {
  const cache = cacheSchema.safeParse(JSON.parse(serialised));
  if (!cache.success) return undefined;
  const wanted = scopes.map((scope) => scope.toLowerCase());
  const token = Object.values(cache.data.AccessToken).find(({ realm, target }) => {
    const has = new Set(target.toLowerCase().split(' '));
    return realm === realmOf(cloud, tenantId) && wanted.every((scope) => has.has(scope));
  });
  if (token === undefined || token.expires_on * 1000 - Date.now() < minimumLifetime) return undefined;
  return {
    accessToken: token.secret,
    expiresOn: new Date(token.expires_on * 1000),
    tenantId: tenantOf(token.secret, tenantId),
    scopes: token.target.split(' '),
    authority: `https://${token.environment}/${token.realm}`,
    fromCache: true,
    correlationId,
    tokenType: 'Bearer',
    uniqueId: '',
    account: null,
    idToken: '',
    idTokenClaims: {},
  };
}
