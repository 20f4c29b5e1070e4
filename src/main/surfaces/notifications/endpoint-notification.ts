import type { ConsumerWish } from '../../../shared/endpoint/endpoint-view';
import { t } from '../../../shared/messages';
import { resourceLabel, scopeForResource } from '../../../shared/scopes';
import type { Snapshot } from '../../../shared/snapshot';
import { quietTime, type NotificationView } from './notification-view';
import { shortName } from './short-name';

/** A program that asks for tokens wants something only a person can decide or do; the window shows the same. Pure. */
export function endpointNotifications(
  before: Snapshot,
  after: Snapshot,
  windowFocused: boolean,
): readonly NotificationView[] {
  if (windowFocused) return [];
  const waiting = fresh(before.endpoint.waiting, after.endpoint.waiting).map((wish): NotificationView => ({
    slot: `endpoint-wish ${wish.consumerId}`,
    title: t('notification.consumer-wish.title', names(wish)),
    body: t('notification.consumer-wish.body'),
    click: { name: 'showPage', args: { page: 'automation' } },
    silent: false,
    isOver: ({ endpoint }) => !endpoint.waiting.some((each) => isSame(each, wish)),
  }));
  const signIns = fresh(before.endpoint.signInsNeeded, after.endpoint.signInsNeeded).map(
    (wish): NotificationView => ({
      slot: `endpoint-sign-in ${wish.consumerId}`,
      title: t('notification.consumer-sign-in.title', names(wish)),
      body: t('notification.consumer-sign-in.body'),
      click: {
        name: 'signInForConsumer',
        args: { consumerId: wish.consumerId, resource: wish.resource },
      },
      silent: false,
      isOver: ({ endpoint }) => !endpoint.signInsNeeded.some((each) => isSame(each, wish)),
    }),
  );
  return [...waiting, ...signIns];
}

type Wish = Pick<ConsumerWish, 'consumerId' | 'resource'>;

const isSame = (one: Wish, other: Wish): boolean =>
  one.consumerId === other.consumerId && one.resource === other.resource;

/** Those that were not there before, or that a program still asks for after a while: it may try every second. */
const fresh = (before: readonly ConsumerWish[], after: readonly ConsumerWish[]): readonly ConsumerWish[] =>
  after.filter((wish) => {
    const known = before.find((each) => isSame(each, wish));
    return known === undefined || wish.on - known.on > quietTime;
  });

const names = ({ consumerName, resource }: ConsumerWish): { name: string; resource: string } => ({
  name: shortName(consumerName),
  resource: resourceLabel([scopeForResource(resource)]),
});
