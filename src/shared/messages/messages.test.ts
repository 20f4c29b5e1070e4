import { IntlMessageFormat } from 'intl-messageformat';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { en } from './en';
import { locale, t } from './index';

/** What the parser of ICU messages makes of one; the numbers are its own. */
interface Part {
  readonly type: number;
  readonly value: string;
  readonly options?: Readonly<Record<string, { readonly value: readonly Part[] }>>;
}
const argument = 1;
const plural = 6;
const pound = 7;

const messages = Object.entries<string>(en);

const compile = (text: string): IntlMessageFormat =>
  new IntlMessageFormat(text, locale, undefined, { ignoreTag: true });
const partsOf = (text: string): readonly Part[] =>
  JSON.parse(JSON.stringify(compile(text).getAst())) as Part[];

const branchesOf = (part: Part): (readonly Part[])[] =>
  Object.values(part.options ?? {}).map(({ value }) => value);
const withBranches = (parts: readonly Part[]): readonly Part[] =>
  parts.flatMap((part) => [part, ...branchesOf(part).flatMap(withBranches)]);

/** Every message with a figure, and with a word where it takes one. */
function formatted(text: string, figure: number): string {
  const all = withBranches(partsOf(text));
  const values = Object.fromEntries(
    all
      .filter(({ type }) => type === argument || type === plural)
      .map(({ type, value }) => [value, type === plural ? figure : `<${value}>`]),
  );
  return String(compile(text).format(values));
}

describe('every message', () => {
  it('can be said, with nothing left open', () => {
    for (const [key, text] of messages) {
      for (const figure of [0, 1, 2, 1000]) {
        const said = formatted(text, figure);
        expect(said.trim(), key).not.toBe('');
        expect(said.replace('C#', ''), key).not.toMatch(/[{}#]|undefined|\bNaN\b/);
      }
    }
  });

  it('is calm and has real apostrophes', () => {
    for (const [key, text] of messages) {
      // In ICU an ASCII apostrophe quotes, so that `don't {name}` would lose its argument.
      expect(text, key).not.toMatch(/!|\boops\b|'|\.\.\./i);
      expect(text, key).toBe(text.trim());
    }
  });

  it('shows the figure in each branch of a plural, which the types of its arguments rely on', () => {
    const branches = messages.flatMap(([key, text]) =>
      withBranches(partsOf(text))
        .flatMap(branchesOf)
        .map((branch) => ({ key, branch })),
    );
    expect(branches.length).toBeGreaterThan(0);
    const without = branches.filter(({ branch }) => !branch.some(({ type }) => type === pound));
    expect(without.map(({ key }) => key)).toEqual([]);
  });
});

describe('the catalogue', () => {
  it('holds no text that nothing says', () => {
    const sources = sourceFiles(join(import.meta.dirname, '..', '..')).map((file) =>
      readFileSync(file, 'utf8'),
    );
    const literal = new Set(sources.flatMap((text) => text.match(/(?<=['"`])[a-z][\w.-]*(?=['"`])/g) ?? []));
    // `failure.${kind}.what`
    const patterns = sources
      .flatMap((text) => text.match(/(?<=`)[a-z-]+\.[\w.-]*\$\{[^`]*(?=`)/g) ?? [])
      .map(
        (template) => new RegExp(`^${template.replaceAll('.', '\\.').replace(/\$\{[^}]*\}/g, '[\\w-]+')}$`),
      );
    const unused = messages
      .map(([key]) => key)
      .filter((key) => !literal.has(key) && !patterns.some((pattern) => pattern.test(key)));
    expect(unused).toEqual([]);
  });
});

/** The program's own files, without tests and without the catalogue itself. */
function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|messages[\\/]en/.test(file))
    .map((file) => join(folder, file));
}

describe('saying a message', () => {
  it('puts names in as they are, whatever they hold', () => {
    const name = "<b>O'Neil & {co}</b> #";
    expect(t('copied.token', { name })).toBe(`${name} token copied`);
  });

  it('counts as the language does', () => {
    expect(t('search.count', { count: 1 })).toBe('1 preset found');
    expect(t('search.count', { count: 1200 })).toBe('1,200 presets found');
  });
});
