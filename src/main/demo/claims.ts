import { z } from 'zod';
import { invalidRequest } from './errors';

/** What a `claims` parameter asks for, as far as the demo acts on it. */
export interface ClaimsRequest {
  /** A claims challenge for a second factor is being answered. */
  readonly secondFactor: boolean;
  /** Authentication contexts (`acrs`) that an API wants to see in the token. */
  readonly contexts: readonly string[];
  /** The client can take part in continuous access evaluation (client capability CP1). */
  readonly continuousAccess: boolean;
}

const claimsSchema = z.object({
  access_token: z
    .object({
      capolids: z.unknown(),
      acrs: z.object({ value: z.string().optional(), values: z.array(z.string()).optional() }),
      xms_cc: z.object({ values: z.array(z.string()) }).optional(),
    })
    .partial()
    .optional(),
});

/**
 * Reads a `claims` parameter: JSON of OpenID Connect Core 5.5.
 *
 * @throws EntraError if it is not such JSON.
 */
export function parseClaims(claims: string | undefined): ClaimsRequest {
  if (claims === undefined || claims === '') return noClaims;
  const wanted = claimsSchema.safeParse(readJson(claims));
  if (!wanted.success) throw invalidRequest("The input parameter 'claims' is not valid.");
  const accessToken = wanted.data.access_token;
  const { value, values = [] } = accessToken?.acrs ?? {};
  return {
    secondFactor: accessToken?.capolids !== undefined,
    contexts: value === undefined ? values : [value],
    continuousAccess: accessToken?.xms_cc?.values.some((value) => value.toLowerCase() === 'cp1') ?? false,
  };
}

const noClaims: ClaimsRequest = { secondFactor: false, contexts: [], continuousAccess: false };

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
