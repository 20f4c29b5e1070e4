import type { DemoAddresses } from './addresses';
import { adfsTrust } from './adfs-claims';
import type { TenantChoice } from './directory';

/** OpenID Connect discovery of one tenant, or of all, where Entra answers with a template. */
export function openIdConfiguration(choice: TenantChoice, segment: string, { authority }: DemoAddresses) {
  const tenant = choice.kind === 'one' ? choice.tenant.id : segment;
  const base = `${authority}/${tenant}`;
  return {
    token_endpoint: `${base}/oauth2/v2.0/token`,
    token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt'],
    jwks_uri: `${base}/discovery/v2.0/keys`,
    response_modes_supported: ['form_post'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    response_types_supported: ['code'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    code_challenge_methods_supported: ['S256'],
    issuer: `${authority}/${choice.kind === 'one' ? tenant : '{tenantid}'}/v2.0`,
    request_uri_parameter_supported: false,
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    device_authorization_endpoint: `${base}/oauth2/v2.0/devicecode`,
    end_session_endpoint: `${base}/oauth2/v2.0/logout`,
    claims_supported: [
      'sub',
      'iss',
      'aud',
      'exp',
      'iat',
      'nonce',
      'preferred_username',
      'name',
      'tid',
      'oid',
    ],
    tenant_region_scope: null,
    cloud_instance_name: new URL(authority).host,
  };
}

/** OpenID Connect discovery of the AD FS. */
export function adfsConfiguration({ adfs }: DemoAddresses) {
  return {
    issuer: adfs,
    authorization_endpoint: `${adfs}/oauth2/authorize/`,
    token_endpoint: `${adfs}/oauth2/token/`,
    jwks_uri: `${adfs}/discovery/keys`,
    token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt'],
    response_types_supported: ['code'],
    response_modes_supported: ['form_post'],
    grant_types_supported: [
      'authorization_code',
      'refresh_token',
      'client_credentials',
      'urn:ietf:params:oauth:grant-type:device_code',
    ],
    subject_types_supported: ['pairwise'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    id_token_signing_alg_values_supported: ['RS256'],
    claims_supported: ['aud', 'iss', 'iat', 'exp', 'nonce', 'sub', 'upn', 'unique_name'],
    access_token_issuer: adfsTrust(adfs),
    end_session_endpoint: `${adfs}/oauth2/logout`,
    device_authorization_endpoint: `${adfs}/oauth2/devicecode`,
  };
}

/** What MSAL asks an authority it does not know: which hosts are the same cloud. */
export function instanceDiscovery({ authority }: DemoAddresses) {
  const { host } = new URL(authority);
  return {
    tenant_discovery_endpoint: `${authority}/common/v2.0/.well-known/openid-configuration`,
    'api-version': '1.1',
    metadata: [{ preferred_network: host, preferred_cache: host, aliases: [host] }],
  };
}
