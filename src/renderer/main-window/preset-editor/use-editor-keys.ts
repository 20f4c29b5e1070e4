import { useEffect, useEffectEvent } from 'react';

/**
 * Ctrl or Cmd with S or Enter saves, wherever the focus is. Enter alone does so from no field: a form with rows is not done
 * by then.
 */
export function useEditorKeys(send: () => void): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent): void => {
    const { key, ctrlKey, metaKey, altKey, shiftKey, target } = event;
    if (event.defaultPrevented || document.querySelector('dialog[open]') !== null) return;
    const isCommand = (ctrlKey || metaKey) && !altKey && !shiftKey;
    if (isCommand && (key === 'Enter' || key.toLowerCase() === 's')) {
      event.preventDefault();
      send();
    } else if (key === 'Enter' && !isCommand && target instanceof HTMLInputElement) {
      event.preventDefault();
    }
  });
  useEffect(() => {
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
