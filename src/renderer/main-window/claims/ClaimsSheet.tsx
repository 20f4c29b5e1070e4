import { Button, Field, Textarea, makeStyles, tokens } from '@fluentui/react-components';
import { ShieldKeyholeRegular } from '@fluentui/react-icons';
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import { parseClaimsChallenge } from '../../../shared/claims-challenge';
import { t } from '../../../shared/messages';
import { useSnapshot } from '../../bridge/use-snapshot';
import { problemWords } from '../form/problem-words';
import { runCommand } from '../run-command';
import { Sheet, focusFirst } from '../sheet/Sheet';
import { useSheetTextStyles } from '../sheet/sheet-text-styles';
import { askWords } from './ask-words';

const useStyles = makeStyles({
  field: { marginTop: '8px' },
  text: { fontFamily: 'ui-monospace, monospace', fontSize: '12px' },
  heading: { margin: '16px 0 4px', fontSize: '14px', lineHeight: '20px', fontWeight: 600 },
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
  },
  source: { margin: '8px 0 0', fontSize: '12px', lineHeight: '16px', color: tokens.colorNeutralForeground3 },
  ask: { display: 'flex', gap: '8px', lineHeight: '20px', overflowWrap: 'anywhere' },
  icon: { flex: '0 0 auto', fontSize: '20px' },
});

interface ClaimsSheetProps {
  readonly presetId: string;
  readonly onClose: () => void;
}

/** Takes what an API has answered, says what it asks for, and gets a token that has it. */
export function ClaimsSheet({ presetId, onClose }: ClaimsSheetProps): ReactNode {
  const styles = useStyles();
  const text = useSheetTextStyles();
  const name = useSnapshot(({ presets }) => presets.find(({ id }) => id === presetId)?.name ?? '');
  const [pasted, setPasted] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const [wasToken, setWasToken] = useState(false);
  const challenge = parseClaimsChallenge(pasted);
  // Nobody is told off before they have pasted anything.
  const isQuiet = pasted.trim() === '' && !isChecked;
  const problem = wasToken ? 'claims-is-a-token' : challenge.ok || isQuiet ? undefined : challenge.problem;
  const change = (value: string): void => {
    const read = parseClaimsChallenge(value);
    const isToken = !read.ok && read.problem === 'claims-is-a-token';
    setWasToken(isToken);
    setPasted(isToken ? '' : value);
  };
  const send = (event: SyntheticEvent): void => {
    event.preventDefault();
    setIsChecked(true);
    if (!challenge.ok) return;
    // What was pasted around the claims can hold a token: `curl -v` shows the request too.
    void runCommand('answerClaimsChallenge', { presetId, text: challenge.claims });
    onClose();
  };
  return (
    <Sheet
      title={t('claims.title')}
      onClose={onClose}
      actions={
        <>
          <Button appearance="primary" type="submit" form="claims-form">
            {t('claims.submit')}
          </Button>
          <Button onClick={onClose}>{t('claims.cancel')}</Button>
        </>
      }
    >
      <p className={text.text}>{t('claims.lead', { name })}</p>
      <form id="claims-form" noValidate onSubmit={send}>
        <Field className={styles.field} label={t('claims.field')} {...problemWords(problem)}>
          <Textarea
            {...focusFirst}
            textarea={{ className: styles.text }}
            rows={5}
            resize="vertical"
            spellCheck={false}
            value={pasted}
            placeholder={t('claims.example')}
            onChange={(_event, { value }) => change(value)}
          />
        </Field>
      </form>
      {challenge.ok && (
        <div role="status">
          <h3 className={styles.heading}>{t('claims.asks')}</h3>
          <ul className={styles.list}>
            {challenge.asks.map((ask, index) => (
              <li key={index} className={styles.ask}>
                <ShieldKeyholeRegular className={styles.icon} aria-hidden />
                {askWords(ask)}
              </li>
            ))}
          </ul>
          <p className={styles.source}>{t(`claims.source.${challenge.source}`)}</p>
        </div>
      )}
    </Sheet>
  );
}
