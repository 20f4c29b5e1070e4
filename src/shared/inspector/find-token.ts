/** What is likely to be a token in what somebody has pasted. */
export interface FoundToken {
  /** Without blanks; it need not be a token. */
  readonly token: string;
  /** Where it stood: by itself, in a header, in JSON, in an address or a form, somewhere in a text. */
  readonly place: TokenPlace;
  /** What it was called there: `access_token`, `id_token`, `refresh_token`. */
  readonly name?: TokenName;
  /** More of them were in what was pasted. */
  readonly others: number;
}

export type TokenPlace = 'alone' | 'header' | 'json' | 'address' | 'text';
export type TokenName = 'access_token' | 'id_token' | 'refresh_token';

type Candidate = Omit<FoundToken, 'others'>;

/** The names that tokens go by, as az, MSAL, token endpoints and browsers write them. */
const names: Readonly<Record<string, TokenName>> = {
  accesstoken: 'access_token',
  token: 'access_token',
  bearer: 'access_token',
  authorization: 'access_token',
  idtoken: 'id_token',
  refreshtoken: 'refresh_token',
  rawid: 'id_token',
};

const nameOf = (text: string): TokenName | undefined => {
  const plain = text.toLowerCase().replace(/[-_]/g, '');
  return Object.hasOwn(names, plain) ? names[plain] : undefined;
};

/** More levels than any answer has. */
const deepestAnswer = 12;

// Each begins where a run of such letters begins, so that the time it takes grows with the length only.
const compactForm = /(?<![\w.-])eyJ[\w-]*(?:\.[\w-]*){1,4}(?![\w.-])/g;
const headerForm = /\b(?:bearer|pop)(?:\s+|%20|\+)["']?([\w.~+/-]+=*)/gi;
const addressForm = /(?<![\w-])((?:access|id|refresh)_?token)=([^&\s"'<>#;,]+)/gi;
const blanksAndBreaks = /(?:\\[rn]|[\\^`](?=\s)|\s)+/g;

/**
 * Finds the token in a header, an answer of az or a token endpoint, an address, a command line or a text. What has none
 * is given back whole. Never throws, and takes a time that grows with the length of the text only.
 */
export function findToken(pasted: string): FoundToken {
  const text = unquoted(pasted.trim());
  const candidates = [...inJson(text), ...inAddress(text), ...inHeader(text)];
  const [best, ...rest] = preferred(candidates.length > 0 ? candidates : inText(text));
  if (best !== undefined) return { ...best, others: rest.length };
  return { token: text, place: 'alone', others: 0 };
}

function unquoted(text: string): string {
  const first = text.charAt(0);
  const isQuoted = text.length > 1 && '"\'`'.includes(first) && text.endsWith(first);
  return isQuoted ? text.slice(1, -1).trim() : text;
}

/** An access token first, a refresh token last: those are secrets that nobody wants to look into. Each once. */
function preferred(candidates: readonly Candidate[]): readonly Candidate[] {
  const rank = ({ name, token }: Candidate): number => {
    const byName = name === 'refresh_token' ? 4 : name === 'id_token' ? 2 : 0;
    return byName + (token.startsWith('eyJ') ? 0 : 1);
  };
  const once = candidates.filter(
    ({ token }, index) => candidates.findIndex((each) => each.token === token) === index,
  );
  return once.toSorted((one, other) => rank(one) - rank(other));
}

/** The most that are looked at: an answer has two or three. */
const mostCandidates = 20;

function inJson(text: string): readonly Candidate[] {
  if (!/^[[{]/.test(text)) return [];
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return [];
  }
  const found: Candidate[] = [];
  const look = (each: unknown, name: TokenName | undefined, depth: number): void => {
    if (depth > deepestAnswer || found.length >= mostCandidates) return;
    if (typeof each === 'string') {
      const header = /^\s*(?:bearer|pop)\s+(\S+)\s*$/i.exec(each)?.[1];
      const token = header ?? each.trim();
      if (token !== '' && (name !== undefined || token.startsWith('eyJ')) && !/\s/.test(token))
        found.push({ token, place: 'json', ...(name === undefined ? {} : { name }) });
    } else if (typeof each === 'object' && each !== null) {
      for (const [key, inner] of Object.entries(each)) look(inner, nameOf(key), depth + 1);
    }
  };
  look(value, undefined, 0);
  return found;
}

function inAddress(text: string): readonly Candidate[] {
  return [...text.matchAll(addressForm)].slice(0, mostCandidates).map(([, key = '', value = '']) => {
    const name = nameOf(key);
    return { token: decoded(value), place: 'address', ...(name === undefined ? {} : { name }) };
  });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function inHeader(text: string): readonly Candidate[] {
  // Broken into lines by a terminal, which a header cannot be.
  const isHeaderAlone = /^(?:["']?authorization["']?\s*[:=]\s*)?["']?(?:bearer|pop)(?:\s|%20|\+)/i.exec(text);
  if (isHeaderAlone !== null) {
    const rest = text
      .slice(isHeaderAlone[0].length)
      .replace(blanksAndBreaks, '')
      .replace(/["',;]+$/, '');
    if (/^[\w.~+/=-]+$/.test(rest)) return [{ token: rest, place: 'header' }];
  }
  return [...text.matchAll(headerForm)]
    .slice(0, mostCandidates)
    .map(([, token = '']): Candidate => ({ token, place: 'header' }))
    .filter(({ token }) => token.length > 8);
}

function inText(text: string): readonly Candidate[] {
  const whole = text.replace(blanksAndBreaks, '');
  if (whole === '') return [];
  // Nothing but a token, which may be broken into lines.
  if (/^eyJ[\w.-]*$/.test(whole)) return [{ token: whole, place: 'alone' }];
  return [...text.matchAll(compactForm)]
    .slice(0, mostCandidates)
    .map(([token]): Candidate => ({ token, place: 'text' }));
}
