import { describe, expect, it } from 'vitest';
import { compareClaims } from './compare-claims';
import { readToken } from './read-token';
import { tokenOf } from '../test-support/tokens';

const names = {
  tenant: () => undefined,
  resource: () => undefined,
  client: () => undefined,
  directoryRole: () => undefined,
};

function claimsOf(payload: unknown) {
  const view = readToken(tokenOf(payload), undefined, names);
  return view.kind === 'signed' ? view.payload.claims : [];
}

const compared = (first: unknown, second: unknown, ignoreTimes = false) =>
  Object.fromEntries(
    compareClaims(claimsOf(first), claimsOf(second), { ignoreTimes }).map(({ name, difference }) => [
      name,
      difference,
    ]),
  );

describe('two tokens side by side', () => {
  it('differ in what is in one of them alone, and in what is not the same', () => {
    expect(compared({ a: 1, b: 'x', c: 2 }, { b: 'y', c: 2, d: 3 })).toEqual({
      a: 'only-first',
      b: 'different',
      c: 'same',
      d: 'only-second',
    });
  });

  it('are the same where lists only have another order', () => {
    const one = { roles: ['a', 'b'], scp: 'x y', wids: [] };
    expect(compared(one, { roles: ['b', 'a'], scp: 'y x', wids: [] })).toEqual({
      roles: 'same',
      scp: 'same',
      wids: 'same',
    });
    expect(compared(one, { roles: ['b'], scp: 'x', wids: ['a'] })).toEqual({
      roles: 'different',
      scp: 'different',
      wids: 'different',
    });
  });

  it('tell a text from a number, escapes from nothing, and numbers by all their digits', () => {
    expect(compared({ a: '1' }, { a: 1 })).toEqual({ a: 'different' });
    expect(compared('{"a":"Zo\\u00eb"}', '{"a":"Zoë"}')).toEqual({ a: 'same' });
    expect(compared('{"a":12345678901234567890}', '{"a":12345678901234567891}')).toEqual({ a: 'different' });
  });

  it('are compared without times and ids of the token on request', () => {
    const [one, other] = [
      { exp: 1, iat: 1, uti: 'a', tid: 'x' },
      { exp: 2, iat: 2, uti: 'b', tid: 'x' },
    ];
    expect(compared(one, other, true)).toEqual({ tid: 'same' });
    expect(compared(one, other)).toEqual({
      exp: 'different',
      iat: 'different',
      uti: 'different',
      tid: 'same',
    });
  });
});
