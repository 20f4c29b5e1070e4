import { z } from 'zod';

const payloadSchema = z.object({ aud: z.union([z.string(), z.array(z.string())]) });

/** Whom a token is for, as it says itself. Undefined: it is encrypted, opaque, or says nothing. Nothing is verified. */
export function audienceOf(accessToken: string): string | undefined {
  const parts = accessToken.split('.');
  if (parts.length !== 3) return undefined;
  try {
    const payload: unknown = JSON.parse(Buffer.from(parts[1] ?? '', 'base64url').toString('utf8'));
    const { aud } = payloadSchema.parse(payload);
    return typeof aud === 'string' ? aud : aud[0];
  } catch {
    return undefined;
  }
}
