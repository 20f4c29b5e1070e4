import { makeStyles, tokens } from '@fluentui/react-components';

/** Rows and texts of the cards on this page. */
export const useSharingStyles = makeStyles({
  block: { padding: '12px 16px' },
  text: { margin: 0, lineHeight: '20px', color: tokens.colorNeutralForeground2 },
  quiet: { margin: '4px 0 0', fontSize: '12px', lineHeight: '16px', color: tokens.colorNeutralForeground3 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', marginTop: '12px' },
  row: { display: 'flex', alignItems: 'center', gap: '8px', minHeight: '32px', padding: '8px 12px 8px 16px' },
  words: { flex: '1 1 0', minWidth: 0 },
  name: {
    display: 'block',
    lineHeight: '20px',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  line: {
    display: 'block',
    fontSize: '12px',
    lineHeight: '16px',
    color: tokens.colorNeutralForeground3,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  problem: {
    display: 'flex',
    gap: '6px',
    marginTop: '4px',
    fontSize: '12px',
    lineHeight: '16px',
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
  problemIcon: { flex: '0 0 auto', fontSize: '16px', color: tokens.colorPaletteDarkOrangeForeground1 },
  foot: { padding: '4px' },
  icon: { flex: '0 0 auto', display: 'flex', color: tokens.colorNeutralForeground2 },
  lock: { flex: '0 0 auto', fontSize: '16px', color: tokens.colorNeutralForeground3 },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
});
