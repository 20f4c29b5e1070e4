import { isPassword } from '../../shared/delivery';
import type { TrialView } from '../../shared/trial';
import { identityOf, targetOf } from '../identities';
import { knownRequest } from '../sample-requests';
import type { AppState } from '../state';

/** The page on which a preset is tried, as surfaces show it; only while they do. Pure. */
export function trialView(state: AppState): TrialView | undefined {
  const { trial, windowPage } = state;
  if (trial === undefined || windowPage !== 'try-it') return undefined;
  const preset = state.presets.find(({ id }) => id === trial.presetId);
  const identity = preset && identityOf(state, preset);
  const target = identity && targetOf(state, identity.cloud, preset);
  if (preset === undefined || identity === undefined || target === undefined) return undefined;
  const { index, phase, since, received, answer, problem } = trial;
  const delivery = preset.delivery ?? 'bearer';
  const unavailable = isPassword(delivery)
    ? ({ why: 'database', delivery } as const)
    : target.requests.length === 0
      ? ({ why: 'no-requests' } as const)
      : undefined;
  return {
    preset: { id: preset.id, name: preset.name },
    requests: target.requests.map((request) => knownRequest(request, state, identity, preset.id)),
    index,
    ...(unavailable === undefined ? {} : { unavailable }),
    phase,
    since,
    received,
    ...(answer === undefined ? {} : { answer }),
    ...(problem === undefined ? {} : { problem }),
  };
}
