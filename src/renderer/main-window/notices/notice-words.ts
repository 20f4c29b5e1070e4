import { t } from '../../../shared/messages';
import type { FileProblem, Notice } from '../../../shared/snapshot';
import { newsWords } from '../../../shared/team-news-words';

/** What a notice says, with the file it is about. */
export function noticeWords({ kind, file = '', problem, news }: Notice): string {
  if (kind === 'team-catalogues-changed') return newsWords(news);
  if (kind === 'managed-settings-wrong') return t(`notice.${kind}`, { where: whereWords(file, problem) });
  const text = t(`notice.${kind}`);
  return file === '' ? text : `${text} ${t('notice.file', { file })}`;
}

function whereWords(file: string, problem: FileProblem | undefined): string {
  const { place, reason = '' } = problem ?? {};
  if (place === undefined) return t('managed.where.file', { file, reason });
  const { line, path } = place;
  return path === ''
    ? t('managed.where', { file, line, reason })
    : t('managed.where.member', { file, line, path, reason });
}
