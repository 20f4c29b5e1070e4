// The colours of Pygments' terminal formatter, which az writes with.
const colours = { key: '\u001b[94m', text: '\u001b[33m', number: '\u001b[34m', word: '\u001b[34m' } as const;
const plain = '\u001b[39;49;00m';

const paint = (text: string, kind: keyof typeof colours): string => `${colours[kind]}${text}${plain}`;

const jsonPart = /("(?:[^"\\]|\\.)*")(\s*:)?|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|\b(true|false|null)\b/g;

export const colouredJson = (json: string): string =>
  json.replace(jsonPart, (whole: string, text?: string, colon?: string, number?: string, word?: string) => {
    if (text !== undefined) return colon === undefined ? paint(text, 'text') : paint(text, 'key') + colon;
    if (number !== undefined) return paint(number, 'number');
    return word === undefined ? whole : paint(word, 'word');
  });

export const colouredYaml = (yaml: string): string =>
  yaml.replace(/^(\s*(?:- )*)([\w.-]+)(:)/gm, (_whole, start: string, key: string, colon: string) => {
    return `${start}${paint(key, 'key')}${colon}`;
  });
