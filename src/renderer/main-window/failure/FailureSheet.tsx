import { Button } from '@fluentui/react-components';
import { CopyRegular } from '@fluentui/react-icons';
import { useEffect, useRef, type ReactNode } from 'react';
import type { FailureAction, FailureView } from '../../../shared/failure';
import { useSnapshot } from '../../bridge/use-snapshot';
import { t } from '../../../shared/messages';
import { CopiedButton } from '../CopiedButton';
import { Disclosure } from '../Disclosure';
import { usePageActions } from '../presets/page-actions';
import { command, runCommand } from '../run-command';
import { Sheet, focusFirst } from '../sheet/Sheet';
import { useSheetTextStyles } from '../sheet/sheet-text-styles';
import { FailureDetailsList } from './FailureDetailsList';
import { FailurePicture } from './FailurePicture';

/** What went wrong, and what to do about it. A sign-in that is under way is its answer, so it steps back then. */
export function FailureSheet(): ReactNode {
  const failure = useSnapshot((snapshot) => (snapshot.signIn === undefined ? snapshot.failure : undefined));
  return failure === undefined ? null : <FailureShown key={failure.details.happenedOn} failure={failure} />;
}

const close = (): void => command('dismissFailure', {});

function FailureShown({ failure }: { readonly failure: FailureView }): ReactNode {
  const styles = useSheetTextStyles();
  const { kind, preset, actions, details } = failure;
  const name = preset?.name ?? t('failure.this-account');
  const { editPreset } = usePageActions();
  const editNext = useRef(false);
  // The form opens once this sheet has gone, or closing it would have nothing to give the focus back to.
  const presetId = preset?.id;
  useEffect(
    () => () => {
      if (editNext.current && presetId !== undefined) editPreset(presetId);
    },
    [editPreset, presetId],
  );
  const act = (action: FailureAction): void => {
    switch (action) {
      case 'sign-in':
      case 'retry':
        return command('retryFailed', {});
      case 'change-client':
        return command('leaveClientApplication', {});
      case 'edit-preset':
        editNext.current = true;
        return close();
    }
  };
  return (
    <Sheet
      picture={<FailurePicture />}
      title={t(`failure.${kind}.what`, { name })}
      onClose={close}
      closeLabel={t('failure-sheet.close')}
      actions={
        <>
          {actions.map((action, index) => (
            <Button
              key={action}
              appearance={index === 0 ? 'primary' : 'secondary'}
              onClick={() => act(action)}
              {...(index === 0 ? focusFirst : {})}
            >
              {t(`failure-sheet.${action}`)}
            </Button>
          ))}
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
      <p className={styles.text}>{t(`failure.${kind}.do`)}</p>
      <Disclosure summary={t('failure-sheet.details')}>
        <FailureDetailsList details={details} />
      </Disclosure>
    </Sheet>
  );
}
