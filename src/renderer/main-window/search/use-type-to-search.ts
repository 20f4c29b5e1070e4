import { useEffect, useEffectEvent, type RefObject } from 'react';

/** Typing anywhere on the page goes to the search field; Ctrl or Cmd with F goes there, with N it adds a preset. */
export function useTypeToSearch(
  search: RefObject<HTMLInputElement | HTMLTextAreaElement | null>,
  onAdd: () => void,
): void {
  const add = useEffectEvent(onAdd);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const { target } = event;
      if (document.querySelector('dialog[open]') !== null) return;
      const command = event.ctrlKey || event.metaKey;
      const key = event.key.toLowerCase();
      if (command && !event.altKey && !event.shiftKey && (key === 'f' || key === 'n')) {
        event.preventDefault();
        if (key === 'n') return add();
        search.current?.focus();
        search.current?.select();
        return;
      }
      const inMenu = target instanceof Element && target.closest('input, textarea, [role="menu"]') !== null;
      // Keys that write nothing have names of several Latin letters, such as "ArrowUp".
      const letter = /^(\P{ASCII}.*|[!-~])$/su.test(event.key);
      if (inMenu || !letter || command || event.altKey || event.defaultPrevented) return;
      // The letter itself then lands in the field, as the key's own effect.
      search.current?.focus();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [search]);
}
