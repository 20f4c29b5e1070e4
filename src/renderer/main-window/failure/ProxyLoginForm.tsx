import { Checkbox, Field, Input, makeStyles } from '@fluentui/react-components';
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import { t } from '../../../shared/messages';
import { command } from '../run-command';
import { focusFirst } from '../sheet/Sheet';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '12px', padding: '8px 0 4px' },
  remember: { marginLeft: '-8px' },
});

/** What a proxy wants to know. The button that sends it is the sheet’s. */
export function ProxyLoginForm(): ReactNode {
  const styles = useStyles();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [remember, setRemember] = useState(false);
  const send = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (username.trim() !== '') command('setProxyLogin', { username: username.trim(), password, remember });
  };
  return (
    <form id="proxy-login" className={styles.form} onSubmit={send}>
      <Field label={t('failure-sheet.proxy-user')} required>
        <Input
          {...focusFirst}
          value={username}
          autoComplete="off"
          spellCheck={false}
          onChange={(_event, { value }) => setUsername(value)}
        />
      </Field>
      <Field label={t('failure-sheet.proxy-password')}>
        <Input
          type="password"
          value={password}
          autoComplete="off"
          onChange={(_event, { value }) => setPassword(value)}
        />
      </Field>
      <Checkbox
        className={styles.remember}
        label={t('failure-sheet.proxy-remember')}
        checked={remember}
        onChange={(_event, { checked }) => setRemember(checked === true)}
      />
    </form>
  );
}
