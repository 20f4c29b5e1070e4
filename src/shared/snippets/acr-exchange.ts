import { quoteForPosix, quoteForPowerShell } from './quoting';
import { registryScope } from './registry-scope';
import { isSendable, safeUrl } from './sent-request';
import type { SnippetInput } from './snippet-input';

/**
 * A container registry gives a token of its own for one of Entra ID, and with that the one for what is to be done.
 * https://github.com/Azure/acr/blob/main/docs/AAD-OAuth.md
 */
export function acrExchange(input: SnippetInput): string {
  const { request, shell, token } = input;
  const url =
    request !== undefined && isSendable(request)
      ? safeUrl(request.url)
      : 'https://{registry}.azurecr.io/v2/_catalog';
  const { origin, host, path } = partsOf(url);
  const wanted = {
    origin,
    host,
    path,
    scope: registryScope('GET', path.split('?')[0] ?? path),
    tenant: token.tenantId,
    accessToken: token.accessToken,
  };
  return shell === 'posix' ? forPosix(wanted) : forPowerShell(wanted);
}

interface Wanted {
  readonly origin: string;
  readonly host: string;
  readonly path: string;
  readonly scope: string;
  readonly tenant: string;
  readonly accessToken: string;
}

const forPosix = ({ origin, host, path, scope, tenant, accessToken }: Wanted): string =>
  [
    `registry=${quoteForPosix(host)}`,
    `address=${quoteForPosix(origin)}`,
    'refresh_token=$(curl -s "$address/oauth2/exchange" -d grant_type=access_token --data-urlencode "service=$registry" \\',
    ...(tenant === '' ? [] : [`  --data-urlencode tenant=${quoteForPosix(tenant)} \\`]),
    `  --data-urlencode access_token=${quoteForPosix(accessToken)} |`,
    `  sed -n 's/.*"refresh_token" *: *"\\([^"]*\\)".*/\\1/p')`,
    'access_token=$(curl -s "$address/oauth2/token" -d grant_type=refresh_token --data-urlencode "service=$registry" \\',
    `  --data-urlencode scope=${quoteForPosix(scope)} --data-urlencode "refresh_token=$refresh_token" |`,
    `  sed -n 's/.*"access_token" *: *"\\([^"]*\\)".*/\\1/p')`,
    `curl --globoff "$address"${quoteForPosix(path)} -H "Authorization: Bearer $access_token"`,
  ].join('\n');

const forPowerShell = ({ origin, host, path, scope, tenant, accessToken }: Wanted): string => {
  const q = quoteForPowerShell;
  const ofTenant = tenant === '' ? '' : `; tenant = ${q(tenant)}`;
  return [
    `$registry = ${q(host)}`,
    `$address = ${q(origin)}`,
    `$refreshToken = (Invoke-RestMethod -Method Post -Uri "$address/oauth2/exchange" -Body @{ grant_type = 'access_token'; service = $registry${ofTenant}; access_token = ${q(accessToken)} }).refresh_token`,
    `$accessToken = (Invoke-RestMethod -Method Post -Uri "$address/oauth2/token" -Body @{ grant_type = 'refresh_token'; service = $registry; scope = ${q(scope)}; refresh_token = $refreshToken }).access_token`,
    `Invoke-RestMethod -Uri ($address + ${q(path)}) -Headers @{ Authorization = "Bearer $accessToken" }`,
  ].join('\n');
};

function partsOf(url: string): { readonly origin: string; readonly host: string; readonly path: string } {
  const [, origin = '', host = '', path = ''] = /^(https?:\/\/([^/?#]*))([^#]*)/i.exec(url) ?? [];
  return { origin, host, path: path || '/' };
}
