import type { SampleRequest } from '../../shared/preset';

/** What has to stay out of a file that others get. Better too much is taken for a secret than too little. */

/** Something that was left out of an export, or is not taken over, by name: never by its value. */
export interface LeftOut {
  readonly kind: 'header' | 'query' | 'body' | 'login' | 'text' | 'request' | 'preset';
  /** Of the header, of the query parameter, …; the address without its query for a request. */
  readonly name: string;
}

const alwaysSecretHeader = /^(proxy-)?authorization$|^cookie2?$|^set-cookie2?$/i;

const secretName =
  /(api|subscription|functions|access|account|shared|encryption|private|master|host|client|signing)[-_]?key|secret|passw(or)?d|passphrase|pwd$|credential|signature|assertion|authoriz?sation|authorization|cookie|(^|[-_.])(token|auth|jwt|sas|sig)($|[-_.])|(access|id|refresh|bearer|auth|session)_?token|^sig$|^apikey$/i;

/** Names that mean a secret in one API and something harmless in another: the value tells. */
const secretInSomeApis = /^(key|code|t|s)$/i;

/** What a token of the JOSE family may be in: it begins with the base64 of `{"`. */
const dotted = /[\w.-]{12,}/g;

/** The text with tokens replaced. By hand: what a pattern for them does with a hostile text takes its time squared. */
const withoutTokens = (text: string): string =>
  text.replace(dotted, (run) => {
    let from = 0;
    const parts = run.split('.');
    for (const part of parts.slice(0, -1)) {
      const at = part.indexOf('eyJ');
      if (at >= 0 && part.length - at >= 9) return `${run.slice(0, from + at)}{token}`;
      from += part.length + 1;
    }
    return run;
  });

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const placeholder = /^\{[A-Za-z][\w-]*\}$/;

/** Whether it is a `{placeholder}`, or one after a word: `Bearer {token}`. */
const isPlaceholder = (value: string): boolean =>
  value.trim() === '' || placeholder.test(value.trim().replace(/^[A-Za-z]+\s+/, ''));

const hasToken = (text: string): boolean => withoutTokens(text) !== text;

/** Long, without words, with letters and digits mixed: keys and signatures look like this. */
function looksRandom(value: string): boolean {
  if (value.length < 24 || guid.test(value) || !/^[\w+/=.~-]+$/.test(value)) return false;
  return /\d/.test(value) && /[a-z]/.test(value) && /[A-Z]/.test(value);
}

export const isSecretName = (name: string): boolean => secretName.test(name);

/** Whether a header is one for a secret. One that only leaves a place for it is not, other than those of a login. */
export const isNamedSecretHeader = (name: string, value: string): boolean =>
  alwaysSecretHeader.test(name) || (isSecretName(name) && !isPlaceholder(value));

/** The same, by what its value looks like, too. */
export const isSecretHeader = (name: string, value: string): boolean =>
  isNamedSecretHeader(name, value) || hasToken(value) || looksRandom(value);

/** Whether a value of this name is a secret. */
export function isSecretValue(name: string, value: string): boolean {
  if (isPlaceholder(value)) return false;
  if (isSecretName(name) || hasToken(value) || looksRandom(value)) return true;
  return secretInSomeApis.test(name) && value.length >= 16 && /^[\w+/=.~%-]+$/.test(value);
}

/** A request without secrets, and what that took. A place is left for what a query needs. */
export function withoutSecrets(request: SampleRequest): {
  readonly request: SampleRequest;
  readonly leftOut: readonly LeftOut[];
} {
  const leftOut: LeftOut[] = [];
  const headers = request.headers.filter(({ name, value }) => {
    const isSecret = isSecretHeader(name, value);
    if (isSecret) leftOut.push({ kind: 'header', name });
    return !isSecret;
  });
  const url = urlWithoutSecrets(request.url, leftOut);
  const { body } = request;
  const cleaned = body === undefined ? undefined : textWithoutSecrets(body);
  if (cleaned?.found === true) leftOut.push({ kind: 'body', name: '' });
  return {
    request: { ...request, url, headers, ...(cleaned === undefined ? {} : { body: cleaned.text }) },
    leftOut,
  };
}

function urlWithoutSecrets(url: string, leftOut: LeftOut[]): string {
  const login = /^([a-z][a-z0-9+.-]*:\/\/)[^/?#@]*@/i.exec(url);
  if (login !== null) leftOut.push({ kind: 'login', name: '' });
  const withoutLogin = login === null ? url : `${login[1] ?? ''}${url.slice(login[0].length)}`;
  const queryAt = withoutLogin.search(/[?#]/);
  const path = queryAt < 0 ? withoutLogin : withoutLogin.slice(0, queryAt);
  const query = queryAt < 0 ? '' : withoutLogin.slice(queryAt);
  const cleanPath = textWithoutSecrets(path);
  if (cleanPath.found) leftOut.push({ kind: 'text', name: '' });
  return `${cleanPath.text}${query.replace(
    /([?&#;])([^=&#;?]*)=([^&#;]*)/g,
    (whole, before: string, name: string, value: string) => {
      const spoken = decoded(name);
      if (!isSecretValue(spoken, decoded(value))) return whole;
      leftOut.push({ kind: 'query', name: spoken });
      return `${before}${name}={${placeholderName(spoken)}}`;
    },
  )}`;
}

/** `sig` from `sig`, `secret` from what cannot stand in braces. */
function placeholderName(name: string): string {
  const fitting = name.replace(/[^\w-]/g, '');
  return /^[A-Za-z]/.test(fitting) ? fitting : 'secret';
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

const named =
  /(?<![\w-])(["']?)([\w-]{0,30}(?:client_?secret|password|passwd|pwd|api_?-?key|AccountKey|SharedAccessKey|SharedAccessSignature|access_?token|refresh_?token|id_?token|client_?assertion))\1(\s*[:=]\s*)(["']?)([^"'&;,\s{}]+)\4/gi;

/** A text in which what looks like a secret has given way to a placeholder. */
export function textWithoutSecrets(text: string): { readonly text: string; readonly found: boolean } {
  const cleaned = withoutTokens(
    text.replace(
      named,
      (_whole, quote: string, name: string, between: string, opening: string) =>
        `${quote}${name}${quote}${between}${opening}{${placeholderName(name)}}${opening}`,
    ),
  );
  return { text: cleaned, found: cleaned !== text };
}
