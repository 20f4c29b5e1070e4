import { Button, Field, Select, makeStyles, tokens } from '@fluentui/react-components';
import { BracesVariableRegular, DismissRegular, SendRegular } from '@fluentui/react-icons';
import { useEffect, useId, type ReactNode } from 'react';
import { t } from '../../../shared/messages';
import type { SampleRequest } from '../../../shared/preset';
import type { TrialView } from '../../../shared/trial';
import { useSnapshot } from '../../bridge/use-snapshot';
import { cutAfterLines } from '../cut-after-lines';
import { PageFrame } from '../pages/PageFrame';
import { command } from '../run-command';
import { Answer } from './Answer';
import { Progress } from './Progress';
import { ProblemPanel } from './ProblemPanel';
import { isRunning } from './is-running';

const useStyles = makeStyles({
  request: {
    flex: '0 0 auto',
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    boxSizing: 'border-box',
    width: '100%',
    padding: '4px 16px 12px',
  },
  url: {
    margin: 0,
    padding: '8px 12px',
    borderRadius: '6px',
    backgroundColor: tokens.colorNeutralBackground3,
    fontFamily: 'ui-monospace, monospace',
    fontSize: '12px',
    lineHeight: '16px',
    ...cutAfterLines(4),
  },
  method: { marginRight: '8px', fontWeight: 600 },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px', minHeight: '32px' },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3, lineHeight: '20px' },
});

/** Sends a preset's sample requests with its token, and shows what comes back. */
export function TryItPage({ notices }: { readonly notices: ReactNode }): ReactNode {
  const trial = useSnapshot((snapshot) => snapshot.trial);
  // The preset is gone, or nothing of it is left in this cloud.
  useEffect(() => {
    if (trial === undefined) command('showPage', { page: 'main' });
  }, [trial]);
  return trial === undefined ? null : <Trial trial={trial} notices={notices} />;
}

const send = (): void => command('sendTrial', {});

/** Ctrl or Cmd with Enter, from everywhere on the page. */
function useSendKey(enabled: boolean): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const pressed =
        event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      if (!pressed || !enabled || event.defaultPrevented || document.querySelector('dialog[open]') !== null)
        return;
      event.preventDefault();
      send();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [enabled]);
}

function Trial({ trial, notices }: { readonly trial: TrialView; readonly notices: ReactNode }): ReactNode {
  const styles = useStyles();
  const { preset, requests, index, unavailable, phase, answer, problem } = trial;
  const request = requests[index];
  const running = isRunning(phase);
  useSendKey(unavailable === undefined && !running);
  const keys = window.tokenTray.platform === 'darwin' ? '⌘ ↵' : 'Ctrl+↵';
  return (
    <PageFrame title={t('try-it.title', { name: preset.name })}>
      {notices}
      <div className={styles.request}>
        {requests.length > 1 && <RequestChoice requests={requests} index={index} />}
        {request !== undefined && (
          <p className={styles.url} title={request.url} aria-label={t('try-it.request')} role="group">
            <span className={styles.method}>{request.method}</span>
            {request.url}
          </p>
        )}
        {unavailable === undefined ? (
          <div className={styles.line}>
            {running ? (
              <Button icon={<DismissRegular />} onClick={() => command('cancelTrial', {})}>
                {t('try-it.cancel')}
              </Button>
            ) : (
              <Button
                appearance="primary"
                icon={<SendRegular />}
                title={t('try-it.send.hint', { keys })}
                onClick={send}
              >
                {t('try-it.send')}
              </Button>
            )}
            <Placeholders presetId={preset.id} />
            <Progress trial={trial} />
          </div>
        ) : (
          <p className={styles.quiet}>{t(`try-it.unavailable.${unavailable.why}`)}</p>
        )}
      </div>
      {problem !== undefined && <ProblemPanel problem={problem} />}
      {answer !== undefined && <Answer key={answer.url + String(trial.since)} answer={answer} />}
    </PageFrame>
  );
}

function Placeholders({ presetId }: { readonly presetId: string }): ReactNode {
  const has = useSnapshot(
    ({ presets }) => presets.find(({ id }) => id === presetId)?.hasPlaceholders === true,
  );
  if (!has) return null;
  return (
    <Button
      appearance="subtle"
      icon={<BracesVariableRegular />}
      onClick={() => command('editPlaceholders', { presetId })}
    >
      {t('row.menu.placeholders')}
    </Button>
  );
}

/** A name, or what is called without the part that all have in common. */
function requestWords({ name, method, url }: SampleRequest): string {
  return name ?? `${method} ${url.replace(/^https?:\/\/[^/?#]*/i, '')}`;
}

function RequestChoice({
  requests,
  index,
}: {
  readonly requests: readonly SampleRequest[];
  readonly index: number;
}): ReactNode {
  const id = useId();
  return (
    <Field label={t('try-it.choose')}>
      <Select
        id={id}
        value={String(index)}
        onChange={(_event, { value }) => command('chooseTrialRequest', { index: Number(value) })}
      >
        {requests.map((request, number) => (
          <option key={number} value={String(number)}>
            {requestWords(request)}
          </option>
        ))}
      </Select>
    </Field>
  );
}
