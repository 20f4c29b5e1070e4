/**
 * Whether two resources are the same to a person who allows one: letter case of scheme and host says nothing (RFC 3986,
 * section 6.2.2.1), nor does one slash at the end, which Entra keeps in the audience all the same.
 */
export const sameResource = (one: string, other: string): boolean => normal(one) === normal(other);

function normal(resource: string): string {
  const trimmed = resource.trim().replace(/\/$/, '');
  const [, start = '', rest = ''] = /^([a-z][a-z0-9+.-]*:\/\/[^/?#]*)?(.*)$/is.exec(trimmed) ?? [];
  return start.toLowerCase() + (start === '' ? rest.toLowerCase() : rest);
}
