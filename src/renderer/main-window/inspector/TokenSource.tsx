import { Button, Field, Textarea, makeStyles, tokens } from '@fluentui/react-components';
import { ClipboardPasteRegular } from '@fluentui/react-icons';
import { useId, useRef, useState, type ClipboardEvent, type ReactNode, type SyntheticEvent } from 'react';
import type { CommandOutcome } from '../../../shared/ipc';
import type { FieldProblem } from '../../../shared/drafts';
import type { InspectionSlot } from '../../../shared/inspector/inspection';
import { longestInspected } from '../../../shared/inspector/inspector-limits';
import { t } from '../../../shared/messages';
import { problemWords } from '../form/problem-words';
import { runCommand } from '../run-command';
import { PresetSource } from './PresetSource';

const useStyles = makeStyles({
  lead: { margin: '0 4px 12px', lineHeight: '20px', color: tokens.colorNeutralForeground3 },
  field: { margin: '0 4px' },
  text: { fontFamily: tokens.fontFamilyMonospace, fontSize: '12px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', margin: '12px 4px 4px' },
  kept: {
    margin: '8px 4px 20px',
    fontSize: '12px',
    lineHeight: '16px',
    color: tokens.colorNeutralForeground3,
  },
});

interface TokenSourceProps {
  readonly slot: InspectionSlot;
  readonly lead: string;
}

/**
 * Where a token to look into comes from. What is pasted goes to main at once and never stands in the field; the field is
 * there for those who drop or type something, and is not kept in the page's state.
 */
export function TokenSource({ slot, lead }: TokenSourceProps): ReactNode {
  const styles = useStyles();
  const formId = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [problem, setProblem] = useState<FieldProblem>();
  const [hasText, setHasText] = useState(false);

  const say = (outcome: CommandOutcome): void => {
    const found = outcome.outcome === 'invalid' ? outcome.problems['text'] : undefined;
    setProblem(isProblem(found) ? found : undefined);
  };
  const inspect = async (text: string): Promise<void> => {
    if (field.current !== null) field.current.value = '';
    setHasText(false);
    if (text.length > longestInspected) setProblem('inspect-too-long');
    else say(await runCommand('inspectText', { slot, text }));
  };
  const onPaste = (event: ClipboardEvent): void => {
    event.preventDefault();
    void inspect(event.clipboardData.getData('text/plain'));
  };
  const onSubmit = (event: SyntheticEvent): void => {
    event.preventDefault();
    void inspect(field.current?.value ?? '');
  };
  return (
    <>
      <p className={styles.lead}>{lead}</p>
      <form id={formId} noValidate onSubmit={onSubmit}>
        <Field className={styles.field} label={t('inspector.source.paste')} {...problemWords(problem)}>
          <Textarea
            textarea={{ ref: field, className: styles.text }}
            rows={3}
            resize="none"
            spellCheck={false}
            autoComplete="off"
            placeholder={t('inspector.source.example')}
            onPaste={onPaste}
            onChange={(_event, { value }) => setHasText(value !== '')}
          />
        </Field>
        <div className={styles.buttons}>
          <Button
            appearance={hasText ? 'secondary' : 'primary'}
            icon={<ClipboardPasteRegular />}
            onClick={() => void runCommand('inspectClipboard', { slot }).then(say)}
          >
            {t('inspector.source.clipboard')}
          </Button>
          {hasText && (
            <Button appearance="primary" type="submit">
              {t('inspector.source.inspect')}
            </Button>
          )}
        </div>
      </form>
      <p className={styles.kept}>{t('inspector.source.kept')}</p>
      <PresetSource slot={slot} />
    </>
  );
}

const isProblem = (problem: string | undefined): problem is FieldProblem =>
  problem === 'inspect-empty' || problem === 'inspect-too-long' || problem === 'inspect-clipboard-empty';
