import { expect, it } from 'vitest';
import { copyFormats } from './copy-format';
import { copyKeys, copyKeyWords } from './copy-keys';
import type { FormatFacts, FormatOffer } from './offered-formats';

const offer: FormatOffer = { shell: 'posix', forbidden: [], templates: [] };
const api: FormatFacts = { delivery: 'bearer', hasRequests: true };

it('gives Enter the default format and Ctrl+Enter curl, or the token where curl is the default', () => {
  expect(copyKeys('token', offer, api)).toEqual({ plain: 'token', command: 'curl' });
  expect(copyKeys('powershell', offer, api)).toEqual({ plain: 'powershell', command: 'curl' });
  expect(copyKeys('curl', offer, api)).toEqual({ plain: 'curl', command: 'token' });
});

it('goes by what the preset’s service takes, and by what is allowed', () => {
  const database: FormatFacts = { delivery: 'postgresql', hasRequests: false };
  expect(copyKeys('curl', offer, database)).toEqual({ plain: 'token', command: 'pgpassword' });
  expect(copyKeys('token', { ...offer, forbidden: ['curl'] }, api)).toEqual({
    plain: 'token',
    command: undefined,
  });
});

it('shows each key beside what it copies, and nothing beside the rest', () => {
  const shown = (platform: string) =>
    copyFormats
      .map((format) => copyKeyWords(format, copyKeys('powershell', offer, api), platform))
      .slice(0, 5);
  expect(shown('linux')).toEqual([null, 'Ctrl+↵', null, '↵', null]);
  expect(shown('darwin')).toEqual([null, '⌘ ↵', null, '↵', null]);
});
