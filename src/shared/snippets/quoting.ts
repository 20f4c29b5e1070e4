/**
 * Between single quotes nothing is special to bash, zsh and their kin. POSIX.1-2024, XCU 2.2.2
 * A terminal may take control characters as keys when they are pasted, and with them what follows as a command of its own:
 * https://thejh.net/misc/website-terminal-copy-paste. They are written as what they are called.
 */
export const quoteForPosix = (text: string): string =>
  `'${text
    .replaceAll('\0', '')
    .replaceAll("'", `'\\''`)
    .replace(pastedAsKeys, (keys) => `'"$(printf '${octal(keys)}')"'`)}'`;

// NUL is in no argument of any program.
const pastedAsKeys = /(?:(?![\0\t\n])\p{Cc})+/gu;

const octal = (text: string): string =>
  [...new TextEncoder().encode(text)].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('');

/** Double quotes where nothing in them is special to the shell, otherwise single quotes. POSIX.1-2024, XCU 2.2 */
export const quoteForReading = (text: string): string =>
  /[$`"\\!]|(?![\t\n])\p{Cc}/u.test(text) ? quoteForPosix(text) : `"${text}"`;

/**
 * In a verbatim string only its own quotation mark is special, and PowerShell takes typographic ones for it, too.
 * https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_quoting_rules
 */
export const quoteForPowerShell = (text: string): string => {
  const parts = text.split(/((?:(?![\t\n])\p{Cc})+)/u);
  const quoted = parts.map((part, index) => (index % 2 === 0 ? verbatim(part) : characters(part)));
  return parts.length === 1 ? verbatim(text) : `(${quoted.join(' + ')})`;
};

const verbatim = (text: string): string => `'${text.replaceAll(/['‘’‚‛]/g, '$&$&')}'`;

/** Control characters by their numbers: a console takes pasted ones as keys. */
const characters = (text: string): string =>
  Array.from(text, (character) => `[char]${character.codePointAt(0) ?? 0}`).join(' + ');

/**
 * By the rules that C programs on Windows take their arguments apart with:
 * https://learn.microsoft.com/cpp/c-language/parsing-c-command-line-arguments
 * A quotation mark is doubled instead of escaped with a backslash: cmd.exe knows no backslash and counts the marks, so
 * that after an odd one it would take `&` and `|` as its own. Outside the marks `^` takes the meaning of a percent sign,
 * which begins a variable, and of the end of a line, which ends the command:
 * https://ss64.com/nt/syntax-esc.html, https://ss64.com/nt/syntax-percent.html
 * cmd.exe has no way to write other control characters; they are left out.
 */
export function quoteForCmd(text: string): string {
  const parts = text
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\t\n])\p{Cc}/gu, '')
    .split(/(%(?=[^%]*%)(?!\d)|\n)/);
  return parts.map((part, index) => (index % 2 === 0 ? cmdQuoted(part) : (cmdEscapes[part] ?? ''))).join('');
}

const cmdQuoted = (text: string): string =>
  `"${text.replace(/(\\*)"/g, '$1$1""').replace(/(\\+)$/, '$1$1')}"`;

const cmdEscapes: Readonly<Record<string, string>> = { '%': '^%', '\n': '^\n\n' };

/** Without quotation marks, which `set` would take as part of the value. https://ss64.com/nt/syntax-esc.html */
export const escapeForCmd = (text: string): string =>
  text.replace(/\p{Cc}/gu, '').replace(/[\s%^&|<>()"!,;=]/g, '^$&');

/** Characters that are not seen, or that turn the order of what is seen around: https://trojansource.codes */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}]/gu;

type Escape = (codePoint: number) => string;

const doubleQuoted = (text: string, escape: Escape): string =>
  `"${wellFormed(text)
    .replace(/["\\]/g, '\\$&')
    .replace(unseen, (character) => simpleEscapes[character] ?? escape(character.codePointAt(0) ?? 0))}"`;

const simpleEscapes: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');

const byLength: Escape = (code) => (code > 0xffff ? `\\U${hex(code, 8)}` : `\\u${hex(code, 4)}`);

/** A string of Python. https://docs.python.org/3/reference/lexical_analysis.html#escape-sequences */
export const quoteForPython = (text: string): string => doubleQuoted(text, byLength);

/** A regular string of C#. https://learn.microsoft.com/dotnet/csharp/language-reference/language-specification/lexical-structure#6456-string-literals */
export const quoteForCSharp = quoteForPython;

/** An interpreted string of Go. https://go.dev/ref/spec#String_literals */
export const quoteForGo = quoteForPython;

/** A string of JavaScript. https://tc39.es/ecma262/#sec-literals-string-literals */
export const quoteForJavaScript = (text: string): string =>
  doubleQuoted(text, (code) => `\\u{${hex(code, 1)}}`);

/** Half a character has no bytes: clients would each send something else for it. */
export const wellFormed = (text: string): string =>
  text.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD');
