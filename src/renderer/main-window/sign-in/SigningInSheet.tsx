import { Button, makeStyles, mergeClasses } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { SignInView } from '../../../shared/snapshot';
import { useSnapshot } from '../../bridge/use-snapshot';
import { liveWords } from '../../../shared/messages/time-words';
import { useClock } from '../../time/use-clock';
import { t } from '../../../shared/messages';
import { CopiedButton } from '../CopiedButton';
import { command, runCommand } from '../run-command';
import { Sheet, focusFirst } from '../sheet/Sheet';
import { useSheetTextStyles } from '../sheet/sheet-text-styles';
import { DeviceCodeSheet } from './DeviceCodeSheet';

/** Lies over the window while a sign-in waits for the browser or for a code. */
export function SigningInSheet(): ReactNode {
  const signIn = useSnapshot((snapshot) => snapshot.signIn);
  if (signIn === undefined) return null;
  return signIn.flow === 'device-code' ? <DeviceCodeSheet signIn={signIn} /> : <SigningIn signIn={signIn} />;
}

const useStyles = makeStyles({
  // So that all three fit beside each other.
  cancel: { marginInlineStart: 'auto', minWidth: 'auto' },
  other: { display: 'block', minWidth: 'auto', margin: '4px 0 0 -8px', padding: '4px 8px' },
});

function SigningIn({ signIn }: { readonly signIn: SignInView }): ReactNode {
  const styles = useStyles();
  const text = useSheetTextStyles();
  const left = useClock((now) => liveWords(signIn.endsOn - now));
  const { browserFailed, canSwitch, linkReady, presetName } = signIn;
  const cancel = (): void => command('cancelSignIn', {});
  const words = browserFailed
    ? t('signing-in.browser-failed')
    : presetName === undefined
      ? t('signing-in.for-account')
      : t('signing-in.for-preset', { name: presetName });
  return (
    <Sheet
      title={t(browserFailed ? 'signing-in.browser-failed.title' : 'signing-in.title')}
      onClose={cancel}
      actions={
        <>
          {!browserFailed && (
            <Button
              aria-label={t('signing-in.open-again.spoken')}
              disabledFocusable={!linkReady}
              onClick={() => command('openBrowserAgain', {})}
              {...focusFirst}
            >
              {t('signing-in.open-again')}
            </Button>
          )}
          <CopiedButton
            appearance={browserFailed ? 'primary' : 'secondary'}
            disabledFocusable={!linkReady}
            label={t('signing-in.copy-link')}
            copiedLabel={t('signing-in.link-copied')}
            onCopy={() => runCommand('copySignInLink', {})}
          />
          <Button className={styles.cancel} appearance="subtle" onClick={cancel}>
            {t('signing-in.cancel')}
          </Button>
        </>
      }
    >
      <p className={mergeClasses(text.text, text.withName)} title={words}>
        {words}
      </p>
      <p className={text.quiet}>
        <span className={text.figures} role="timer">
          {t('signing-in.time-left', { time: left })}
        </span>
      </p>
      {canSwitch && (
        <Button
          className={styles.other}
          appearance="transparent"
          onClick={() => command('switchSignIn', { flow: 'device-code' })}
        >
          {t('signing-in.use-code')}
        </Button>
      )}
    </Sheet>
  );
}
