import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { PersonRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { ClientColour } from '../../../shared/client-application';
import { useClientColours } from './client-colours';
import { initials } from './initials';

const useStyles = makeStyles({
  whole: {
    flex: '0 0 auto',
    boxSizing: 'border-box',
    display: 'grid',
    width: '32px',
    height: '32px',
    borderRadius: '50%',
  },
  // Inside the same 32 px, so that nothing moves when it comes.
  ring: { padding: '1px', border: '2px solid currentColor', forcedColorAdjust: 'none' },
  circle: {
    display: 'grid',
    placeItems: 'center',
    borderRadius: '50%',
    fontSize: '12px',
    fontWeight: 600,
    lineHeight: 1,
    color: tokens.colorBrandForeground2,
    backgroundColor: tokens.colorBrandBackground2,
    '@media (forced-colors: active)': {
      border: '1px solid CanvasText',
      boxSizing: 'border-box',
      forcedColorAdjust: 'auto',
    },
  },
  inRing: { fontSize: '11px' },
  icon: { fontSize: '20px' },
});

interface InitialsProps {
  readonly name?: string;
  /** A ring in it says which client application the account is of. */
  readonly colour?: ClientColour | undefined;
}

/** A person's initials in a circle; a plain figure for nobody or a name without letters. */
export function Initials({ name, colour }: InitialsProps): ReactNode {
  const styles = useStyles();
  const colours = useClientColours();
  const letters = initials(name ?? '');
  const hasRing = colour !== undefined;
  return (
    <span
      className={mergeClasses(styles.whole, hasRing && styles.ring, hasRing && colours[colour])}
      aria-hidden
    >
      <span className={mergeClasses(styles.circle, hasRing && styles.inRing)}>
        {letters === '' ? <PersonRegular className={styles.icon} /> : letters}
      </span>
    </span>
  );
}
