import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { focusRing } from '../focus-ring';

const useStyles = makeStyles({
  choice: {
    position: 'relative',
    display: 'grid',
    placeItems: 'center',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':has(:focus-visible)': focusRing,
  },
  // Over the whole picture, and seen by readers and keyboard only.
  input: { position: 'absolute', inset: 0, margin: 0, opacity: 0, cursor: 'pointer' },
});

interface PictureRadioProps {
  /** Of all radio buttons that it is one of. */
  readonly group: string;
  /** What it is called: spoken, and shown by the pointer. */
  readonly name: string;
  readonly checked: boolean;
  /** Gives it its size and shape. */
  readonly className: string;
  readonly onChange: () => void;
  /** Somebody has pressed it with the pointer; arrows only change it. */
  readonly onPress?: () => void;
  /** The picture. */
  readonly children: ReactNode;
}

/** A radio button that looks like what it chooses. */
export function PictureRadio({
  group,
  name,
  checked,
  className,
  onChange,
  onPress,
  children,
}: PictureRadioProps): ReactNode {
  const styles = useStyles();
  return (
    <label className={mergeClasses(styles.choice, className)} title={name}>
      <input
        type="radio"
        className={styles.input}
        name={group}
        checked={checked}
        aria-label={name}
        onChange={onChange}
        onClick={({ detail }) => {
          // Arrows "click", too, but nobody has pressed anything.
          if (detail > 0) onPress?.();
        }}
      />
      {children}
    </label>
  );
}
