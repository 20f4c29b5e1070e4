import { z } from 'zod';

/** Of tenants, and of subscriptions in one of them; more are not kept. */
export const directoryLimits = { tenants: 1000, subscriptions: 10_000 } as const;

const subscriptionSchema = z.strictObject({
  id: z.string().min(1).max(100),
  name: z.string().max(500),
  /** `Enabled`, `Disabled`, `Warned`, … as ARM has it. */
  state: z.string().max(50),
});
export type Subscription = z.infer<typeof subscriptionSchema>;

const tenantSchema = z.strictObject({
  id: z.string().min(1).max(253),
  name: z.string().max(500).optional(),
  domain: z.string().max(253).optional(),
  subscriptions: z.array(subscriptionSchema).max(directoryLimits.subscriptions),
  /** Why subscriptions could not be asked for: the tenant wants a sign-in of its own first, or it did not work. */
  problem: z.enum(['sign-in-needed', 'second-factor', 'blocked', 'failed']).optional(),
  /** The person has named it; ARM does not list it. */
  addedByHand: z.boolean().optional(),
});
export type DirectoryTenant = z.infer<typeof tenantSchema>;

/** What ARM says an account can reach. */
export const directorySchema = z.strictObject({
  /** ms since the epoch */
  readOn: z.number(),
  tenants: z.array(tenantSchema).max(directoryLimits.tenants),
});
export type Directory = z.infer<typeof directorySchema>;

/** All that is kept of one signed-in account, in one encrypted document. */
const recordSchema = z.strictObject({
  version: z.literal(1),
  accountId: z.string().min(1).max(512),
  /** MSAL's serialised cache of this account. */
  cache: z.string(),
  /**
   * The tenant that its tokens are for unless another is chosen. Kept, since the cache tells it only until there are
   * tokens of other tenants in it.
   */
  tenantId: z.string().max(253).optional(),
  /** ms since the epoch */
  signedInOn: z.number().optional(),
  /** It can be asked for again, and is not worth the account. */
  directory: directorySchema.optional().catch(undefined),
});
export type AccountRecord = z.infer<typeof recordSchema>;

/** @throws ZodError, SyntaxError */
export const parseAccountRecord = (text: string): AccountRecord => recordSchema.parse(JSON.parse(text));
