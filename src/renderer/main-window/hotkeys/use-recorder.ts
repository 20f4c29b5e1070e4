import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { acceleratorOf, type HotkeyProblem, type KeyboardLayout } from '../../../shared/accelerator';
import type { FieldProblem } from '../../../shared/drafts';
import type { HotkeyOwner } from '../../../shared/ipc';
import { command, runCommand } from '../run-command';
import { keyboardLayout } from './keyboard-layout';

export interface Recorder {
  readonly recording: boolean;
  /** The modifiers that are down, in Electron's notation; empty for none. */
  readonly held: string;
  /** Why the last attempt was not taken. */
  readonly problem: FieldProblem | HotkeyProblem | 'hotkey-not-usable' | undefined;
  readonly start: () => void;
  readonly stop: () => void;
  /** Sets the hotkey, or takes it away with `null`; a problem says why it could not be done. */
  readonly set: (accelerator: string | null) => void;
  readonly onKey: (event: KeyboardEvent) => void;
}

const alone = ({ ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean =>
  !ctrlKey && !metaKey && !altKey && !shiftKey;

/** Sets a hotkey, or takes it away with `null`. Gives why it could not be done. */
export type TakeHotkey = (accelerator: string | null) => Promise<Recorder['problem']>;

/** For something that has the hotkey at once. */
export const useHotkeyOf = (owner: HotkeyOwner, startNow = false): Recorder =>
  useRecorder(async (accelerator) => {
    const outcome = await runCommand('setHotkey', { hotkey: owner, accelerator });
    return outcome.outcome === 'invalid' ? outcome.problems['accelerator'] : undefined;
  }, startNow);

/** Hears the next hotkey that is pressed, and lets it be taken. */
export function useRecorder(take: TakeHotkey, startNow = false): Recorder {
  const [recording, setRecording] = useState(startNow);
  const [held, setHeld] = useState('');
  const [problem, setProblem] = useState<Recorder['problem']>();
  const layout = useRef<KeyboardLayout>(undefined);

  const stop = (): void => {
    setRecording(false);
    setHeld('');
  };
  // What is pressed in another window is not heard here, nor what is let go there.
  useEffect(() => {
    if (!recording) return;
    // A hotkey that the system takes for the program is not heard here.
    command('pauseHotkeys', { paused: true });
    void keyboardLayout().then((known) => {
      layout.current = known;
    });
    window.addEventListener('blur', stop);
    return () => {
      window.removeEventListener('blur', stop);
      command('pauseHotkeys', { paused: false });
    };
  }, [recording]);

  const set = (accelerator: string | null): void => {
    stop();
    setProblem(undefined);
    void take(accelerator).then(setProblem);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    // Alone, these do here what they do in every field.
    if (event.key === 'Tab' && !event.ctrlKey && !event.altKey && !event.metaKey) return stop();
    event.preventDefault();
    event.stopPropagation();
    if (event.repeat) return;
    if (alone(event) && event.key === 'Escape') return stop();
    if (alone(event) && (event.key === 'Backspace' || event.key === 'Delete')) return set(null);
    const pressed = acceleratorOf(event, window.tokenTray.platform, layout.current);
    if (pressed?.kind === 'accelerator') return set(pressed.accelerator);
    setProblem(pressed === undefined ? 'hotkey-not-usable' : undefined);
    setHeld(pressed?.held ?? '');
  };

  const onKeyUp = (event: KeyboardEvent): void => {
    const pressed = acceleratorOf(event, window.tokenTray.platform);
    if (pressed?.kind === 'modifiers') setHeld(pressed.held);
  };

  return {
    recording,
    held,
    problem,
    start: () => {
      setProblem(undefined);
      setRecording(true);
    },
    stop,
    set,
    onKey: (event) => {
      if (!recording) return;
      if (event.type === 'keydown') onKeyDown(event);
      else onKeyUp(event);
    },
  };
}
