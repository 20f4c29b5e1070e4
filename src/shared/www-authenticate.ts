/**
 * Reads the challenges of a `WWW-Authenticate` header (RFC 9110, section 11). Every loop goes forward only, so that the
 * time grows with the length of the text and no further: pages read while a person types.
 */

/** One challenge: `Bearer realm="", error="insufficient_claims"`. */
export interface Challenge {
  /** In lower case; empty if the text began with parameters. */
  readonly scheme: string;
  /** By their names in lower case; of several with one name the first. */
  readonly parameters: ReadonlyMap<string, string>;
}

// As RFC 9110 has it but for `&`, which stands between the parameters of a query.
const tokenCharacter = /[\w!#$%'*+.^`|~-]/;
const token68Character = /[\w.~+/-]/;
const space = /\s/;
const endOfBareValue = /[\s,;"&]/;

/** The challenges in the value of a header. What is none is passed over. */
export function parseChallenges(value: string): readonly Challenge[] {
  const challenges: { scheme: string; parameters: Map<string, string> }[] = [];
  let at = 0;
  while (at < value.length) {
    if (value.charAt(at) === '"') {
      at = readQuoted(value, at).end;
      continue;
    }
    const nameEnd = skip(value, at, tokenCharacter);
    if (nameEnd === at) {
      at += 1;
      continue;
    }
    const name = value.slice(at, nameEnd).toLowerCase();
    const equals = skip(value, nameEnd, space);
    if (value.charAt(equals) === '=') {
      const parameter = readValue(value, skip(value, equals + 1, space));
      const challenge = challenges.at(-1) ?? { scheme: '', parameters: new Map<string, string>() };
      if (challenges.length === 0) challenges.push(challenge);
      if (!challenge.parameters.has(name)) challenge.parameters.set(name, parameter.text);
      at = parameter.end;
    } else {
      challenges.push({ scheme: name, parameters: new Map() });
      at = afterToken68(value, equals);
    }
  }
  return challenges;
}

/**
 * The values of all `WWW-Authenticate` headers in a text: one line, a whole response, what `curl -v` shows. A value goes
 * on in the next line if it is folded, inside quotes, after a comma, or where the name stands alone.
 */
export function findHeaders(text: string): readonly string[] {
  const headers: string[][] = [];
  let isOpen = false;
  let inQuotes = false;
  for (const raw of text.split(/\r\n|\r|\n/)) {
    const line = raw.startsWith('< ') ? raw.slice(2) : raw;
    const name = inQuotes ? null : headerName.exec(line);
    if (name !== null) headers.push([]);
    const lines = headers.at(-1);
    const goesOn = name !== null || (isOpen && (inQuotes || /^[ \t]/.test(line) || awaitsMore(lines)));
    if (lines === undefined || !goesOn) {
      isOpen = false;
      continue;
    }
    const part = line.slice(name?.[0].length ?? 0);
    // As JSON or PowerShell shows it, the whole value is in quotes or braces.
    lines.push(name === null ? part : part.replace(/^[ \t]*["'{]/, ''));
    isOpen = true;
    inQuotes = endsInQuotes(part, inQuotes);
  }
  return headers.map((lines) => lines.join('\n'));
}

// The document of Microsoft writes `www-authenticate =Bearer`.
const headerName = /^[ \t]*["']?(?:www|proxy)-authenticate["']?[ \t]*[:=]/i;

function awaitsMore(lines: readonly string[] | undefined): boolean {
  const last = lines?.at(-1)?.trimEnd() ?? '';
  return last.endsWith(',') || (last === '' && lines?.length === 1);
}

function endsInQuotes(part: string, before: boolean): boolean {
  let inQuotes = before;
  for (let at = 0; at < part.length; at += 1) {
    if (part.charAt(at) === '\\') at += 1;
    else if (part.charAt(at) === '"') inQuotes = !inQuotes;
  }
  return inQuotes;
}

/** Where a stretch of such characters ends. */
function skip(text: string, from: number, such: RegExp): number {
  let at = from;
  while (at < text.length && such.test(text.charAt(at))) at += 1;
  return at;
}

/** Past the one token68 that may stand instead of parameters: `Negotiate YII=`. A parameter is left where it is. */
function afterToken68(text: string, from: number): number {
  const end = skip(text, from, token68Character);
  const afterPadding = skip(text, end, /=/);
  const next = skip(text, afterPadding, space);
  const isAlone = next >= text.length || text.charAt(next) === ',';
  return end > from && afterPadding > end && isAlone ? afterPadding : from;
}

interface Read {
  readonly text: string;
  readonly end: number;
}

function readValue(text: string, from: number): Read {
  const first = text.charAt(from);
  // JSON that nobody has escaped, in quotes or not.
  if (first === '{') return readObject(text, from);
  if ((first === '"' || first === "'") && text.startsWith('{"', from + 1)) {
    const { text: json, end } = readObject(text, from + 1);
    return { text: json, end: end + 1 };
  }
  if (first === '"' || first === "'") return readQuoted(text, from);
  let end = from;
  while (end < text.length && !endOfBareValue.test(text.charAt(end))) end += 1;
  return { text: text.slice(from, end), end };
}

/** A quoted string, its escapes undone; one without an end goes to the end of the text. */
function readQuoted(text: string, from: number): Read {
  const quote = text.charAt(from);
  const characters: string[] = [];
  let at = from + 1;
  while (at < text.length && text.charAt(at) !== quote) {
    if (text.charAt(at) === '\\') at += 1;
    characters.push(text.charAt(at));
    at += 1;
  }
  return { text: characters.join(''), end: at + 1 };
}

/** A JSON object, up to the brace that closes it. */
function readObject(text: string, from: number): Read {
  let depth = 0;
  let inString = false;
  let at = from;
  for (; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (inString) {
      if (character === '\\') at += 1;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === '{') depth += 1;
    else if (character === '}') {
      depth -= 1;
      if (depth === 0) break;
    }
  }
  return { text: text.slice(from, at + 1), end: at + 1 };
}
