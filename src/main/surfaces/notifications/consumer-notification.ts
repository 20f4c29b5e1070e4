import type { ConsumerWish } from '../../../shared/endpoint/endpoint-view';
import { t } from '../../../shared/messages';
import { resourceLabel, scopeForResource } from '../../../shared/scopes';
import type { Snapshot } from '../../../shared/snapshot';
import type { ClickCommand, NotificationView, Saying } from './notification-view';
import { shortName } from './short-name';

/** What a program is told to wait for: a person's yes to another API, or a sign-in. */
export type WishKind = 'waiting' | 'signInsNeeded';

export interface SaidWishes {
  /** Those that were spoken of, by program and resource, while they wait. */
  readonly said: readonly string[];
  /** ms since the epoch */
  readonly lastSaidOn?: number;
}

export const noWishesSaid: SaidWishes = { said: [] };

/** How long, in ms, after one is said others are gathered: a program that wants twenty APIs is two notifications. */
const gathering = 5000;

/**
 * Says that programs on this computer got no token and what they wait for, whether or not the window has the focus: whoever
 * runs a script looks at something else. Each wish is said once for as long as it waits. Pure.
 */
export function sayWishes(
  kind: WishKind,
  { endpoint }: Snapshot,
  now: number,
  before: SaidWishes,
): Saying<SaidWishes> {
  const wishes = endpoint[kind];
  const keys = wishes.map(keyOf);
  const said = before.said.filter((key) => keys.includes(key));
  const kept: SaidWishes = { ...before, said };
  const news = wishes.filter((wish) => !said.includes(keyOf(wish)));
  const [first, ...others] = news;
  if (first === undefined) return { views: [], kept, lookAgainOn: Infinity };
  const dueOn = (before.lastSaidOn ?? -Infinity) + gathering;
  if (dueOn > now) return { views: [], kept, lookAgainOn: dueOn };
  return {
    views: [others.length === 0 ? oneWish(kind, first) : severalWishes(kind, news)],
    kept: { said: keys, lastSaidOn: now },
    lookAgainOn: Infinity,
  };
}

function oneWish(kind: WishKind, wish: ConsumerWish): NotificationView {
  const { consumerId, consumerName, resource } = wish;
  const names = {
    name: shortName(consumerName),
    resource: shortName(resourceLabel([scopeForResource(resource)])),
  };
  const signIn: ClickCommand = { name: 'signInForConsumer', args: { consumerId, resource } };
  return {
    ...place(kind, [wish]),
    title: t(`notification.wish.${kind}.title`, names),
    body: t(`notification.wish.${kind}.body`),
    click: kind === 'waiting' ? toPage : signIn,
  };
}

function severalWishes(kind: WishKind, wishes: readonly ConsumerWish[]): NotificationView {
  return {
    ...place(kind, wishes),
    title: t(`notification.wishes.${kind}.title`, { count: wishes.length }),
    body: t(`notification.wishes.${kind}.body`),
    click: toPage,
  };
}

const toPage: ClickCommand = { name: 'showPage', args: { page: 'automation' } };

function place(
  kind: WishKind,
  wishes: readonly ConsumerWish[],
): Pick<NotificationView, 'slot' | 'silent' | 'isOver'> {
  const keys = wishes.map(keyOf);
  return {
    slot: `wish ${kind}`,
    silent: false,
    isOver: ({ endpoint }) => !endpoint[kind].some((wish) => keys.includes(keyOf(wish))),
  };
}

const keyOf = ({ consumerId, resource }: ConsumerWish): string => JSON.stringify([consumerId, resource]);
