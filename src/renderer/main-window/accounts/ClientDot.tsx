import { makeStyles, mergeClasses } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { ClientColour } from '../../../shared/client-application';
import { useClientColours } from './client-colours';

const useStyles = makeStyles({
  dot: {
    flex: '0 0 auto',
    display: 'inline-block',
    width: '8px',
    height: '8px',
    borderRadius: '50%',
    backgroundColor: 'currentColor',
    forcedColorAdjust: 'none',
  },
});

/** The colour of a client application, beside its name. */
export function ClientDot({ colour }: { readonly colour: ClientColour }): ReactNode {
  const styles = useStyles();
  const colours = useClientColours();
  return <span className={mergeClasses(styles.dot, colours[colour])} aria-hidden />;
}
