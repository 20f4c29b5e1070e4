import { useRef, useState, type FocusEvent, type RefObject } from 'react';

interface DiscardGuard {
  readonly form: RefObject<HTMLFormElement | null>;
  /** Whether to show the question instead of the form's buttons. */
  readonly asking: boolean;
  readonly keep: () => void;
  readonly closeOrAsk: () => void;
  /** For the form: remembers where the person was. */
  readonly onFocus: (event: FocusEvent<HTMLFormElement, HTMLElement>) => void;
}

/** What was typed into a form is not lost by a stray Esc: closing it asks first, and Esc again keeps it. */
export function useDiscardGuard(changed: boolean, onClose: () => void): DiscardGuard {
  const form = useRef<HTMLFormElement>(null);
  const lastField = useRef<HTMLElement>(undefined);
  const [asking, setAsking] = useState(false);
  const keep = (): void => {
    setAsking(false);
    // Else the focus would go nowhere with the button, and keys with it.
    lastField.current?.focus();
  };
  const closeOrAsk = (): void => {
    if (!changed) onClose();
    else if (asking) keep();
    else setAsking(true);
  };
  const onFocus = ({ target }: FocusEvent<HTMLFormElement, HTMLElement>): void => {
    lastField.current = target;
  };
  return { form, asking, keep, closeOrAsk, onFocus };
}
