import { Button, Field, Input, makeStyles } from '@fluentui/react-components';
import { useEffect, useRef, type SyntheticEvent, type ReactNode } from 'react';
import type { ServicePrincipalDraft } from '../../../shared/client-application';
import { checkServicePrincipal } from '../../../shared/drafts';
import { t } from '../../../shared/messages';
import { useSnapshot } from '../../bridge/use-snapshot';
import { useLate } from '../../time/use-late';
import { focusField } from '../form/focus-field';
import { problemWords } from '../form/problem-words';
import { useDraftForm } from '../form/use-draft-form';
import { runCommand } from '../run-command';
import { usePending } from '../use-pending';
import { CloudChoice } from './CloudChoice';
import { credentialDraftOf } from './credential-form';
import { CredentialFields } from './CredentialFields';
import { useCredentialForm } from './use-credential-form';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '16px' },
  submit: { alignSelf: 'flex-start', marginTop: '4px' },
});

const empty: ServicePrincipalDraft = { name: '', clientId: '', tenant: '', cloud: 'public' };

/** An app that signs in as itself: its IDs, and what it proves itself with. */
export function ServicePrincipalForm(): ReactNode {
  const styles = useStyles();
  const form = useRef<HTMLFormElement>(null);
  const clouds = useSnapshot((snapshot) => snapshot.clouds);
  const isAdfs = (cloud: string): boolean => clouds.find(({ id }) => id === cloud)?.isAdfs === true;
  const { draft, problems, set, leave, submit } = useDraftForm(empty, (typed) =>
    checkServicePrincipal(typed, isAdfs(typed.cloud)),
  );
  const credential = useCredentialForm();
  const adding = usePending<'add'>();
  const late = useLate(adding.pending !== undefined);
  useEffect(() => focusField(form.current, 'name'), []);

  const send = (event: SyntheticEvent): void => {
    event.preventDefault();
    const wrong = submit();
    if (!credential.isGiven) credential.missing();
    if (wrong !== undefined || !credential.isGiven) {
      focusField(form.current, wrong ?? credential.form.kind);
      return;
    }
    adding.start('add', async () => {
      const outcome = await runCommand('addServicePrincipal', {
        ...draft,
        credential: credentialDraftOf(credential.form),
      });
      credential.judge(outcome);
    });
  };
  const line = (name: 'name' | 'clientId' | 'tenant') => ({
    name,
    value: draft[name],
    spellCheck: false,
    autoComplete: 'off',
    onChange: (_event: unknown, { value }: { readonly value: string }) => set({ [name]: value }),
    onBlur: () => leave(name),
  });
  return (
    <form ref={form} className={styles.form} noValidate onSubmit={send}>
      <Field
        label={t('service-principal.name')}
        hint={t('service-principal.name.help')}
        {...problemWords(problems.name)}
      >
        <Input {...line('name')} placeholder={t('service-principal.name.example')} />
      </Field>
      <Field label={t('organisation.client-id')} {...problemWords(problems.clientId)}>
        <Input {...line('clientId')} placeholder={t('organisation.client-id.example')} />
      </Field>
      {!isAdfs(draft.cloud) && (
        <Field label={t('organisation.tenant')} {...problemWords(problems.tenant)}>
          <Input {...line('tenant')} placeholder={t('organisation.tenant.example')} />
        </Field>
      )}
      <CloudChoice value={draft.cloud} onChange={(cloud) => set({ cloud })} />
      <CredentialFields form={credential.form} problems={credential.problems} onChange={credential.change} />
      <Button
        className={styles.submit}
        appearance="primary"
        type="submit"
        aria-busy={adding.pending !== undefined}
      >
        {t(late ? 'service-principal.busy' : 'service-principal.submit')}
      </Button>
    </form>
  );
}
