/**
 * Words of a command line as shells make them: quotes, escapes and continued lines. What a shell would expand
 * (`$(…)`, `$NAME`) stays as it is, and a quote that is never closed goes to the end. One pass, whatever the text.
 */
export type ShellKind = 'posix' | 'cmd' | 'powershell';

/** Which shell a command line was written for, by what only that one has. */
export function shellOf(text: string): ShellKind {
  if (/\^["\n\r]|\^ *\r?\n/.test(text)) return 'cmd';
  return /`[ \t]*\r?\n/.test(text) ? 'powershell' : 'posix';
}

/** The first command of the text: further ones, after `;`, `|` or the end of the line, are left out. */
export function shellWords(text: string, shell: ShellKind = shellOf(text)): readonly string[] {
  if (shell === 'cmd') return new Words(withoutCarets(text), 'cmd').read();
  return new Words(text, shell).read();
}

/** cmd takes carets away before a program sees its arguments; within its own quotes they are characters. */
function withoutCarets(text: string): string {
  let result = '';
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char !== '^' || quoted) {
      if (char === '"') quoted = !quoted;
      result += char;
      continue;
    }
    at += 1;
    if (text.charAt(at) === '\r') at += 1;
    if (text.charAt(at) !== '\n') {
      result += text.charAt(at);
      continue;
    }
    // A caret takes one line end away; one that follows is meant.
    const next = text.charAt(at + 1) === '\r' ? at + 2 : at + 1;
    if (text.charAt(next) === '\n') {
      result += '\n';
      at = next;
    }
  }
  return result;
}

const isBlank = (char: string): boolean => char === ' ' || char === '\t' || char === '\r';

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  v: '\v',
  a: '\x07',
  e: '\x1b',
  '0': '\0',
};

class Words {
  private at = 0;
  private word: string | undefined;
  private readonly words: string[] = [];

  constructor(
    private readonly text: string,
    private readonly shell: ShellKind,
  ) {}

  read(): readonly string[] {
    while (this.at < this.text.length) {
      const char = this.text.charAt(this.at);
      if (isBlank(char)) this.end();
      else if (char === '\n' || (this.shell === 'posix' && (char === ';' || char === '|'))) {
        this.end();
        if (this.words.length > 0) break;
      } else if (char === '"') this.doubleQuoted();
      else if (char === "'" && this.shell !== 'cmd') this.singleQuoted();
      else if (char === '$' && this.text.charAt(this.at + 1) === "'" && this.shell === 'posix')
        this.ansiQuoted();
      else if (char === this.escape) this.escaped();
      else this.add(char);
      this.at += 1;
    }
    this.end();
    return this.words;
  }

  private get escape(): string {
    return this.shell === 'powershell' ? '`' : '\\';
  }

  private add(text: string): void {
    this.word = (this.word ?? '') + text;
  }

  private end(): void {
    if (this.word !== undefined) this.words.push(this.word);
    this.word = undefined;
  }

  /** Outside quotes. */
  private escaped(): void {
    let next = this.text.charAt(this.at + 1);
    if (next === '\r') {
      this.at += 1;
      next = this.text.charAt(this.at + 1);
    }
    // In cmd a backslash is a character, except before a quote.
    if (this.shell === 'cmd' && next !== '"') return this.add('\\');
    this.at += 1;
    if (next !== '\n') this.add(next);
  }

  private singleQuoted(): void {
    this.add('');
    for (this.at += 1; this.at < this.text.length; this.at += 1) {
      const char = this.text.charAt(this.at);
      if (char !== "'") this.add(char);
      else if (this.shell === 'powershell' && this.text.charAt(this.at + 1) === "'") {
        this.add("'");
        this.at += 1;
      } else return;
    }
  }

  private doubleQuoted(): void {
    this.add('');
    for (this.at += 1; this.at < this.text.length; this.at += 1) {
      const char = this.text.charAt(this.at);
      const next = this.text.charAt(this.at + 1);
      if (char === '"') {
        if (this.shell === 'posix' || next !== '"') return;
        this.add('"');
        this.at += 1;
      } else if (char === this.escape && this.isEscapable(next)) {
        if (next !== '\n') this.add(this.shell === 'powershell' ? (escapes[next] ?? next) : next);
        this.at += 1;
      } else this.add(char);
    }
  }

  private isEscapable(next: string): boolean {
    if (this.shell === 'cmd') return next === '"' || next === '\\';
    return this.shell === 'powershell' || ['"', '\\', '$', '`', '\n'].includes(next);
  }

  /** `$'…'`, as browsers write bodies with line ends. */
  private ansiQuoted(): void {
    this.add('');
    for (this.at += 2; this.at < this.text.length; this.at += 1) {
      const char = this.text.charAt(this.at);
      if (char === "'") return;
      if (char !== '\\') {
        this.add(char);
        continue;
      }
      this.at += 1;
      const coded = /^(?:x([0-9a-f]{1,2})|u([0-9a-f]{1,4})|U([0-9a-f]{1,8}))/i.exec(
        this.text.slice(this.at, this.at + 9),
      );
      const digits = coded?.[1] ?? coded?.[2] ?? coded?.[3];
      const code = digits === undefined ? undefined : Number.parseInt(digits, 16);
      if (coded !== null && code !== undefined && code <= 0x10ffff) {
        this.add(String.fromCodePoint(code));
        this.at += coded[0].length - 1;
      } else {
        const next = this.text.charAt(this.at);
        this.add(escapes[next] ?? next);
      }
    }
  }
}
