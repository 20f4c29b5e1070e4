import { isTemplate, type BuiltInFormat, type CopyFormat } from './copy-format';

/** What formats have in common to the eye: each kind has a picture. */
export type FormatKind =
  'token' | 'header' | 'command' | 'console' | 'variable' | 'code' | 'file' | 'database' | 'template';

const kinds: Readonly<Record<BuiltInFormat, FormatKind>> = {
  token: 'token',
  'authorization-header': 'header',
  'cosmos-header': 'header',
  curl: 'command',
  'curl-bash': 'command',
  'curl-cmd': 'command',
  'curl-powershell': 'command',
  'endpoint-curl': 'command',
  'endpoint-powershell': 'console',
  httpie: 'command',
  wget: 'command',
  powershell: 'console',
  'acr-exchange': 'console',
  environment: 'variable',
  'environment-posix': 'variable',
  'environment-powershell': 'variable',
  'environment-cmd': 'variable',
  'javascript-fetch': 'code',
  'python-requests': 'code',
  'csharp-httpclient': 'code',
  'go-net-http': 'code',
  'http-file': 'file',
  'az-json': 'file',
  'postman-environment': 'file',
  pgpassword: 'database',
  mysql: 'database',
  sqlcmd: 'database',
  'redis-cli': 'database',
};

export const formatKind = (format: CopyFormat): FormatKind =>
  isTemplate(format) ? 'template' : kinds[format];
