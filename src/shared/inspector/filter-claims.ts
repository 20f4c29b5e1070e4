import type { ClaimView } from './inspection';

/** The claims that have `query` in their name or value, with their place among all. Letter case counts for nothing. */
export function filterClaims(
  claims: readonly ClaimView[],
  query: string,
): readonly { readonly claim: ClaimView; readonly index: number }[] {
  const wanted = query.trim().toLowerCase();
  return claims
    .map((claim, index) => ({ claim, index }))
    .filter(({ claim: { name, text } }) => `${name}\n${text}`.toLowerCase().includes(wanted));
}

/** A text cut where `query` begins and ends in it, the hits at the odd places. */
export function cutAtHits(text: string, query: string): readonly string[] {
  const wanted = query.trim().toLowerCase();
  const plain = text.toLowerCase();
  // In some languages a letter is longer in lower case, and nothing would stand where it was found.
  if (wanted === '' || plain.length !== text.length) return [text];
  const pieces: string[] = [];
  let from = 0;
  for (let at = plain.indexOf(wanted); at >= 0; at = plain.indexOf(wanted, from)) {
    pieces.push(text.slice(from, at), text.slice(at, at + wanted.length));
    from = at + wanted.length;
  }
  return [...pieces, text.slice(from)];
}
