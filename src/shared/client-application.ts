import { z } from 'zod';
import { cloudIdSchema } from './preset';

export const clientApplicationSchema = z.strictObject({
  id: z.string().min(1).max(64),
  kind: z.enum(['organisation', 'azure-cli', 'demo']),
  clientId: z.guid(),
  /** A GUID, a verified domain, or `organizations`. */
  tenant: z.string().min(1).max(253),
  cloud: cloudIdSchema,
});
export type ClientApplication = z.infer<typeof clientApplicationSchema>;

/** What a person types on the welcome page, unchecked. */
export const clientApplicationDraftSchema = z.strictObject({
  clientId: z.string().max(1000),
  tenant: z.string().max(1000),
});
export type ClientApplicationDraft = z.infer<typeof clientApplicationDraftSchema>;
