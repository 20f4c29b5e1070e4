import type { TrialProblem } from '../../shared/trial';
import { CertificateProblem, TimedOut } from '../identity/network-errors';
import { networkCause } from '../identity/network-causes';
import { RegistryRefused } from './registry-exchange';

/** Why there is no answer. @param host that was called */
export function trialProblem(error: unknown, host: string): TrialProblem {
  if (error instanceof TimedOut) return { kind: 'timed-out', host };
  if (error instanceof RegistryRefused) return { kind: 'exchange', host, status: error.status };
  if (error instanceof CertificateProblem) {
    const { issuer, trouble } = error;
    return { kind: 'certificate', host: error.host, trouble, ...(issuer === '' ? {} : { issuer }) };
  }
  const cause = networkCause(error);
  if (cause === undefined) return { kind: 'unsendable', host };
  const name = cause.details.networkError ?? '';
  // A name that is not found is one of this host, not of the internet, as long as there is a network.
  if (cause.kind === 'offline' && name !== 'ERR_NAME_NOT_RESOLVED') return { kind: 'offline', host };
  if (cause.kind === 'certificate') return { kind: 'certificate', host, trouble: 'other' };
  return { kind: 'network', host, name };
}
