import type { Dropped } from './recognised';
import { keptHeaders, type Header } from './pasted-headers';

/** What a command line says of a request, before its address is looked at. */
export interface CommandRequest {
  readonly method: string;
  readonly url: string | undefined;
  readonly headers: readonly Header[];
  readonly body: string | undefined;
  readonly dropped: ReadonlySet<Dropped>;
}

const shortNames: Readonly<Record<string, string>> = {
  A: 'user-agent',
  b: 'cookie',
  c: 'cookie-jar',
  C: 'continue-at',
  d: 'data',
  D: 'dump-header',
  e: 'referer',
  E: 'cert',
  F: 'form',
  G: 'get',
  H: 'header',
  I: 'head',
  K: 'config',
  m: 'max-time',
  o: 'output',
  P: 'ftp-port',
  Q: 'quote',
  r: 'range',
  t: 'telnet-option',
  T: 'upload-file',
  u: 'user',
  U: 'proxy-user',
  w: 'write-out',
  x: 'proxy',
  X: 'request',
  y: 'speed-time',
  Y: 'speed-limit',
  z: 'time-cond',
};

/** Options that take the next word. Others stand alone. */
const withValue = new Set(
  [
    'user-agent,cookie,cookie-jar,continue-at,data,dump-header,referer,cert,form,header,config,max-time,output,ftp-port',
    'quote,range,telnet-option,upload-file,user,proxy-user,write-out,proxy,request,speed-time,speed-limit,time-cond',
    'data-ascii,data-binary,data-raw,data-urlencode,json,url,url-query,form-string,oauth2-bearer,aws-sigv4,key,key-type',
    'cert-type,cacert,capath,ciphers,pass,connect-timeout,retry,retry-delay,retry-max-time,max-redirs,resolve,connect-to',
    'interface,local-port,limit-rate,max-filesize,noproxy,pinnedpubkey,proxy-header,proto,proto-default,request-target',
    'socks5,socks5-hostname,trace,trace-ascii,stderr,tls-max,tls13-ciphers,unix-socket,dns-servers,output-dir,engine,netrc-file',
  ].flatMap((names) => names.split(',')),
);

interface Option {
  readonly name: string;
  readonly value: string;
}

/** Options with their values, and words that are none (addresses) under `url`. */
function optionsOf(words: readonly string[]): readonly Option[] {
  const options: Option[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    if (!word.startsWith('-') || word === '-') options.push({ name: 'url', value: word });
    else if (word.startsWith('--')) {
      const equals = word.indexOf('=');
      const name = word.slice(2, equals < 0 ? undefined : equals);
      if (equals >= 0) options.push({ name, value: word.slice(equals + 1) });
      else if (withValue.has(name)) options.push({ name, value: words[(index += 1)] ?? '' });
      else options.push({ name, value: '' });
    } else {
      for (let at = 1; at < word.length; at += 1) {
        const name = shortNames[word.charAt(at)] ?? '';
        if (!withValue.has(name)) {
          options.push({ name, value: '' });
          continue;
        }
        const rest = word.slice(at + 1);
        options.push({ name, value: rest === '' ? (words[(index += 1)] ?? '') : rest });
        break;
      }
    }
  }
  return options;
}

/** Reads the words after `curl`. */
export function parseCurl(words: readonly string[]): CommandRequest {
  const options = optionsOf(words);
  const dropped = new Set<Dropped>();
  const valuesOf = (...names: readonly string[]): readonly string[] =>
    options.flatMap(({ name, value }) => (names.includes(name) ? [value] : []));
  const has = (...names: readonly string[]): boolean => options.some(({ name }) => names.includes(name));

  const [url, ...otherUrls] = valuesOf('url');
  if (otherUrls.length > 0) dropped.add('other-urls');
  if (has('user', 'proxy-user', 'cert', 'aws-sigv4')) dropped.add('credentials');
  if (has('oauth2-bearer')) dropped.add('authorization');
  if (has('cookie')) dropped.add('cookies');
  if (has('form', 'form-string')) dropped.add('form');
  if (has('upload-file')) dropped.add('body-file');
  const lines = valuesOf('header').filter((line) => {
    if (line.startsWith('@')) dropped.add('header-file');
    return !line.startsWith('@');
  });
  const data = options.flatMap((option) => dataOf(option, dropped));
  const asQuery = has('get');
  const headers = keptHeaders(lines, dropped);
  const isJson = has('json');
  const body = data.length === 0 || asQuery ? undefined : data.join(isJson ? '' : '&');
  const queries = [...valuesOf('url-query').map(urlEncoded), ...(asQuery ? data : [])].filter(
    (part) => part !== '',
  );
  const usual = has('head')
    ? 'HEAD'
    : asQuery
      ? 'GET'
      : has('upload-file')
        ? 'PUT'
        : has(
              'data',
              'data-ascii',
              'data-binary',
              'data-raw',
              'data-urlencode',
              'json',
              'form',
              'form-string',
            )
          ? 'POST'
          : 'GET';
  return {
    method: valuesOf('request').at(-1) ?? usual,
    url: url === undefined ? undefined : withQueries(url, queries),
    headers: body === undefined ? headers : [...missingTypes(headers, isJson), ...headers],
    body,
    dropped,
  };
}

function withQueries(url: string, queries: readonly string[]): string {
  if (queries.length === 0) return url;
  return `${url}${url.includes('?') ? '&' : '?'}${queries.join('&')}`;
}

/** What curl says of a body by itself. */
function missingTypes(headers: readonly Header[], isJson: boolean): readonly Header[] {
  const wanted = isJson
    ? [
        { name: 'Content-Type', value: 'application/json' },
        { name: 'Accept', value: 'application/json' },
      ]
    : [{ name: 'Content-Type', value: 'application/x-www-form-urlencoded' }];
  return wanted.filter(
    ({ name }) => !headers.some((header) => header.name.toLowerCase() === name.toLowerCase()),
  );
}

function dataOf({ name, value }: Option, dropped: Set<Dropped>): readonly string[] {
  switch (name) {
    case 'data':
    case 'data-ascii':
    case 'data-binary':
    case 'json':
      if (!value.startsWith('@')) return [value];
      dropped.add('body-file');
      return [];
    case 'data-raw':
      return [value];
    case 'data-urlencode':
      if (!/^[^=]*@/.test(value)) return [urlEncoded(value)];
      dropped.add('body-file');
      return [];
    default:
      return [];
  }
}

/** `name=content`, `=content` or `content`: only the content is encoded. */
function urlEncoded(value: string): string {
  const equals = value.indexOf('=');
  const name = value.slice(0, Math.max(equals, 0));
  // A half of a character that takes two cannot be encoded.
  const content = encodeURIComponent(value.slice(equals + 1).replace(/\p{Surrogate}/gu, '\uFFFD'));
  return name === '' ? content : `${name}=${content}`;
}
