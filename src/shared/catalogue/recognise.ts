import type { CloudId, SampleRequest } from '../preset';
import { presetLimits } from '../preset-limits';
import { parseAccess } from '../scopes';
import { isGuid } from '../text-rules';
import { catalogue } from './catalogue';
import { azureClouds, type AzureCloud, type CatalogueRow, type CatalogueTarget } from './catalogue-row';
import { parseCurl, type CommandRequest } from './curl-command';
import { hostFits } from './hosts';
import { parseHttpMessage } from './http-message';
import { azureCloudOf, isSameResource, rowsOfResource } from './known-hosts';
import { openApiAccess } from './openapi-scopes';
import { cleanUrl, findUrl, type CleanUrl } from './pasted-url';
import { isPowershellRequest, parsePowershell } from './powershell-request';
import { isPerInstance } from './preset-targets';
import type { Dropped, Recognised } from './recognised';
import { retiredApis } from './retired';
import { shellOf, shellWords } from './shell-words';

/** Nobody writes a longer one by hand; what is longer is a file. */
export const longestPaste = 100_000;

const problem = (name: Extract<Recognised, { kind: 'problem' }>['problem']): Recognised => ({
  kind: 'problem',
  problem: name,
});

const nothing: Recognised = { kind: 'nothing' };

/**
 * What somebody has pasted: an address, a whole curl or PowerShell command, a request as documentation writes it, a
 * resource, scopes, a piece of an OpenAPI description. Secrets in it are left out. Words to search for are `nothing`.
 */
export function recognise(text: string, cloudId: CloudId): Recognised {
  if (text.length > longestPaste) return problem('too-long');
  const pasted = text.trim();
  if (pasted === '') return nothing;
  if (/^(?:Bearer\s+)?eyJ[\w-]{10,}\.[\w-]*\.?[\w.-]*$/i.test(pasted)) return problem('is-token');
  const clouds = cloudsFrom(cloudId);
  const command = commandIn(pasted);
  if (command !== undefined) return fromCommand(command, pasted, clouds);
  const resource = resourceIn(pasted);
  const named = resource === undefined ? undefined : fromAccess(resource, clouds);
  if (named !== undefined) return named;
  const message = parseHttpMessage(pasted);
  if (message !== undefined) return fromCommand(message, pasted, clouds);
  const access = openApiAccess(pasted);
  if (access !== undefined) return fromOpenApi(access, clouds);
  return fromText(pasted, clouds);
}

/** The one in use first: some hosts are the same in several. */
function cloudsFrom(cloudId: CloudId): readonly AzureCloud[] {
  const first = azureCloudOf(cloudId);
  return first === undefined ? azureClouds : [first, ...azureClouds.filter((cloud) => cloud !== first)];
}

