/** What comes back: the first at once, any number of the second, and the last when all is over. */
export type Frame =
  | { readonly kind: 'hello'; readonly proof: string }
  | { readonly kind: 'stderr'; readonly text: string }
  | { readonly kind: 'done'; readonly exitCode: number; readonly stdout: string; readonly stderr: string };

/** Undefined: it is none. Read by the command line itself, which does without zod. */
export function readFrame(line: string): Frame | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  // Nothing is known of the members but their names.
  const { kind, proof, text, exitCode, stdout, stderr } = value as Partial<Record<string, unknown>>;
  if (kind === 'hello') return typeof proof === 'string' ? { kind, proof } : undefined;
  if (kind === 'stderr') return typeof text === 'string' ? { kind, text } : undefined;
  return kind === 'done' &&
    typeof exitCode === 'number' &&
    typeof stdout === 'string' &&
    typeof stderr === 'string'
    ? { kind, exitCode, stdout, stderr }
    : undefined;
}
