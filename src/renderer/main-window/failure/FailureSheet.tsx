import { Button, makeStyles, mergeClasses } from '@fluentui/react-components';
import { CopyRegular, OpenRegular } from '@fluentui/react-icons';
import { useId, useState, type ReactNode } from 'react';
import type { FailureView } from '../../../shared/failure';
import { failureWords } from '../../../shared/failure-words';
import { useSnapshot } from '../../bridge/use-snapshot';
import { t } from '../../../shared/messages';
import { longDay } from '../../time/exact-time';
import { CopiedButton } from '../CopiedButton';
import { cutAfterLines } from '../cut-after-lines';
import { Disclosure } from '../Disclosure';
import { command, runCommand } from '../run-command';
import { Sheet, focusFirst } from '../sheet/Sheet';
import { useSheetTextStyles } from '../sheet/sheet-text-styles';
import { FailureButton } from './FailureButton';
import { FailureDetailsList } from './FailureDetailsList';
import { FailurePicture } from './FailurePicture';
import { ProxyLoginForm } from './ProxyLoginForm';
import { useFailureAction } from './use-failure-action';

/** What went wrong, and what to do about it. A sign-in that is under way is its answer, so it steps back then. */
export function FailureSheet(): ReactNode {
  const failure = useSnapshot((snapshot) => (snapshot.signIn === undefined ? snapshot.failure : undefined));
  return failure === undefined ? null : <FailureShown key={failure.details.happenedOn} failure={failure} />;
}

const useStyles = makeStyles({
  todo: cutAfterLines(8),
  codeLink: { marginTop: '4px', marginLeft: '-8px' },
});

const close = (): void => command('dismissFailure', {});

function FailureShown({ failure }: { readonly failure: FailureView }): ReactNode {
  const styles = useStyles();
  const text = useSheetTextStyles();
  const { actions, details } = failure;
  const { what, todo } = failureWords(failure, longDay);
  const act = useFailureAction(failure);
  const proxyForm = useId();
  const [busy, setBusy] = useState(false);
  const asksForLogin = actions.includes('proxy-login');
  return (
    <Sheet
      picture={<FailurePicture />}
      title={what}
      onClose={close}
      closeLabel={t('failure-sheet.close')}
      actions={
        <>
          {actions.map((action, index) =>
            action === 'proxy-login' ? (
              <Button key={action} appearance="primary" type="submit" form={proxyForm} aria-busy={busy}>
                {t('failure-sheet.proxy-login')}
              </Button>
            ) : (
              <FailureButton
                key={action}
                action={action}
                primary={index === 0}
                retryAfter={details.retryAfter}
                onAct={() => act(action)}
              />
            ),
          )}
          <CopiedButton
            icon={<CopyRegular />}
            appearance={actions.length === 0 ? 'primary' : 'secondary'}
            label={t('failure-sheet.copy')}
            copiedLabel={t('failure-sheet.copied')}
            onCopy={() => runCommand('copyFailureDetails', {})}
            {...(actions.length === 0 ? focusFirst : {})}
          />
        </>
      }
    >
      <p className={mergeClasses(text.text, styles.todo)} title={todo}>
        {todo}
      </p>
      {asksForLogin && <ProxyLoginForm id={proxyForm} onBusy={setBusy} />}
      <Disclosure summary={t('failure-sheet.details')}>
        <FailureDetailsList failure={failure} />
        {details.code?.startsWith('AADSTS') === true && (
          <Button
            className={styles.codeLink}
            appearance="transparent"
            size="small"
            icon={<OpenRegular />}
            onClick={() => command('openHelpLink', { link: 'error-code' })}
          >
            {t('failure-sheet.error-code')}
          </Button>
        )}
      </Disclosure>
    </Sheet>
  );
}
