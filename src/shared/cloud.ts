import { z } from 'zod';
import { parseUrl } from './parse-url';
import { cloudIdSchema } from './preset';

/** An https address with neither credentials nor query; where tokens go, nothing else will do. */
export const httpsAddressSchema = z
  .url({ protocol: /^https$/ })
  .max(2048)
  .refine((text) => {
    const url = parseUrl(text);
    // Looked at even when it is no address at all.
    if (url === undefined) return false;
    const { username, password, search, hash } = url;
    return username === '' && password === '' && search === '' && hash === '';
  }, 'must be an https address without user name, query or fragment');

/**
 * A set of endpoints that is not built in. `authority` is the address before the tenant; one whose path is `/adfs` is an
 * AD FS, which has no tenants.
 */
export const customCloudSchema = z.strictObject({
  id: cloudIdSchema,
  name: z.string().min(1).max(80),
  authority: httpsAddressSchema,
  /** Where tenants and subscriptions are asked for; without it none are found by themselves. */
  arm: z.strictObject({ endpoint: httpsAddressSchema, audience: z.string().min(1).max(1024) }).optional(),
  /** What rows of the catalogue are called here: resource strings by catalogue id. Rows without one are not offered. */
  resources: z.record(z.string().min(1).max(64), z.string().min(1).max(1024)).default({}),
});
export type CustomCloud = z.infer<typeof customCloudSchema>;

/** Ids that are taken. */
export const builtInCloudIds = ['public', 'us-government', 'china', 'demo'] as const;

/** What a person types to add a custom cloud, unchecked. */
export const cloudDraftSchema = z.strictObject({
  name: z.string().max(1000),
  authority: z.string().max(5000),
  armEndpoint: z.string().max(5000),
  armAudience: z.string().max(5000),
  /** Lines of `catalogue id = resource`. */
  resources: z.string().max(100_000),
});
export type CloudDraft = z.infer<typeof cloudDraftSchema>;
