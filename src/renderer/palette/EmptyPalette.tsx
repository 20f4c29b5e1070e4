import { useId, type KeyboardEvent, type ReactNode } from 'react';
import { t } from '../../shared/messages';
import { closePalette, openMainWindow } from './copy-and-close';
import { KeyLine } from './KeyLine';
import { Mark } from '../main-window/Mark';
import { useFocus } from './use-focus';

interface EmptyPaletteProps {
  readonly title: string;
  readonly text: string;
  readonly action: string;
}

/** Nothing to choose from: what to do about it is done in the main window. */
export function EmptyPalette({ title, text, action }: EmptyPaletteProps): ReactNode {
  const button = useFocus<HTMLButtonElement>();
  const textId = useId();
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') closePalette();
    if (event.key === 'Tab') event.preventDefault();
  };
  return (
    <main className="palette" onKeyDown={onKeyDown}>
      <div className="empty">
        <Mark size={48} />
        <h1 className="empty-title">{title}</h1>
        <p id={textId} className="empty-text">
          {text}
        </p>
        <button
          ref={button}
          type="button"
          className="empty-action"
          aria-describedby={textId}
          onClick={openMainWindow}
        >
          {action}
        </button>
      </div>
      <KeyLine
        entries={[{ keys: t('palette.key.escape'), label: t('palette.key.close'), run: closePalette }]}
      />
    </main>
  );
}
