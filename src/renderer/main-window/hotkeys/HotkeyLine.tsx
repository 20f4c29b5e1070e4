import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ErrorCircleRegular } from '@fluentui/react-icons';
import { useEffect, useRef, type ReactNode } from 'react';
import { acceleratorWords } from '../../../shared/accelerator';
import { t } from '../../../shared/messages';
import { useSnapshot } from '../../bridge/use-snapshot';
import type { Recorder } from './use-recorder';

const useStyles = makeStyles({
  // There before its words, or readers would not say them.
  place: { flex: '1 0 100%', fontSize: '12px', lineHeight: '16px', ':empty': { display: 'none' } },
  recording: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 8px',
    color: tokens.colorNeutralForeground3,
  },
  words: { flex: '1 1 160px' },
  buttons: { flex: '0 0 auto', display: 'flex', gap: '8px' },
  problem: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: '6px',
    color: tokens.colorPaletteRedForeground1,
  },
  icon: { flex: '0 0 auto', fontSize: '16px' },
});

interface HotkeyLineProps {
  readonly recorder: Recorder;
  readonly accelerator: string | undefined;
}

/** Below a hotkey: what can be pressed now, or what is wrong. */
export function HotkeyLine({ recorder, accelerator }: HotkeyLineProps): ReactNode {
  const styles = useStyles();
  const { platform } = window.tokenTray;
  const modifiers = {
    one: acceleratorWords('CommandOrControl', platform),
    other: acceleratorWords('Alt', platform),
  };
  const place = useRef<HTMLDivElement>(null);
  const { recording } = recorder;
  useEffect(() => {
    if (recording) place.current?.scrollIntoView({ block: 'nearest' });
  }, [recording]);
  return (
    <div ref={place} role="status" className={styles.place}>
      {recording ? (
        <div className={styles.recording}>
          <span className={styles.words}>
            {t(accelerator === undefined ? 'hotkey.help' : 'hotkey.help.set', modifiers)}
          </span>
          <span className={styles.buttons}>
            {accelerator !== undefined && (
              <PointerButton onClick={() => recorder.set(null)}>{t('hotkey.turn-off')}</PointerButton>
            )}
            <PointerButton onClick={recorder.stop}>{t('hotkey.cancel')}</PointerButton>
          </span>
        </div>
      ) : (
        <Problem recorder={recorder} accelerator={accelerator} />
      )}
    </div>
  );
}

function Problem({ recorder: { problem }, accelerator }: HotkeyLineProps): ReactNode {
  const styles = useStyles();
  const refused = useSnapshot(({ settings }) =>
    accelerator === undefined ? undefined : settings.hotkeyProblems[accelerator],
  );
  if (problem === undefined && refused === undefined) return null;
  return (
    <div className={styles.problem}>
      <ErrorCircleRegular className={styles.icon} />
      <span>{problem === undefined ? t('hotkey.does-not-work') : t(`problem.${problem}`)}</span>
    </div>
  );
}

/** For those who use no keyboard; the others press Esc or Backspace. It leaves the focus where keys are heard. */
function PointerButton({
  onClick,
  children,
}: {
  readonly onClick: () => void;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <Button size="small" tabIndex={-1} onMouseDown={(event) => event.preventDefault()} onClick={onClick}>
      {children}
    </Button>
  );
}
