import { z } from 'zod';
import { cloudIdSchema } from './preset';

/** The client id of Azure CLI's public client. Never used unless the person has chosen it. */
export const azureCliClientId = '04b07795-8ddb-461a-bbee-02f9e1bf7b46';

/** What has to be registered under "Mobile and desktop applications"; Entra ignores the port (RFC 8252, section 7.3). */
export const redirectUri = 'http://localhost';

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
