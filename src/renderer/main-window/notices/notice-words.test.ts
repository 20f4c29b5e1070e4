import { expect, it } from 'vitest';
import { noticeWords } from './notice-words';

const file = '/etc/token-tray/managed.json';
const wrong = { kind: 'managed-settings-wrong', file } as const;

it('says of the organisation’s file which line is wrong and why', () => {
  const reason = 'It has to be true or false.';
  expect(
    noticeWords({ ...wrong, problem: { place: { line: 12, column: 3, path: 'forbid.demoTenant' }, reason } }),
  ).toBe(
    'Your organisation’s settings were not used. /etc/token-tray/managed.json, line 12, forbid.demoTenant: It has to be true or false. Tell your administrator.',
  );
  expect(noticeWords({ ...wrong, problem: { place: { line: 1, column: 1, path: '' }, reason } })).toContain(
    'managed.json, line 1: It has',
  );
  expect(noticeWords({ ...wrong, problem: { reason: 'The file cannot be read.' } })).toContain(
    'managed.json: The file cannot be read. Tell',
  );
});

it('says of a damaged file where it was kept', () => {
  expect(noticeWords({ kind: 'settings-reset', file: 'settings.damaged.json' })).toMatch(
    /^The settings file was damaged .* The damaged file was kept as settings\.damaged\.json\.$/,
  );
  expect(noticeWords({ kind: 'not-saved' })).toBe(
    'The last change could not be saved to disk. It is lost when you quit.',
  );
});
