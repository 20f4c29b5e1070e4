import type { BuiltInFormat } from '../copy-format';
import { quoteForPosix, quoteForPowerShell } from './quoting';
import type { Shell } from './shell';
import type { SnippetInput, SnippetToken } from './snippet-input';

/** Commands that open a database with a token as its password. What they cannot know is in braces, as in sample requests. */

/**
 * The token is in the environment, where no list of processes shows it.
 * https://learn.microsoft.com/azure/postgresql/flexible-server/how-to-configure-sign-in-azure-ad-authentication
 */
export const pgpassword = (token: SnippetToken, shell: Shell): string =>
  withVariable(shell, 'PGPASSWORD', token.accessToken, (quote) => [
    'psql',
    quote(
      `host={server}.postgres.database.azure.com dbname=postgres user=${conninfo(user(token))} sslmode=require`,
    ),
  ]);

/** https://learn.microsoft.com/azure/mysql/flexible-server/how-to-azure-ad */
export const mysql = (token: SnippetToken, shell: Shell): string =>
  withVariable(shell, 'MYSQL_PWD', token.accessToken, (quote) => [
    'mysql',
    `--host=${quote('{server}.mysql.database.azure.com')}`,
    `--user=${quote(user(token))}`,
    // The server asks for the token as it is, so nothing may listen.
    '--ssl-mode=REQUIRED',
    '--enable-cleartext-plugin',
  ]);

/** https://learn.microsoft.com/azure/azure-cache-for-redis/cache-azure-active-directory-for-authentication */
export const redisCli = (token: SnippetToken, shell: Shell): string =>
  withVariable(shell, 'REDISCLI_AUTH', token.accessToken, (quote) => [
    'redis-cli',
    '-h',
    quote('{cache}.redis.cache.windows.net'),
    '-p',
    '6380',
    '--tls',
    '--user',
    quote('{objectId}'),
  ]);

/**
 * sqlcmd takes a token from a file in UTF-16, and on Windows not at all, where Invoke-Sqlcmd does.
 * https://learn.microsoft.com/sql/connect/odbc/linux-mac/connecting-with-sqlcmd,
 * https://learn.microsoft.com/powershell/module/sqlserver/invoke-sqlcmd
 */
export function sqlcmd({ accessToken }: SnippetToken, shell: Shell): string {
  const server = '{server}.database.windows.net';
  if (shell === 'windows')
    return `Invoke-Sqlcmd -ServerInstance ${quoteForPowerShell(server)} -Database '{database}' -AccessToken ${quoteForPowerShell(accessToken)} -Query 'SELECT SUSER_SNAME()'`;
  return [
    'token_file=$(mktemp)',
    `printf %s ${quoteForPosix(accessToken)} | iconv -f ASCII -t UTF-16LE > "$token_file"`,
    `sqlcmd -S ${quoteForPosix(server)} -d '{database}' -G -P "$token_file"`,
    'rm "$token_file"',
  ].join('\n');
}

function withVariable(
  shell: Shell,
  name: string,
  value: string,
  command: (quote: (text: string) => string) => readonly string[],
): string {
  if (shell === 'posix') return [`${name}=${quoteForPosix(value)}`, ...command(quoteForPosix)].join(' ');
  return `$env:${name} = ${quoteForPowerShell(value)}\n${command(quoteForPowerShell).join(' ')}`;
}

const user = ({ username }: SnippetToken): string => username ?? '{user}';

/** https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-KEYWORD-VALUE */
const conninfo = (value: string): string =>
  /^[\w.@{}+-]+$/.test(value) ? value : `'${value.replace(/['\\]/g, '\\$&')}'`;

const texts: Partial<Readonly<Record<BuiltInFormat, (token: SnippetToken, shell: Shell) => string>>> = {
  pgpassword,
  mysql,
  sqlcmd,
  'redis-cli': redisCli,
};

/** What a person has to fill in before the command runs. */
export function databasePlaceholders(
  format: BuiltInFormat,
  { shell, token }: Pick<SnippetInput, 'shell' | 'token'>,
): readonly string[] {
  const text = texts[format]?.(
    { ...token, accessToken: '', ...(token.username === undefined ? {} : { username: 'x' }) },
    shell,
  );
  return [...new Set(text?.match(/\{[A-Za-z]+\}/g) ?? [])];
}
