import { parseUrl } from '../parse-url';
import { presetLimits } from '../preset-limits';
import { parseSampleUrl } from '../sample-url';
import { isLoopbackHost } from '../text-rules';
import type { Dropped } from './recognised';

/** `<name>`, `{name}`, `{{name}}`: what documentation writes where the reader's own name goes. */
const gap = /<[\w .-]{1,60}>|\{\{? ?[\w |.-]{1,60}\}?\}/g;
const gapSource = gap.source;

const plain = String.raw`[^\s"<>{}|\\^` + '`]';
const address = new RegExp(`https?://(?:${gapSource}|${plain})+`, 'i');
const addressInQuotes = new RegExp(`https?://(?:${gapSource}|[^\\s"'<>{}|\\\\^\`])+`, 'i');

/** A query in words has spaces in it, which people do not write as `%20`. */
const wordy = /[?&](?:\$filter|\$orderby|\$search|query|csl)=[^\n]*$/i;

/** What is longer is none that a sample request can have. */
const longestAddress = presetLimits.urlLength * 4;

/** The first web address in a text, without what stands around it. */
export function findUrl(text: string): string | undefined {
  const start = text.search(/https?:\/\//i);
  if (start < 0) return undefined;
  const rest = text.slice(start, start + longestAddress).replace(/\\\//g, '/');
  const [line = ''] = rest.split(/[\r\n]/, 1);
  const before = text.charAt(start - 1);
  const quoted = before === "'" || before === '"' || before === '`';
  if (start === 0 && wordy.test(line)) return line.trim().replace(/ /g, '%20');
  const end = quoted ? line.indexOf(before) : -1;
  const within = end < 0 ? line : line.slice(0, end);
  const found = (before === "'" ? addressInQuotes : address).exec(within)?.[0];
  return found === undefined ? undefined : withoutPunctuation(found);
}

/** `…/users).` ends a sentence; `…/users('x')` does not. */
function withoutPunctuation(url: string): string {
  let end = url.length;
  for (; end > 0; end -= 1) {
    const char = url.charAt(end - 1);
    if (char === ')' && url.slice(0, end).split('(').length >= url.slice(0, end).split(')').length) break;
    // A url that ends in many of them is nobody's.
    if (!/[.,;:!?)\]'*]/.test(char) || url.length - end > 20) break;
    if (char === "'" && url.slice(0, end).split("'").length % 2 === 1) break;
  }
  return url.slice(0, end);
}

/** Names in a query whose value lets whoever reads it in. */
const tokens = new Set(
  'access_token,id_token,refresh_token,token,code,api-key,apikey,api_key,subscription-key,client_secret,client_assertion,password,sessiontoken,x-functions-key'.split(
    ',',
  ),
);
/** All of a shared access signature: the rest is of no use without `sig`, and in the way of a token. */
const signature = new Set(
  'sv,ss,srt,sp,se,st,spr,sig,sr,skoid,sktid,skt,ske,sks,skv,sip,si,saoid,suoid,scid,sdd'.split(','),
);

export interface CleanUrl {
  readonly url: string;
  /** With letters in place of `{placeholders}`. */
  readonly hostname: string;
  readonly dropped: readonly Dropped[];
}

/**
 * A pasted address as a sample request can have it: with `{placeholders}` of our form, without secrets, over https.
 * Undefined: it is none.
 */
export function cleanUrl(pasted: string): CleanUrl | undefined {
  if (pasted.length > longestAddress) return undefined;
  const dropped = new Set<Dropped>();
  const text = pasted
    .replace(/^(?!https?:\/\/)/i, 'https://')
    .replace(/#.*$/s, '')
    .replace(gap, placeholder)
    .replace(/\p{Cc}/gu, '')
    .replace(/\s/g, '%20')
    .replace(
      /\$\{([A-Za-z]\w{0,60})\}|\$([A-Z][A-Z0-9_]{1,60})(?![a-z])/g,
      (_whole, braced?: string, bare?: string) => placeholder(braced ?? bare ?? ''),
    );
  const withoutUser = text.replace(/^(https?:\/\/)[^/?#]*@/i, (_whole, scheme: string) => {
    dropped.add('credentials');
    return scheme;
  });
  const [, scheme = '', authority = '', rest = ''] = /^(https?):\/\/([^/?]+)(.*)$/is.exec(withoutUser) ?? [];
  const hostname = parseUrl(`https://${authority.replace(/[{}]/g, 'x')}`)?.hostname;
  if (hostname === undefined || !/^[a-z0-9.:[\]-]+$/i.test(hostname)) return undefined;
  const loopback = isLoopbackHost(hostname);
  if (scheme.toLowerCase() === 'http' && !loopback) dropped.add('plain-http');
  const secure = scheme.toLowerCase() === 'https' || !loopback;
  // Port 80 is plain http's.
  const host = secure ? authority.replace(/:80$/, '') : authority;
  const url = `${secure ? 'https' : 'http'}://${host}${withoutSecrets(rest, dropped)}`;
  return parseSampleUrl(url).ok ? { url, hostname, dropped: [...dropped] } : undefined;
}

function placeholder(text: string): string {
  const name = text
    .replace(/[<>{}]/g, '')
    .split('|')[0]
    ?.trim()
    .replace(/[^\w-]+/g, '-')
    .replace(/^[^A-Za-z]+/, '');
  return name === undefined || name === '' ? 'x' : `{${name}}`;
}

function withoutSecrets(pathAndQuery: string, dropped: Set<Dropped>): string {
  const question = pathAndQuery.indexOf('?');
  if (question < 0) return pathAndQuery;
  const parts = pathAndQuery.slice(question + 1).split('&');
  const nameOf = (part: string): string => part.split('=', 1)[0]?.toLowerCase() ?? '';
  const signed = parts.some((part) => nameOf(part) === 'sig');
  const kept = parts.filter((part) => {
    const name = nameOf(part);
    const isSignature = signed && signature.has(name);
    const isToken = tokens.has(name) && part.includes('=');
    if (isSignature) dropped.add('sas');
    else if (isToken) dropped.add('query-token');
    return !isSignature && !isToken;
  });
  const path = pathAndQuery.slice(0, question);
  return kept.length === 0 || kept.join('') === '' ? path : `${path}?${kept.join('&')}`;
}
