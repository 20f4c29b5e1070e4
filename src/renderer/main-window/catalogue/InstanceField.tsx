import { Button, Field, Input, makeStyles } from '@fluentui/react-components';
import { useState, type SyntheticEvent, type ReactNode } from 'react';
import type { OfferedRow } from '../../../shared/catalogue/offered-rows';
import { recognise } from '../../../shared/catalogue/recognise';
import { t } from '../../../shared/messages';

const useStyles = makeStyles({
  form: { padding: '0 8px 12px 52px' },
  line: { display: 'flex', gap: '8px' },
  input: { flex: '1 1 0', minWidth: 0 },
  button: { flex: '0 0 auto', minWidth: 'auto' },
});

interface InstanceFieldProps {
  readonly offered: OfferedRow;
  readonly cloudId: string;
  readonly onResource: (resource: string, instance: string | undefined) => void;
}

/** Asks which one it is, for APIs of which each instance is a resource of its own. */
export function InstanceField({
  offered: { row, resource },
  cloudId,
  onResource,
}: InstanceFieldProps): ReactNode {
  const styles = useStyles();
  const [address, setAddress] = useState('');
  const [wrong, setWrong] = useState(false);
  const example = resource.replace(/\{\w+\}/g, 'contoso');
  const send = (event: SyntheticEvent): void => {
    event.preventDefault();
    const recognised = recognise(address, cloudId);
    const found = recognised.kind === 'catalogue' && recognised.row.id === row.id ? recognised : undefined;
    setWrong(found === undefined);
    if (found === undefined) return;
    onResource(found.resource, found.instance ?? new URL(found.resource).hostname.split('.')[0]);
    setAddress('');
  };
  return (
    <form className={styles.form} noValidate onSubmit={send}>
      <Field
        size="small"
        label={t('catalogue.instance', { name: row.name })}
        hint={t('catalogue.instance.help')}
        {...(wrong
          ? {
              validationState: 'error',
              validationMessage: t('catalogue.instance.wrong', { name: row.name, example }),
            }
          : {})}
      >
        {(field) => (
          <div className={styles.line}>
            <Input
              {...field}
              className={styles.input}
              type="url"
              autoFocus
              spellCheck={false}
              autoComplete="off"
              value={address}
              placeholder={example}
              onChange={(_event, { value }) => {
                setAddress(value);
                setWrong(false);
              }}
            />
            <Button className={styles.button} type="submit">
              {t('catalogue.add')}
            </Button>
          </div>
        )}
      </Field>
    </form>
  );
}
