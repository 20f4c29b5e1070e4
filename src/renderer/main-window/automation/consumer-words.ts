import { t } from '../../../shared/messages';
import { coarseWords } from '../../../shared/messages/time-words';
import type { ConsumerProblem, ConsumerView } from '../../../shared/endpoint/endpoint-view';
import { dayOnly } from '../../time/full-date';

/** How a program stands, the most pressing first. */
export type ConsumerState = ConsumerProblem | 'on' | 'off' | 'expired';

const hasEnded = ({ expiresOn }: ConsumerView, now: number): boolean =>
  expiresOn !== undefined && expiresOn <= now;

/** @param now ms since the epoch */
export function consumerState(consumer: ConsumerView, now: number): ConsumerState {
  if (!consumer.isOn) return 'off';
  if (hasEnded(consumer, now)) return 'expired';
  return consumer.problem ?? 'on';
}

/** Whom its tokens are for: "Zoë Nuñez · Contoso". */
export function consumerWho({ identity, accountName, tenantName }: ConsumerView): string {
  const follows = identity.accountId === undefined;
  if (accountName === undefined) return t(follows ? 'consumer.in-use' : 'consumer.state.account-gone');
  const isKnown = tenantName !== undefined && tenantName !== '';
  const who = isKnown ? t('consumer.who', { account: accountName, tenant: tenantName }) : accountName;
  return follows ? t('consumer.in-use.now', { who }) : who;
}

const minute = 60_000;
const day = 24 * 60 * minute;

/** When it last had a token, how many, and till when it may: "Used 5 min ago · 12 tokens this session · until May 3". */
export function consumerUse({ lastUsedOn, tokensGiven, expiresOn }: ConsumerView, now: number): string {
  const parts = [
    lastUsedOn === undefined ? t('consumer.never-used') : usedWords(now - lastUsedOn, lastUsedOn),
  ];
  if (tokensGiven > 0) parts.push(t('consumer.tokens', { count: tokensGiven }));
  if (expiresOn !== undefined)
    parts.push(t(expiresOn > now ? 'consumer.until' : 'consumer.ended', { date: dayOnly(expiresOn) }));
  return parts.join(' · ');
}

function usedWords(ago: number, on: number): string {
  if (ago < minute) return t('consumer.used-now');
  if (ago < day) return t('consumer.used-ago', { span: coarseWords(ago) });
  return t('consumer.used-on', { date: dayOnly(on) });
}

/** How many APIs are named before the others are counted. */
const named = 2;

/** What it may have tokens for, by their names. */
export function consumerApis(
  { resources, asksForOthers }: ConsumerView,
  nameOf: (resource: string) => string,
): string {
  if (resources.length === 0) return t(asksForOthers ? 'consumer.any-api' : 'consumer.no-api');
  const count = resources.length - named;
  // "and 1 more" takes the room of its name.
  if (count <= 1) return resources.map(nameOf).join(', ');
  return t('consumer.more-apis', { names: resources.slice(0, named).map(nameOf).join(', '), count });
}
