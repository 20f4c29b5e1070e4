import { createHmac, timingSafeEqual } from 'node:crypto';

/** Of 32 bytes in base64url, without padding. */
export const proofLength = 43;

/**
 * That whoever wrote this knows the key, which itself never leaves the file it stands in: a pipe of Windows may be somebody
 * else's by the time it is opened. Each way has its own kind of proof, so that none can be sent back. RFC 2104
 */
export const proofOf = (key: string, from: 'client' | 'program', nonce: string, text = ''): string =>
  createHmac('sha256', key).update(`${from} ${nonce} ${text}`).digest('base64url');

export function isProof(given: string, right: string): boolean {
  const one = Buffer.from(given);
  const other = Buffer.from(right);
  return one.length === other.length && timingSafeEqual(one, other);
}
