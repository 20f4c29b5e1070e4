import { makeStyles, tokens } from '@fluentui/react-components';
import { cutAfterLines } from '../cut-after-lines';

/** Running text in a sheet. */
export const useSheetTextStyles = makeStyles({
  text: { margin: '0 0 8px', color: tokens.colorNeutralForeground2, lineHeight: '20px' },
  /** Goes with `text`, where a name is in it. */
  withName: cutAfterLines(4),
  quiet: { margin: '0 0 8px', color: tokens.colorNeutralForeground3, lineHeight: '20px' },
  figures: { fontVariantNumeric: 'tabular-nums' },
});
