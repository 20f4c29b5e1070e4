import { resourceOfScope } from '../scopes';
import { curlForBash } from './curl';
import { powershell } from './powershell';
import { quoteForPosix, quoteForPowerShell, quoteForReading } from './quoting';
import { sentRequest } from './sent-request';
import type { SnippetInput } from './snippet-input';

/**
 * Commands that get their token from the local endpoint when they run, by what the environment says of it. The text itself
 * holds neither a token nor a secret.
 */

/** Stands for the token in a request. A request has no NUL anywhere else: `sentRequest` leaves them out. */
const laterToken = '\0';

/** With a variable of the shell where the token will be. What surrounds it is ours: nothing in it is special to a shell. */
const withVariable =
  (quote: (text: string) => string) =>
  (text: string): string =>
    text.includes(laterToken) ? `"${text.replace(laterToken, '$token')}"` : quote(text);

const withoutToken = (input: SnippetInput): SnippetInput => ({
  ...input,
  token: { ...input.token, accessToken: laterToken },
});

/** What the endpoint is asked for, as a query. Marks that a shell or a URL takes for its own are written as their bytes. */
function query({ scopes: [scope = ''] }: SnippetInput): string {
  const resource = encodeURIComponent(resourceOfScope(scope)).replace(
    /[!'()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `?api-version=2019-08-01&resource=${resource}`;
}

/**
 * For bash, zsh and their kin. The answer is the endpoint's own, so that sed is enough to read it and nothing has to be
 * installed. No proxy may get to see the secret, whatever the environment says of proxies; nor may other people of this
 * computer, who read the arguments of its programs, but not what a shell pipes into one.
 */
export function endpointCurl(input: SnippetInput): string {
  const { headers, ...request } = sentRequest(withoutToken(input));
  const [authorization, ...others] = headers;
  const quote = withVariable(quoteForReading);
  const secretLine = quote(`${authorization?.name ?? ''}: ${authorization?.value ?? ''}`);
  return [
    `answer=$(printf %s "X-IDENTITY-HEADER: $IDENTITY_HEADER" | curl -sS --noproxy '*' -H @- "$IDENTITY_ENDPOINT"${quoteForPosix(query(input))})`,
    `token=$(printf %s "$answer" | sed -n 's/.*"access_token" *: *"\\([^"\\\\]*\\)".*/\\1/p')`,
    'if [ -n "$token" ]; then',
    `  printf '%s\\n' ${secretLine} | ${curlForBash({ ...request, headers: others }, quote)} -H @-`,
    'else',
    `  printf '%s\\n' "$answer" >&2`,
    'fi',
  ].join('\n');
}

/** For PowerShell 7 and 5.1, which read JSON themselves, and say what is wrong. */
export const endpointPowerShell = (input: SnippetInput): string =>
  [
    `$token = (Invoke-RestMethod -Uri ($env:IDENTITY_ENDPOINT + ${quoteForPowerShell(query(input))}) -Headers @{ 'X-IDENTITY-HEADER' = $env:IDENTITY_HEADER } -ErrorAction Stop).access_token`,
    `if ($token) { ${powershell(sentRequest(withoutToken(input)), withVariable(quoteForPowerShell))} }`,
  ].join('\n');
