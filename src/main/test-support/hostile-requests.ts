import fc from 'fast-check';
import type { SampleRequest } from '../../shared/preset';

/** What shells, programs and files could take for more than a text. */
export const hostileParts: readonly string[] = [
  "'",
  '"',
  '`',
  '\\',
  '\n',
  '\r\n',
  '\r',
  '\t',
  '$(touch pwned)',
  '`touch pwned`',
  "'; touch pwned; '",
  '"; touch pwned; "',
  "'\ntouch pwned\n'",
  '${HOME}',
  '%PATH%',
  '%CMDCMDLINE:~-1%',
  '%20%',
  '!!',
  '!HOME!',
  '&touch pwned&',
  '| touch pwned',
  '; touch pwned #',
  '> pwned',
  '</dev/null',
  '’; touch pwned; ‘',
  "\n'@\ntouch pwned\n@'\n",
  '\nEOF\ntouch pwned\n',
  '{{token}}',
  '\n### \nGET http://127.0.0.1:9/\n',
  '< ./script',
  '@/etc/passwd',
  ':=@=;',
  '-o pwned',
  '\r\nX-Evil: 1',
  '\nX-Evil: 1\n\n',
  '\u0000',
  '\u0003touch pwned\n',
  '\u001b[201~\ntouch pwned\n',
  '\u202etxt.exe\u202c',
  '\u2028',
  '\u0085',
  '\ud800',
  '😀',
  'é',
  'שלום',
  '*/ /*',
  '#{touch}',
  '\\u0022',
  '\\"',
  '"""',
  ' ',
  '~',
  '$IFS',
  '^',
];

export const hostileText = (maxLength = 6): fc.Arbitrary<string> =>
  fc
    .array(
      fc.oneof(
        fc.constantFrom(...hostileParts),
        fc.string({ maxLength: 5, unit: 'binary' }),
        fc.string({ maxLength: 8 }),
      ),
      {
        maxLength,
      },
    )
    .map((parts) => parts.join(''));

/** What an address that the preset form takes may have in it, apart from what clients may write in another way. */
const addressPart = fc.constantFrom(
  "'",
  '"',
  '`',
  '$(touch_pwned)',
  '${IFS}',
  '`touch${IFS}pwned`',
  ';touch${IFS}pwned;',
  '&x=1',
  '|',
  '%PATH%',
  '%20',
  '{a,b}',
  '[1-3]',
  '!',
  '*',
  '~',
  '^',
  '@',
  ':',
  ',',
  '=',
  '+',
  '(',
  ')',
  'é',
  '😀',
  'a',
);

const address = fc
  .tuple(fc.array(addressPart, { maxLength: 6 }), fc.array(addressPart, { maxLength: 6 }))
  .map(([path, query]) => `/p${path.join('')}${query.length === 0 ? '' : `?q=${query.join('')}`}`);

const header = fc.record({
  // Names that a header may have, and some that it may not.
  name: fc.constantFrom(
    'X-One',
    'x-two',
    'Prefer',
    'X-Tick`$(touch`',
    "X-It's",
    'Accept',
    'X-Evil:',
    'X Y',
    '',
    'X\r\nX-Evil',
    '__proto__',
  ),
  value: hostileText(4),
});

/** A request of a preset that somebody else has made, at this server; `case` tells it from the others. */
export const hostileRequest: fc.Arbitrary<SampleRequest> = fc
  .record({
    method: fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'),
    url: address,
    headers: fc.array(header, { maxLength: 4 }),
    body: fc.option(hostileText(), { nil: undefined }),
  })
  .map(({ method, url, headers, body }) => ({
    method,
    url,
    headers,
    ...(body === undefined || method === 'HEAD' ? {} : { body }),
  }));
