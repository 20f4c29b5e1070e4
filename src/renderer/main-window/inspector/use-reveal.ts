import { useEffect, useId, useRef, useState, type RefObject } from 'react';
import type { InspectionSlot } from '../../../shared/inspector/inspection';
import { t } from '../../../shared/messages';
import { showToast } from '../toast/toast-store';
import { RevealField } from './reveal-field';

interface Reveal {
  readonly field: RefObject<HTMLTextAreaElement | null>;
  /** Of the button that has the focus when the field that had it is hidden. */
  readonly buttonId: string;
  readonly isShown: boolean;
  /** It was shown, and is not any more. */
  readonly wasHidden: boolean;
  readonly show: () => void;
  readonly hide: () => void;
}

/**
 * Writes a token into a field that React knows nothing of, and wipes it when the field loses the focus, when the window is
 * hidden or left, when it goes, and after half a minute.
 */
export function useReveal(slot: InspectionSlot): Reveal {
  const field = useRef<HTMLTextAreaElement>(null);
  const buttonId = useId();
  const [isShown, setIsShown] = useState(false);
  const [wasHidden, setWasHidden] = useState(false);
  const reveal = useRef<RevealField>(undefined);

  useEffect(() => {
    const element = field.current;
    if (element === null) return;
    const revealing = new RevealField({
      write: (text) => {
        element.value = text;
      },
      setTimer: (run, ms) => window.setTimeout(run, ms),
      clearTimer: (timer) => window.clearTimeout(timer),
      hidden: () => {
        if (document.activeElement === element) document.getElementById(buttonId)?.focus();
        setIsShown(false);
        setWasHidden(true);
      },
    });
    reveal.current = revealing;
    const hide = (): void => revealing.hide();
    const hideIfHidden = (): void => {
      if (document.visibilityState === 'hidden') revealing.hide();
    };
    window.addEventListener('blur', hide);
    document.addEventListener('visibilitychange', hideIfHidden);
    return () => {
      window.removeEventListener('blur', hide);
      document.removeEventListener('visibilitychange', hideIfHidden);
      revealing.hide();
    };
  }, [buttonId]);

  const show = (): void => {
    setIsShown(true);
    setWasHidden(false);
    void window.tokenTray.revealToken(slot).then(
      (outcome) => {
        // The window may have been left before the answer came.
        if (outcome.outcome !== 'revealed' || field.current === null || !document.hasFocus()) return refuse();
        reveal.current?.show(outcome.token);
        field.current.focus();
        field.current.select();
      },
      () => refuse(),
    );
  };
  const refuse = (): void => {
    setIsShown(false);
    showToast({ text: t('toast.refused') });
  };
  return { field, buttonId, isShown, wasHidden, show, hide: () => reveal.current?.hide() };
}
