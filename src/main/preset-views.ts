import { shareStructure } from '../shared/share-structure';
import type { IdentityView, PresetView } from '../shared/snapshot';
import type { PresetProblem } from '../shared/token-status';
import type { Preset } from '../shared/preset';
import { inListOrder } from './presets/presets';
import type { RecentCopy } from './presets/recent-copies';
import type { AppState } from './state';

/** What the rows of all presets are made of, besides the presets themselves. */
const commonParts = [
  'clientApplications',
  'clouds',
  'open',
  'currentId',
  'accountIds',
  'tenantIds',
  'tenantNames',
  'subscriptionIds',
  'demoOrigin',
  'managedPresetIds',
  'teams',
] as const satisfies readonly (keyof AppState)[];

/** All that a row may be made of, so that it is made anew whenever it would be another one, and only then. */
export type CommonParts = Pick<AppState, (typeof commonParts)[number]>;

/** What is known of one preset alone. */
export interface PresetFacts {
  readonly acquiring: boolean;
  readonly problem: PresetProblem | undefined;
  readonly keepFreshStopped: PresetProblem | undefined;
  readonly lastCopy: RecentCopy | undefined;
}

/** Makes the row of a preset; `undefined` where its cloud does not have it. */
export type MakePresetView = (
  common: CommonParts,
  preset: Preset,
  facts: PresetFacts,
  /** What most presets have in common. */
  currentIdentity: IdentityView | undefined,
) => PresetView | undefined;

interface Made {
  readonly preset: Preset;
  readonly facts: PresetFacts;
  readonly view: PresetView | undefined;
}

const sameFacts = (one: PresetFacts, other: PresetFacts): boolean =>
  one.acquiring === other.acquiring &&
  one.problem === other.problem &&
  one.keepFreshStopped === other.keepFreshStopped &&
  one.lastCopy === other.lastCopy;

/**
 * The rows of all presets, with a memory of the last ones: a thousand are not made anew because one of them has a new
 * token. What has not changed is the same object again, the list as a whole, too.
 */
export function presetViewsMaker(
  makeView: MakePresetView,
  makeCurrentIdentity: (common: CommonParts) => IdentityView | undefined,
): (state: AppState) => readonly PresetView[] {
  let common: CommonParts | undefined;
  let currentIdentity: IdentityView | undefined;
  let before: ReadonlyMap<string, Made> = new Map();
  let views: readonly PresetView[] = [];
  return (state) => {
    const last = common;
    const sameCommon = last !== undefined && commonParts.every((part) => last[part] === state[part]);
    if (!sameCommon) currentIdentity = shareStructure(currentIdentity, makeCurrentIdentity(state));
    common = state;
    const lastCopies = lastCopiesOf(state.recentCopies);
    const made = new Map<string, Made>();
    const next: PresetView[] = [];
    for (const preset of inListOrder(state.presets)) {
      const { id } = preset;
      const facts: PresetFacts = {
        acquiring: (state.acquiring[id] ?? 0) > 0,
        problem: state.problems[id],
        keepFreshStopped: state.keepFreshStopped[id],
        lastCopy: lastCopies.get(id),
      };
      const old = before.get(id);
      const isSame = sameCommon && old?.preset === preset && sameFacts(old.facts, facts);
      const view = isSame
        ? old.view
        : shareStructure(old?.view, makeView(state, preset, facts, currentIdentity));
      made.set(id, { preset, facts, view });
      if (view !== undefined) next.push(view);
    }
    before = made;
    if (next.length !== views.length || next.some((view, index) => view !== views[index])) views = next;
    return views;
  };
}

/** From the oldest on: a file written by hand may name a preset twice, and the newest copy counts. */
const lastCopiesOf = (copies: readonly RecentCopy[]): ReadonlyMap<string, RecentCopy> =>
  new Map(copies.toReversed().map((copy) => [copy.presetId, copy]));
