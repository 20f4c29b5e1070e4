import { makeStyles, tokens } from '@fluentui/react-components';
import { PersonRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { initials } from './initials';

const useStyles = makeStyles({
  circle: {
    flex: '0 0 auto',
    display: 'grid',
    placeItems: 'center',
    width: '32px',
    height: '32px',
    borderRadius: '50%',
    fontSize: '12px',
    fontWeight: 600,
    lineHeight: 1,
    color: tokens.colorBrandForeground2,
    backgroundColor: tokens.colorBrandBackground2,
    '@media (forced-colors: active)': { border: '1px solid CanvasText', boxSizing: 'border-box' },
  },
  icon: { fontSize: '20px' },
});

/** A person's initials in a circle; a plain figure for nobody or a name without letters. */
export function Initials({ name }: { readonly name?: string }): ReactNode {
  const styles = useStyles();
  const letters = initials(name ?? '');
  return (
    <span className={styles.circle} aria-hidden>
      {letters === '' ? <PersonRegular className={styles.icon} /> : letters}
    </span>
  );
}
