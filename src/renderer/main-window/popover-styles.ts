import { makeStyles, type PositioningProps } from '@fluentui/react-components';

/** For menus: long names break instead of widening the menu beyond the window. */
export const usePopoverStyles = makeStyles({
  popover: { maxWidth: 'min(340px, calc(100vw - 24px))' },
});

/** For menus in menus: where there is room on neither side, one lies over the other instead of leaving the window. */
export const submenuPlace: PositioningProps = { position: 'after', align: 'top', shiftToCoverTarget: true };
