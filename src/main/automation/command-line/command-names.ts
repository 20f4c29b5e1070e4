/** The first word of every command, apart from the rest: a start looks at it before anything is loaded. */
export const commandNames = [
  'get-access-token',
  'account',
  'presets',
  'sign-in',
  'sign-out',
  'clouds',
  'doctor',
  'completion',
  'az',
  'help',
] as const;
