import { expect, it } from 'vitest';
import { copyFormats } from '../../../shared/copy-format';
import { copyKeys, copyKeyWords } from './copy-keys';

it('gives Enter the default format and Ctrl+Enter curl, or the token where curl is the default', () => {
  expect(copyKeys('token')).toEqual({ plain: 'token', command: 'curl' });
  expect(copyKeys('powershell')).toEqual({ plain: 'powershell', command: 'curl' });
  expect(copyKeys('curl')).toEqual({ plain: 'curl', command: 'token' });
});

it('shows each key beside what it copies, and nothing beside the rest', () => {
  const shown = (platform: string) =>
    copyFormats.map((format) => copyKeyWords(format, copyKeys('powershell'), platform));
  expect(shown('linux')).toEqual([null, 'Ctrl+↵', null, '↵', null]);
  expect(shown('darwin')).toEqual([null, '⌘ ↵', null, '↵', null]);
});
