import { describe, expect, it } from 'vitest';
import { shortName } from './short-name';

describe('the name in a title', () => {
  it('is whole while it fits', () => {
    expect(shortName('Microsoft Graph')).toBe('Microsoft Graph');
    expect(shortName('x'.repeat(48))).toBe('x'.repeat(48));
  });

  it('is cut where it leaves no room for the rest, however long it is', () => {
    expect(shortName('x'.repeat(49))).toBe(`${'x'.repeat(48)}…`);
    expect(shortName('x'.repeat(10_000))).toBe(`${'x'.repeat(48)}…`);
    expect(shortName(`${'x'.repeat(47)} and more`)).toBe(`${'x'.repeat(47)}…`);
  });

  it('is cut between letters as people see them', () => {
    expect(shortName('👩‍👩‍👧'.repeat(60))).toBe(`${'👩‍👩‍👧'.repeat(48)}…`);
    expect(shortName('n\u030c'.repeat(60))).toBe(`${'n\u030c'.repeat(48)}…`);
  });

  it('is one line', () => {
    expect(shortName('  Orders\nAPI\t(test) ')).toBe('Orders API (test)');
  });
});
