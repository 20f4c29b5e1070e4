import { makeStyles, tokens } from '@fluentui/react-components';
import { ErrorCircleRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  circle: {
    display: 'grid',
    placeItems: 'center',
    width: '36px',
    height: '36px',
    marginBottom: '12px',
    borderRadius: '10px',
    fontSize: '20px',
    color: tokens.colorStatusDangerForeground1,
    backgroundColor: tokens.colorStatusDangerBackground1,
  },
});

export function FailurePicture(): ReactNode {
  const styles = useStyles();
  return (
    <span className={styles.circle} aria-hidden>
      <ErrorCircleRegular />
    </span>
  );
}
