import { t } from '../../../shared/messages';
import type { FileProblem } from '../../../shared/snapshot';

/** `Line 12, column 5: presets[0].id`; nothing where it is about the file as a whole. */
export function placeWords({ place }: FileProblem): string | undefined {
  if (place === undefined) return undefined;
  const { line, column, path } = place;
  return path === '' ? t('import.where', { line, column }) : t('import.where.path', { line, column, path });
}

/** Place and reason in one line. */
export function problemLine(problem: FileProblem): string {
  const where = placeWords(problem);
  return where === undefined ? problem.reason : `${where}. ${problem.reason}`;
}