const curlWord = /(?:^|[\s$>;|&("'`\\/])curl(?:\.exe)?["']?\s/i;

function commandIn(text: string): CommandRequest | undefined {
  if (isPowershellRequest(text)) return parsePowershell(text);
  const found = curlWord.exec(text.slice(0, 2000));
  if (found === null) return undefined;
  const words = text.slice(found.index + found[0].length);
  return parseCurl(shellWords(words, shellOf(text)));
}

/** `--resource …` of az, and resources that are no addresses. */
function resourceIn(text: string): string | undefined {
  const asked = /--(?:resource|scopes?)[\s=]+["']?([^\s"']{1,1024})/i.exec(text.slice(0, 5000))?.[1];
  if (asked !== undefined) return asked;
  const bare = text.replace(/^["'<]+|["'>,;]+$/g, '');
  return /^api:\/\/\S+$/i.test(bare) || isGuid(bare) || /^https:\/\/\S+\/\.default$/i.test(bare)
    ? bare
    : undefined;
}

// Addresses

function fromText(text: string, clouds: readonly AzureCloud[]): Recognised {
  const url = findUrl(text);
  if (url !== undefined) return fromScopeList(text, clouds) ?? fromUrl({ url }, clouds);
  if (/\s/.test(text) || text.length > presetLimits.urlLength) return nothing;
  // Without a scheme it is an address only if something says so.
  const bare = text.replace(/^["'<]+|["'>,;]+$/g, '');
  const clean = cleanUrl(bare);
  if (clean?.hostname.includes('.') !== true) return nothing;
  const isKnown = candidates(clean, clouds).length > 0 || retiredAt(clean.hostname) !== undefined;
  return isKnown || /^[\w.{}<>-]+\.[a-z]{2,}(?::\d+)?\//i.test(bare)
    ? fromUrl({ url: bare }, clouds)
    : nothing;
}

interface Asked {
  readonly url: string;
  readonly command?: CommandRequest;
}

const tokenHosts = [
  'login.microsoftonline.com',
  'login.microsoftonline.us',
  'login.chinacloudapi.cn',
  'login.partner.microsoftonline.cn',
  'login.microsoft.com',
  'login.windows.net',
  'sts.windows.net',
];
const portalHosts = ['portal.azure.com', 'portal.azure.us', 'portal.azure.cn', 'ms.portal.azure.com'];

function fromUrl({ url, command }: Asked, clouds: readonly AzureCloud[]): Recognised {
  const clean = cleanUrl(url);
  if (clean === undefined)
    return problem(url.length > presetLimits.urlLength ? 'address-too-long' : 'no-address');
  if (clean.url.length > presetLimits.urlLength) return problem('address-too-long');
  const { hostname } = clean;
  if (command === undefined && isResourceOf(clean.url, clouds))
    return fromAccess(clean.url, clouds) ?? nothing;
  if (tokenHosts.includes(hostname)) return fromTokenRequest(`${url}&${command?.body ?? ''}`, clouds);
  if (portalHosts.includes(hostname)) return fromPortal(url, hostname, clouds);
  const api = retiredAt(hostname);
  if (api !== undefined) return { kind: 'retired', api };
  const request = requestOf(clean.url, command);
  const dropped = [...new Set([...(command?.dropped ?? []), ...clean.dropped, ...lostOf(command)])];
  const [best, ...others] = candidates(clean, clouds);
  if (best === undefined) return { kind: 'own', host: hostname, request, dropped };
  const { row, cloud, target } = best;
  const resource = resourceAt(target, hostname);
  // A scope of Microsoft Graph looks like an address there.
  if (command === undefined && isScopeOf(target, clean.url)) return fromAccess(clean.url, clouds) ?? nothing;
  const instance = instanceOf(target, hostname);
  return {
    kind: 'catalogue',
    row,
    cloud,
    resource,
    request: fittedTo(target, request),
    ...(instance === undefined ? {} : { instance }),
    dropped,
    others: others.filter((other) => other.cloud === cloud && other.row !== row).map((other) => other.row),
  };
}

const isScopeOf = (target: CatalogueTarget, url: string): boolean =>
  url.toLowerCase().startsWith(`${target.resource.toLowerCase().replace(/\/$/, '')}/`) &&
  /^(?:user_impersonation|[A-Z]\w*(?:\.\w+)+|\.default)$/.test(
    url.slice(target.resource.replace(/\/$/, '').length + 1),
  );

const retiredAt = (hostname: string) =>
  retiredApis.find(({ hosts }) => hosts.some((pattern) => hostFits(pattern, hostname)));

interface Candidate {
  readonly row: CatalogueRow;
  readonly cloud: AzureCloud;
  readonly target: CatalogueTarget;
}

/** Rows with this host, the likeliest first: the cloud in use, then what the path says. */
function candidates({ url, hostname }: CleanUrl, clouds: readonly AzureCloud[]): readonly Candidate[] {
  const pathAndQuery = url.replace(/^https?:\/\/[^/?]*/, '');
  const found = clouds.flatMap((cloud) =>
    catalogue.flatMap((row) => {
      const target = row.targets[cloud];
      const fits = target?.hosts.some((pattern) => hostFits(pattern, hostname)) ?? false;
      return target !== undefined && fits ? [{ row, cloud, target }] : [];
    }),
  );
  const rank = ({ row: { path } }: Candidate): number =>
    path === undefined ? 1 : path.test(pathAndQuery) ? 0 : 2;
  const [first] = found;
  // Another cloud with the same host comes last, whatever its path.
  return [
    ...found.filter(({ cloud }) => cloud === first?.cloud).sort((a, b) => rank(a) - rank(b)),
    ...found.filter(({ cloud }) => cloud !== first?.cloud),
  ];
}

/** The resource to ask for: where each instance has its own, that of this one. */
function resourceAt(target: CatalogueTarget, hostname: string): string {
  if (!isPerInstance(target)) return target.resource;
  // Dataverse has an address for its API beside that of the organisation.
  const [first = '', second = '', ...rest] = hostname.split('.');
  const own = [`https://${hostname}`, `https://${[first, ...rest].join('.')}`];
  return (
    own.find((resource) => isSameResource(target.resource, resource)) ??
    `https://${first}.${[second, ...rest].join('.')}`
  );
}

/** What stands before the part of the host that all instances have in common. */
function instanceOf(target: CatalogueTarget, hostname: string): string | undefined {
  const [label = ''] = hostname.split('.');
  const fitting = target.hosts.find((pattern) => hostFits(pattern, hostname));
  // A name that is still to be filled in reads as one in which letters stand for the brackets.
  return fitting?.startsWith('*.') === true && !/^x.*x$/.test(label) ? label : undefined;
}

const methods: readonly SampleRequest['method'][] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];

function requestOf(url: string, command: CommandRequest | undefined): SampleRequest {
  const asked = command?.method.toUpperCase();
  const body = command?.body;
  return {
    method: methods.find((method) => method === asked) ?? 'GET',
    url,
    headers: [...(command?.headers ?? [])].slice(0, 50),
    ...(body === undefined || body.length > longestBody ? {} : { body }),
  };
}

const longestBody = 100_000;

/** What a sample request has no room for. */
const lostOf = (command: CommandRequest | undefined): readonly Dropped[] => [
  ...(command?.body !== undefined && command.body.length > longestBody ? (['long-body'] as const) : []),
  ...(command !== undefined && !methods.some((method) => method === command.method.toUpperCase())
    ? (['method'] as const)
    : []),
];

/** With the headers without which the service refuses every token, and what the account fills in left open. */
function fittedTo(target: CatalogueTarget, request: SampleRequest): SampleRequest {
  const [usual] = target.requests;
  const wanted = (usual?.headers ?? []).filter(
    ({ name }) =>
      /^x-/i.test(name) &&
      !request.headers.some((header) => header.name.toLowerCase() === name.toLowerCase()),
  );
  return { ...request, url: withPlaceholders(target, request.url), headers: [...request.headers, ...wanted] };
}

/** `{subscriptionId}` and `{tenantId}` where the whole path is that of a sample: a deeper one is about that very one. */
function withPlaceholders(target: CatalogueTarget, url: string): string {
  const [path = '', ...query] = url.split('?');
  const segments = path.split('/');
  for (const { url: sample } of target.requests) {
    const wanted = (sample.split('?')[0] ?? '').split('/');
    const fits =
      wanted.length === segments.length &&
      wanted.every((each, index) => {
        const given = segments[index] ?? '';
        return isFilledIn(each) ? isGuid(given) : each.toLowerCase() === given.toLowerCase();
      });
    if (!fits) continue;
    const open = segments.map((given, index) =>
      isFilledIn(wanted[index] ?? '') ? (wanted[index] ?? '') : given,
    );
    return [open.join('/'), ...query].join('?');
  }
  return url;
}

const isFilledIn = (segment: string): boolean => segment === '{subscriptionId}' || segment === '{tenantId}';

// Commands, pages and requests for tokens

function fromCommand(command: CommandRequest, text: string, clouds: readonly AzureCloud[]): Recognised {
  const url = command.url ?? findUrl(text);
  return url === undefined ? problem('no-address') : fromUrl({ url, command }, clouds);
}

/** Somebody asks for a token there by hand: for which API stands in the request. */
function fromTokenRequest(request: string, clouds: readonly AzureCloud[]): Recognised {
  const asked = /[?&](?:scope|resource)=([^&\s]{1,2048})/i.exec(request)?.[1];
  if (asked === undefined) return problem('is-token-endpoint');
  return fromAccess(decoded(asked.replace(/\+/g, ' ')), clouds) ?? problem('is-token-endpoint');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // Not encoded, then.
    return text;
  }
}

/** The portal's pages say which Azure resource they are about. */
function fromPortal(url: string, hostname: string, clouds: readonly AzureCloud[]): Recognised {
  const id = /[/#]resource(\/subscriptions\/[^/?#\s]+(?:\/[^/?#\s]+)*)/i.exec(
    decoded(url.slice(0, 8000)),
  )?.[1];
  const target = catalogue.find((row) => row.id === 'resource-manager')?.targets[
    hostname.endsWith('.us') ? 'us-government' : hostname.endsWith('.cn') ? 'china' : 'public'
  ];
  if (id === undefined || target === undefined) return problem('is-portal');
  const [path, version] = resourcePath(id.split('/').slice(1));
  return fromUrl({ url: `${target.resource}${path}?api-version=${version}` }, clouds);
}

/** Without the name of the page at the end, and the version of an API that only its provider knows left open. */
function resourcePath(segments: readonly string[]): readonly [path: string, version: string] {
  const provider = segments.findIndex((segment) => segment.toLowerCase() === 'providers');
  const usual = '2021-04-01';
  if (provider < 0) {
    const isGroup = segments[2]?.toLowerCase() === 'resourcegroups' && segments.length > 3;
    return [segments.slice(0, isGroup ? 4 : 2).join('/'), usual];
  }
  const pairs = Math.floor((segments.length - provider - 2) / 2);
  if (pairs < 1) return [segments.slice(0, provider).join('/'), usual];
  return [segments.slice(0, provider + 2 + pairs * 2).join('/'), '{api-version}'];
}

// Resources and scopes

/** `https://graph.microsoft.com/User.Read https://graph.microsoft.com/Mail.Read` */
function fromScopeList(text: string, clouds: readonly AzureCloud[]): Recognised | undefined {
  const words = text.split(/[\s,;]+/).filter((word) => word !== '');
  const areScopes =
    words.length > 1 &&
    words.length <= presetLimits.scopes &&
    words.every((word) => /^(?:https|api):\/\/\S+\/[\w.-]+$/i.test(word));
  return areScopes ? fromAccess(words.join(' '), clouds) : undefined;
}

function fromAccess(text: string, clouds: readonly AzureCloud[], url?: string): Recognised | undefined {
  const isResource =
    !/\s/.test(text) && (text.endsWith('/.default') || isGuid(text) || isResourceOf(text, clouds));
  const access = parseAccess(isResource ? 'resource' : 'scopes', text);
  if (!access.ok) {
    if (access.problem !== 'scopes-of-two-resources') return undefined;
    return { kind: 'problem', problem: access.problem, resources: resourcesOf(text) };
  }
  const { scopes, resource } = access;
  const api = retiredApis.find(({ audiences }) => audiences.some((name) => isSameResource(name, resource)));
  if (api !== undefined) return { kind: 'retired', api };
  const found = clouds
    .flatMap((cloud) => rowsOfResource(cloud, resource).map(({ row, target }) => ({ row, cloud, target })))
    .at(0);
  const isWhole = scopes.length === 1 && scopes[0]?.endsWith('/.default') === true;
  if (found !== undefined && isWhole && url === undefined)
    return {
      kind: 'catalogue',
      row: found.row,
      cloud: found.cloud,
      // Under the name that the catalogue has, except where each instance has its own.
      resource: isPerInstance(found.target) ? resource : found.target.resource,
      dropped: [],
      others: [],
    };
  return {
    kind: 'scopes',
    scopes,
    resource,
    ...(found === undefined ? {} : { row: found.row }),
    ...(url === undefined ? {} : { url }),
  };
}

/** Whether it is the name of a resource to the letter, so that nobody means a request to it. */
const isResourceOf = (text: string, clouds: readonly AzureCloud[]): boolean =>
  clouds.some((cloud) =>
    rowsOfResource(cloud, text).some(({ target: { resource, audiences } }) =>
      [resource, ...audiences.filter((name) => !name.includes('{'))].some((name) =>
        isSameResource(name, text),
      ),
    ),
  ) || retiredApis.some(({ audiences }) => audiences.some((name) => isSameResource(name, text)));

const resourcesOf = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(/\s+/)
      .flatMap((scope) => (scope.includes('/') ? [scope.slice(0, scope.lastIndexOf('/'))] : [])),
  ),
];

function fromOpenApi(
  { scopes, server }: { readonly scopes: readonly string[]; readonly server?: string },
  clouds: readonly AzureCloud[],
): Recognised {
  // A name alone would be one of Microsoft Graph's to Entra, and is hardly meant as such.
  const named = scopes
    .filter((scope) => /^[a-z][a-z0-9+.-]*:|^[0-9a-f-]{36}\//i.test(scope))
    .slice(0, presetLimits.scopes);
  if (named.length === 0) return problem('scopes-without-api');
  const url = server === undefined ? undefined : cleanUrl(server)?.url;
  return fromAccess(named.join(' '), clouds, url) ?? problem('scopes-without-api');
}
