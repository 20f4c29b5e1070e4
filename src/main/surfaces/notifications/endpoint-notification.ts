import type { ConsumerWish } from '../../../shared/endpoint/endpoint-view';
import { t } from '../../../shared/messages';
import { resourceLabel, scopeForResource } from '../../../shared/scopes';
import type { Snapshot } from '../../../shared/snapshot';
import { quietTime, type ClickCommand, type NotificationView, type Saying } from './notification-view';
import { shortName } from './short-name';

/** What a program waits for: a person's yes to another API, or a sign-in. */
export type WishKind = 'waiting' | 'signInsNeeded';

/** Times in ms since the epoch. */
export interface SaidWishes {
  /** When each was spoken of, by program and resource, while they wait. */
  readonly said: Readonly<Record<string, number>>;
  readonly lastSaidOn?: number;
}

export const noWishesSaid: SaidWishes = { said: {} };

/** How long, in ms, after one is said others are gathered: a program that wants fifty APIs is two notifications. */
const gathering = 5000;

/**
 * Says that a program on this computer got no token, and what it waits for; the window shows the same. Once, and again when
 * it still asks after a while. Pure.
 */
export function sayWishes(
  kind: WishKind,
  { endpoint }: Snapshot,
  now: number,
  windowFocused: boolean,
  before: SaidWishes,
): Saying<SaidWishes> {
  const wishes = endpoint[kind];
  const stillSaid = Object.fromEntries(
    wishes.flatMap((wish) => {
      const saidOn = before.said[keyOf(wish)];
      return saidOn === undefined || wish.on - saidOn > quietTime ? [] : [[keyOf(wish), saidOn]];
    }),
  );
  const news = wishes.filter((wish) => stillSaid[keyOf(wish)] === undefined);
  const said = { ...stillSaid, ...Object.fromEntries(news.map((wish) => [keyOf(wish), now])) };
  const [first, ...others] = news;
  if (first === undefined) return { views: [], kept: { ...before, said: stillSaid }, lookAgainOn: Infinity };
  if (windowFocused) return { views: [], kept: { ...before, said }, lookAgainOn: Infinity };
  const dueOn = (before.lastSaidOn ?? -Infinity) + gathering;
  if (dueOn > now) return { views: [], kept: { ...before, said: stillSaid }, lookAgainOn: dueOn };
  return {
    views: [others.length === 0 ? oneWish(kind, first) : severalWishes(kind, news)],
    kept: { said, lastSaidOn: now },
    lookAgainOn: Infinity,
  };
}

const words = { waiting: 'consumer-wish', signInsNeeded: 'consumer-sign-in' } as const;
const severalWords = { waiting: 'consumer-wishes', signInsNeeded: 'consumer-sign-ins' } as const;

function oneWish(kind: WishKind, wish: ConsumerWish): NotificationView {
  const { consumerId, consumerName, resource } = wish;
  const label = shortName(resourceLabel([scopeForResource(resource)]));
  const signIn: ClickCommand = { name: 'signInForConsumer', args: { consumerId, resource } };
  return {
    ...place(kind, [wish]),
    title: t(`notification.${words[kind]}.title`, { name: shortName(consumerName), resource: label }),
    body: t(`notification.${words[kind]}.body`),
    click: kind === 'waiting' ? toPage : signIn,
  };
}

function severalWishes(kind: WishKind, wishes: readonly ConsumerWish[]): NotificationView {
  return {
    ...place(kind, wishes),
    title: t(`notification.${severalWords[kind]}.title`, { count: wishes.length }),
    body: t(`notification.${severalWords[kind]}.body`),
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
    slot: `endpoint ${kind}`,
    silent: false,
    isOver: ({ endpoint }) => !endpoint[kind].some((wish) => keys.includes(keyOf(wish))),
  };
}

const keyOf = ({ consumerId, resource }: ConsumerWish): string => JSON.stringify([consumerId, resource]);
