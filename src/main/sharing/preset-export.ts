import { t } from '../../shared/messages';
import type { Preset } from '../../shared/preset';
import { presetFileFormat, type FilePreset, type PresetFile } from '../../shared/preset-file';
import type { ExportReport } from '../../shared/sharing-view';
import { presetToFile } from './preset-conversion';
import type { LeftOut } from './secrets';

export interface PresetExport {
  readonly text: string;
  readonly count: number;
  readonly leftOut: ExportReport['leftOut'];
}

/** A file with these presets, and what is not in it. Pure. @param idOf what a preset is called outside of this program */
export function exportPresets(presets: readonly Preset[], idOf: (preset: Preset) => string): PresetExport {
  const taken = new Set<string>();
  const written: FilePreset[] = [];
  const leftOut: { preset: string; what: readonly string[] }[] = [];
  for (const preset of presets) {
    const wanted = idOf(preset);
    const id = taken.has(wanted) ? preset.id : wanted;
    const result = presetToFile(id, preset);
    if (result.leftOut.length > 0)
      leftOut.push({ preset: preset.name, what: [...new Set(result.leftOut.map(leftOutWords))] });
    if (result.preset === undefined || taken.has(id)) continue;
    taken.add(id);
    written.push(result.preset);
  }
  const file: PresetFile = { format: presetFileFormat, version: 1, presets: written };
  return { text: `${JSON.stringify(file, undefined, 2)}\n`, count: written.length, leftOut };
}

/** By name only. */
function leftOutWords({ kind, name }: LeftOut): string {
  switch (kind) {
    case 'header':
    case 'query':
    case 'request':
      return t(`export.left-out.${kind}`, { name });
    case 'body':
    case 'login':
    case 'text':
    case 'preset':
      return t(`export.left-out.${kind}`);
  }
}
