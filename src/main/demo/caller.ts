import type { JWTPayload } from 'jose';
import { z } from 'zod';
import { demoPeople, findPersonByUsername, type DemoPerson } from './directory';

const payloadSchema = z.object({
  aud: z.union([z.string(), z.array(z.string())]).optional(),
  acrs: z.array(z.string()).default([]),
  name: z.string().optional(),
  oid: z.string().optional(),
  preferred_username: z.string().optional(),
  roles: z.array(z.string()).optional(),
  scp: z.string().optional(),
  tid: z.string().optional(),
  upn: z.string().optional(),
});

/** Whoever a token was issued to. */
export interface Caller extends z.infer<typeof payloadSchema> {
  /** Undefined for an application that calls in its own name. */
  readonly person: DemoPerson | undefined;
  /** Undefined with AD FS. */
  readonly tenantId: string | undefined;
}

/** @param payload of a token that was checked */
export function callerOf(payload: JWTPayload): Caller {
  const claims = payloadSchema.parse(payload);
  const { oid, upn = '', tid: tenantId } = claims;
  const person =
    oid === undefined
      ? findPersonByUsername(upn)
      : demoPeople.find(({ objectIds }) => [...objectIds.values()].includes(oid));
  return { ...claims, person, tenantId };
}
