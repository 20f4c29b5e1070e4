const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

function firstLetter(word: string): string {
  for (const { segment } of graphemes.segment(word)) return segment.toLocaleUpperCase();
  return '';
}

/** One or two letters for a name: of its first and its last word. What stands in brackets is left out. */
export function initials(name: string): string {
  const words = name
    .replace(/[([{].*$/, '')
    .split(/[\s.@_-]+/)
    .filter((word) => /^\p{L}/u.test(word));
  const [first] = words;
  const last = words.at(-1);
  if (first === undefined || last === undefined) return '';
  return words.length === 1 ? firstLetter(first) : firstLetter(first) + firstLetter(last);
}
