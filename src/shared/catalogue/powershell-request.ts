import type { CommandRequest } from './curl-command';
import { keptHeaders } from './pasted-headers';
import type { Dropped } from './recognised';

/** Whether a text calls PowerShell's web commands. */
export const isPowershellRequest = (text: string): boolean =>
  /(?:^|[\s=;|(])(?:Invoke-(?:RestMethod|WebRequest)|irm|iwr)\s/i.test(text.slice(0, 2000));

/** `@{ 'x-ms-version' = '2021-12-02'; Accept = "…" }` */
const tableEntry =
  /(?<![\w-])(?:"([^"\n]{1,256})"|'([^'\n]{1,256})'|([\w-]{1,256}))\s*=\s*(?:"([^"\n]{0,4096})"|'([^'\n]{0,4096})')/g;

const argument = String.raw`\s+(?:"([^"]*)"|'([^']*)'|([^\s"'@$(-][^\s]*))`;
const uri = new RegExp(`-Uri${argument}`, 'i');
const method = new RegExp(`-Method${argument}`, 'i');
const body = new RegExp(`-Body${argument}`, 'i');
const contentType = new RegExp(`-ContentType${argument}`, 'i');
const positional =
  /(?:Invoke-(?:RestMethod|WebRequest)|irm|iwr)\s+(?:"(https?:[^"]*)"|'(https?:[^']*)'|(https?:\S+))/i;

const firstGroup = (found: RegExpExecArray | null): string | undefined =>
  found?.[1] ?? found?.[2] ?? found?.[3];

function closing(text: string, from: number): number | undefined {
  const end = text.indexOf('}', from);
  return end < 0 ? undefined : end;
}

/** Reads what is written out; variables other than a table of headers are not followed. */
export function parsePowershell(text: string): CommandRequest {
  const joined = text.replace(/`\r?\n/g, ' ');
  const dropped = new Set<Dropped>();
  const opened = joined.indexOf('@{');
  const table = opened < 0 ? '' : joined.slice(opened + 2, closing(joined, opened));
  const lines = [...table.matchAll(tableEntry)].map(
    ([, a, b, c, d, e]) => `${a ?? b ?? c ?? ''}: ${d ?? e ?? ''}`,
  );
  if (/\bAuthorization\b|-(?:Token|Authentication)\b/i.test(joined)) dropped.add('authorization');
  if (/-Credential\b/i.test(joined)) dropped.add('credentials');
  if (/-WebSession\b/i.test(joined)) dropped.add('cookies');
  if (/-(?:InFile|Form)\b/i.test(joined)) dropped.add('body-file');
  const type = firstGroup(contentType.exec(joined));
  const sent = firstGroup(body.exec(joined));
  if (sent === undefined && /-Body\b/i.test(joined)) dropped.add('body-file');
  return {
    method: firstGroup(method.exec(joined)) ?? 'GET',
    url: firstGroup(uri.exec(joined)) ?? firstGroup(positional.exec(joined)),
    headers: keptHeaders(type === undefined ? lines : [`Content-Type: ${type}`, ...lines], dropped),
    body: sent,
    dropped,
  };
}
