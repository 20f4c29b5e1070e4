import { createDOMRenderer, type GriffelRenderer } from '@fluentui/react-components';

type Rules = Parameters<GriffelRenderer['insertCSSRules']>[0];
type Bucket = keyof Rules;

/** Griffel's own order of its buckets: what comes later wins. */
const bucketOrder: readonly Bucket[] = [
  'r',
  'd',
  'l',
  'v',
  'w',
  'f',
  'i',
  'h',
  'a',
  's',
  'k',
  't',
  'm',
  'c',
  'x',
];

interface Place {
  readonly bucket: number;
  /** The condition of an `@media` or `@container` rule. */
  readonly condition: string;
  readonly priority: number;
  readonly sheet: CSSStyleSheet;
}

const inOrder = (a: Place, b: Place): number =>
  a.bucket - b.bucket || a.condition.localeCompare(b.condition) || a.priority - b.priority;

/** Adds style sheets to the page without `<style>` elements. */
function adopt(target: Document, sheets: readonly CSSStyleSheet[], before: readonly CSSStyleSheet[]): void {
  const others = target.adoptedStyleSheets.filter((sheet) => !before.includes(sheet));
  target.adoptedStyleSheets = [...others, ...sheets];
}

/**
 * A Griffel renderer that puts its rules into adopted style sheets. Griffel's own makes `<style>` elements, and
 * `style-src 'self'` forbids even an empty one: https://www.w3.org/TR/CSP3/#directive-style-src
 */
export function createAdoptedStyleRenderer(target: Document): GriffelRenderer {
  const places = new Map<string, Place>();
  const inserted = new Set<string>();

  const sheetFor = (name: Bucket, about: Readonly<Record<string, unknown>>): CSSStyleSheet => {
    const condition = [about['x'], about['m']].find((each) => typeof each === 'string') ?? '';
    const priority = Number(about['p'] ?? 0);
    const key = `${name} ${priority} ${condition}`;
    const known = places.get(key);
    if (known !== undefined) return known.sheet;
    const before = [...places.values()].map((place) => place.sheet);
    const sheet = new CSSStyleSheet();
    places.set(key, { bucket: bucketOrder.indexOf(name), condition, priority, sheet });
    adopt(
      target,
      [...places.values()].sort(inOrder).map((place) => place.sheet),
      before,
    );
    return sheet;
  };

  return {
    ...createDOMRenderer(undefined),
    insertCSSRules(rules) {
      for (const name of bucketOrder) {
        for (const entry of rules[name] ?? []) {
          const [rule, about] = typeof entry === 'string' ? [entry, {}] : entry;
          const sheet = sheetFor(name, about);
          if (inserted.has(rule)) continue;
          inserted.add(rule);
          insertRule(sheet, rule);
        }
      }
    },
  };
}

/** A rule with a vendor's selector that this engine does not know is left out, as Griffel leaves it out. */
function insertRule(sheet: CSSStyleSheet, rule: string): void {
  try {
    sheet.insertRule(rule, sheet.cssRules.length);
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'SyntaxError')) throw error;
  }
}
