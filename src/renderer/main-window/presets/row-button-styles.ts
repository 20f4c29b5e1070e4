import { makeStyles, tokens } from '@fluentui/react-components';
import { focusRing } from '../focus-ring';

const button = {
  boxSizing: 'border-box',
  display: 'inline-grid',
  placeItems: 'center',
  height: '24px',
  margin: 0,
  borderRadius: '6px',
  font: 'inherit',
  fontSize: '12px',
  lineHeight: '16px',
  cursor: 'pointer',
  transitionProperty: 'background-color, border-color, opacity',
  transitionDuration: '120ms',
  ':focus-visible': { ...focusRing, outlineOffset: '0px' },
} as const;

/** The small buttons in a row. Fluent's own are three times the work to draw, which 200 rows would show. */
export const useRowButtonStyles = makeStyles({
  copy: {
    ...button,
    padding: '0 8px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':active': { backgroundColor: tokens.colorNeutralBackground1Pressed },
  },
  copied: { color: tokens.colorStatusSuccessForeground1 },
  icon: {
    ...button,
    flex: '0 0 auto',
    width: '24px',
    padding: 0,
    border: 'none',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground3,
    fontSize: '16px',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundPressed, color: tokens.colorNeutralForeground1 },
  },
});
