import { describe, expect, it } from 'vitest';
import type { ClipboardView } from '../../../shared/snapshot';
import { clipboardTimes, clipboardToFillIn, spokenClipboard } from './clipboard-words';

const copied: ClipboardView = {
  presetId: 'graph',
  presetName: 'Microsoft Graph',
  format: 'token',
  copiedOn: 0,
  tokenExpiresOn: 52 * 60_000,
  placeholders: [],
  clearsOn: 60_000,
};

describe('clipboard words', () => {
  it('say how long it is good for and when it is cleared', () => {
    expect(clipboardTimes(copied, 13_000)).toBe('Good for 51 min · clears in 0:47');
    const { clearsOn: _, ...kept } = copied;
    expect(clipboardTimes(kept, 0)).toBe('Good for 52 min');
    expect(clipboardTimes({ ...copied, tokenExpiresOn: 10_000 }, 13_000)).toBe(
      'No longer valid · clears in 0:47',
    );
  });

  it('speak of the moment of copying', () => {
    expect(spokenClipboard(copied)).toBe(
      'Microsoft Graph token copied. Good for 52 min. The clipboard is cleared in 60 seconds.',
    );
  });

  it('name what has to be filled in', () => {
    expect(clipboardToFillIn(copied)).toBeUndefined();
    expect(clipboardToFillIn({ ...copied, placeholders: ['{vault}', '{name}'] })).toBe(
      'First fill in {vault}, {name}',
    );
  });
});
