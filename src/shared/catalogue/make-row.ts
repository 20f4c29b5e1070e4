import type { SampleRequest } from '../preset';
import { azureClouds, type AzureCloud, type CatalogueRow, type CatalogueTarget } from './catalogue-row';
import type { Source } from './sources';

/** What differs from cloud to cloud. */
interface CloudPart {
  readonly resource: string;
  readonly sources: readonly Source[];
  readonly audiences?: readonly string[];
  /** What addresses there have in common: `vault.azure.net`. Absent: the host of the resource. */
  readonly place?: string;
  readonly unverified?: CatalogueTarget['unverified'];
}

interface RowParts extends Omit<CatalogueRow, 'targets' | 'delivery' | 'needsOwnClient'> {
  readonly delivery?: CatalogueRow['delivery'];
  readonly needsOwnClient?: true;
  readonly clouds: Readonly<Partial<Record<AzureCloud, CloudPart>>>;
  /** Other names of the resource that hold in every cloud: its app id. */
  readonly audiences?: readonly string[];
  readonly hosts: (place: string) => readonly string[];
  readonly requests: (place: string) => readonly SampleRequest[];
}

/** A row from what its clouds have in common and what they have not. */
export function row({ clouds, audiences = [], hosts, requests, ...rest }: RowParts): CatalogueRow {
  const targets = azureClouds.flatMap((cloud) => {
    const part = clouds[cloud];
    if (part === undefined) return [];
    const place = part.place ?? part.resource.replace(/^https:\/\/|\/.*$/g, '');
    const target: CatalogueTarget = {
      resource: part.resource,
      sources: part.sources,
      audiences: [...(part.audiences ?? []), ...audiences],
      hosts: hosts(place),
      requests: requests(place),
      unverified: part.unverified ?? [],
    };
    return [[cloud, target] as const];
  });
  return {
    ...rest,
    delivery: rest.delivery ?? 'bearer',
    needsOwnClient: rest.needsOwnClient ?? false,
    targets: Object.fromEntries(targets),
  };
}

type Headers = Readonly<Record<string, string>>;

const headerList = (headers: Headers): SampleRequest['headers'] =>
  Object.entries(headers).map(([name, value]) => ({ name, value }));

export const get = (name: string, url: string, headers: Headers = {}): SampleRequest => ({
  name,
  method: 'GET',
  url,
  headers: headerList(headers),
});

export const head = (name: string, url: string): SampleRequest => ({
  name,
  method: 'HEAD',
  url,
  headers: [],
});

/** For APIs that have nothing to read. */
export const postJson = (name: string, url: string, body: unknown, headers: Headers = {}): SampleRequest => ({
  name,
  method: 'POST',
  url,
  headers: headerList({ 'Content-Type': 'application/json', ...headers }),
  body: JSON.stringify(body),
});
