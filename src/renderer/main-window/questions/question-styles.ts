import { makeStyles, tokens } from '@fluentui/react-components';
import { cutAfterLines } from '../cut-after-lines';

export const useQuestionStyles = makeStyles({
  picture: {
    display: 'grid',
    placeItems: 'center',
    width: '36px',
    height: '36px',
    marginBottom: '12px',
    borderRadius: '10px',
    fontSize: '20px',
    color: tokens.colorStatusWarningForeground1,
    backgroundColor: tokens.colorStatusWarningBackground1,
  },
  /** The request as it would be sent. */
  request: {
    margin: '8px 0',
    padding: '8px 12px',
    borderRadius: '6px',
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground1,
    fontFamily: 'ui-monospace, monospace',
    fontSize: '12px',
    lineHeight: '16px',
    ...cutAfterLines(8),
  },
  method: { marginRight: '8px', fontWeight: 600 },
});
