import { useMemo } from 'react';
import type { TokenState } from '../../shared/token-status';
import { useLate } from './use-late';

/** The state of a token, without a request that is over in a moment: most are, and would only flash. */
export function usePatientToken({ token, acquiring, problem }: TokenState): TokenState {
  const late = useLate(acquiring);
  return useMemo(
    () => ({
      acquiring: late,
      ...(token === undefined ? {} : { token }),
      ...(problem === undefined ? {} : { problem }),
    }),
    [late, token, problem],
  );
}
