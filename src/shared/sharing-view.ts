import type { Delivery } from './delivery';
import type { PresetColour, PresetIcon } from './preset-looks';
import type { FileProblem } from './snapshot';

/** What the page for importing, exporting and team catalogues shows; in the snapshot only while it does. */
export interface SharingView {
  /** All that can be exported, also what the cloud in use does not have. */
  readonly exportable: readonly ExportablePreset[];
  /** Something was read, and nothing of it is taken over yet. */
  readonly importPreview?: ImportPreview;
  /** What was to be imported was refused whole. */
  readonly importRefused?: ImportRefused;
  readonly exported?: ExportReport;
  readonly teams: readonly TeamView[];
  /** One that could not be added. */
  readonly teamRefused?: { readonly source: string; readonly problem: FileProblem };
  readonly isAddingTeam: boolean;
}

export interface ExportablePreset {
  readonly id: string;
  readonly name: string;
  readonly icon: PresetIcon;
  readonly colour?: PresetColour;
  readonly resource: string;
}

/** What a text can be that is imported. */
export type ImportKind =
  'presets' | 'postman-environment' | 'postman-collection' | 'rest-client' | 'http-file';

/** A field of a preset that differs, in words. */
export interface FieldChange {
  readonly field:
    'name' | 'icon' | 'colour' | 'tags' | 'notes' | 'delivery' | 'tenant' | 'access' | 'requests';
  /** The cloud that it is about. */
  readonly cloud?: string;
  /** Absent: there was, or is, none. */
  readonly before?: string;
  readonly after?: string;
}

/**
 * `new`: nobody has it. `same`: there is nothing to do. `changed`: there is one with this id, and it differs. `name-taken`:
 * another one has its name.
 */
export type ImportStatus = 'new' | 'same' | 'changed' | 'name-taken';

export interface ImportWarning {
  readonly kind: 'host';
  readonly host: string;
  readonly resource: string;
}

export interface ImportItem {
  readonly name: string;
  readonly icon: PresetIcon;
  readonly colour?: PresetColour;
  readonly resource: string;
  readonly delivery: Delivery;
  readonly status: ImportStatus;
  /** What differs from the one there is. */
  readonly changes: readonly FieldChange[];
  readonly warnings: readonly ImportWarning[];
}

/** Something of another program's file that no preset came from. A secret is there by name only. */
export interface UnusedItem {
  readonly name: string;
  /** In words. */
  readonly reason: string;
}

export interface ImportPreview {
  /** Tells it apart from one before it. */
  readonly id: string;
  readonly kind: ImportKind;
  /** The file's name; absent for pasted text. */
  readonly file?: string;
  /** What the file calls itself. */
  readonly name?: string;
  readonly items: readonly ImportItem[];
  readonly unused: readonly UnusedItem[];
}

export interface ImportRefused {
  readonly file?: string;
  readonly problem: FileProblem;
}

/** What is done with one preset of an import: nothing, put over the one there is, or added beside it. */
export const importChoices = ['skip', 'take', 'both'] as const;
export type ImportChoice = (typeof importChoices)[number];

export interface ExportReport {
  /** The file's name; absent where it was copied as text. */
  readonly file?: string;
  readonly count: number;
  /** In words, by preset. */
  readonly leftOut: readonly { readonly preset: string; readonly what: readonly string[] }[];
  /** Why nothing was written. */
  readonly problem?: string;
}

/** A catalogue of presets that somebody else keeps. */
export interface TeamView {
  readonly id: string;
  /** As it calls itself, else the host or file it comes from. */
  readonly name: string;
  readonly source: string;
  /** The organisation has laid it down: it cannot be removed. */
  readonly isManaged: boolean;
  readonly count: number;
  /** ms since the epoch; absent before the first time. */
  readonly checkedOn?: number;
  readonly isChecking: boolean;
  /** Why the last try failed; the last good copy goes on being used. */
  readonly problem?: FileProblem;
  readonly lastChange?: TeamChange;
}

export interface TeamChange {
  /** ms since the epoch */
  readonly on: number;
  readonly added: readonly string[];
  readonly changed: readonly { readonly name: string; readonly changes: readonly FieldChange[] }[];
  readonly removed: readonly string[];
}

/** What has changed since somebody last looked. */
export interface TeamNews {
  /** ms since the epoch: the newest change. */
  readonly on: number;
  readonly teams: readonly {
    readonly name: string;
    readonly added: number;
    readonly changed: number;
    readonly removed: number;
  }[];
}
