import type { ConsumerDraft } from '../../../shared/endpoint/consumer';
import { checkConsumer, type CheckedConsumer } from '../../../shared/endpoint/check-consumer';
import type { ConsumerView } from '../../../shared/endpoint/endpoint-view';
import type { Checked } from '../../../shared/drafts';

/** For how many days a secret can be good. */
export const lifetimes = ['1', '7', '30', '90', 'never'] as const;
export type Lifetime = (typeof lifetimes)[number];

const day = 86_400_000;

/** @param now ms since the epoch */
export const endAfter = (lifetime: Lifetime, now: number): number | null =>
  lifetime === 'never' ? null : now + Number(lifetime) * day;

/**
 * What the form begins with.
 * @param now ms since the epoch
 */
export function draftOfConsumer(
  consumer: ConsumerView | undefined,
  name: string,
  now: number,
): ConsumerDraft {
  if (consumer === undefined)
    return {
      name,
      identity: {},
      resources: '',
      asksForOthers: false,
      expiresOn: endAfter('30', now),
      fromContainers: false,
    };
  return {
    name: consumer.name,
    identity: consumer.identity,
    resources: consumer.resources.join('\n'),
    asksForOthers: consumer.asksForOthers,
    expiresOn: consumer.expiresOn ?? null,
    fromContainers: consumer.fromContainers,
  };
}

/**
 * As main checks it, too.
 * @param taken the names of all others
 * @param now ms since the epoch
 */
export function checkForm(
  draft: ConsumerDraft,
  taken: readonly string[],
  now: number,
): Checked<CheckedConsumer, ConsumerDraft> {
  const checked = checkConsumer(draft, now);
  const name = draft.name.trim().toLowerCase();
  if (name === '' || !taken.some((each) => each.toLowerCase() === name)) return checked;
  return { ok: false, problems: { ...(checked.ok ? {} : checked.problems), name: 'name-taken' } };
}
