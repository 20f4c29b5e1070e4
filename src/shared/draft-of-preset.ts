import type { Preset, PresetTarget, SampleRequest } from './preset';
import type { PresetDraft, RequestDraft, TargetDraft } from './preset-draft';
import { describeAccess } from './scopes';

export const emptyRequest = (): RequestDraft => ({
  name: '',
  method: 'GET',
  url: '',
  headers: [],
  body: null,
});

export const emptyTarget = (): TargetDraft => ({
  accessKind: 'resource',
  access: '',
  requests: [emptyRequest()],
});

/** What a new preset begins with. */
export const emptyDraft = (cloudId: string): PresetDraft => ({
  name: '',
  icon: 'custom',
  colour: null,
  tags: '',
  notes: '',
  delivery: 'bearer',
  pinned: false,
  keepFresh: false,
  hotkey: null,
  identity: {},
  targets: { [cloudId]: emptyTarget() },
  catalogueId: null,
});

/** The way back of `checkPreset`: what a person would type to get this preset. */
export const draftOf = (preset: Omit<Preset, 'id'>): PresetDraft => ({
  name: preset.name,
  icon: preset.icon,
  colour: preset.colour ?? null,
  tags: (preset.tags ?? []).join(', '),
  notes: preset.notes ?? '',
  delivery: preset.delivery ?? 'bearer',
  pinned: preset.pinned,
  keepFresh: preset.keepFresh,
  hotkey: preset.hotkey ?? null,
  identity: preset.identity ?? {},
  targets: Object.fromEntries(
    Object.entries(preset.targets).map(([cloudId, target]) => [cloudId, targetDraftOf(target)]),
  ),
  catalogueId: preset.catalogueId ?? null,
});

export function targetDraftOf({ scopes, requests }: PresetTarget): TargetDraft {
  const { kind, text } = describeAccess(scopes);
  return { accessKind: kind, access: text, requests: requests.map(requestDraftOf) };
}

export const requestDraftOf = ({ name, method, url, headers, body }: SampleRequest): RequestDraft => ({
  name: name ?? '',
  method,
  url,
  headers: headers.map((header) => ({ ...header })),
  body: body ?? null,
});
