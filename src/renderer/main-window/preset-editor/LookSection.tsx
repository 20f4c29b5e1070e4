import { Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { t } from '../../../shared/messages';
import { problemWords } from '../form/problem-words';
import { ColourPicker } from './ColourPicker';
import { plainText, useEditorStyles } from './editor-styles';
import { IconButton, IconChoice } from './IconPicker';
import type { PresetForm } from './use-preset-form';

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    marginBottom: '8px',
    padding: '12px 16px 16px',
    borderRadius: '10px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  icon: { paddingTop: '26px' },
});

/** What a preset is called and how it is told apart at a glance. */
export function LookSection({ form }: { readonly form: PresetForm }): ReactNode {
  const styles = useStyles();
  const common = useEditorStyles();
  const { draft, change, leave, problemOf } = form;
  const [choosing, setChoosing] = useState(false);
  return (
    <section className={styles.card} aria-label={t('editor.look')}>
      <div className={common.line}>
        <div className={styles.icon}>
          <IconButton
            icon={draft.icon}
            colour={draft.colour}
            open={choosing}
            onToggle={() => setChoosing(!choosing)}
          />
        </div>
        <Field className={common.grow} label={t('preset-form.name')} {...problemWords(problemOf('name'))}>
          <Input
            {...plainText}
            name="name"
            value={draft.name}
            placeholder={t('preset-form.name.example')}
            onChange={(_event, { value }) => change((before) => ({ ...before, name: value }))}
            onBlur={() => leave('name')}
          />
        </Field>
      </div>
      {choosing && (
        <IconChoice
          icon={draft.icon}
          onChange={(icon) => change((before) => ({ ...before, icon }))}
          onClose={() => setChoosing(false)}
        />
      )}
      <ColourPicker value={draft.colour} onChange={(colour) => change((before) => ({ ...before, colour }))} />
    </section>
  );
}
