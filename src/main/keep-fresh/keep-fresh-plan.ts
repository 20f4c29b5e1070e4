import type { Snapshot } from '../../shared/snapshot';
import { minimumLifetime, type PresetProblem, type TokenTimes } from '../../shared/token-status';
import type { QuietRenewal } from '../preset-tokens';

const minute = 60_000;

/** How long to wait after the first, second, … failure in a row, in ms. The one after the last ends it. */
const waits = [1, 2, 5, 15].map((minutes) => minutes * minute);

/** How long before its end a token is renewed whose issuer has not said when, in ms. */
const leadTime = 10 * minute;

/** Presets with the same scopes share a token, which is renewed once for all of them. */
export interface KeptToken {
  readonly key: string;
  readonly presetId: string;
  readonly otherPresetIds: readonly string[];
  /** Absent: there is none yet. */
  readonly times?: TokenTimes;
  /** Somebody is getting it already. */
  readonly acquiring: boolean;
  /** All its presets say that they are not kept fresh any more. */
  readonly showsStop: boolean;
}

/** What is remembered of a token that is kept fresh. Times in ms since the epoch. */
export interface TokenMemory {
  /** Of the token that was seen last. */
  readonly issuedOn?: number;
  readonly triedOn?: number;
  readonly renewedOn?: number;
  readonly failedOn?: number;
  /** How many renewals in a row were due within a minute of the one before. */
  readonly hurried: number;
  readonly failures: number;
  /** It failed because the sign-in service could not be reached. */
  readonly lacksNetwork: boolean;
  /** It is not tried any more until something happens that may help. */
  readonly stopped?: PresetProblem;
  /** Its presets have said so. If one does not any more, somebody wants another try. */
  readonly stopShown?: boolean;
}

export interface KeepFreshMemory {
  readonly lastSignInOn?: number | undefined;
  readonly presetIds: ReadonlySet<string>;
  readonly tokens: ReadonlyMap<string, TokenMemory>;
}

export const nothingRemembered: KeepFreshMemory = { presetIds: new Set(), tokens: new Map() };

export interface KeepFreshPlan {
  /** To be renewed now, in this order. */
  readonly due: readonly KeptToken[];
  /** When the next one is due, in ms since the epoch; Infinity for none. */
  readonly nextOn: number;
}

const blank = (): TokenMemory => ({ hurried: 0, failures: 0, lacksNetwork: false });

/** What is to be done at `now` (ms since the epoch). Pure, as is everything here. */
export function keepFreshPlan(snapshot: Snapshot, memory: KeepFreshMemory, now: number): KeepFreshPlan {
  const due: KeptToken[] = [];
  let nextOn = Infinity;
  for (const token of keptTokens(snapshot)) {
    const known = memory.tokens.get(token.key) ?? blank();
    if (known.stopped !== undefined || token.acquiring) continue;
    const on = Math.max(renewalDueOn(token.times, now), waitsUntil(known, now));
    if (on <= now) due.push(token);
    else nextOn = Math.min(nextOn, on);
  }
  // What fails again and again keeps nothing else from its turn.
  const triedOn = ({ key }: KeptToken): number => memory.tokens.get(key)?.triedOn ?? 0;
  return { due: due.toSorted((one, other) => triedOn(one) - triedOn(other)), nextOn };
}

/** The tokens that are to be kept fresh, in the order of the list. */
export function keptTokens({ presets }: Snapshot): readonly KeptToken[] {
  const kept = new Map<string, KeptToken>();
  for (const { id, identity, keepFresh, keepFreshStopped, scopes, token: times, acquiring } of presets) {
    const { accountId, tenantId } = identity;
    if (!keepFresh || accountId === undefined) continue;
    const showsStop = keepFreshStopped !== undefined;
    const names = scopes.map((scope) => scope.toLowerCase()).toSorted();
    const key = [accountId, tenantId, ...names].join(' ');
    const first = kept.get(key);
    kept.set(
      key,
      first === undefined
        ? {
            key,
            presetId: id,
            otherPresetIds: [],
            ...(times === undefined ? {} : { times }),
            acquiring,
            showsStop,
          }
        : {
            ...first,
            otherPresetIds: [...first.otherPresetIds, id],
            acquiring: first.acquiring || acquiring,
            showsStop: first.showsStop && showsStop,
          },
    );
  }
  return [...kept.values()];
}

/**
 * When a token is to be renewed: when its issuer wants it, else a while before its end, and in any case while a copy
 * need not wait for it. One that lives for a few minutes only is left alone for half of them.
 */
function renewalDueOn(times: TokenTimes | undefined, now: number): number {
  if (times === undefined) return -Infinity;
  const { issuedOn, expiresOn, refreshOn } = times;
  // MSAL takes a token from the future for an expired one. It rounds to seconds, up as well.
  if (issuedOn > now + 1000) return -Infinity;
  const halfLife = (expiresOn - issuedOn) / 2;
  if (refreshOn === undefined) return expiresOn - Math.min(leadTime, halfLife);
  return Math.min(refreshOn, expiresOn - Math.min(minimumLifetime + minute, halfLife));
}

