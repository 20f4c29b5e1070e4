import type { SampleRequest } from '../../../shared/preset';
import type { PresetView } from '../../../shared/snapshot';
import type { Shell } from '../../../shared/snippets/shell';
import type { PreviewSource } from '../snippets/preview-text';

const hour = 3_600_000;

/** What a template is tried with: the first preset that has a request, else an example. */
export function exampleSource(
  preset: PresetView | undefined,
  request: SampleRequest | undefined,
  shell: Shell,
  now: number,
): PreviewSource {
  return {
    presetName: preset?.name ?? 'Items',
    scopes: preset?.scopes ?? ['https://api.example.com/.default'],
    delivery: preset?.delivery ?? 'bearer',
    request: request ?? {
      method: 'GET',
      url: 'https://api.example.com/items?name=it%27s&max=5',
      headers: [{ name: 'Accept', value: 'application/json' }],
    },
    token: {
      expiresOn: preset?.token?.expiresOn ?? now + hour,
      tenantId: preset?.identity.tenantId ?? '12345678-90ab-cdef-1234-567890abcdef',
      subscriptionId: '{subscriptionId}',
    },
    shell,
    now,
  };
}
