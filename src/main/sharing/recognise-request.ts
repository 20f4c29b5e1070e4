import { recognise } from '../../shared/catalogue/recognise';
import type { SampleRequest } from '../../shared/preset';
import type { RecogniseRequest } from './recognised-presets';

/** By its address, as one that is pasted is recognised. */
export const recogniseRequest: RecogniseRequest = (request) => {
  const recognised = recognise(request.url, 'public');
  if (recognised.kind !== 'catalogue') return undefined;
  const { row, cloud, resource } = recognised;
  const { id, name, icon, delivery, targets } = row;
  // Of an address that says no more than which API it is, the API's own sample makes more.
  const known = recognised.request ?? targets[cloud]?.requests[0];
  return {
    catalogueId: id,
    name,
    icon,
    delivery,
    cloud,
    resource,
    request: { ...request, url: known?.url ?? request.url, headers: withHeadersOf(known, request) },
  };
};

/** With the headers that the API insists on. */
function withHeadersOf(
  known: SampleRequest | undefined,
  { headers }: SampleRequest,
): SampleRequest['headers'] {
  const names = new Set(headers.map(({ name }) => name.toLowerCase()));
  const missing = (known?.headers ?? []).filter(({ name }) => !names.has(name.toLowerCase()));
  return [...headers, ...missing].slice(0, 50);
}
