import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons';
import { useEffect, useRef, type SyntheticEvent, type ReactNode } from 'react';
import type { ClientApplicationDraft } from '../../../shared/client-application';
import { checkClientApplication } from '../../../shared/drafts';
import { t } from '../../../shared/messages';
import { focusField } from '../form/focus-field';
import { problemWords } from '../form/problem-words';
import { useDraftForm } from '../form/use-draft-form';
import { useLate } from '../../time/use-late';
import { RegistrationSteps } from './RegistrationSteps';

const useStyles = makeStyles({
  content: {
    boxSizing: 'border-box',
    width: '100%',
    maxWidth: '560px',
    margin: '0 auto',
    padding: '12px 20px 24px',
  },
  back: { marginLeft: '-8px', minWidth: 'auto' },
  title: { margin: '12px 0 4px', fontSize: '20px', lineHeight: '28px', fontWeight: 600 },
  lead: { margin: '0 0 20px', color: tokens.colorNeutralForeground2, lineHeight: '20px' },
  form: { display: 'flex', flexDirection: 'column', gap: '16px' },
  submit: { alignSelf: 'flex-start', marginTop: '4px' },
});

interface OrganisationFormProps {
  readonly busy: boolean;
  readonly onSend: (draft: ClientApplicationDraft) => void;
  readonly onBack: () => void;
}

/** The IDs of an app registration, and where to find them. */
export function OrganisationForm({ busy, onSend, onBack }: OrganisationFormProps): ReactNode {
  const styles = useStyles();
  const late = useLate(busy);
  const form = useRef<HTMLFormElement>(null);
  const { draft, problems, set, leave, submit } = useDraftForm(
    { clientId: '', tenant: '' },
    checkClientApplication,
  );
  useEffect(() => focusField(form.current, 'clientId'), []);
  const send = (event: SyntheticEvent): void => {
    event.preventDefault();
    const wrong = submit();
    if (wrong === undefined) onSend(draft);
    else focusField(form.current, wrong);
  };
  return (
    <div className={styles.content}>
      <Button className={styles.back} appearance="subtle" icon={<ArrowLeftRegular />} onClick={onBack}>
        {t('organisation.back')}
      </Button>
      <h1 className={styles.title}>{t('organisation.title')}</h1>
      <p className={styles.lead}>{t('organisation.lead')}</p>
      <form ref={form} className={styles.form} noValidate onSubmit={send}>
        <Field label={t('organisation.client-id')} {...problemWords(problems.clientId)}>
          <Input
            name="clientId"
            value={draft.clientId}
            placeholder={t('organisation.client-id.example')}
            spellCheck={false}
            autoComplete="off"
            onChange={(_event, { value }) => set({ clientId: value })}
            onBlur={() => leave('clientId')}
          />
        </Field>
        <Field label={t('organisation.tenant')} {...problemWords(problems.tenant)}>
          <Input
            name="tenant"
            value={draft.tenant}
            placeholder={t('organisation.tenant.example')}
            spellCheck={false}
            autoComplete="off"
            onChange={(_event, { value }) => set({ tenant: value })}
            onBlur={() => leave('tenant')}
          />
        </Field>
        <Button className={styles.submit} appearance="primary" type="submit" aria-busy={busy}>
          {t(late ? 'welcome.busy' : 'organisation.submit')}
        </Button>
      </form>
      <RegistrationSteps />
    </div>
  );
}
