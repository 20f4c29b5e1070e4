import { t } from '../../../shared/messages';
import { settingLimits } from '../../../shared/setting-limits';
import { expectedWords, pathOf, reasonOf, type Issue } from '../../json-file/issue-words';
import type { Problem } from '../../json-file/problem';
import { short } from '../../json-file/strict-json';

type Path = Problem['path'];

/**
 * What zod found, as an administrator needs to read it.
 * @param isThere whether the file has something at a path
 */
export function problemsOfIssue(issue: Issue, isThere: (path: Path) => boolean): readonly Problem[] {
  const path = pathOf(issue);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((name) => ({ path: [...path, name], at: 'name', reason: unknownMember(name) }));
    case 'invalid_key':
      return [{ path, at: 'name', reason: t('json.wrong.expected', { expected: expectedName(path) }) }];
    default:
      return [
        { path, reason: reasonOf(path, expectedOfMember(path) ?? expectedWords(issue), isThere(path)) },
      ];
  }
}

const secretName = /secret|password|passphrase|credential|private.?key|certificate|pfx|token$/i;

const unknownMember = (name: string): string =>
  t(secretName.test(name) ? 'managed.wrong.secret' : 'json.wrong.unknown-member', {
    name: short(name),
  });

const expectedName = (path: Path): string =>
  t(path.at(-2) === 'targets' ? 'managed.expected.cloud-id' : 'json.expected.header');

/** Where what zod knows (a pattern, a choice of forms) says nothing to a person. */
function expectedOfMember(path: Path): string | undefined {
  const name = path.at(-1);
  if (path.at(-2) === 'headers') return t('json.expected.header');
  switch (name) {
    case 'id':
      return t(path[0] === 'clouds' ? 'managed.expected.cloud-id' : 'managed.expected.id');
    case 'clientApplication':
      return t('managed.expected.id');
    case 'cloud':
      return t('managed.expected.cloud-id');
    case 'authority':
      return t('managed.expected.authority');
    case 'endpoint':
      return t('managed.expected.https');
    case 'tenant':
      return path[0] === 'presets' ? t('managed.expected.tenant-id') : undefined;
    case 'paletteHotkey':
    case 'copyLastHotkey':
      return t('managed.expected.hotkey');
    case 'clipboardClearsAfter':
      return t('managed.expected.clipboard-clears-after', settingLimits.clipboardClearsAfter);
    case 'notifyBeforeEnd':
      return t('managed.expected.notify-before-end', settingLimits.notifyBeforeEnd);
    default:
      return undefined;
  }
}
