import { Button } from '@fluentui/react-components';
import { CopyRegular } from '@fluentui/react-icons';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { FailureAction, FailureView } from '../../../shared/failure';
import { t } from '../../../shared/messages';
import { liveWords } from '../../../shared/messages/time-words';
import { useSnapshot } from '../../bridge/use-snapshot';
import { useClock } from '../../time/use-clock';
import { CopiedButton } from '../CopiedButton';
import { Disclosure } from '../Disclosure';
import { usePageActions, type PageActions } from '../presets/page-actions';
import { command, runCommand } from '../run-command';
import { Sheet, focusFirst } from '../sheet/Sheet';
import { useSheetTextStyles } from '../sheet/sheet-text-styles';
import { FailureDetailsList } from './FailureDetailsList';
import { FailurePicture } from './FailurePicture';
import { ProxyLoginForm } from './ProxyLoginForm';

/** What went wrong, and what to do about it. A sign-in that is under way is its answer, so it steps back then. */
export function FailureSheet(): ReactNode {
  const failure = useSnapshot((snapshot) => (snapshot.signIn === undefined ? snapshot.failure : undefined));
  return failure === undefined ? null : <FailureShown key={failure.details.happenedOn} failure={failure} />;
}

const close = (): void => command('dismissFailure', {});

/** What has to wait until this sheet has gone, or closing it would have nothing to give the focus back to. */
function pageActionOf(
  action: FailureAction,
  { preset, clientApplicationId }: FailureView,
  pages: PageActions,
): (() => void) | undefined {
  switch (action) {
    case 'edit-preset':
      return preset === undefined ? undefined : () => pages.editPreset(preset.id);
    case 'change-client':
      return pages.showClientApplications;
    case 'switch-cloud':
      return pages.addClientApplication;
    case 'choose-tenant':
      return pages.showAccount;
    case 'edit-credential':
      return () => pages.editCredential(clientApplicationId);
    case 'public-client-hint':
      return pages.showRegistrationSteps;
    case 'sign-in':
    case 'retry':
    case 'other-account':
    case 'admin-consent':
    case 'copy-consent-link':
    case 'use-browser':
    case 'proxy-login':
    case 'open-sign-in-page':
    case 'app-registrations':
      return undefined;
  }
}

function FailureShown({ failure }: { readonly failure: FailureView }): ReactNode {
  const styles = useSheetTextStyles();
  const { advice, actions, details, names } = failure;
  const pages = usePageActions();
  const next = useRef<() => void>(undefined);
  const [asksForLogin, setAsksForLogin] = useState(advice === 'proxy-login');
  useEffect(() => () => next.current?.(), []);
  const act = (action: FailureAction): void => {
    switch (action) {
      case 'sign-in':
      case 'retry':
        return command('retryFailed', {});
      case 'other-account':
      case 'admin-consent':
      case 'use-browser':
      case 'open-sign-in-page':
        return command('failureAction', { action });
      case 'app-registrations':
        return command('openHelpLink', { link: 'app-registrations' });
      case 'proxy-login':
        return setAsksForLogin(true);
      case 'copy-consent-link':
        return;
      case 'edit-preset':
      case 'change-client':
      case 'switch-cloud':
      case 'choose-tenant':
      case 'edit-credential':
      case 'public-client-hint':
        next.current = pageActionOf(action, failure, pages);
        return close();
    }
  };
  const shown = actions.filter((action) => action !== 'proxy-login');
  return (
    <Sheet
      picture={<FailurePicture />}
      title={t(`failure.${advice}.what`, names)}
      onClose={close}
      closeLabel={t('failure-sheet.close')}
      actions={
        <>
          {shown.map((action, index) => (
            <ActionButton
              key={action}
              action={action}
              isFirst={index === 0}
              retryAfter={details.retryAfter}
              onAct={() => act(action)}
            />
          ))}
          {asksForLogin && (
            <Button appearance="primary" type="submit" form="proxy-login">
              {t('failure-sheet.proxy-login')}
            </Button>
          )}
          <CopiedButton
            icon={<CopyRegular />}
            appearance={shown.length === 0 && !asksForLogin ? 'primary' : 'secondary'}
            label={t('failure-sheet.copy')}
            copiedLabel={t('failure-sheet.copied')}
            onCopy={() => runCommand('copyFailureDetails', {})}
            {...(shown.length === 0 && !asksForLogin ? focusFirst : {})}
          />
        </>
      }
    >
      <p className={styles.text}>{t(`failure.${advice}.do`, names)}</p>
      {asksForLogin && <ProxyLoginForm />}
      <Disclosure summary={t('failure-sheet.details')}>
        <FailureDetailsList failure={failure} />
      </Disclosure>
    </Sheet>
  );
}

interface ActionButtonProps {
  readonly action: FailureAction;
  readonly isFirst: boolean;
  readonly retryAfter: number | undefined;
  readonly onAct: () => void;
}

function ActionButton({ action, isFirst, retryAfter, onAct }: ActionButtonProps): ReactNode {
  const appearance = isFirst ? 'primary' : 'secondary';
  const waits = useClock((now) =>
    action === 'retry' && retryAfter !== undefined && retryAfter > now
      ? liveWords(retryAfter - now)
      : undefined,
  );
  if (action === 'copy-consent-link')
    return (
      <CopiedButton
        appearance={appearance}
        label={t('failure-sheet.copy-consent-link')}
        copiedLabel={t('failure-sheet.link-copied')}
        onCopy={() => runCommand('failureAction', { action })}
        {...(isFirst ? focusFirst : {})}
      />
    );
  return (
    <Button
      appearance={appearance}
      disabledFocusable={waits !== undefined}
      onClick={onAct}
      {...(isFirst ? focusFirst : {})}
    >
      {waits === undefined ? t(`failure-sheet.${action}`) : t('failure-sheet.retry-in', { time: waits })}
    </Button>
  );
}
