import { Document, isScalar, Scalar, visit } from 'yaml';
import { withSortedKeys, type Json } from './answer';

/** YAML as Python's `safe_dump` writes it, so that what az's users read it with reads this. */
export function yaml(value: Json): string {
  const document = new Document(withSortedKeys(value), { version: '1.1' });
  visit(document, {
    Scalar(_key, node) {
      // The library would take double quotes for what has a single one in it.
      if (typeof node.value === 'string' && isQuoted(node.value)) node.type = Scalar.QUOTE_SINGLE;
    },
  });
  const text = document.toString({
    singleQuote: true,
    indentSeq: false,
    lineWidth: 80,
    directives: false,
    flowCollectionPadding: false,
  });
  // A plain scalar by itself is open-ended for Python.
  const { contents } = document;
  const isPlain = isScalar(contents) && !/^['"]/.test(text);
  return isPlain ? `${text}...\n` : text;
}

// What YAML 1.1 has a meaning of its own for, and the library does not quote: https://yaml.org/type/value.html
const meaning = new Set(['=']);

/** Whether a text would be read as something else if it stood there as it is. Control characters need another form. */
const isQuoted = (text: string): boolean =>
  meaning.has(text) ||
  // The marks of a document's start and end. Python quotes whatever begins with one.
  /^(?:---|\.\.\.)/.test(text) ||
  (!/\p{Cc}/u.test(text) &&
    /^['"]/.test(new Document(text, { version: '1.1' }).toString({ singleQuote: true })));
