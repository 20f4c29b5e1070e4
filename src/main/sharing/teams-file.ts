import { z } from 'zod';
import { longestSource } from './team-source';

const names = z.array(z.string().max(10_000)).max(1000);

const fieldChangeSchema = z.strictObject({
  field: z.enum(['name', 'icon', 'colour', 'tags', 'notes', 'delivery', 'tenant', 'access', 'requests']),
  cloud: z.string().max(64).exactOptional(),
  before: z.string().max(1000).exactOptional(),
  after: z.string().max(1000).exactOptional(),
});

const teamChangeSchema = z.strictObject({
  /** ms since the epoch */
  on: z.number(),
  added: names,
  changed: z.array(z.strictObject({ name: z.string().max(10_000), changes: z.array(fieldChangeSchema) })),
  removed: names,
});

/** What is known of the last time a catalogue was got. */
const teamStateSchema = z.strictObject({
  /** ms since the epoch: when it was last asked for, and when that last went well. */
  triedOn: z.number().exactOptional(),
  checkedOn: z.number().exactOptional(),
  /** The server's name for what the last good copy holds; a file's time and size. */
  etag: z.string().max(1000).exactOptional(),
  lastChange: teamChangeSchema.exactOptional(),
});
export type TeamState = z.infer<typeof teamStateSchema>;

export const teamIdSchema = z.string().regex(/^[a-z0-9]{8}$/);

export const teamsFileSchema = z.strictObject({
  version: z.literal(1),
  /** Those that the person has added, in that order. */
  teams: z.array(z.strictObject({ id: teamIdSchema, source: z.string().min(1).max(longestSource) })).max(5),
  /** Of the organisation's, too. */
  states: z.record(teamIdSchema, teamStateSchema),
});
export type TeamsFile = z.infer<typeof teamsFileSchema>;

export const initialTeamsFile: TeamsFile = { version: 1, teams: [], states: {} };
