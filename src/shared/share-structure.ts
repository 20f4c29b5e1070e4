type Plain = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Plain => typeof value === 'object' && value !== null;

/**
 * `next`, with every part that equals the same part of `previous` replaced by that part. Kept identities are what lets an
 * unchanged part be neither sent to a page nor drawn again.
 */
export function shareStructure<Value>(previous: unknown, next: Value): Value;
export function shareStructure(previous: unknown, next: unknown): unknown {
  if (Object.is(previous, next)) return previous;
  if (!isObject(previous) || !isObject(next) || Array.isArray(previous) !== Array.isArray(next)) return next;
  if (Array.isArray(previous) && Array.isArray(next)) {
    const before: readonly unknown[] = previous;
    const shared = next.map((item: unknown, index) => shareStructure(before[index], item));
    return before.length === shared.length && shared.every((item, index) => item === before[index])
      ? before
      : shared;
  }
  const keys = Object.keys(next);
  const shared = Object.fromEntries(keys.map((key) => [key, shareStructure(previous[key], next[key])]));
  const same =
    keys.length === Object.keys(previous).length &&
    keys.every((key) => Object.hasOwn(previous, key) && shared[key] === previous[key]);
  return same ? previous : shared;
}
