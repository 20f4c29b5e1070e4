import type { ClaimView } from './inspection';

export type Difference = 'same' | 'different' | 'only-first' | 'only-second';

export interface ComparedClaim {
  readonly name: string;
  readonly difference: Difference;
  readonly first?: ClaimView;
  readonly second?: ClaimView;
}

/** Claims that differ between any two tokens: times, and ids of the token itself. */
const ofEachToken: ReadonlySet<string> = new Set([
  'iat',
  'nbf',
  'exp',
  'auth_time',
  'aio',
  'uti',
  'rh',
  'jti',
  'nonce',
  'xms_ftd',
]);

/** The claims of both, in the order of the first and then of the second. */
export function compareClaims(
  first: readonly ClaimView[],
  second: readonly ClaimView[],
  { ignoreTimes }: { readonly ignoreTimes: boolean },
): readonly ComparedClaim[] {
  const names = new Set([...first, ...second].map(({ name }) => name));
  return [...names]
    .filter((name) => !ignoreTimes || !ofEachToken.has(name))
    .map((name) => {
      // Of several with the same name the last one counts, as for most programs.
      const one = first.findLast((claim) => claim.name === name);
      const other = second.findLast((claim) => claim.name === name);
      return {
        name,
        difference: differenceOf(one, other),
        ...(one === undefined ? {} : { first: one }),
        ...(other === undefined ? {} : { second: other }),
      };
    });
}

function differenceOf(one: ClaimView | undefined, other: ClaimView | undefined): Difference {
  if (one === undefined) return 'only-second';
  if (other === undefined) return 'only-first';
  return sameClaim(one, other) ? 'same' : 'different';
}

/** Lists in claims have no order: groups, roles and methods come as they please. */
function sameClaim(one: ClaimView, other: ClaimView): boolean {
  if (one.items !== undefined && other.items !== undefined)
    return inOrder(one.items) === inOrder(other.items);
  if (one.isText !== other.isText) return false;
  if (one.name === 'scp') return inOrder(one.text.split(' ')) === inOrder(other.text.split(' '));
  return one.text === other.text;
}

const inOrder = (items: readonly string[]): string => JSON.stringify(items.toSorted());
