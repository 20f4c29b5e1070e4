import { useEffect, useRef } from 'react';

/**
 * Returns what calls `act` at once, or while a mouse button is down, once it is up. A press that moves the focus must
 * not move what is pressed: a button that is elsewhere at the release gets no click.
 */
export function useAfterPress(): (act: () => void) => void {
  const pressed = useRef(false);
  const waiting = useRef<(() => void)[]>([]);
  useEffect(() => {
    const press = (): void => {
      pressed.current = true;
    };
    const release = (): void => {
      pressed.current = false;
      for (const act of waiting.current.splice(0)) act();
    };
    window.addEventListener('mousedown', press, true);
    window.addEventListener('mouseup', release, true);
    // A press that became a drag ends with this alone.
    window.addEventListener('dragend', release, true);
    return () => {
      window.removeEventListener('mousedown', press, true);
      window.removeEventListener('mouseup', release, true);
      window.removeEventListener('dragend', release, true);
    };
  }, []);
  return (act) => {
    if (pressed.current) waiting.current.push(act);
    else act();
  };
}
