import { makeStyles } from '@fluentui/react-components';

/** For menus: long names break instead of widening the menu beyond the window. */
export const usePopoverStyles = makeStyles({
  popover: { maxWidth: 'min(340px, calc(100vw - 24px))' },
});
