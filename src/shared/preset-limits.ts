/**
 * What a preset may be at most; the form checks the same as the file's schema, so that what it takes can always be
 * read back. Apart from the schemas: zod would break the pages' content security policy by trying `new Function`.
 */
export const presetLimits = {
  /** What the form takes. */
  nameLength: 80,
  /** What a file may hold: somebody's own file with a longer name is no damage. */
  storedNameLength: 10_000,
  scopeLength: 1024,
  scopes: 50,
  urlLength: 4096,
  requests: 20,
  headers: 50,
  headerNameLength: 256,
  headerValueLength: 4096,
  bodyLength: 100_000,
  tags: 20,
  tagLength: 40,
  notesLength: 4000,
} as const;
