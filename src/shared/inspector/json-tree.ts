/**
 * JSON as it is written (RFC 8259): `JSON.parse` loses the digits of big numbers, all but the last of several members of
 * one name, and the place of what is wrong.
 */
export type JsonNode =
  | { readonly kind: 'object'; readonly members: readonly JsonMember[] }
  | { readonly kind: 'array'; readonly items: readonly JsonNode[] }
  /** `source` has its quotes and escapes as they were. */
  | { readonly kind: 'string'; readonly value: string; readonly source: string }
  | { readonly kind: 'number'; readonly source: string }
  | { readonly kind: 'literal'; readonly source: 'true' | 'false' | 'null' };

export interface JsonMember {
  readonly name: string;
  readonly nameSource: string;
  readonly value: JsonNode;
}

export type JsonResult =
  | { readonly ok: true; readonly node: JsonNode }
  | { readonly ok: false; readonly problem: 'syntax' | 'too-deep'; readonly at: number };

/** No token's claims are this deep; what is read recursively must not be endless. */
const deepestJson = 64;

const blank = /[ \t\n\r]*/y;
// From the blank on, since control characters have to be escaped; all but quotation mark and backslash.
const stringText = /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/y;
const numberText = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const literalText = /true|false|null/y;

class JsonFault extends Error {
  constructor(
    readonly problem: 'syntax' | 'too-deep',
    readonly at: number,
  ) {
    super(problem);
  }
}

class Reader {
  private at = 0;

  constructor(private readonly text: string) {}

  whole(): JsonNode {
    const node = this.value(0);
    this.match(blank);
    if (this.at < this.text.length) throw this.fault();
    return node;
  }

  private value(depth: number): JsonNode {
    if (depth > deepestJson) throw new JsonFault('too-deep', this.at);
    this.match(blank);
    switch (this.text.charAt(this.at)) {
      case '{':
        return { kind: 'object', members: this.list('}', () => this.member(depth + 1)) };
      case '[':
        return { kind: 'array', items: this.list(']', () => this.value(depth + 1)) };
      case '"':
        return this.string();
      default:
        return this.scalar();
    }
  }

  private list<Item>(end: string, read: () => Item): readonly Item[] {
    this.at += 1;
    const items: Item[] = [];
    this.match(blank);
    if (this.take(end)) return items;
    for (;;) {
      items.push(read());
      this.match(blank);
      if (this.take(end)) return items;
      if (!this.take(',')) throw this.fault();
    }
  }

  private member(depth: number): JsonMember {
    this.match(blank);
    const name = this.string();
    this.match(blank);
    if (!this.take(':')) throw this.fault();
    return { name: name.value, nameSource: name.source, value: this.value(depth) };
  }

  private string(): Extract<JsonNode, { kind: 'string' }> {
    const source = this.match(stringText);
    if (source === '') throw this.fault();
    // It is a JSON string by now.
    return { kind: 'string', value: String(JSON.parse(source)), source };
  }

  private scalar(): JsonNode {
    const literal = this.match(literalText);
    if (literal === 'true' || literal === 'false' || literal === 'null')
      return { kind: 'literal', source: literal };
    const source = this.match(numberText);
    if (source === '') throw this.fault();
    return { kind: 'number', source };
  }

  private take(letter: string): boolean {
    if (this.text.charAt(this.at) !== letter) return false;
    this.at += 1;
    return true;
  }

  private match(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const [found = ''] = pattern.exec(this.text) ?? [];
    this.at += found.length;
    return found;
  }

  private fault(): JsonFault {
    return new JsonFault('syntax', this.at);
  }
}

export function readJson(text: string): JsonResult {
  try {
    return { ok: true, node: new Reader(text).whole() };
  } catch (error) {
    if (error instanceof JsonFault) return { ok: false, problem: error.problem, at: error.at };
    throw error;
  }
}

/** The same JSON with only its blanks changed: two more for each level. */
export function formatJson(node: JsonNode, indent = ''): string {
  const inner = `${indent}  `;
  switch (node.kind) {
    case 'object':
      return inBraces(
        '{}',
        node.members.map(({ nameSource, value }) => `${nameSource}: ${formatJson(value, inner)}`),
        indent,
      );
    case 'array':
      return inBraces(
        '[]',
        node.items.map((item) => formatJson(item, inner)),
        indent,
      );
    case 'string':
    case 'number':
    case 'literal':
      return node.source;
  }
}

function inBraces(braces: string, parts: readonly string[], indent: string): string {
  const [open = '', close = ''] = braces;
  if (parts.length === 0) return braces;
  return `${open}\n${parts.map((part) => `${indent}  ${part}`).join(',\n')}\n${indent}${close}`;
}

/** On one line, with letters where the source may have had escapes: two of the same value have the same text. */
export function plainJson(node: JsonNode): string {
  switch (node.kind) {
    case 'object':
      return `{${node.members.map(({ name, value }) => `${JSON.stringify(name)}:${plainJson(value)}`).join(',')}}`;
    case 'array':
      return `[${node.items.map(plainJson).join(',')}]`;
    case 'string':
      return JSON.stringify(node.value);
    case 'number':
    case 'literal':
      return node.source;
  }
}

/** Names that an object of the tree has more than once, each once. */
export function repeatedNames(node: JsonNode): readonly string[] {
  const found = new Set<string>();
  const look = (each: JsonNode): void => {
    if (each.kind === 'array') each.items.forEach(look);
    if (each.kind !== 'object') return;
    const seen = new Set<string>();
    for (const { name, value } of each.members) {
      if (seen.has(name)) found.add(name);
      seen.add(name);
      look(value);
    }
  };
  look(node);
  return [...found];
}
