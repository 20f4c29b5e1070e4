import type { TrialPhase } from '../../../shared/trial';

export const isRunning = (phase: TrialPhase): boolean =>
  phase === 'token' || phase === 'sending' || phase === 'receiving';
