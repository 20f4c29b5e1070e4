const replacement = '[redacted]';

const rules: readonly [RegExp, string][] = [
  // Anything in the form of a JWS or JWE: base64url parts joined by dots (RFC 7515, section 3.1).
  [/\beyJ[\w-]{5,}(?:\.[\w-]*){1,4}/g, replacement],
  // Entra's opaque refresh tokens and authorization codes: `0.AX…`, `1.AX…`, `M.C5…`.
  [/\b(?:[01M]\.[A-Z][\w-]{2}[\w.!*$-]{30,})/g, replacement],
  [/\b(Bearer\s+)[^\s"']+/gi, `$1${replacement}`],
  [/\b((?:Proxy-)?Authorization\W{1,4}\w+\s+)[^\s"']+/gi, `$1${replacement}`],
  // User name and password of a proxy: `http://zoe:hunter2@proxy.contoso.com:8080`.
  [/(:\/\/)[^\s/?#"'<>]+@/g, `$1${replacement}@`],
  // Keys and certificates as PEM (RFC 7468), also where line ends are written `\n`; one that is cut off, to its end.
  [/-----BEGIN [A-Z0-9 ]+-----[\s\S]*?(?:-----END [A-Z0-9 ]+-----|$)/g, replacement],
  // Secrets of app registrations, which Entra makes so that scanners know them: `abc8Q~…`.
  [/(?<![\w~.-])[\w~.-]{3}\dQ~[\w~.-]{31,34}/g, replacement],
  [
    /\b(access_token|refresh_token|id_token|id_token_hint|client_?secret|client_?assertion|client_info|assertion|passphrase|private_?key|code|code_verifier|device_code|user_code|passw(?:or)?d|state|login_hint|username)(\\*["']?\s*[=:]\s*\\*["']?)[^\s"'&,}\\]+/gi,
    `$1$2${replacement}`,
  ],
  // A user principal name says who signed in; a guest's has `#EXT#` before the @, in a URL the @ is `%40`.
  [/(?<![\p{L}\p{N}])[\p{L}\p{N}._%+'#-]+(?:@|%40)(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}\b/gu, '[account]'],
];

/** Takes tokens, codes, secrets and user names out of a text that is to be logged or shown. */
export function redact(text: string): string {
  return rules.reduce((result, [pattern, by]) => result.replace(pattern, by), text);
}
