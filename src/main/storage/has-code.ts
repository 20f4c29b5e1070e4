/** Whether the file system says this, by one of these names: https://nodejs.org/api/errors.html#common-system-errors */
export const hasCode = (error: unknown, ...codes: readonly string[]): boolean =>
  error instanceof Error && 'code' in error && codes.includes(String(error.code));
