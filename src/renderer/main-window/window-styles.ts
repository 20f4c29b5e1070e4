import { makeStyles, tokens } from '@fluentui/react-components';

export const useWindowStyles = makeStyles({
  window: {
    height: '100%',
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground1,
  },
  // Takes the room while its page is shown, and none while it is not.
  main: { display: 'contents' },
});
