/** How many characters of a name stand in a label. The form takes 80, a file edited by hand any number. */
const shownLength = 48;

const characters = new Intl.Segmenter();

/** A name on one line, cut to at most `length` characters as a person counts them. */
export function shortName(name: string, length = shownLength): string {
  const line = name.replace(/\s+/g, ' ').trim();
  if (line.length <= length) return line;
  let count = 0;
  let end = 0;
  for (const { index } of characters.segment(line)) {
    // The last one makes room for the dots.
    if (count === length - 1) end = index;
    if (count === length) return `${line.slice(0, end).trimEnd()}…`;
    count += 1;
  }
  return line;
}

/** As a menu takes it: a single `&` would make the next letter the item's mnemonic. */
export const menuText = (text: string): string => text.replaceAll('&', '&&');
