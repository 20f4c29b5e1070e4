import { describe, expect, it } from 'vitest';
import type { ConsumerWish } from '../../../shared/endpoint/endpoint-view';
import type { Snapshot } from '../../../shared/snapshot';
import { snapshotWith } from '../../../shared/test-support/snapshots';
import { noWishesSaid, sayWishes, type SaidWishes, type WishKind } from './endpoint-notification';
import type { NotificationView } from './notification-view';

const start = 1_000_000;
const minute = 60_000;

const wish = (resource: string, consumerName = 'my notebook'): ConsumerWish => ({
  consumerId: consumerName,
  consumerName,
  resource,
  on: start,
});
const vault = wish('https://vault.azure.net');
const graph = wish('https://graph.microsoft.com/');
const storage = wish('https://storage.azure.com', 'billing');
const again = (each: ConsumerWish, after: number): ConsumerWish => ({ ...each, on: start + after });

const waitingFor = (kind: WishKind, ...wishes: readonly ConsumerWish[]): Snapshot => {
  const calm = snapshotWith();
  return { ...calm, endpoint: { ...calm.endpoint, [kind]: wishes } };
};

/** Takes in one snapshot after another. Times in ms. */
function follow(
  kind: WishKind,
  ...changes: readonly (readonly [number, readonly ConsumerWish[], boolean?])[]
) {
  const said: NotificationView[] = [];
  let kept: SaidWishes = noWishesSaid;
  let lookAgainOn = Infinity;
  for (const [on, wishes, focused = false] of changes) {
    const saying = sayWishes(kind, waitingFor(kind, ...wishes), start + on, focused, kept);
    said.push(...saying.views);
    ({ kept, lookAgainOn } = saying);
  }
  return { said, lookAgainOn };
}

describe('a program that wants something', () => {
  it('is said with its name and the API: a click shows where to answer', () => {
    const { said } = follow('waiting', [0, [vault]]);
    expect(said).toMatchObject([
      {
        title: '“my notebook” wants tokens for vault.azure.net',
        click: { name: 'showPage', args: { page: 'automation' } },
      },
    ]);
  });

  it('is signed in for by a click, where only that helps', () => {
    const { said } = follow('signInsNeeded', [0, [vault]]);
    expect(said).toMatchObject([
      {
        title: 'Sign in so that “my notebook” gets its tokens',
        click: { name: 'signInForConsumer', args: { consumerId: 'my notebook', resource: vault.resource } },
      },
    ]);
  });

  it('is said once, however often it asks, and again when it still asks after a while', () => {
    const often = [1, 2, 3, 4, 5, 6, 7, 8, 9].map(
      (minutes) => [minutes * minute, [again(vault, minutes * minute)]] as const,
    );
    expect(follow('waiting', [0, [vault]], ...often).said).toHaveLength(1);
    const late = [11 * minute, [again(vault, 11 * minute)]] as const;
    expect(follow('waiting', [0, [vault]], ...often, late).said).toHaveLength(2);
    expect(follow('waiting', [0, [vault]], [minute, []], [2 * minute, [vault]]).said).toHaveLength(2);
  });

  it('is not said to whoever looks at the window', () => {
    expect(follow('waiting', [0, [vault], true], [100, [vault]]).said).toEqual([]);
  });

  it('is gathered with others that come soon after', () => {
    const soon = follow('waiting', [0, [vault]], [100, [vault, graph]], [200, [vault, graph, storage]]);
    expect(soon.said).toHaveLength(1);
    expect(soon.lookAgainOn).toBe(start + 5000);
    const { said } = follow('waiting', [0, [vault]], [100, [vault, graph]], [5000, [vault, graph, storage]]);
    expect(said.map(({ title }) => title)).toEqual([
      '“my notebook” wants tokens for vault.azure.net',
      'Programs want tokens for 2 other APIs',
    ]);
    expect(said[1]?.click).toEqual({ name: 'showPage', args: { page: 'automation' } });
  });

  it('is over when it no longer waits', () => {
    const [view] = follow('signInsNeeded', [0, [vault, graph]]).said;
    expect(view?.title).toBe('2 tokens for programs need a sign-in');
    expect(view?.isOver(waitingFor('signInsNeeded', graph), start)).toBe(false);
    expect(view?.isOver(waitingFor('signInsNeeded', storage), start)).toBe(true);
    expect(view?.isOver(waitingFor('waiting', graph), start)).toBe(true);
  });

  it('shows no name in a way that takes the place of what happened', () => {
    const long = wish(`https://${'x'.repeat(900)}.example`, 'y'.repeat(80));
    const [view] = follow('waiting', [0, [long]]).said;
    expect(view?.title.length).toBeLessThan(150);
    expect(view?.body).not.toContain('xxx');
  });
});
