import { Button, Field, Input, makeStyles } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import { useId, useRef, useState, type KeyboardEvent, type SyntheticEvent, type ReactNode } from 'react';
import type { FieldProblem } from '../../../shared/drafts';
import { t } from '../../../shared/messages';
import { isDomain, isGuid } from '../../../shared/text-rules';
import { focusField } from '../form/focus-field';
import { problemWords } from '../form/problem-words';
import { runCommand } from '../run-command';
import { usePending } from '../use-pending';

const useStyles = makeStyles({
  closed: { padding: '4px' },
  form: { padding: '12px 16px' },
  line: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  input: { flex: '1 1 160px', minWidth: 0 },
  button: { flex: '0 0 auto', minWidth: 'auto' },
});

function problemOf(tenant: string): FieldProblem | undefined {
  if (tenant === '') return 'tenant-missing';
  return isGuid(tenant) || isDomain(tenant) ? undefined : 'tenant-not-guid-or-domain';
}

/** Signs in to a tenant that is not listed, which is from then on. */
export function AddTenant({ accountId }: { readonly accountId: string }): ReactNode {
  const styles = useStyles();
  const [isOpen, setOpen] = useState(false);
  const [tenant, setTenant] = useState('');
  const [judged, setJudged] = useState(false);
  const openerId = useId();
  const form = useRef<HTMLFormElement>(null);
  const signingIn = usePending<'sign-in'>();
  const problem = problemOf(tenant.trim());

  const close = (): void => {
    setOpen(false);
    setTenant('');
    setJudged(false);
    requestAnimationFrame(() => document.getElementById(openerId)?.focus());
  };
  const send = (event: SyntheticEvent): void => {
    event.preventDefault();
    setJudged(true);
    if (problem !== undefined) {
      focusField(form.current, 'tenant');
      return;
    }
    signingIn.start('sign-in', async () => {
      const { outcome } = await runCommand('signInForTenant', { accountId, tenant: tenant.trim() });
      if (outcome === 'done') close();
    });
  };
  // The page's own Esc would leave it.
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    close();
  };

  if (!isOpen) {
    return (
      <div className={styles.closed}>
        <Button id={openerId} appearance="subtle" icon={<AddRegular />} onClick={() => setOpen(true)}>
          {t('add-tenant.open')}
        </Button>
      </div>
    );
  }
  return (
    <form ref={form} className={styles.form} noValidate onSubmit={send} onKeyDown={onKeyDown}>
      <Field
        label={t('add-tenant.label')}
        hint={t('add-tenant.help')}
        {...problemWords(judged ? problem : undefined)}
      >
        {(control) => (
          <div className={styles.line}>
            <Input
              {...control}
              name="tenant"
              className={styles.input}
              autoFocus
              value={tenant}
              placeholder={t('organisation.tenant.example')}
              spellCheck={false}
              autoComplete="off"
              onChange={(_event, { value }) => setTenant(value)}
            />
            <Button className={styles.button} appearance="primary" type="submit">
              {t('add-tenant.submit')}
            </Button>
            <Button className={styles.button} onClick={close}>
              {t('add-tenant.cancel')}
            </Button>
          </div>
        )}
      </Field>
    </form>
  );
}
