import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { PresetColour, PresetIcon as IconName } from '../../../shared/preset';
import { tokenStatus, type TokenState } from '../../../shared/token-status';
import { useClientColours } from '../accounts/client-colours';
import { useClock } from '../../time/use-clock';
import { PresetIcon } from './PresetIcon';

const size = 36;
const stroke = 2.5;
const radius = (size - stroke) / 2;
const length = 2 * Math.PI * radius;

/** The ring is drawn anew in so many steps, not every second. */
const steps = 180;

const useStyles = makeStyles({
  whole: { position: 'relative', flex: '0 0 auto', width: `${size}px`, height: `${size}px` },
  svg: { display: 'block', transform: 'rotate(-90deg) scaleY(-1)', fill: 'none' },
  track: { stroke: tokens.colorNeutralStroke2, '@media (forced-colors: active)': { stroke: 'Canvas' } },
  valid: {
    stroke: tokens.colorBrandStroke1,
    '@media (forced-colors: active)': { stroke: 'Highlight' },
  },
  expiring: {
    stroke: tokens.colorStatusWarningForeground1,
    '@media (forced-colors: active)': { stroke: 'Highlight' },
  },
  icon: {
    position: 'absolute',
    inset: 0,
    display: 'grid',
    placeItems: 'center',
    color: tokens.colorNeutralForeground2,
  },
});

/** A preset's icon in a ring that empties as its token ages. A picture only: the words stand beside it. */
export function TokenRing({
  icon,
  colour,
  token,
}: {
  readonly icon: IconName;
  readonly colour?: PresetColour | undefined;
  readonly token: TokenState;
}): ReactNode {
  const styles = useStyles();
  const colours = useClientColours();
  const left = useClock((now) => Math.ceil(tokenStatus(token, now).left * steps) / steps);
  const expiring = useClock((now) => tokenStatus(token, now).name === 'expiring');
  return (
    <span className={styles.whole} aria-hidden>
      <svg className={styles.svg} width={size} height={size} strokeWidth={stroke} focusable={false}>
        <circle className={styles.track} cx={size / 2} cy={size / 2} r={radius} />
        {left > 0 && (
          <circle
            className={mergeClasses(styles.valid, expiring && styles.expiring)}
            cx={size / 2}
            cy={size / 2}
            r={radius}
            strokeDasharray={`${left * length} ${length}`}
            strokeLinecap="round"
          />
        )}
      </svg>
      <span className={mergeClasses(styles.icon, colour !== undefined && colours[colour])} data-icon>
        <PresetIcon icon={icon} />
      </span>
    </span>
  );
}
