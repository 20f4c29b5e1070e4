/** Something in the form of a token inside a claim: `_claim_sources` may have one. */
const tokenForm = /(?<![\w.-])eyJ[\w-]*(?:\.[\w-]*){2,4}/g;
const masked = '…';

/** Whether any text in `value` holds a token. */
export function tokenIn(value: unknown): boolean {
  if (typeof value === 'string') return value.search(tokenForm) >= 0;
  return typeof value === 'object' && value !== null && Object.values(value).some(tokenIn);
}

/** The same with every token in any of its texts taken out. */
export function withoutTokens<Value>(value: Value): Value;
export function withoutTokens(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(tokenForm, masked);
  if (Array.isArray(value)) return value.map((item: unknown) => withoutTokens(item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, withoutTokens<unknown>(inner)]),
  );
}
