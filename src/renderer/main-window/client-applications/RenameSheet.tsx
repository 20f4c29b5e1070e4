import { Button, Field, Input, makeStyles } from '@fluentui/react-components';
import { useId, useState, type SyntheticEvent, type ReactNode } from 'react';
import { clientApplicationLimits } from '../../../shared/client-application-limits';
import type { ClientApplicationView } from '../../../shared/snapshot';
import { t } from '../../../shared/messages';
import { runCommand } from '../run-command';
import { Sheet, focusFirst } from '../sheet/Sheet';
import { usePending } from '../use-pending';
import { ColourChoice } from './ColourChoice';

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', gap: '16px', paddingTop: '12px', paddingBottom: '4px' },
});

interface RenameSheetProps {
  readonly client: ClientApplicationView;
  readonly onClose: () => void;
}

/** Gives a client application a name and a colour of one's own. */
export function RenameSheet({ client, onClose }: RenameSheetProps): ReactNode {
  const styles = useStyles();
  const formId = useId();
  const [name, setName] = useState(client.name);
  const [colour, setColour] = useState(client.colour);
  const saving = usePending<'save'>();
  const send = (event: SyntheticEvent): void => {
    event.preventDefault();
    saving.start('save', async () => {
      const { outcome } = await runCommand('renameClientApplication', {
        clientApplicationId: client.id,
        name: name.trim(),
        colour,
      });
      if (outcome === 'done') onClose();
    });
  };
  return (
    <Sheet
      title={t('rename-client.title')}
      onClose={onClose}
      actions={
        <>
          <Button appearance="primary" type="submit" form={formId}>
            {t('rename-client.save')}
          </Button>
          <Button onClick={onClose}>{t('rename-client.cancel')}</Button>
        </>
      }
    >
      <form id={formId} className={styles.fields} noValidate onSubmit={send}>
        <Field label={t('rename-client.name')} hint={t('rename-client.name.help')}>
          <Input
            {...focusFirst}
            name="name"
            value={name}
            maxLength={clientApplicationLimits.nameLength}
            spellCheck={false}
            autoComplete="off"
            onChange={(_event, { value }) => setName(value)}
          />
        </Field>
        <ColourChoice value={colour} onChange={setColour} />
      </form>
    </Sheet>
  );
}