/** A token that is due as soon as it is there must not be renewed without end: it waits as if it had failed. */
function waitsUntil({ failures, failedOn, hurried, renewedOn }: TokenMemory, now: number): number {
  return Math.max(after(failedOn, waits[failures - 1], now), after(renewedOn, waits[hurried], now));
}

/** The end of a wait. One that began in the future began before the clock was put back. */
const after = (begunOn: number | undefined, wait: number | undefined, now: number): number =>
  begunOn === undefined || wait === undefined || begunOn > now ? -Infinity : begunOn + wait;

/** Forgets what no longer counts: somebody has signed in, another account is in use, a newer token is there, … */
export function lookedAt(memory: KeepFreshMemory, snapshot: Snapshot): KeepFreshMemory {
  const { lastSignInOn } = snapshot;
  const signedIn = lastSignInOn !== memory.lastSignInOn;
  let isNetworkBack = false;
  const tokens = new Map<string, TokenMemory>();
  const presetIds = new Set<string>();
  for (const token of keptTokens(snapshot)) {
    const { key, presetId, otherPresetIds, times } = token;
    const ids = [presetId, ...otherPresetIds];
    const known = memory.tokens.get(key);
    const startsAnew = signedIn || ids.some((id) => !memory.presetIds.has(id)) || isWantedAgain(known, token);
    const before = known === undefined || startsAnew ? blank() : known;
    const isNewer = times !== undefined && times.issuedOn !== before.issuedOn;
    if (isNewer && before.lacksNetwork) isNetworkBack = true;
    tokens.set(
      key,
      isNewer ? { ...unhindered(before), issuedOn: times.issuedOn } : withStopShown(before, token),
    );
    for (const id of ids) presetIds.add(id);
  }
  const looked = { lastSignInOn, presetIds, tokens };
  return isNetworkBack ? afterNetworkReturned(looked) : looked;
}

const isWantedAgain = (known: TokenMemory | undefined, { showsStop }: KeptToken): boolean =>
  known?.stopShown === true && !showsStop;

/** The same object where nothing has changed. */
const withStopShown = (known: TokenMemory, { showsStop }: KeptToken): TokenMemory =>
  known.stopped === undefined || known.stopShown === true || !showsStop
    ? known
    : { ...known, stopShown: true };

/** Tries again what failed. What needs a sign-in needs it still, and what was refused would be refused again. */
export const afterNetworkReturned = (memory: KeepFreshMemory): KeepFreshMemory => ({
  ...memory,
  tokens: new Map(
    [...memory.tokens].map(([key, known]) => [
      key,
      known.stopped === 'sign-in-needed' || known.failures === 0 ? known : unhindered(known),
    ]),
  ),
});

/**
 * What came of the renewal of one of the tokens that are due. What keeps it from the sign-in service keeps the others
 * from it as well.
 */
export function afterRenewal(
  memory: KeepFreshMemory,
  token: KeptToken,
  outcome: QuietRenewal,
  now: number,
  due: readonly KeptToken[],
): KeepFreshMemory {
  const tokens = new Map(memory.tokens);
  const known = tokens.get(token.key);
  if (known === undefined) return memory;
  tokens.set(token.key, tried({ ...known, triedOn: now }, token, outcome, now));
  for (const { key } of outcome === 'no-network' ? due : []) {
    const other = tokens.get(key);
    if (other !== undefined && key !== token.key) tokens.set(key, failed(other, true, now));
  }
  return { ...memory, tokens };
}

function tried(known: TokenMemory, token: KeptToken, outcome: QuietRenewal, now: number): TokenMemory {
  switch (outcome) {
    case 'renewed': {
      const wasHurried = renewalDueOn(token.times, now) < (known.renewedOn ?? -Infinity) + minute;
      const hurried = wasHurried ? Math.min(known.hurried + 1, waits.length - 1) : 0;
      return { ...unhindered(known), renewedOn: now, hurried };
    }
    case 'sign-in-needed':
      return { ...unhindered(known), stopped: 'sign-in-needed' };
    case 'refused':
      return { ...unhindered(known), stopped: 'failed' };
    case 'no-network':
    case 'failed':
    case 'nothing-to-do':
      return failed(known, outcome === 'no-network', now);
  }
}

function failed(known: TokenMemory, lacksNetwork: boolean, now: number): TokenMemory {
  const failures = known.failures + 1;
  const counted = { ...known, failures, lacksNetwork, failedOn: now };
  return failures > waits.length ? { ...counted, stopped: 'failed' } : counted;
}

function unhindered({ stopped: _stopped, stopShown: _shown, ...known }: TokenMemory): TokenMemory {
  return { ...known, failures: 0, lacksNetwork: false };
}
