import { emptyDraft, emptyRequest } from '../draft-of-preset';
import type { PresetDraft, RequestDraft, TargetDraft } from '../preset-draft';

/** A request with a URL and what else it needs. */
export const requestDraft = (change: Partial<RequestDraft> = {}): RequestDraft => ({
  ...emptyRequest(),
  url: 'https://orders.example/items',
  ...change,
});

export const targetDraft = (change: Partial<TargetDraft> = {}): TargetDraft => ({
  accessKind: 'resource',
  access: 'api://orders',
  requests: [requestDraft()],
  ...change,
});

/** A draft that is right, for the demo. */
export const presetDraft = (change: Partial<PresetDraft> = {}): PresetDraft => ({
  ...emptyDraft('demo'),
  name: 'Orders',
  targets: { demo: targetDraft() },
  ...change,
});

/** One for a resource, with a request to try. */
export const draftFor = (name: string, access: string, url = 'https://api.example/v1'): PresetDraft =>
  presetDraft({ name, targets: { demo: targetDraft({ access, requests: [requestDraft({ url })] }) } });
