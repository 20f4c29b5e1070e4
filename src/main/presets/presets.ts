import type { Preset, SampleRequest } from '../../shared/preset';

/** Pinned ones first; within both halves the person's order stays. */
export function inListOrder(presets: readonly Preset[]): readonly Preset[] {
  return [...presets.filter(({ pinned }) => pinned), ...presets.filter(({ pinned }) => !pinned)];
}

const placeholder = /\{([A-Za-z][\w-]*)\}/g;

/** The `{placeholders}` that a request still has, each once. */
export function placeholdersOf(request: SampleRequest): readonly string[] {
  return [...new Set([...request.url.matchAll(placeholder)].map(([whole]) => whole))];
}
