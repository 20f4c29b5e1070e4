import { useEffect, useEffectEvent, useRef } from 'react';

/**
 * `run` for an action of the keyboard, when what was typed before it is on the screen: hits come a moment after their
 * letters, and whoever types fast means the hits still to come. Of several actions that wait the last one counts.
 */
export function useOnceShown<Action>(
  isShown: boolean,
  run: (action: Action) => void,
): (action: Action) => void {
  const waiting = useRef<Action>(undefined);
  const runNow = useEffectEvent(run);
  useEffect(() => {
    const action = waiting.current;
    if (!isShown || action === undefined) return;
    waiting.current = undefined;
    runNow(action);
  }, [isShown]);
  return (action) => {
    if (isShown) run(action);
    else waiting.current = action;
  };
}
