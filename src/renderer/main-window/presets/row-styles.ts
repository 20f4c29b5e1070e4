import { makeStyles, tokens } from '@fluentui/react-components';
import { innerFocusRing } from '../focus-ring';

const cut = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;

const narrow = '@media (max-width: 399.9px)';
const wide = '@media (min-width: 400px)';

export const useRowStyles = makeStyles({
  row: {
    boxSizing: 'border-box',
    height: '64px',
    display: 'flex',
    alignItems: 'center',
    gap: '12px',
    padding: '0 8px',
    borderRadius: '6px',
    position: 'absolute',
    left: 0,
    right: 0,
    // What changes in a row moves nothing outside of it.
    contain: 'layout style',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': innerFocusRing,
  },
  rowWithMenu: { backgroundColor: tokens.colorSubtleBackgroundHover },
  dragged: { opacity: 0.4 },
  // What goes along with the pointer.
  preview: {
    boxSizing: 'border-box',
    maxWidth: '280px',
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    padding: '8px 16px 8px 12px',
    borderRadius: '10px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    fontWeight: 600,
    '& svg': { flex: '0 0 auto' },
    '& span': cut,
  },
  lines: { flex: '1 1 0', minWidth: 0, display: 'flex', flexDirection: 'column', gap: '4px' },
  line: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: '8px' },
  nameCell: { flex: '1 1 0', minWidth: 0, height: '20px', display: 'flex', alignItems: 'center', gap: '4px' },
  name: { ...cut, fontWeight: 600, lineHeight: '20px' },
  mark: { borderRadius: '3px', color: 'inherit', backgroundColor: tokens.colorBrandStroke2 },
  lock: { display: 'block', color: tokens.colorNeutralForeground3 },
  pinned: { color: tokens.colorBrandForeground1 },
  // Shown when the row is pointed at or has the focus; a finger cannot point.
  onDemand: {
    opacity: 0,
    '[data-preset-id]:hover &': { opacity: 1 },
    '[data-preset-id]:focus-within &': { opacity: 1 },
    '@media (hover: none)': { opacity: 1 },
  },
  status: { flex: '0 0 auto' },
  resourceCell: { flex: '1 1 0', minWidth: 0, display: 'flex', alignItems: 'center', gap: '4px' },
  resource: {
    ...cut,
    flex: '1 1 0',
    minWidth: 0,
    fontSize: '12px',
    lineHeight: '24px',
    color: tokens.colorNeutralForeground3,
  },
  // One button in two halves, with one line between them.
  split: { display: 'flex' },
  splitStart: {
    [wide]: { borderTopRightRadius: 0, borderBottomRightRadius: 0 },
    ':focus-visible': { zIndex: 1 },
  },
  splitEnd: {
    width: '24px',
    marginLeft: '-1px',
    padding: 0,
    borderTopLeftRadius: 0,
    borderBottomLeftRadius: 0,
    color: tokens.colorNeutralForeground3,
    // There the row's menu has the formats.
    [narrow]: { display: 'none' },
  },
  buttons: { flex: '0 0 auto', display: 'flex', alignItems: 'center', gap: '4px' },
});
