import { makeStyles } from '@fluentui/react-components';
import { useId, useRef, useState, type SyntheticEvent, type ReactNode } from 'react';
import type { ClientApplicationView } from '../../../shared/snapshot';
import { t } from '../../../shared/messages';
import { focusField } from '../form/focus-field';
import { FormButtons } from '../form/FormButtons';
import { runCommand } from '../run-command';
import { Sheet } from '../sheet/Sheet';
import { usePending } from '../use-pending';
import { credentialDraftOf } from './credential-form';
import { CredentialFields } from './CredentialFields';
import { useCredentialForm } from './use-credential-form';

const useStyles = makeStyles({ form: { paddingTop: '12px', paddingBottom: '4px' } });

interface CredentialSheetProps {
  readonly client: ClientApplicationView;
  readonly onClose: () => void;
}

/** Gives a service principal another credential. What is in use stays until the new one is saved. */
export function CredentialSheet({ client, onClose }: CredentialSheetProps): ReactNode {
  const styles = useStyles();
  const formId = useId();
  const form = useRef<HTMLFormElement>(null);
  const [asking, setAsking] = useState(false);
  const credential = useCredentialForm();
  const saving = usePending<'save'>();
  const { id, name, credential: saved } = client;
  const send = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (!credential.isGiven) {
      credential.missing();
      focusField(form.current, credential.form.kind);
      return;
    }
    saving.start('save', async () => {
      const outcome = await runCommand('setCredential', {
        clientApplicationId: id,
        credential: credentialDraftOf(credential.form),
      });
      credential.judge(outcome);
      if (outcome.outcome === 'done') onClose();
    });
  };
  const keep = (): void => {
    setAsking(false);
    focusField(form.current, credential.form.kind);
  };
  const closeOrAsk = (): void => {
    if (!credential.isGiven) onClose();
    else if (asking) keep();
    else setAsking(true);
  };
  return (
    <Sheet
      title={t('credential-sheet.title', { name })}
      onClose={closeOrAsk}
      actions={
        <FormButtons
          formId={formId}
          submit={t('credential-sheet.save')}
          cancel={t('credential-sheet.cancel')}
          asking={asking}
          onCancel={closeOrAsk}
          onDiscard={onClose}
          onKeep={keep}
        />
      }
    >
      <form ref={form} id={formId} className={styles.form} noValidate onSubmit={send}>
        <CredentialFields
          form={credential.form}
          problems={credential.problems}
          onChange={credential.change}
          saved={saved}
        />
      </form>
    </Sheet>
  );
}
