import { makeStyles, tokens } from '@fluentui/react-components';

/** A few words on what an answer means, or why there is none. */
export const usePanelStyles = makeStyles({
  panel: {
    flex: '0 1 auto',
    minHeight: '40px',
    maxHeight: '45%',
    overflowY: 'auto',
    scrollbarWidth: 'thin',
    boxSizing: 'border-box',
    margin: '0 16px 8px',
    padding: '12px',
    borderRadius: '6px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  title: { margin: 0, fontSize: '14px', lineHeight: '20px', fontWeight: 600, overflowWrap: 'anywhere' },
  text: {
    margin: '4px 0 0',
    lineHeight: '20px',
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
  said: {
    margin: '4px 0 0',
    fontSize: '12px',
    lineHeight: '16px',
    color: tokens.colorNeutralForeground3,
    overflowWrap: 'anywhere',
  },
  list: { margin: '4px 0 0', paddingLeft: '20px', lineHeight: '20px', overflowWrap: 'anywhere' },
  code: { fontFamily: 'ui-monospace, monospace', fontSize: '12px' },
  button: { marginTop: '12px' },
});
