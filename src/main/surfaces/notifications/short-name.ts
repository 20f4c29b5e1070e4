/** How much of a preset's name a title shows; it has to leave room for what happened. */
const longest = 48;

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** A preset's name as a title shows it: on one line, and not so long that the rest of the title is cut off. */
export function shortName(name: string): string {
  // Letters can have many marks each; what lies beyond this is not shown in any case.
  const line = name
    .slice(0, longest * 20)
    .replace(/\s+/gu, ' ')
    .trim();
  let length = 0;
  for (const { index } of graphemes.segment(line)) {
    if (length === longest) return `${line.slice(0, index).trimEnd()}…`;
    length += 1;
  }
  return line;
}
