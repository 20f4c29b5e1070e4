import { makeStyles, tokens } from '@fluentui/react-components';

export const useToastStyles = makeStyles({
  toast: {
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    minHeight: '40px',
    boxSizing: 'border-box',
    padding: '4px 4px 4px 16px',
    borderRadius: '10px',
    boxShadow: tokens.shadow16,
    color: tokens.colorNeutralForegroundInverted,
    backgroundColor: tokens.colorNeutralBackgroundInverted,
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
  words: { flex: '1 1 0', minWidth: 0 },
  oneLine: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  lines: { padding: '4px 0', lineHeight: '20px' },
  button: {
    flex: '0 0 auto',
    minWidth: 'auto',
    color: 'inherit',
    ':hover': { color: 'inherit', backgroundColor: 'transparent', textDecorationLine: 'underline' },
    ':hover:active': { color: 'inherit', backgroundColor: 'transparent' },
    ':hover .fui-Button__icon': { color: 'inherit' },
  },
});
