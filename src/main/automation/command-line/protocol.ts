import { z } from 'zod';

/**
 * How the command line and the running program talk: one line there, of a random nonce, the proof that its writer knows the
 * key (`proof.ts`), and a request in JSON; lines of JSON back.
 */

/** Of one request, in bytes: presets that are imported from standard input come with it. */
export const longestRequest = 6 * 1024 * 1024;

export const commandLineRequestSchema = z.object({
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
