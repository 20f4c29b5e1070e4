import { t } from '../../shared/messages';
import type { Preset } from '../../shared/preset';
import { presetFileLimits } from '../../shared/preset-file-limits';
import type { ImportChoice, ImportPreview, ImportRefused } from '../../shared/sharing-view';
import type { Wrong } from '../json-file/problem';
import { mostPresets, type PresetStore } from '../presets/preset-store';
import type { FoundFile } from '../storage/bounded-file';
import type { Unused } from './foreign/found';
import {
  applyImport,
  itemView,
  planImport,
  withoutImport,
  type Applied,
  type PlannedItem,
} from './import-plan';
import { presetFromFile } from './preset-conversion';
import { readImportBytes, readImportText, type ReadImport } from './read-import';
import { presetsOfFound, type RecogniseRequest } from './recognised-presets';

/** What the page shows of an import. */
export interface ImportState {
  readonly preview?: ImportPreview | undefined;
  readonly refused?: ImportRefused | undefined;
}

export interface PresetImportOptions {
  readonly presets: Pick<PresetStore, 'own' | 'all' | 'change'>;
  readonly recognise: RecogniseRequest;
  readonly newId: () => string;
  /** Whether a new preset is kept fresh. */
  readonly keepFresh: () => boolean;
  readonly changed: (state: ImportState) => void;
}

interface Waiting {
  readonly id: string;
  readonly items: readonly PlannedItem[];
}

/** Takes over presets from files and texts: first it shows what would change, and then changes all of it in one write. */
export class PresetImports {
  private waiting: Waiting | undefined;
  /** The last one, for undo. */
  private applied: { readonly id: string; readonly what: Applied } | undefined;

  constructor(private readonly options: PresetImportOptions) {}

  readText(text: string): void {
    this.show(readImportText(text), undefined);
  }

  /** @param size of the file: one that is too large is not read at all */
  readBytes(file: string, size: number, bytes: Uint8Array): void {
    if (size > presetFileLimits.size) this.refuse({ reason: t('sharing.wrong.too-large') }, file);
    else this.show(readImportBytes(bytes), file);
  }

  readFile(file: string, found: FoundFile): void {
    if (found.kind === 'file') this.show(readImportBytes(found.bytes), file);
    else this.refuse({ reason: t(`team.wrong.${found.kind}`) }, file);
  }

  cancel(): void {
    this.waiting = undefined;
    this.options.changed({});
  }

  /** False: that is not what is shown. */
  async apply(id: string, choices: readonly ImportChoice[]): Promise<boolean> {
    const { waiting } = this;
    if (waiting?.id !== id || choices.length !== waiting.items.length) return false;
    const { presets, newId, keepFresh } = this.options;
    const what = applyImport(
      waiting.items,
      choices,
      presets.own,
      { id: newId, keepFresh: keepFresh() },
      (each) => presets.all.some((preset) => preset.id === each),
    );
    if (what.own.length > mostPresets) {
      this.refuse({ reason: t('import.too-many', { most: mostPresets }) }, undefined);
      return true;
    }
    const saving = presets.change(() => what.own);
    // What the list does not take stays in the preview; what only cannot be written is in the list, and can be undone.
    const { own } = presets;
    if (what.own.every((preset, index) => own[index] === preset)) {
      this.cancel();
      this.applied = { id, what };
    }
    await saving;
    return true;
  }

  /** False: it was not the last one. */
  async undo(id: string): Promise<boolean> {
    const { applied } = this;
    if (applied?.id !== id) return false;
    this.applied = undefined;
    await this.options.presets.change((own) => withoutImport(own, applied.what));
    return true;
  }

  private show(read: ReadImport, file: string | undefined): void {
    if (read.kind === 'wrong') return this.refuse(read.problem, file);
    const { newId, presets, recognise, changed } = this.options;
    const { candidates, unused, name } =
      read.kind === 'presets'
        ? {
            candidates: read.file.presets.map((preset): Preset => presetFromFile(preset.id, preset)),
            unused: [] as readonly Unused[],
            name: read.file.name,
          }
        : {
            ...candidatesOf(presetsOfFound(read.found, recognise)),
            name: read.found.name,
          };
    const items = planImport(candidates, presets.own);
    const id = newId();
    this.waiting = { id, items };
    changed({
      preview: {
        id,
        kind: read.kind,
        ...(file === undefined ? {} : { file }),
        ...(name === undefined ? {} : { name }),
        items: items.map(itemView),
        unused: unused.map((each) => ({ name: each.name, reason: t(`import.unused.${each.reason}`) })),
      },
    });
  }

  private refuse(problem: Wrong, file: string | undefined): void {
    this.waiting = undefined;
    this.options.changed({ refused: { ...(file === undefined ? {} : { file }), problem } });
  }
}

const candidatesOf = ({ presets, unused }: ReturnType<typeof presetsOfFound>) => ({
  candidates: presets,
  unused,
});
