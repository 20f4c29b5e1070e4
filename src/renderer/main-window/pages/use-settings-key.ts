import { useEffect } from 'react';
import { command } from '../run-command';

/** Ctrl or Cmd with a comma opens the settings, from every page. */
export function useSettingsKey(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const pressed = event.key === ',' && (event.ctrlKey || event.metaKey) && !event.altKey;
      if (!pressed || event.defaultPrevented || document.querySelector('dialog[open]') !== null) return;
      event.preventDefault();
      command('showPage', { page: 'settings' });
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
