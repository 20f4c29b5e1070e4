import { Button, makeStyles } from '@fluentui/react-components';
import { useEffect, useRef, type ReactNode } from 'react';

const useStyles = makeStyles({
  whole: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  words: { flex: '1 0 100%', lineHeight: '20px' },
});

interface SheetQuestionProps {
  /** Spoken when it appears. */
  readonly children: ReactNode;
  /** Goes back to the sheet, and has the focus. */
  readonly back: { readonly words: string; readonly onClick: () => void };
  /** Closes it all the same. */
  readonly close: { readonly words: string; readonly onClick: () => void };
}

/** Takes the place of a sheet's buttons when closing it would lose something. */
export function SheetQuestion({ children, back, close }: SheetQuestionProps): ReactNode {
  const styles = useStyles();
  const whole = useRef<HTMLDivElement>(null);
  useEffect(() => whole.current?.querySelector('button')?.focus(), []);
  return (
    <div ref={whole} className={styles.whole}>
      <span className={styles.words} role="alert">
        {children}
      </span>
      <Button appearance="primary" onClick={back.onClick}>
        {back.words}
      </Button>
      <Button onClick={close.onClick}>{close.words}</Button>
    </div>
  );
}
