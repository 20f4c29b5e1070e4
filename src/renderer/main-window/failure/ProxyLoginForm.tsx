import { Checkbox, Field, Input, makeStyles } from '@fluentui/react-components';
import { useRef, useState, type ReactNode, type SyntheticEvent } from 'react';
import { t } from '../../../shared/messages';
import { focusField } from '../form/focus-field';
import { runCommand } from '../run-command';
import { focusFirst } from '../sheet/Sheet';

/** In characters, as the command takes them. */
const limits = { username: 500, password: 1000 } as const;

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '12px', margin: '4px 0 8px' },
  remember: { marginLeft: '-8px' },
});

interface ProxyLoginFormProps {
  /** So that a button elsewhere can send it. */
  readonly id: string;
  readonly onBusy: (busy: boolean) => void;
}

/** User name and password for a proxy. They leave this form for main only, and are nowhere shown again. */
export function ProxyLoginForm({ id, onBusy }: ProxyLoginFormProps): ReactNode {
  const styles = useStyles();
  const form = useRef<HTMLFormElement>(null);
  const [login, setLogin] = useState({ username: '', password: '', remember: false });
  const [judged, setJudged] = useState(false);
  const isMissing = login.username.trim() === '';
  const send = (event: SyntheticEvent): void => {
    event.preventDefault();
    setJudged(true);
    if (isMissing) return focusField(form.current, 'username');
    onBusy(true);
    void runCommand('setProxyLogin', login).then(() => onBusy(false));
  };
  return (
    <form ref={form} id={id} className={styles.form} noValidate onSubmit={send}>
      <Field
        label={t('failure-sheet.proxy.username')}
        {...(judged && isMissing ? { validationMessage: t('failure-sheet.proxy.missing') } : {})}
      >
        <Input
          name="username"
          value={login.username}
          maxLength={limits.username}
          spellCheck={false}
          autoComplete="off"
          onChange={(_event, { value }) => setLogin({ ...login, username: value })}
          {...focusFirst}
        />
      </Field>
      <Field label={t('failure-sheet.proxy.password')}>
        <Input
          name="password"
          type="password"
          value={login.password}
          maxLength={limits.password}
          autoComplete="off"
          onChange={(_event, { value }) => setLogin({ ...login, password: value })}
        />
      </Field>
      <Checkbox
        className={styles.remember}
        label={t('failure-sheet.proxy.remember')}
        checked={login.remember}
        onChange={(_event, { checked }) => setLogin({ ...login, remember: checked === true })}
      />
    </form>
  );
}
