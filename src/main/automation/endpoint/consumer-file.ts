import { z } from 'zod';
import { consumerLimits } from '../../../shared/endpoint/consumer-limits';
import { presetIdentitySchema, type PresetIdentity } from '../../../shared/preset';
import { settingLimits } from '../../../shared/setting-limits';

const resourcesSchema = z
  .array(z.string().min(1).max(consumerLimits.resourceLength))
  .max(consumerLimits.resources);

export const consumerSchema = z.strictObject({
  id: z.string().min(1).max(64),
  name: z.string().min(1).max(consumerLimits.nameLength),
  /** SHA-256 of its secret in hex. The secret has 256 random bits, so that nothing is gained by a slower hash. */
  secretHash: z.string().regex(/^[0-9a-f]{64}$/),
  isOn: z.boolean(),
  identity: presetIdentitySchema,
  resources: resourcesSchema,
  /** What a person has said no to, so that it is not asked about again. */
  refused: resourcesSchema,
  asksForOthers: z.boolean(),
  fromContainers: z.boolean(),
  /** ms since the epoch */
  createdOn: z.int().nonnegative(),
  /** ms since the epoch; absent: until it is revoked */
  expiresOn: z.int().nonnegative().exactOptional(),
});
export type Consumer = z.infer<typeof consumerSchema>;

/** Whose tokens it has, in the tenant that it asks for where it is not held to one. */
export const identityFor = ({ identity }: Pick<Consumer, 'identity'>, tenantId?: string): PresetIdentity => ({
  ...(tenantId === undefined ? {} : { tenantId }),
  ...identity,
});

export const consumersFileSchema = z.strictObject({
  version: z.literal(1),
  /** The port that was random once: what was copied then works after a restart. */
  port: z.int().min(settingLimits.port.least).max(settingLimits.port.most).exactOptional(),
  consumers: z.array(consumerSchema).max(consumerLimits.consumers),
});
export type ConsumersFile = z.infer<typeof consumersFileSchema>;
