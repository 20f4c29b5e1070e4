import { z } from 'zod';
import { invalidRequest } from './errors';

/** What a `claims` parameter asks for, as far as the demo acts on it. */
export interface ClaimsRequest {
  /** A claims challenge for a second factor is being answered. */
  readonly secondFactor: boolean;
  /** The client can take part in continuous access evaluation (client capability CP1). */
  readonly continuousAccess: boolean;
  /** The authentication context that a claims challenge asks for. */
  readonly context?: string;
}

const claimsSchema = z.object({
  access_token: z
    .object({
      capolids: z.unknown(),
      acrs: z.object({ value: z.string().optional(), values: z.array(z.string()).optional() }).optional(),
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
  if (claims === undefined || claims === '') return { secondFactor: false, continuousAccess: false };
  const wanted = claimsSchema.safeParse(readJson(claims));
  if (!wanted.success) throw invalidRequest("The input parameter 'claims' is not valid.");
  const accessToken = wanted.data.access_token;
  const context = accessToken?.acrs?.value ?? accessToken?.acrs?.values?.[0];
  return {
    ...(context !== undefined && { context }),
    // The demo's authentication contexts all mean a second factor.
    secondFactor: accessToken?.capolids !== undefined || context !== undefined,
    continuousAccess: accessToken?.xms_cc?.values.some((value) => value.toLowerCase() === 'cp1') ?? false,
  };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
