import { z } from 'zod';
import { clientApplicationLimits } from './client-application-limits';
import { cloudIdSchema } from './preset';

/** Tells client applications apart at a glance; always beside a name. */
export const clientColours = ['violet', 'blue', 'teal', 'green', 'amber', 'red', 'pink', 'grey'] as const;
export const clientColourSchema = z.enum(clientColours);
export type ClientColour = (typeof clientColours)[number];

/** What is known of a service principal's credential without the credential itself, which is kept encrypted. */
export const credentialInfoSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('secret'), savedOn: z.number() }),
  z.strictObject({
    type: z.literal('certificate'),
    savedOn: z.number(),
    /** Upper-case hex of the SHA-256 of the certificate. */
    thumbprint: z.string().max(64),
    subject: z.string().max(2000),
    /** ms since the epoch */
    notBefore: z.number(),
    /** ms since the epoch */
    notAfter: z.number(),
  }),
]);
export type CredentialInfo = z.infer<typeof credentialInfoSchema>;

export const clientApplicationKindSchema = z.enum(['organisation', 'azure-cli', 'demo', 'service-principal']);
export type ClientApplicationKind = z.infer<typeof clientApplicationKindSchema>;

export const clientApplicationSchema = z.strictObject({
  id: z.string().min(1).max(64),
  kind: clientApplicationKindSchema,
  /** What the person or the organisation calls it; absent: what its kind is called. */
  name: z.string().min(1).max(clientApplicationLimits.nameLength).optional(),
  colour: clientColourSchema.optional(),
  /** A GUID; an AD FS also takes other texts. */
  clientId: z.string().min(1).max(clientApplicationLimits.clientIdLength),
  /** A GUID, a verified domain, or `organizations`; `adfs` where the cloud is one. */
  tenant: z.string().min(1).max(253),
  cloud: cloudIdSchema,
  /** Of a service principal. */
  credential: credentialInfoSchema.optional(),
});
export type ClientApplication = z.infer<typeof clientApplicationSchema>;

/** What a person types to add an app registration, unchecked. */
export const clientApplicationDraftSchema = z.strictObject({
  clientId: z.string().max(1000),
  tenant: z.string().max(1000),
  /** Absent: the public cloud. */
  cloud: cloudIdSchema.optional(),
});
export type ClientApplicationDraft = z.infer<typeof clientApplicationDraftSchema>;

/** What a person types to add a service principal, unchecked and without its credential. */
export const servicePrincipalDraftSchema = z.strictObject({
  /** Empty: what its kind is called. */
  name: z.string().max(1000),
  clientId: z.string().max(1000),
  tenant: z.string().max(1000),
  cloud: cloudIdSchema,
});
export type ServicePrincipalDraft = z.infer<typeof servicePrincipalDraftSchema>;
