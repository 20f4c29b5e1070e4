import { Button } from '@fluentui/react-components';
import { CopyRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { FailureAction } from '../../../shared/failure';
import { t } from '../../../shared/messages';
import { liveWords } from '../../../shared/messages/time-words';
import { useClock } from '../../time/use-clock';
import { CopiedButton } from '../CopiedButton';
import { runCommand } from '../run-command';
import { focusFirst } from '../sheet/Sheet';

interface FailureButtonProps {
  readonly action: FailureAction;
  /** The best one. */
  readonly primary: boolean;
  /** Trying again before this is refused; ms since the epoch. */
  readonly retryAfter: number | undefined;
  readonly onAct: () => void;
}

/** One thing to do about a failure. */
export function FailureButton({ action, primary, retryAfter, onAct }: FailureButtonProps): ReactNode {
  const appearance = primary ? 'primary' : 'secondary';
  const first = primary ? focusFirst : {};
  if (action === 'copy-consent-link')
    return (
      <CopiedButton
        icon={<CopyRegular />}
        appearance={appearance}
        label={t('failure-sheet.copy-consent-link')}
        copiedLabel={t('failure-sheet.copied')}
        onCopy={() => runCommand('failureAction', { action })}
        {...first}
      />
    );
  if (action === 'retry' && retryAfter !== undefined)
    return <RetryButton appearance={appearance} retryAfter={retryAfter} onAct={onAct} {...first} />;
  return (
    <Button appearance={appearance} onClick={onAct} {...first}>
      {t(`failure-sheet.${action}`)}
    </Button>
  );
}

/** Waits until trying again is worth it, and says how long that is. */
function RetryButton({
  retryAfter,
  onAct,
  ...rest
}: {
  readonly appearance: 'primary' | 'secondary';
  readonly retryAfter: number;
  readonly onAct: () => void;
  readonly 'data-focus-first'?: '';
}): ReactNode {
  const left = useClock((now) => Math.max(0, Math.ceil((retryAfter - now) / 1000)));
  return (
    <Button {...rest} disabledFocusable={left > 0} onClick={onAct}>
      {left > 0 ? t('failure-sheet.retry-in', { time: liveWords(left * 1000) }) : t('failure-sheet.retry')}
    </Button>
  );
}
