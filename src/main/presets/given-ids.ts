/** Before the ids of presets that somebody else keeps; a person's own never begin like that. */
export const managedPrefix = 'managed-';
export const teamPrefix = 'team-';

/** Whether an id belongs to a preset of the organisation's or a team's. */
export const isGivenId = (id: string): boolean => id.startsWith(managedPrefix) || id.startsWith(teamPrefix);
