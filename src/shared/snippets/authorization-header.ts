import type { Header } from './sent-request';

/** Header lines as they go over the wire: https://www.rfc-editor.org/rfc/rfc6750#section-2.1 */
export const headerLines = (headers: readonly Header[]): string =>
  headers.map(({ name, value }) => `${name}: ${value}`).join('\n');
