import { Button, Field, Input, makeStyles } from '@fluentui/react-components';
import { useEffect, useRef, type SyntheticEvent, type ReactNode } from 'react';
import type { ClientApplicationDraft } from '../../../shared/client-application';
import { checkClientApplication } from '../../../shared/drafts';
import { t } from '../../../shared/messages';
import { useSnapshot } from '../../bridge/use-snapshot';
import { CloudChoice } from '../client-applications/CloudChoice';
import { focusField } from '../form/focus-field';
import { problemWords } from '../form/problem-words';
import { useDraftForm } from '../form/use-draft-form';
import { useLate } from '../../time/use-late';
import { RegistrationSteps } from './RegistrationSteps';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '16px' },
  submit: { alignSelf: 'flex-start', marginTop: '4px' },
});

interface OrganisationFormProps {
  readonly busy: boolean;
  readonly onSend: (draft: ClientApplicationDraft) => void;
}

/** The IDs of an app registration, and where to find them. */
export function OrganisationForm({ busy, onSend }: OrganisationFormProps): ReactNode {
  const styles = useStyles();
  const late = useLate(busy);
  const form = useRef<HTMLFormElement>(null);
  const clouds = useSnapshot((snapshot) => snapshot.clouds);
  const isAdfs = (cloud: string | undefined): boolean =>
    clouds.find(({ id }) => id === cloud)?.isAdfs === true;
  const { draft, problems, set, leave, submit } = useDraftForm<ClientApplicationDraft>(
    { clientId: '', tenant: '', cloud: 'public' },
    (typed) => checkClientApplication(typed, isAdfs(typed.cloud)),
  );
  useEffect(() => focusField(form.current, 'clientId'), []);
  const send = (event: SyntheticEvent): void => {
    event.preventDefault();
    const wrong = submit();
    if (wrong === undefined) onSend(draft);
    else focusField(form.current, wrong);
  };
  return (
    <>
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
        {!isAdfs(draft.cloud) && (
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
        )}
        <CloudChoice value={draft.cloud ?? 'public'} onChange={(cloud) => set({ cloud })} />
        <Button className={styles.submit} appearance="primary" type="submit" aria-busy={busy}>
          {t(late ? 'welcome.busy' : 'organisation.submit')}
        </Button>
      </form>
      <RegistrationSteps />
    </>
  );
}
