import { Button, Field, Input, makeStyles } from '@fluentui/react-components';
import { useId, useRef, useState, type ReactNode, type SyntheticEvent } from 'react';
import { t } from '../../../shared/messages';
import { longestPlaceholderValue, placeholderProblem, withValues } from '../../../shared/placeholders';
import type { PlaceholderField, PlaceholderQuestion } from '../../../shared/question';
import { focusField } from '../form/focus-field';
import { Sheet, focusFirst } from '../sheet/Sheet';
import { useSheetTextStyles } from '../sheet/sheet-text-styles';
import { answerQuestion } from './answer-question';
import { useQuestionStyles } from './question-styles';

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', gap: '12px', padding: '4px 0' },
});

/** Asks what stands for the `{placeholders}` of a request, and shows the request with it. */
export function PlaceholderSheet({ question }: { readonly question: PlaceholderQuestion }): ReactNode {
  const styles = useStyles();
  const shared = useQuestionStyles();
  const text = useSheetTextStyles();
  const formId = useId();
  const form = useRef<HTMLFormElement>(null);
  const { preset, purpose, fields, request } = question;
  const [values, setValues] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(fields.map(({ name, value }) => [name, value])),
  );
  const [isChecked, setIsChecked] = useState(false);
  const cancel = (): void => void answerQuestion(question, { kind: 'cancel' });
  const problemOf = ({ name, place }: PlaceholderField): string | undefined => {
    const value = values[name]?.trim() ?? '';
    // What is changed later may be emptied, so that it is asked for again.
    if (value === '')
      return isChecked && purpose.kind !== 'edit' ? t('placeholders.problem.missing') : undefined;
    const problem = placeholderProblem(place, value);
    return problem === undefined ? undefined : t(`placeholders.problem.${problem}`);
  };
  const send = (event: SyntheticEvent): void => {
    event.preventDefault();
    setIsChecked(true);
    const trimmed = Object.fromEntries(fields.map(({ name }) => [name, values[name]?.trim() ?? '']));
    const wrong = fields.find(
      ({ name, place }) =>
        (trimmed[name] === '' && purpose.kind !== 'edit') ||
        placeholderProblem(place, trimmed[name] ?? '') !== undefined,
    );
    if (wrong !== undefined) return focusField(form.current, wrong.name);
    void answerQuestion(question, { kind: 'fill-in', values: trimmed });
  };
  const { url } = withValues(request, values);
  return (
    <Sheet
      title={t('placeholders.title', { name: preset.name })}
      onClose={cancel}
      actions={
        <>
          <Button appearance="primary" type="submit" form={formId}>
            {t(`placeholders.submit.${purpose.kind}`)}
          </Button>
          {purpose.kind === 'copy' && (
            <Button onClick={() => void answerQuestion(question, { kind: 'leave-in' })}>
              {t('placeholders.leave-in')}
            </Button>
          )}
          <Button onClick={cancel}>{t('placeholders.cancel')}</Button>
        </>
      }
    >
      <p className={text.text}>{t('placeholders.lead')}</p>
      <form ref={form} id={formId} className={styles.fields} noValidate onSubmit={send}>
        {fields.map((field, index) => {
          const problem = problemOf(field);
          return (
            <Field
              key={field.name}
              label={field.name}
              {...(problem === undefined ? {} : { validationMessage: problem })}
            >
              <Input
                {...(index === 0 ? focusFirst : {})}
                name={field.name}
                value={values[field.name] ?? ''}
                maxLength={longestPlaceholderValue}
                spellCheck={false}
                autoComplete="off"
                onChange={(_event, { value }) => setValues((before) => ({ ...before, [field.name]: value }))}
              />
            </Field>
          );
        })}
      </form>
      <p className={shared.request} title={url}>
        <span className={shared.method}>{request.method}</span>
        {url}
      </p>
    </Sheet>
  );
}
