import { join } from 'node:path';
import type { z } from 'zod';
import type { Log, Now } from '../ports';
import { copyIfThere, readTextIfThere, replaceDamaged } from './files';

/** The part of `Conf` (the base class of electron-store) that is used, so that tests can bring plain `Conf`. */
export interface KeyValueFile {
  store: Record<string, unknown>;
}

/** Opens `<name>.json` in a folder. Its writes are atomic: a new file, then a rename. */
export type OpenKeyValueFile = (name: string) => KeyValueFile | Promise<KeyValueFile>;

export interface DocumentPlace {
  /** The folder of all documents. */
  readonly folder: string;
  readonly open: OpenKeyValueFile;
  readonly now: Now;
  readonly log: Log;
}

/** What had to be done to a damaged file; `file` is the name it was set aside under. */
export interface Recovery {
  readonly from: 'last-good' | 'last-good-repair' | 'default' | 'repair';
  readonly file: string;
}

/**
 * One JSON file that people's work is in (presets, settings). It is parsed by its schema; a damaged one is set aside
 * under a dated name and the last good copy takes its place.
 */
export class JsonDocument<Value extends Record<string, unknown>> {
  /** Opened with the first write. */
  private file: KeyValueFile | undefined;
  /** Copies go one after the other: two at once into one file would mix. */
  private copying: Promise<void> = Promise.resolve();

  private constructor(
    private readonly place: DocumentPlace,
    private readonly name: string,
    private readonly schema: z.ZodType<Value>,
    private current: Value,
    readonly recovery: Recovery | undefined,
  ) {}

  /** @throws what the file system throws, other than for a missing file */
  static async open<Value extends Record<string, unknown>>(
    place: DocumentPlace,
    name: string,
    schema: z.ZodType<Value>,
    initial: Value,
    /**
     * Saves what is good in a file that is JSON but does not fit the schema. It goes before the last good copy: what it
     * keeps is newer, and somebody may just have written it by hand. The copy may need it, too: what was good for the
     * version that has written it need not be good for this one.
     */
    repair: (value: unknown) => Value | undefined = () => undefined,
  ): Promise<JsonDocument<Value>> {
    const path = join(place.folder, `${name}.json`);
    const text = await readTextIfThere(path);
    if (text === undefined) {
      return new JsonDocument(place, name, schema, initial, undefined);
    }
    const good = parse(text, schema);
    if (good !== undefined) {
      await copyIfThere(path, lastGoodPath(place, name));
      return new JsonDocument(place, name, schema, good, undefined);
    }
    const lastGood = (await readTextIfThere(lastGoodPath(place, name))) ?? '';
    const { value, from } = firstOf<Value>(
      ['repair', () => repair(parseJson(text))],
      ['last-good', () => parse(lastGood, schema)],
      ['last-good-repair', () => repair(parseJson(lastGood))],
    ) ?? { value: initial, from: 'default' };
    // Replaced before it is opened for writing: Conf refuses to open what it cannot parse.
    const setAsideAs = await replaceDamaged(path, JSON.stringify(value, undefined, '\t'), place.now);
    place.log.warn(`${name}.json was damaged and set aside as ${setAsideAs}; restored from ${from}`);
    return new JsonDocument(place, name, schema, value, { from, file: setAsideAs });
  }

  get value(): Value {
    return this.current;
  }

  /**
   * Takes the new value and writes it, then keeps a copy of it as the last good one. @throws what the file system
   * throws; the value is then kept in memory all the same. @throws ZodError for a value that could not be read back;
   * nothing is changed then.
   */
  async save(value: Value): Promise<void> {
    this.schema.parse(value);
    this.current = value;
    this.file ??= await this.place.open(this.name);
    // What was saved while the file was being opened is newer.
    this.file.store = this.current;
    const copied = this.copying.then(() =>
      copyIfThere(join(this.place.folder, `${this.name}.json`), lastGoodPath(this.place, this.name)),
    );
    this.copying = copied.catch(() => undefined);
    await copied;
  }
}

const lastGoodPath = (place: DocumentPlace, name: string): string =>
  join(place.folder, `${name}.last-good.json`);

/** What the first way gives that gives anything; the ones after it are not tried. */
function firstOf<Value>(
  ...ways: readonly (readonly [Recovery['from'], () => Value | undefined])[]
): { readonly value: Value; readonly from: Recovery['from'] } | undefined {
  for (const [from, way] of ways) {
    const value = way();
    if (value !== undefined) return { value, from };
  }
  return undefined;
}

function parse<Value>(text: string, schema: z.ZodType<Value>): Value | undefined {
  const result = schema.safeParse(parseJson(text));
  return result.success ? result.data : undefined;
}

function parseJson(text: string): unknown {
  try {
    // Some editors begin a file with a byte order mark, which is no JSON; Conf leaves it out, too.
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}
