import { z } from 'zod';
import { presetSchema, type Preset } from '../../shared/preset';
import { isObject } from '../storage/is-object';
import type { JsonDocument } from '../storage/json-document';
import { initialPresets } from './catalogue';
import { GivenPresets } from './given-presets';

/** More than anybody scrolls through. */
export const mostPresets = 2000;

export const presetsFileSchema = z.strictObject({
  version: z.literal(1),
  presets: z.array(presetSchema).max(mostPresets),
});
type PresetsFile = z.infer<typeof presetsFileSchema>;

export const initialPresetsFile = (): PresetsFile => ({ version: 1, presets: [...initialPresets()] });

/**
 * What can be saved of a file in which hotkeys are wrong, as after an edit by hand: the presets without them. Nothing for
 * a file with something else wrong in it.
 */
export function repairPresetsFile(value: unknown): PresetsFile | undefined {
  if (!isObject(value) || !('presets' in value) || !Array.isArray(value.presets)) return undefined;
  const presets = value.presets.map(withoutWrongHotkey);
  return presetsFileSchema.safeParse({ ...value, presets }).data;
}

function withoutWrongHotkey(preset: unknown): unknown {
  if (!isObject(preset) || !('hotkey' in preset)) return preset;
  const { hotkey, ...rest } = preset;
  return presetSchema.shape.hotkey.safeParse(hotkey).success ? preset : rest;
}

/** The person's presets. Every change is on disk when its promise resolves. */
export class PresetStore {
  /** For undo, until the program ends. */
  private readonly deleted = new Map<
    string,
    { readonly preset: Preset; readonly followers: readonly string[] }
  >();

  constructor(
    private readonly document: Pick<JsonDocument<PresetsFile>, 'value' | 'save'>,
    /** Called with each change, before it is on disk. */
    private readonly changed: (presets: readonly Preset[]) => void,
    /** Those that somebody else keeps: the organisation's come first, those of teams last. They are never written. */
    private readonly given = new GivenPresets(),
  ) {}

  /** The organisation's, the person's own, and those of teams. */
  get all(): readonly Preset[] {
    const { first, last } = this.given;
    return first.length + last.length === 0 ? this.own : [...first, ...this.own, ...last];
  }

  find(id: string): Preset | undefined {
    return this.all.find((preset) => preset.id === id);
  }

  /** Whether the organisation or a team has given it: then it is not the person's to change. */
  isManaged(id: string): boolean {
    return this.given.has(id);
  }

  get own(): readonly Preset[] {
    const { presets } = this.document.value;
    return presets.some(({ id }) => this.isManaged(id))
      ? presets.filter(({ id }) => !this.isManaged(id))
      : presets;
  }

  /** Those of all teams, which take the place of the ones before. */
  setTeams(presets: readonly Preset[]): void {
    this.given.setTeams(presets);
    this.changed(this.all);
  }

  /** Forgets what the person had chosen for presets that are gone for good. */
  async forgetGiven(isGone: (id: string) => boolean): Promise<void> {
    await this.given.forget(isGone);
  }

  /** Several changes of the person's own presets in one write. */
  async change(changed: (own: readonly Preset[]) => readonly Preset[]): Promise<void> {
    await this.save(changed(this.own));
  }

  async add(preset: Preset): Promise<void> {
    await this.save([...this.own, preset]);
  }

  /** Of one that is given, only what the person may choose for it is kept. */
  async replace(preset: Preset): Promise<void> {
    if (this.given.has(preset.id)) {
      const keeping = this.given.keep(preset);
      this.changed(this.all);
      return keeping;
    }
    await this.save(this.own.map((old) => (old.id === preset.id ? preset : old)));
  }

  async delete(id: string): Promise<void> {
    const { own } = this;
    const index = own.findIndex((preset) => preset.id === id);
    const preset = own[index];
    if (preset === undefined) return;
    this.deleted.set(id, { preset, followers: own.slice(index + 1).map((other) => other.id) });
    await this.save(own.filter((other) => other !== preset));
  }

  /** Moves a preset of the person's to before another one, or (`null`) to the end; pins or unpins it, too. One write. */
  async move(id: string, before: string | null, pinned?: boolean): Promise<void> {
    const moved = this.find(id);
    if (moved === undefined || this.isManaged(id) || before === id) return;
    const preset = pinned === undefined || pinned === moved.pinned ? moved : { ...moved, pinned };
    const { own } = this;
    const others = own.filter((other) => other.id !== id);
    const presets = others.toSpliced(this.placeBefore(before, others), 0, preset);
    if (presets.some((each, index) => each !== own[index])) await this.save(presets);
  }

  /** The organisation's presets come first, and whatever is to be before one of them is the first of the person's own. */
  private placeBefore(id: string | null, others: readonly Preset[]): number {
    if (id === null) return others.length;
    const index = others.findIndex((other) => other.id === id);
    if (index >= 0) return index;
    return this.given.first.some((preset) => preset.id === id) ? 0 : others.length;
  }

  wasDeleted(id: string): boolean {
    return this.deleted.has(id);
  }

  /**
   * Puts a deleted preset back where it was: before the first that came after it and is still there. Without a hotkey
   * that was given away meanwhile.
   */
  async restore(id: string, hotkeysInUse: ReadonlySet<string>): Promise<void> {
    const found = this.deleted.get(id);
    if (found === undefined) return;
    const { hotkey, ...rest } = found.preset;
    const preset = hotkey !== undefined && hotkeysInUse.has(hotkey) ? rest : found.preset;
    const { own } = this;
    const next = found.followers.find((follower) => own.some((other) => other.id === follower)) ?? null;
    // It may have come back by an import meanwhile: then it is there, and an id is one preset's.
    if (!own.some((other) => other.id === id))
      await this.save(own.toSpliced(this.placeBefore(next, own), 0, preset));
    this.deleted.delete(id);
  }

  private async save(presets: readonly Preset[]): Promise<void> {
    const saving = this.document.save({ version: 1, presets: [...presets] });
    this.changed(this.all);
    await saving;
  }
}
