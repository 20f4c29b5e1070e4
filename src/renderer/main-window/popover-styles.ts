import { makeStyles } from '@fluentui/react-components';

/**
 * For menus, which are drawn where they stand in the page instead of at its end, so that readers find them in their
 * landmark. They lie over all that comes later.
 */
export const usePopoverStyles = makeStyles({
  popover: { zIndex: 3, maxWidth: 'min(340px, calc(100vw - 24px))' },
});
