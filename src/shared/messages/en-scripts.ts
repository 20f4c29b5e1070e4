/** What scripts are told by the command line and the local endpoint; the rules are those of `en.ts`. */
export const scripts = {
  'script.no-client': 'Token Tray is not set up yet. Open it and choose how to sign in.',
  'script.not-signed-in': 'Nobody is signed in to {client}. Open Token Tray and sign in.',
  'script.unknown-preset': 'There is no such preset.',
  'script.not-in-cloud': 'This preset has no address in {cloud}.',
  'script.cancelled': 'The sign-in was cancelled.',

  'lines.bash': 'bash lines',
  'lines.powershell': 'PowerShell lines',
  'lines.cmd': 'cmd lines',
  'lines.dotenv': '.env lines',
  'lines.launch-json': 'part of launch.json',
  'lines.docker': 'docker run',
} as const;
