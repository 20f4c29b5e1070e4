import { parseUrl } from '../parse-url';
import type { CloudId } from '../preset';
import { resourceOfScope } from '../scopes';
import { catalogue } from './catalogue';
import { azureClouds, type AzureCloud, type CatalogueRow, type CatalogueTarget } from './catalogue-row';

/** Where the demo answers for every resource. */
const demoHosts = ['127.0.0.1', 'localhost', '[::1]'];

/** Its own resources. */
const demoResource = /^api:\/\/demo\.token-tray(?:\/|$)/;

/** Its names are those of tenants, not of hosts: `https://contoso.onmicrosoft.com/orders` is called anywhere. */
const tenantDomain = /(?:^|\.)(?:partner\.)?onmicrosoft\.(?:com|us|cn)$/i;

/** The cloud whose rows and names hold in a cloud; undefined for custom ones. */
export const azureCloudOf = (cloudId: CloudId): AzureCloud | undefined =>
  cloudId === 'demo' ? 'public' : azureClouds.find((cloud) => cloud === cloudId);

/** Rows in a cloud whose tokens are for this resource, under whichever of its names. */
export function rowsOfResource(
  cloud: AzureCloud,
  resource: string,
): readonly { readonly row: CatalogueRow; readonly target: CatalogueTarget }[] {
  return catalogue.flatMap((row) => {
    const target = row.targets[cloud];
    if (target === undefined) return [];
    const names = [target.resource, ...target.audiences];
    return names.some((name) => isSameResource(name, resource)) ? [{ row, target }] : [];
  });
}

/** Slashes at the end and the case of letters do not count, and `{…}` is any part of a host name. */
export function isSameResource(name: string, resource: string): boolean {
  const [wanted, asked] = [bare(name), bare(resource)];
  if (!wanted.includes('{')) return wanted === asked;
  const parts = wanted.split('.');
  const given = asked.split('.');
  if (parts.length !== given.length) return false;
  return parts.every((part, index) => {
    const there = given[index] ?? '';
    if (!part.includes('{')) return part === there || isRegional(part, there);
    // The scheme stands before the first part.
    const [before = ''] = part.split('{');
    return there.startsWith(before) && /^[a-z0-9-]+$/.test(there.slice(before.length));
  });
}

/** `crm4` is one of the places of `crm`. */
export const isRegional = (part: string, there: string): boolean =>
  part === 'crm' && /^crm\d{1,3}$/.test(there);

const bare = (resource: string): string => resource.toLowerCase().replace(/\/{1,9}$/, '');

/**
 * The hosts that take tokens for these scopes, as `hostFits` reads them. Undefined: nobody knows, as for `api://…` and
 * GUIDs of one's own. An https resource that is in no catalogue is taken at its word.
 */
export function knownHosts(cloudId: CloudId, scopes: readonly string[]): readonly string[] | undefined {
  const [first] = scopes;
  if (first === undefined) return undefined;
  const resource = resourceOfScope(first);
  const hosts = hostsOfResource(azureCloudOf(cloudId), resource);
  if (cloudId !== 'demo') return hosts;
  if (demoResource.test(resource)) return demoHosts;
  return hosts === undefined ? undefined : [...hosts, ...demoHosts];
}

function hostsOfResource(cloud: AzureCloud | undefined, resource: string): readonly string[] | undefined {
  const rows = cloud === undefined ? [] : rowsOfResource(cloud, resource);
  const hosts = rows.flatMap(({ target }) =>
    isSameResource(target.resource, resource) && target.resource.includes('{') ? [] : target.hosts,
  );
  // A resource of one instance is taken by that instance only, also under its regional and private names.
  return hosts.length > 0 ? [...new Set(hosts)] : ownHosts(resource);
}

function ownHosts(resource: string): readonly string[] | undefined {
  const hostname = /^https:\/\//i.test(resource) ? parseUrl(resource)?.hostname : undefined;
  if (hostname === undefined || tenantDomain.test(hostname)) return undefined;
  const [first = '', ...rest] = hostname.split('.');
  const names = [hostname, `*.${hostname}`];
  return rest.length < 2 ? names : [...names, `${first}.*.${rest.join('.')}`, `${first}-*.${rest.join('.')}`];
}
