import { makeStyles, tokens } from '@fluentui/react-components';

/** Running text in a sheet. */
export const useSheetTextStyles = makeStyles({
  text: { margin: '0 0 8px', color: tokens.colorNeutralForeground2, lineHeight: '20px' },
  quiet: { margin: '0 0 8px', color: tokens.colorNeutralForeground3, lineHeight: '20px' },
  figures: { fontVariantNumeric: 'tabular-nums' },
});
