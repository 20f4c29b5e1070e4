/**
 * What can be copied of a preset, apart from templates of one's own. `snippets/` makes the text; the message catalogue has
 * the words under `format.<format>` and `copied.<format>`. Names are kept in files: they stay as they are.
 */
export const copyFormats = [
  'token',
  'curl',
  'authorization-header',
  'powershell',
  'environment',
  'curl-bash',
  'curl-cmd',
  'curl-powershell',
  'httpie',
  'wget',
  'javascript-fetch',
  'python-requests',
  'csharp-httpclient',
  'go-net-http',
  'http-file',
  'environment-posix',
  'environment-powershell',
  'environment-cmd',
  'az-json',
  'postman-environment',
  'cosmos-header',
  'acr-exchange',
  'pgpassword',
  'mysql',
  'sqlcmd',
  'redis-cli',
  'endpoint-curl',
  'endpoint-powershell',
] as const;
export type BuiltInFormat = (typeof copyFormats)[number];

/** Formats whose texts hold no token: they get theirs from the local endpoint when they run. */
export const endpointFormats = ['endpoint-curl', 'endpoint-powershell'] as const satisfies BuiltInFormat[];

export const holdsToken = (format: CopyFormat): boolean => !endpointFormats.some((each) => each === format);

/** A template of the person's own, by its id. */
export type TemplateFormat = `template-${string}`;
export type CopyFormat = BuiltInFormat | TemplateFormat;

export const templateFormatPattern = /^template-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const isTemplate = (format: CopyFormat): format is TemplateFormat => format.startsWith('template-');

/** Formats by what they are for, in the order that lists have them in; templates come last. */
export const formatGroups = [
  {
    id: 'services',
    formats: ['pgpassword', 'mysql', 'sqlcmd', 'redis-cli', 'cosmos-header', 'acr-exchange'],
  },
  { id: 'plain', formats: ['token', 'authorization-header'] },
  {
    id: 'commands',
    formats: ['curl', 'curl-bash', 'curl-cmd', 'curl-powershell', 'powershell', 'httpie', 'wget'],
  },
  { id: 'endpoint', formats: ['endpoint-curl', 'endpoint-powershell'] },
  {
    id: 'code',
    formats: ['python-requests', 'javascript-fetch', 'csharp-httpclient', 'go-net-http'],
  },
  {
    id: 'variables',
    formats: ['environment', 'environment-posix', 'environment-powershell', 'environment-cmd'],
  },
  { id: 'files', formats: ['http-file', 'postman-environment', 'az-json'] },
] as const satisfies readonly { readonly id: string; readonly formats: readonly BuiltInFormat[] }[];
export type FormatGroup = (typeof formatGroups)[number]['id'] | 'templates';
