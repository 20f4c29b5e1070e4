import type { Checked, FieldProblem } from './drafts';
import type { TemplateDraft } from './own-template';
import { templateLimits } from './own-template-limits';
import { parseTemplate } from './snippets/template';

/** Checks the form for a template; the same check runs beside the field and again in main. */
export function checkTemplate(draft: TemplateDraft): Checked<TemplateDraft, TemplateDraft> {
  const name = draft.name.trim();
  const text = draft.text.replace(/\r\n?/g, '\n');
  const nameProblem: FieldProblem | undefined =
    name === '' ? 'name-missing' : name.length > templateLimits.nameLength ? 'name-too-long' : undefined;
  const textProblem: FieldProblem | undefined =
    text.trim() === ''
      ? 'template-missing'
      : text.length > templateLimits.textLength
        ? 'template-too-long'
        : parseTemplate(text).ok
          ? undefined
          : 'template-wrong';
  if (nameProblem === undefined && textProblem === undefined) return { ok: true, value: { name, text } };
  return {
    ok: false,
    problems: {
      ...(nameProblem === undefined ? {} : { name: nameProblem }),
      ...(textProblem === undefined ? {} : { text: textProblem }),
    },
  };
}
