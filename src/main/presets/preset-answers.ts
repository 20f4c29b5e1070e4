import { z } from 'zod';
import { longestPlaceholderName, longestPlaceholderValue } from '../../shared/placeholders';
import { presetIdSchema, type Preset } from '../../shared/preset';
import { presetLimits } from '../../shared/preset-limits';
import { isObject } from '../storage/is-object';
import type { JsonDocument } from '../storage/json-document';

const placeholderNameSchema = z
  .string()
  .regex(/^[A-Za-z][\w-]*$/)
  .max(longestPlaceholderName);

const answersSchema = z.strictObject({
  /** Hosts that a person lets have the tokens of this resource, though nothing says that they belong together. */
  hosts: z
    .array(
      z.strictObject({
        resource: z.string().min(1).max(presetLimits.scopeLength),
        host: z.string().min(1).max(300),
      }),
    )
    .max(100)
    .default([]),
  /** What stands for `{placeholders}`, by name. */
  values: z
    .record(placeholderNameSchema, z.string().min(1).max(longestPlaceholderValue))
    .refine((values) => Object.keys(values).length <= 100)
    .default({}),
  /** Placeholders that are to stay in what is copied. */
  leftIn: z.array(placeholderNameSchema).max(100).default([]),
});
export type PresetAnswers = z.infer<typeof answersSchema>;
export type AcceptedHost = PresetAnswers['hosts'][number];

export const presetAnswersFileSchema = z.strictObject({
  version: z.literal(1),
  answers: z.record(presetIdSchema, answersSchema),
});
type PresetAnswersFile = z.infer<typeof presetAnswersFileSchema>;

export const initialPresetAnswersFile: PresetAnswersFile = { version: 1, answers: {} };

/** What can be saved of a file in which the answers for some presets are wrong: those for the others. */
export function repairPresetAnswersFile(value: unknown): PresetAnswersFile | undefined {
  if (!isObject(value) || !('answers' in value) || !isObject(value.answers)) return undefined;
  const good = Object.entries(value.answers).filter(
    ([id, answers]) => presetIdSchema.safeParse(id).success && answersSchema.safeParse(answers).success,
  );
  return presetAnswersFileSchema.safeParse({ version: 1, answers: Object.fromEntries(good) }).data;
}

export const noAnswers: PresetAnswers = { hosts: [], values: {}, leftIn: [] };

export type AllAnswers = Readonly<Record<string, PresetAnswers>>;

export const answersOf = (all: AllAnswers, presetId: string): PresetAnswers =>
  (Object.hasOwn(all, presetId) ? all[presetId] : undefined) ?? noAnswers;

/**
 * What a person has answered about presets: hosts that may have their tokens, and what stands for `{placeholders}`. Apart
 * from the presets, since those are shared and these are not, and since presets of the organisation have them, too.
 */
export class PresetAnswerStore {
  /** Of presets that are gone, in case they are brought back while the program runs. */
  private readonly forgotten = new Map<string, PresetAnswers>();

  constructor(
    private readonly document: JsonDocument<PresetAnswersFile>,
    /** Called with each change, before it is on disk. */
    private readonly changed: (answers: AllAnswers) => void,
  ) {}

  get all(): AllAnswers {
    return this.document.value.answers;
  }

  of(presetId: string): PresetAnswers {
    return answersOf(this.all, presetId);
  }

  async accept(presetId: string, hosts: readonly AcceptedHost[]): Promise<void> {
    const before = this.of(presetId);
    const isKnown = (one: AcceptedHost): boolean =>
      before.hosts.some(({ resource, host }) => resource === one.resource && host === one.host);
    const added = hosts.filter((one) => !isKnown(one));
    if (added.length === 0) return;
    // The oldest go first.
    await this.set(presetId, { ...before, hosts: [...before.hosts, ...added].slice(-100) });
  }

  /** Remembers values for placeholders; an empty one is forgotten, so that it is asked for again. */
  async fillIn(presetId: string, values: Readonly<Record<string, string>>): Promise<void> {
    const before = this.of(presetId);
    const merged = Object.entries({ ...before.values, ...values }).filter(([, value]) => value !== '');
    await this.set(presetId, {
      ...before,
      values: Object.fromEntries(merged),
      leftIn: before.leftIn.filter((name) => !Object.hasOwn(values, name)),
    });
  }

  /** Remembers that these placeholders are to be copied as they are. */
  async leaveIn(presetId: string, names: readonly string[]): Promise<void> {
    const before = this.of(presetId);
    await this.set(presetId, { ...before, leftIn: [...new Set([...before.leftIn, ...names])].slice(-100) });
  }

  /** Forgets what was said about presets that are gone, and remembers it of those that are back. */
  async keepOnly(presets: readonly Pick<Preset, 'id'>[]): Promise<void> {
    const ids = new Set(presets.map(({ id }) => id));
    const gone = Object.keys(this.all).filter((id) => !ids.has(id));
    const back = [...this.forgotten.keys()].filter((id) => ids.has(id));
    if (gone.length === 0 && back.length === 0) return;
    const kept = Object.entries(this.all).filter(([id]) => ids.has(id));
    const brought = back.map((id) => [id, this.forgotten.get(id) ?? noAnswers] as const);
    for (const id of back) this.forgotten.delete(id);
    for (const id of gone) this.forgotten.set(id, answersOf(this.all, id));
    // What was answered since then is newer.
    await this.save(Object.fromEntries([...brought, ...kept]));
  }

  private async set(presetId: string, answers: PresetAnswers): Promise<void> {
    await this.save({ ...this.all, [presetId]: answers });
  }

  private async save(answers: AllAnswers): Promise<void> {
    const saving = this.document.save({ version: 1, answers: { ...answers } });
    this.changed(this.all);
    await saving;
  }
}
