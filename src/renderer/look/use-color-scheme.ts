import { useSyncExternalStore } from 'react';
import type { Theme } from '../../shared/snapshot';

const prefersDark = window.matchMedia('(prefers-color-scheme: dark)');

function onChange(listener: () => void): () => void {
  prefersDark.addEventListener('change', listener);
  return () => prefersDark.removeEventListener('change', listener);
}

/** Light or dark, as the person chose or else as the system says. */
export function useColorScheme(theme: Theme): 'light' | 'dark' {
  const system = useSyncExternalStore(onChange, () => (prefersDark.matches ? 'dark' : 'light'));
  return theme === 'system' ? system : theme;
}
