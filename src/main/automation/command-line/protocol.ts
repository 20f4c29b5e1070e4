import { z } from 'zod';

/** How the command line and the running program talk: a line of JSON there, lines of JSON back. */

/** Of one request, in bytes: presets that are imported from standard input come with it. */
export const longestRequest = 6 * 1024 * 1024;

export const commandLineRequestSchema = z.object({
  key: z.string().max(100),
  argv: z.array(z.string().max(100_000)).max(1000),
  /** Absolute: where relative paths begin. */
  folder: z.string().max(10_000),
  /** Whether a terminal reads the answer. */
  isTerminal: z.boolean(),
  /** What came by standard input, where a command wants it. */
  input: z.string().optional(),
  /** Of the program that the command line belongs to. */
  version: z.string().max(100),
});
export type CommandLineRequest = z.infer<typeof commandLineRequestSchema>;

/** What comes back: any number of the first, and then one of the others. */
export type Frame =
  | { readonly kind: 'stderr'; readonly text: string }
  | { readonly kind: 'done'; readonly exitCode: number; readonly stdout: string; readonly stderr: string }
  /** The rest is for a real az. */
  | { readonly kind: 'pass-on'; readonly argv: readonly string[] };
