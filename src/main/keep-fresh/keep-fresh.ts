import type { Snapshot } from '../../shared/snapshot';
import type { PresetProblem } from '../../shared/token-status';
import type { After, Now } from '../ports';
import type { QuietRenewal } from '../preset-tokens';
import {
  afterNetworkReturned,
  afterRenewal,
  keepFreshPlan,
  keptTokens,
  lookedAt,
  nothingRemembered,
  type KeepFreshPlan,
  type KeptToken,
} from './keep-fresh-plan';

/** A clock that was changed is noticed after this time at the latest, in ms. */
const longestWait = 15 * 60_000;

/** How often to look whether the network is back, in ms, while something waits for it. */
const networkInterval = 30_000;

const shortestWait = 1000;

export interface KeepFreshOptions {
  readonly snapshot: () => Snapshot;
  readonly subscribe: (listener: () => void) => () => void;
  /** Must ask nobody: no browser, no window. */
  readonly renew: (presetId: string) => Promise<QuietRenewal>;
  /** A preset is not kept fresh any more, or is again. */
  readonly stopped: (presetId: string, problem: PresetProblem | undefined) => void;
  /** Only false is reliable. */
  readonly isOnline: () => boolean;
  readonly after: After;
  readonly now: Now;
}

/** Renews the tokens of presets that are to be kept fresh, one after the other, each ahead of its end. */
export class KeepFresh {
  private memory = nothingRemembered;
  private isRenewing = false;
  private isOffline = false;
  private isOver = false;
  private unsubscribe: (() => void) | undefined;
  private cancelTimer: (() => void) | undefined;

  constructor(private readonly options: KeepFreshOptions) {}

  start(): void {
    this.unsubscribe = this.options.subscribe(() => this.look());
    this.look();
  }

  /** The computer has been asleep: much may be due, and what failed may work now. */
  resumed(): void {
    this.memory = afterNetworkReturned(this.memory);
    this.look();
  }

  /** Begins nothing more. */
  stop(): void {
    this.isOver = true;
    this.unsubscribe?.();
    this.cancelTimer?.();
  }

  private look(): void {
    if (this.isOver) return;
    this.remember();
    if (!this.isRenewing) void this.renewDue();
  }

  private remember(): void {
    const snapshot = this.options.snapshot();
    this.memory = lookedAt(this.memory, snapshot);
    const shown = new Map(snapshot.presets.map(({ id, keepFreshStopped }) => [id, keepFreshStopped]));
    for (const { key, presetId, otherPresetIds } of keptTokens(snapshot)) {
      const problem = this.memory.tokens.get(key)?.stopped;
      for (const id of [presetId, ...otherPresetIds])
        if (shown.get(id) !== problem) this.options.stopped(id, problem);
    }
  }

  private async renewDue(): Promise<void> {
    this.isRenewing = true;
    let plan = this.plan();
    for (let [next] = plan.due; next !== undefined && !this.isOffline; [next] = plan.due) {
      await this.renew(next);
      // A copy that has come meanwhile is not to wait for all the others.
      await new Promise(setImmediate);
      if (this.isOver) return;
      this.remember();
      plan = this.plan();
    }
    this.isRenewing = false;
    this.wait(plan);
  }

  private async renew(token: KeptToken): Promise<void> {
    const { renew, isOnline, snapshot, now } = this.options;
    const before = this.memory.tokens.get(token.key);
    const outcome = await renew(token.presetId).catch((): QuietRenewal => 'failed');
    // Somebody has signed in while it was under way, or the like: it deserves another try.
    if (outcome !== 'renewed' && this.memory.tokens.get(token.key) !== before) return;
    // That it was offline is nobody's failure.
    if (outcome === 'no-network' && !isOnline()) return;
    const { due } = keepFreshPlan(snapshot(), this.memory, now());
    this.memory = afterRenewal(this.memory, token, outcome, now(), due);
  }

  /** Looks at the network only when something waits for it. */
  private plan(): KeepFreshPlan {
    const { snapshot, isOnline, now } = this.options;
    const plan = keepFreshPlan(snapshot(), this.memory, now());
    const isBack = this.isOffline;
    this.isOffline = this.waitsForNetwork(plan) && !isOnline();
    if (!isBack || this.isOffline) return plan;
    this.memory = afterNetworkReturned(this.memory);
    return keepFreshPlan(snapshot(), this.memory, now());
  }

  private waitsForNetwork({ due }: KeepFreshPlan): boolean {
    return due.length > 0 || [...this.memory.tokens.values()].some(({ lacksNetwork }) => lacksNetwork);
  }

  private wait(plan: KeepFreshPlan): void {
    const { after, now } = this.options;
    this.cancelTimer?.();
    const forNetwork = this.waitsForNetwork(plan) ? networkInterval : Infinity;
    const wait = Math.min(plan.nextOn - now(), forNetwork);
    this.cancelTimer =
      wait === Infinity
        ? undefined
        : after(Math.min(Math.max(wait, shortestWait), longestWait), () => this.look());
  }
}
