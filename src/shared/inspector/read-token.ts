import { decodeToken, type DecodedToken, type JsonObject } from './decode-token';
import type { TokenName } from './find-token';
import type { TokenView, TokenWarning } from './inspection';
import { repeatedNames } from './json-tree';
import { tokenIn, withoutTokens } from './inner-tokens';
import { bigNumbers, partView } from './token-claims';
import { textClaim, tokenFacts, type KnownNames, type TokenFacts } from './token-facts';

/**
 * A token as the inspector shows it: header, payload and what they say. Neither the token nor its signature is in it, nor
 * another token that a claim may hold.
 */
export function readToken(token: string, called: TokenName | undefined, names: KnownNames): TokenView {
  return withoutTokens(viewOf(decodeToken(token), called, names));
}

function viewOf(decoded: DecodedToken, called: TokenName | undefined, names: KnownNames): TokenView {
  if (decoded.kind === 'encrypted') return { kind: 'encrypted', header: partView(decoded.header) };
  if (decoded.kind !== 'signed') return decoded;
  const facts = tokenFacts(decoded.payload, called, names);
  return {
    kind: 'signed',
    header: partView(decoded.header),
    payload: partView(decoded.payload),
    facts,
    warnings: warningsOf(decoded, facts),
  };
}

function warningsOf(
  { header, payload, hasSignature }: Extract<DecodedToken, { kind: 'signed' }>,
  facts: TokenFacts,
): readonly TokenWarning[] {
  const repeated = [...repeatedNames(header), ...repeatedNames(payload)];
  const big = bigNumbers(payload);
  const distributed = distributedNames(payload);
  const isCrossed = (facts.expiresOn ?? Infinity) <= Math.max(facts.issuedOn ?? 0, facts.validFrom ?? 0);
  return [
    ...(isUnsigned(header, hasSignature) ? [{ kind: 'unsigned' as const }] : []),
    ...(repeated.length > 0 ? [{ kind: 'repeated-names' as const, names: listed(repeated) }] : []),
    ...(isCrossed ? [{ kind: 'times-crossed' as const }] : []),
    ...(big.length > 0 ? [{ kind: 'big-numbers' as const, names: listed(big) }] : []),
    ...(distributed.length > 0 ? [{ kind: 'distributed-claims' as const, names: listed(distributed) }] : []),
    ...(tokenIn(header) || tokenIn(payload) ? [{ kind: 'holds-tokens' as const }] : []),
  ];
}

/** Names are the token's, and may be as long as it likes. */
const listed = (names: readonly string[]): string =>
  names
    .slice(0, 5)
    .map((name) => (name.length > 40 ? `${name.slice(0, 40)}…` : name))
    .join(', ');

/** Anybody can have written it. */
export const isUnsigned = (header: JsonObject, hasSignature: boolean): boolean =>
  !hasSignature || textClaim(header, 'alg')?.toLowerCase() === 'none';

/** Claims that are not in the token, but have to be asked for elsewhere (OpenID Connect Core, section 5.6.2). */
function distributedNames({ members }: JsonObject): readonly string[] {
  const node = members.findLast(({ name }) => name === '_claim_names')?.value;
  return node?.kind === 'object' ? node.members.map(({ name }) => name) : [];
}
