import { skewWords } from '../../../../shared/failure-words';
import type { AppState } from '../../../state';
import type { DoctorFacts, ReachedAddress } from '../doctor-facts';
import type { Answer } from '../output/answer';

export interface Finding {
  readonly check: string;
  readonly result: 'ok' | 'warning' | 'failed';
  readonly what: string;
  /** What to do about it. */
  readonly todo?: string;
}

/** How far the clock may be off, in ms: Entra takes five minutes. */
const harmlessSkew = 5 * 60_000;

/** What is wrong, and what to do. No account is named. Pure. */
export function findings(state: AppState, facts: DoctorFacts): readonly Finding[] {
  const { program, electron, system } = facts.versions;
  return [
    { check: 'Versions', result: 'ok', what: `Token Tray ${program}, Electron ${electron}, ${system}` },
    { check: 'Program', result: 'ok', what: 'Running, and the command line has reached it' },
    keyring(facts),
    account(state),
    { check: 'Proxy', result: 'ok', what: facts.proxy === 'DIRECT' ? 'None' : facts.proxy },
    ...facts.reached.map(reached),
    clock(facts),
    managed(state),
    endpoint(state),
  ];
}

const keyring = ({ hasKeyring }: DoctorFacts): Finding =>
  hasKeyring
    ? { check: 'Keyring', result: 'ok', what: 'Sign-ins are kept encrypted by this system' }
    : {
        check: 'Keyring',
        result: 'warning',
        what: 'This system has no keyring, so sign-ins are kept in memory only',
        todo: 'Install and unlock one (GNOME Keyring or KWallet), then start Token Tray again.',
      };

function account({ open, currentId }: AppState): Finding {
  const count = Object.values(open).reduce((sum, { accounts }) => sum + accounts.length, 0);
  if (currentId === undefined)
    return {
      check: 'Accounts',
      result: 'failed',
      what: 'Nothing is set up yet',
      todo: 'Open Token Tray and choose how to sign in.',
    };
  return count === 0
    ? { check: 'Accounts', result: 'failed', what: 'Nobody is signed in', todo: "Run 'token-tray sign-in'." }
    : { check: 'Accounts', result: 'ok', what: `${count} signed in` };
}

function reached({ what, cloud, address, took, problem }: ReachedAddress): Finding {
  const check = what === 'sign-in' ? `Sign-in, ${cloud}` : `Resource Manager, ${cloud}`;
  return took === undefined
    ? {
        check,
        result: 'failed',
        what: `${new URL(address).host} was not reached`,
        todo: problem ?? 'Look at the network and the proxy.',
      }
    : { check, result: 'ok', what: `${new URL(address).host} in ${Math.round(took)} ms` };
}

function clock({ clockSkew }: DoctorFacts): Finding {
  if (clockSkew === undefined)
    return { check: 'Clock', result: 'warning', what: 'Not known: no service told its time' };
  return Math.abs(clockSkew) < harmlessSkew
    ? { check: 'Clock', result: 'ok', what: 'Right' }
    : {
        check: 'Clock',
        result: 'failed',
        what: skewWords(clockSkew),
        todo: 'Set the clock of this computer; let it follow a time server.',
      };
}

function managed({ managedBy, notices }: AppState): Finding {
  if (notices.some(({ kind }) => kind === 'managed-settings-wrong'))
    return {
      check: 'Managed settings',
      result: 'failed',
      what: 'Their file is wrong and was not used',
      todo: 'Open Token Tray: it shows where.',
    };
  return {
    check: 'Managed settings',
    result: 'ok',
    what:
      managedBy === undefined
        ? 'None'
        : `In force${managedBy.organisation === undefined ? '' : `, by ${managedBy.organisation}`}`,
  };
}

function endpoint({ endpoint: { state, port, problem, consumers } }: AppState): Finding {
  const check = 'Local endpoint';
  if (state === 'failed')
    return {
      check,
      result: 'failed',
      what: problem === 'port-taken' ? 'Another program has its port' : 'It could not be started',
      todo: 'Choose another port under Scripts and SDKs.',
    };
  return {
    check,
    result: 'ok',
    what:
      state === 'off'
        ? 'Off'
        : `${state === 'paused' ? 'Paused' : 'Running'} on port ${port ?? 0}, for ${programs(consumers.length)}`,
  };
}

const programs = (count: number): string => (count === 1 ? '1 program' : `${count} programs`);

export const doctorAnswer = (all: readonly Finding[]): Answer => ({
  value: all.map(({ check, result, what, todo }) => ({ check, result, what, todo: todo ?? null })),
});

const marks = { ok: 'ok     ', warning: 'warning', failed: 'FAILED ' } as const;

/** For a person at a terminal. */
export const doctorText = (all: readonly Finding[]): string =>
  all
    .flatMap(({ check, result, what, todo }) => [
      `${marks[result]}  ${check}: ${what}`,
      ...(todo === undefined ? [] : [`         → ${todo}`]),
    ])
    .map((line) => `${line}\n`)
    .join('');
