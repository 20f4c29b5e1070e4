import type { CommandRequest } from './curl-command';
import { keptHeaders } from './pasted-headers';
import type { Dropped } from './recognised';

const requestLine = /^\s*(GET|HEAD|POST|PUT|PATCH|DELETE)\s+(\S.*)$/;

/** Documentation writes no line that is longer. */
const longestLine = 20_000;

/** `GET https://… HTTP/1.1`, as documentation and `.http` files write requests. */
export function parseHttpMessage(text: string): CommandRequest | undefined {
  const lines = text.split(/\r?\n/);
  const start = lines.slice(0, 200).findIndex((line) => line.length < longestLine && requestLine.test(line));
  const [, method = '', rest = ''] = requestLine.exec(lines[start] ?? '') ?? [];
  const words = rest.trim().split(/\s+/);
  const url = words.slice(0, /^HTTP\/[\d.]+$/.test(words.at(-1) ?? '') ? -1 : undefined).join(' ');
  if (url === '' || !/^https?:\/\/|^[\w.{}<>-]+\.[\w.{}<>-]+(?:\/|\?|$)/i.test(url)) return undefined;
  const after = lines.slice(start + 1);
  const blank = after.findIndex((line) => line.trim() === '');
  const head = blank < 0 ? after : after.slice(0, blank);
  const tail = blank < 0 ? [] : after.slice(blank + 1);
  const next = tail.findIndex((line) => line.startsWith('###'));
  const body = tail
    .slice(0, next < 0 ? undefined : next)
    .join('\n')
    .trim();
  const dropped = new Set<Dropped>();
  return {
    method,
    url,
    headers: keptHeaders(
      head.filter((line) => /^[\w-]+:/.test(line)),
      dropped,
    ),
    body: body === '' || method === 'GET' || method === 'HEAD' ? undefined : body,
    dropped,
  };
}
