import { wordsOf } from './filter-presets';

/** A piece of a text, and whether it is what was searched for. */
export interface TextPart {
  readonly text: string;
  readonly marked: boolean;
}

/** More of a name is not seen in a row. */
const markedLength = 200;

// As people count characters: a letter and its accent are one.
const segmenter = new Intl.Segmenter();

/** A name in pieces, those marked that `words` (see `wordsOf`) has found in it. */
export function markedParts(name: string, words: readonly string[]): readonly TextPart[] {
  const characters = [...segmenter.segment(name.slice(0, markedLength))].map(({ segment }) => segment);
  // A character may be several letters where it is searched (`ﬁ`), or none (a mark by itself).
  const letters = characters.map((character) => wordsOf(character).join(''));
  const text = letters
    .map((letter, index) => letter || (characters[index]?.trim() === '' ? ' ' : ''))
    .join('');
  const found = new Set<number>();
  for (const word of words) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
      for (let place = at; place < at + word.length; place += 1) found.add(place);
  }
  if (found.size === 0) return [{ text: name, marked: false }];
  const parts: { text: string; marked: boolean }[] = [];
  const add = (piece: string, marked: boolean): void => {
    const last = parts.at(-1);
    if (last?.marked === marked) last.text += piece;
    else parts.push({ text: piece, marked });
  };
  let place = 0;
  for (const [index, character] of characters.entries()) {
    const length =
      letters[index] === '' && character.trim() !== '' ? 0 : Math.max(1, letters[index]?.length ?? 1);
    // A mark by itself goes with the letter before it.
    add(character, length === 0 ? (parts.at(-1)?.marked ?? false) : found.has(place));
    place += length;
  }
  add(name.slice(characters.join('').length), false);
  return parts.filter((part) => part.text !== '');
}
