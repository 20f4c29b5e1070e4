import { Field, Input, Textarea } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { t } from '../../../shared/messages';
import { problemWords } from '../form/problem-words';
import type { PresetForm } from './use-preset-form';

/** Words to find it by, and what a person wants to remember. */
export function NotesSection({ form }: { readonly form: PresetForm }): ReactNode {
  const { draft, change, leave, problemOf } = form;
  return (
    <>
      <Field label={t('editor.tags')} hint={t('editor.tags.help')} {...problemWords(problemOf('tags'))}>
        <Input
          name="tags"
          autoComplete="off"
          value={draft.tags}
          placeholder={t('editor.tags.example')}
          onChange={(_event, { value }) => change((before) => ({ ...before, tags: value }))}
          onBlur={() => leave('tags')}
        />
      </Field>
      <Field label={t('editor.notes')} {...problemWords(problemOf('notes'))}>
        <Textarea
          name="notes"
          rows={4}
          resize="vertical"
          value={draft.notes}
          placeholder={t('editor.notes.example')}
          onChange={(_event, { value }) => change((before) => ({ ...before, notes: value }))}
          onBlur={() => leave('notes')}
        />
      </Field>
    </>
  );
}
