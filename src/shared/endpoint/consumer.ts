import { z } from 'zod';
import { presetIdentitySchema } from '../preset';

/**
 * What a person types about a consumer of the local endpoint, unchecked: a script, notebook or service of theirs that gets
 * tokens by itself, with a secret of its own.
 */
export const consumerDraftSchema = z.strictObject({
  name: z.string().max(1000),
  /** Whom its tokens are for; what is absent goes by what is in use when it asks. */
  identity: presetIdentitySchema,
  /** What it may have tokens for, one resource a line, as typed: `https://vault.azure.net`. */
  resources: z.string().max(60_000),
  /** Whether it may be asked about another resource, once each, or is refused. */
  asksForOthers: z.boolean(),
  /** Until when its secret is good, in ms since the epoch; `null`: until it is revoked. */
  expiresOn: z.int().nonnegative().nullable(),
  /** Whether it may call this computer `host.docker.internal`, as from a container. */
  fromContainers: z.boolean(),
});
export type ConsumerDraft = z.infer<typeof consumerDraftSchema>;
