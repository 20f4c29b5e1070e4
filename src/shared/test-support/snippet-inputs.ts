import type { SampleRequest } from '../preset';
import type { SnippetInput } from '../snippets/snippet-input';

/** All that a snippet of this request is made from. */
export const inputFor = (
  request: SampleRequest | undefined,
  accessToken = 'TOKEN',
  change: Partial<SnippetInput> = {},
): SnippetInput => ({
  presetName: 'Items',
  scopes: ['https://a.example/.default'],
  delivery: 'bearer',
  request,
  token: { accessToken, expiresOn: 1_800_000_000_000, tenantId: 'tenant' },
  shell: 'posix',
  now: 1_700_000_000_000,
  ...change,
});

export const sampleRequest = (change: Partial<SampleRequest> = {}): SampleRequest => ({
  method: 'GET',
  url: 'https://a.example/',
  headers: [],
  ...change,
});
