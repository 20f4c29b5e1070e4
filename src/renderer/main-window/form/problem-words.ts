import type { HotkeyProblem } from '../../../shared/accelerator';
import type { FieldProblem } from '../../../shared/drafts';
import { t } from '../../../shared/messages';

/** What Fluent's `Field` needs to show a problem beside a field, or nothing. */
export const problemWords = (
  problem: FieldProblem | HotkeyProblem | undefined,
): { validationMessage?: string } =>
  problem === undefined ? {} : { validationMessage: t(`problem.${problem}`) };
