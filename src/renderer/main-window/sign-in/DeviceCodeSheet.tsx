import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { t } from '../../../shared/messages';
import { liveWords } from '../../../shared/messages/time-words';
import type { SignInView } from '../../../shared/snapshot';
import { useClock } from '../../time/use-clock';
import { CopiedButton } from '../CopiedButton';
import { command, runCommand } from '../run-command';
import { Sheet, focusFirst } from '../sheet/Sheet';
import { useSheetTextStyles } from '../sheet/sheet-text-styles';

const useStyles = makeStyles({
  code: {
    display: 'block',
    margin: '12px 0 8px',
    padding: '12px 16px',
    borderRadius: '10px',
    textAlign: 'center',
    fontSize: '32px',
    lineHeight: '40px',
    fontWeight: 600,
    letterSpacing: '0.12em',
    fontVariantNumeric: 'tabular-nums',
    backgroundColor: tokens.colorNeutralBackground3,
    userSelect: 'text',
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
  waiting: { color: tokens.colorNeutralForeground3, fontSize: '16px', letterSpacing: 'normal' },
  address: { userSelect: 'text', overflowWrap: 'anywhere', fontWeight: 600 },
  cancel: { marginInlineStart: 'auto', minWidth: 'auto' },
  other: { display: 'block', minWidth: 'auto', margin: '4px 0 0 -8px', padding: '4px 8px' },
});

/** Signing in with a code that is typed in some browser, on this computer or another device (RFC 8628). */
export function DeviceCodeSheet({ signIn }: { readonly signIn: SignInView }): ReactNode {
  const styles = useStyles();
  const text = useSheetTextStyles();
  const left = useClock((now) => liveWords(signIn.endsOn - now));
  const { canSwitch, deviceCode, presetName } = signIn;
  const cancel = (): void => command('cancelSignIn', {});
  return (
    <Sheet
      title={
        presetName === undefined
          ? t('device-code.title')
          : t('device-code.title.for-preset', { name: presetName })
      }
      onClose={cancel}
      actions={
        <>
          <CopiedButton
            appearance="primary"
            disabledFocusable={deviceCode === undefined}
            label={t('device-code.copy')}
            copiedLabel={t('device-code.copied')}
            onCopy={() => runCommand('copyDeviceCode', {})}
            {...focusFirst}
          />
          <Button
            disabledFocusable={deviceCode === undefined}
            onClick={() => command('openBrowserAgain', {})}
          >
            {t('device-code.open')}
          </Button>
          <Button className={styles.cancel} appearance="subtle" onClick={cancel}>
            {t('signing-in.cancel')}
          </Button>
        </>
      }
    >
      <p className={text.text}>
        {deviceCode === undefined ? t('device-code.text.waiting') : t('device-code.text')}{' '}
        {deviceCode !== undefined && <span className={styles.address}>{deviceCode.verificationUri}</span>}
      </p>
      {deviceCode === undefined ? (
        <span className={mergeClasses(styles.code, styles.waiting)}>{t('device-code.waiting')}</span>
      ) : (
        <output className={styles.code} aria-label={spelled(deviceCode.userCode)}>
          {deviceCode.userCode}
        </output>
      )}
      <p className={text.quiet}>
        <span className={text.figures} role="timer">
          {t('device-code.time-left', { time: left })}
        </span>{' '}
        {t('device-code.warning')}
      </p>
      {canSwitch && (
        <Button
          className={styles.other}
          appearance="transparent"
          onClick={() => command('switchSignIn', { flow: 'browser' })}
        >
          {t('device-code.use-browser')}
        </Button>
      )}
    </Sheet>
  );
}

/** So that readers say each character. */
const spelled = (code: string): string => Array.from(code).join(' ');
