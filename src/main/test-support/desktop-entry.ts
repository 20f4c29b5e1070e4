/**
 * Program and arguments of a desktop entry, as a desktop takes its `Exec` apart: the escapes of a value first, then
 * quotation marks, then field codes. https://specifications.freedesktop.org/desktop-entry-spec/latest/exec-variables.html
 * @throws for what the specification does not allow
 */
export function commandOf(entry: string): string[] {
  const line = entry.split('\n').find((each) => each.startsWith('Exec='));
  if (line === undefined) throw new Error('This entry has no Exec.');
  const letters: Record<string, string> = { s: ' ', n: '\n', t: '\t', r: '\r', '\\': '\\' };
  const value = line.slice('Exec='.length).replace(/\\(.)/g, (_both, letter: string) => {
    const character = letters[letter];
    if (character === undefined) throw new Error(`\\${letter} is no escape.`);
    return character;
  });
  const found: string[] = [];
  // A quoted argument, or a plain one without any reserved character.
  const argument = /(?:"((?:[^"`$\\]|\\["`$\\])*)"|([^\s"'\\><~|&;$*?#()`]+))(?: |$)/gy;
  while (argument.lastIndex < value.length) {
    const at = argument.lastIndex;
    const match = argument.exec(value);
    if (match === null) throw new Error(`Not to be read: ${value.slice(at)}`);
    const text = match[1]?.replace(/\\(.)/g, '$1') ?? match[2] ?? '';
    if (/%(?!%)/.test(text.replaceAll('%%', ''))) throw new Error(`A field code: ${text}`);
    found.push(text.replaceAll('%%', '%'));
  }
  return found;
}
