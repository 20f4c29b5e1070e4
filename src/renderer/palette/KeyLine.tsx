import type { MouseEvent, ReactNode } from 'react';
import { t } from '../../shared/messages';

export interface KeyEntry {
  /** As it stands on the keyboard: `Ctrl+↵`. */
  readonly keys: string;
  readonly label: string;
  /** Everybody knows what this key does. */
  readonly keysOnly?: true;
  readonly run: () => void;
}

/** The foot of the palette: what the keys do, to be read and to be clicked. `about` or a message stand before them. */
export function KeyLine({
  entries,
  about = '',
  message = '',
}: {
  readonly entries: readonly KeyEntry[];
  readonly about?: string;
  readonly message?: string;
}): ReactNode {
  // A click must not take the focus from the input.
  const keepFocus = (event: MouseEvent): void => event.preventDefault();
  return (
    <footer className="foot" onMouseDown={keepFocus}>
      <p className="foot-message" role="status" title={message}>
        {message}
      </p>
      {message === '' && (
        <p className="foot-about" title={about}>
          {about}
        </p>
      )}
      <div className="keys" role="group" aria-label={t('palette.keys')}>
        {entries.map(({ keys, label, keysOnly, run }) => (
          <button key={label} type="button" tabIndex={-1} className="key" onClick={run}>
            <kbd>{keys}</kbd>
            <span className={keysOnly && 'spoken'}>{label}</span>
          </button>
        ))}
      </div>
    </footer>
  );
}
