import type { Preset, PresetDraft, SampleRequest } from '../../shared/preset';
import { checkPreset, type Checked } from '../../shared/drafts';

/** Pinned ones first; within both halves the person's order stays. */
export function inListOrder(presets: readonly Preset[]): readonly Preset[] {
  return [...presets.filter(({ pinned }) => pinned), ...presets.filter(({ pinned }) => !pinned)];
}

/** A request's sample URL with the method and headers that a plain GET has. */
const plainRequest = (url: string): SampleRequest => ({ method: 'GET', url, headers: [] });

/** Makes a preset for one cloud from what a person typed. */
export function presetFromDraft(id: string, cloud: string, draft: PresetDraft): Checked<Preset, PresetDraft> {
  const checked = checkPreset(draft);
  if (!checked.ok) return checked;
  const { name, scopes, sampleUrl } = checked.value;
  return {
    ok: true,
    value: {
      id,
      name,
      icon: 'custom',
      pinned: false,
      keepFresh: false,
      targets: { [cloud]: { scopes: [...scopes], requests: [plainRequest(sampleUrl)] } },
    },
  };
}

/** The preset with what a person typed for one cloud; other clouds, and the request's headers, stay as they were. */
export function presetWithDraft(
  preset: Preset,
  cloud: string,
  draft: PresetDraft,
): Checked<Preset, PresetDraft> {
  const checked = checkPreset(draft);
  if (!checked.ok) return checked;
  const { name, scopes, sampleUrl } = checked.value;
  const [first = plainRequest(sampleUrl), ...others] = preset.targets[cloud]?.requests ?? [];
  return {
    ok: true,
    value: {
      ...preset,
      name,
      targets: {
        ...preset.targets,
        [cloud]: { scopes: [...scopes], requests: [{ ...first, url: sampleUrl }, ...others] },
      },
    },
  };
}

const placeholder = /\{([A-Za-z][\w-]*)\}/g;

/** The `{placeholders}` that a request still has, each once. */
export function placeholdersOf(request: SampleRequest): readonly string[] {
  return [...new Set([...request.url.matchAll(placeholder)].map(([whole]) => whole))];
}
