import { z } from 'zod';
import { hotkeySchema } from '../../shared/hotkey-schema';
import { presetIdSchema, type Preset } from '../../shared/preset';
import type { JsonDocument } from '../storage/json-document';

/** What a person has chosen for a preset that somebody else keeps. */
const choiceSchema = z.strictObject({
  pinned: z.boolean().optional(),
  keepFresh: z.boolean().optional(),
  hotkey: hotkeySchema.optional(),
});
type Choice = z.infer<typeof choiceSchema>;

export const presetChoicesFileSchema = z.strictObject({
  version: z.literal(1),
  presets: z.record(presetIdSchema, choiceSchema),
});
export type PresetChoicesFile = z.infer<typeof presetChoicesFileSchema>;

export const initialPresetChoicesFile: PresetChoicesFile = { version: 1, presets: {} };

/**
 * Presets that somebody else keeps: the organisation's and those of teams. They are never written; what a person may
 * choose for them all the same (pin, keep fresh, hotkey) is kept beside them, and outlives their changes.
 */
export class GivenPresets {
  private teams: readonly Preset[] = [];
  private chosenManaged: readonly Preset[];
  private chosenTeams: readonly Preset[] = [];
  private ids: ReadonlySet<string>;

  constructor(
    private readonly managed: readonly Preset[] = [],
    /** Absent: nothing can be chosen. */
    private readonly choices?: Pick<JsonDocument<PresetChoicesFile>, 'value' | 'save'>,
  ) {
    this.chosenManaged = this.withChoices(managed);
    this.ids = new Set(managed.map(({ id }) => id));
  }

  /** Of the organisation. */
  get first(): readonly Preset[] {
    return this.chosenManaged;
  }

  /** Of teams. */
  get last(): readonly Preset[] {
    return this.chosenTeams;
  }

  has(id: string): boolean {
    return this.ids.has(id);
  }

  setTeams(presets: readonly Preset[]): void {
    this.teams = presets;
    this.ids = new Set([...this.managed, ...presets].map(({ id }) => id));
    this.choose();
  }

  /** Keeps what the person has chosen for one. On disk when the promise resolves. */
  async keep({ id, pinned, keepFresh, hotkey }: Preset): Promise<void> {
    if (this.choices === undefined) return;
    const choice: Choice = { pinned, keepFresh, ...(hotkey === undefined ? {} : { hotkey }) };
    const saving = this.choices.save({
      version: 1,
      presets: { ...this.choices.value.presets, [id]: choice },
    });
    this.choose();
    await saving;
  }

  /** Forgets what was chosen for presets that are gone for good. */
  async forget(isGone: (id: string) => boolean): Promise<void> {
    if (this.choices === undefined) return;
    const { presets } = this.choices.value;
    const left = Object.entries(presets).filter(([id]) => !isGone(id));
    if (left.length === Object.keys(presets).length) return;
    await this.choices.save({ version: 1, presets: Object.fromEntries(left) });
  }

  private choose(): void {
    this.chosenManaged = this.withChoices(this.managed);
    this.chosenTeams = this.withChoices(this.teams);
  }

  private withChoices(presets: readonly Preset[]): readonly Preset[] {
    const chosen = this.choices?.value.presets ?? {};
    return presets.map((preset) => {
      const choice = Object.hasOwn(chosen, preset.id) ? chosen[preset.id] : undefined;
      if (choice === undefined) return preset;
      const { pinned = preset.pinned, keepFresh = preset.keepFresh, hotkey } = choice;
      return { ...preset, pinned, keepFresh, ...(hotkey === undefined ? {} : { hotkey }) };
    });
  }
}
