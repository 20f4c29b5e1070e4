import { Button, Field, Textarea, makeStyles } from '@fluentui/react-components';
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import { t } from '../../../shared/messages';
import { presetFileLimits } from '../../../shared/preset-file-limits';
import { runCommand } from '../run-command';
import { Sheet, focusFirst } from '../sheet/Sheet';

const useStyles = makeStyles({
  field: { marginTop: '8px' },
  text: { fontFamily: 'ui-monospace, monospace', fontSize: '12px' },
});

/** Takes a text to import; main tells what it is. */
export function PasteSheet({ onClose }: { readonly onClose: () => void }): ReactNode {
  const styles = useStyles();
  const [text, setText] = useState('');
  const send = (event: SyntheticEvent): void => {
    event.preventDefault();
    // Whatever is wrong with it, too large among it, the page below says.
    void runCommand('importText', { text: text.slice(0, presetFileLimits.size) });
    onClose();
  };
  return (
    <Sheet
      title={t('import.paste.title')}
      onClose={onClose}
      actions={
        <>
          <Button appearance="primary" type="submit" form="paste-form" disabledFocusable={text.trim() === ''}>
            {t('import.paste.go')}
          </Button>
          <Button onClick={onClose}>{t('import.paste.cancel')}</Button>
        </>
      }
    >
      <form id="paste-form" noValidate onSubmit={send}>
        <Field className={styles.field} label={t('import.paste.label')}>
          <Textarea
            {...focusFirst}
            textarea={{ className: styles.text }}
            rows={10}
            resize="vertical"
            spellCheck={false}
            value={text}
            onChange={(_event, { value }) => setText(value)}
          />
        </Field>
      </form>
    </Sheet>
  );
}
