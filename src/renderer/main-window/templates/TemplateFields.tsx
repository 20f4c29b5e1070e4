import { Button, Field, Input, Select, Textarea, makeStyles, tokens } from '@fluentui/react-components';
import { useId, useRef, useState, type ReactNode } from 'react';
import type { FieldProblems } from '../../../shared/drafts';
import { t } from '../../../shared/messages';
import type { TemplateDraft } from '../../../shared/own-template';
import type { Placeholder } from '../../../shared/snippets/template';
import { useSnapshot } from '../../bridge/use-snapshot';
import { problemWords } from '../form/problem-words';
import { focusFirst } from '../sheet/Sheet';
import { insertion, placeholders, quotings, usualQuoting } from './insertions';
import { TemplateRemarks } from './TemplateRemarks';

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', gap: '12px', paddingTop: '12px' },
  text: { fontFamily: 'ui-monospace, monospace', fontSize: '12px', lineHeight: '18px' },
  insert: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '8px',
    fontSize: '12px',
    lineHeight: '16px',
    color: tokens.colorNeutralForeground3,
  },
  quoting: { display: 'flex', alignItems: 'center', gap: '8px' },
  chips: { display: 'flex', flexWrap: 'wrap', gap: '4px', marginTop: '4px' },
  chip: {
    minWidth: 'auto',
    minHeight: '24px',
    padding: '0 8px',
    fontFamily: 'ui-monospace, monospace',
    fontSize: '12px',
    fontWeight: 400,
  },
});

const example = 'mytool --url {{url|sh}} --token {{token|sh}}';

interface TemplateFieldsProps {
  readonly draft: TemplateDraft;
  readonly problems: FieldProblems<TemplateDraft>;
  readonly onChange: (part: Partial<TemplateDraft>) => void;
  readonly onLeave: (field: keyof TemplateDraft) => void;
}

/** Name and text of a template, with placeholders to insert and what is to be said of the text. */
export function TemplateFields({ draft, problems, onChange, onLeave }: TemplateFieldsProps): ReactNode {
  const styles = useStyles();
  const shell = useSnapshot((snapshot) => snapshot.shell);
  const [quoting, setQuoting] = useState(() => usualQuoting(shell));
  const area = useRef<HTMLTextAreaElement>(null);
  const quotingId = useId();
  const insert = (placeholder: Placeholder): void => {
    const element = area.current;
    if (element === null) return;
    element.focus();
    // As if it was typed, so that Ctrl+Z takes it back.
    const { selectionStart, selectionEnd } = element;
    element.setRangeText(insertion(placeholder, quoting), selectionStart, selectionEnd, 'end');
    onChange({ text: element.value });
  };
  const plain = { spellCheck: false, autoComplete: 'off' } as const;
  return (
    <div className={styles.fields}>
      <Field label={t('template-form.name')} {...problemWords(problems.name)}>
        <Input
          {...plain}
          {...focusFirst}
          name="name"
          value={draft.name}
          placeholder={t('template-form.name.example')}
          onChange={(_event, { value }) => onChange({ name: value })}
          onBlur={() => onLeave('name')}
        />
      </Field>
      <div>
        <Field label={t('template-form.text')} {...problemWords(problems.text)}>
          <Textarea
            {...plain}
            name="text"
            textarea={{ ref: area, className: styles.text }}
            rows={5}
            resize="vertical"
            value={draft.text}
            placeholder={example}
            onChange={(_event, { value }) => onChange({ text: value })}
            onBlur={() => onLeave('text')}
          />
        </Field>
        <TemplateRemarks text={draft.text} />
      </div>
      <div>
        <div className={styles.insert}>
          <span aria-hidden>{t('template-form.insert')}</span>
          <span className={styles.quoting}>
            <label htmlFor={quotingId}>{t('template-form.quoting')}</label>
            <Select
              id={quotingId}
              size="small"
              value={quoting}
              onChange={(_event, { value }) => setQuoting(quotings.find((each) => each === value) ?? quoting)}
            >
              {quotings.map((each) => (
                <option key={each} value={each}>
                  {t(`template-form.quoting.${each}`)}
                </option>
              ))}
            </Select>
          </span>
        </div>
        <div className={styles.chips} role="group" aria-label={t('template-form.insert')}>
          {placeholders.map((placeholder) => (
            <Button
              key={placeholder}
              className={styles.chip}
              size="small"
              aria-label={t('template-form.insert.spoken', { placeholder })}
              onClick={() => insert(placeholder)}
            >
              {placeholder}
            </Button>
          ))}
        </div>
      </div>
    </div>
  );
}
