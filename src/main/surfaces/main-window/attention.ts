import type { Snapshot } from '../../../shared/snapshot';

/**
 * Whether the window has to come up because of what has changed:
 * - `show`: to the front, because somebody has signed in, or a failure or a question is there to be read;
 * - `show-behind`: open, but without taking the focus from the browser that is being signed in to.
 */
export type Attention = 'none' | 'show' | 'show-behind';

export function attention(before: Snapshot, after: Snapshot): Attention {
  if (after.lastSignInOn !== undefined && after.lastSignInOn !== before.lastSignInOn) return 'show';
  if (after.failure !== undefined && after.failure.details !== before.failure?.details) return 'show';
  if (after.question !== undefined && after.question.id !== before.question?.id) return 'show';
  if (before.signIn === undefined && after.signIn !== undefined) return 'show-behind';
  return 'none';
}
