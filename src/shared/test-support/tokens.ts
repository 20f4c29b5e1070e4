/** A token with this header and payload, of objects or of JSON as it is. Its signature is none. */
export function tokenOf(
  payload: unknown,
  header: unknown = { typ: 'JWT', alg: 'RS256', kid: 'key-1' },
): string {
  const part = (value: unknown): string =>
    Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
  return `${part(header)}.${part(payload)}.${Buffer.from('not a signature').toString('base64url')}`;
}
